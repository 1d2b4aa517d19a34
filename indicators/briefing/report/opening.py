"""The first section: on what ground, from which data, how the whole stands; and the last words."""

from indicators.board.board import Board, Row
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.drawn import place_chart
from indicators.briefing.report.forms import BLANK
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.groups import SIZE, write_standing
from indicators.briefing.report.prose import TABLE, caption, heading, paragraph
from indicators.briefing.report.status_chart import status_chart
from indicators.briefing.report.trajectories import FEW
from indicators.progress.results import METHOD_VERSION
from indicators.typesetting.columns import GridColumn, TextCells
from indicators.wording.labels import ASSESSED, LABELS, UNASSESSED
from indicators.wording.report import (
    appended,
    closing,
    made_from,
    made_up,
    opening,
)

COLUMNS = (
    GridColumn("Kết quả đánh giá", 80),
    GridColumn("Số chỉ tiêu", 40, "center"),
)


def write_opening(draft: Draft) -> None:
    """Say on what ground the report is made and from which data."""
    brief = draft.brief
    seen = brief.board.as_of
    paragraph(draft, opening(brief.programme, BLANK, seen.day))
    paragraph(draft, made_from(seen.version, seen.year, METHOD_VERSION))
    paragraph(draft, appended(draft.appendices))
    if brief.illustrative:
        paragraph(draft, "", bold=made_up())


def write_overall(draft: Draft) -> None:
    """Say how the chosen indicators stand, with a table by verdict and a chart by group."""
    board = draft.brief.chosen
    if not board.programme:
        return
    heading(draft, next(draft.parts), "Kết quả chung")
    write_standing(draft, board, draft.brief.board, "chương trình")
    caption(draft, TABLE, next(draft.tables), "Số chỉ tiêu theo kết quả đánh giá")
    rows = [*status_rows(board), ("Tổng cộng", str(len(board.programme)))]
    add_grid(draft, COLUMNS, rows, description="Số chỉ tiêu theo từng kết quả đánh giá", size=SIZE)
    if len(board.programme) > FEW and min(len(board.groups()), len(status_rows(board))) > 1:
        title = "Số chỉ tiêu của từng nhóm theo kết quả đánh giá"
        description = f"Biểu đồ thanh ngang, mỗi nhóm một thanh. {title}."
        place_chart(draft, status_chart(board), title, draft.brief.version_line, description)


def write_closing(draft: Draft) -> None:
    """End the text as the forms do."""
    last = paragraph(draft, closing(draft.brief.programme, draft.brief.board.as_of.day))
    last.paragraph_format.keep_with_next = True


def status_rows(board: Board) -> list[TextCells]:
    """A row a verdict with its count."""
    return [(label, str(len(rows))) for label, rows in by_verdict(board)]


def by_verdict(board: Board) -> list[tuple[str, list[Row]]]:
    """The rows of each verdict that there is; those judged on old figures apart."""
    judged = (*board.assessed, *(r for r in board.programme if r.status in UNASSESSED))
    found = {
        LABELS[status]: [row for row in judged if row.status is status]
        for status in (*ASSESSED, *UNASSESSED)
    }
    found["Chỉ có số liệu cũ"] = list(board.stale)
    return [(label, rows) for label, rows in found.items() if rows]
