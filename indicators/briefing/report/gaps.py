"""The section on what cannot be judged, and which figures are missing."""

from indicators.board.board import Board
from indicators.board.reporting import coming, last_due, owed, report_line
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.groups import SIZE
from indicators.briefing.report.prose import TABLE, caption, heading, paragraph
from indicators.progress.results import Status
from indicators.typesetting.columns import GridColumn, TextCells
from indicators.wording.labels import UNASSESSED
from indicators.wording.report import (
    everything_judged,
    missing_sentence,
    national_sources,
    stale_sentence,
    unassessed,
)

COLUMNS = (
    GridColumn("Cơ quan chủ trì", 52),
    GridColumn("Số chỉ tiêu chưa có số liệu", 30, "center"),
    GridColumn("Chỉ tiêu", 83),
)
REASONS = (GridColumn("Chỉ tiêu", 55), GridColumn("Vì sao chưa đánh giá được", 110))


def write_gaps(draft: Draft) -> None:
    """Say what cannot be judged and why, and who still owes figures."""
    board = draft.brief.chosen
    if not board.programme:
        return
    heading(draft, next(draft.parts), "Chỉ tiêu chưa đánh giá được và số liệu còn thiếu")
    write_unassessed(draft, board)
    if board.scope == "national":
        paragraph(draft, national_sources())
    else:
        write_owed(draft, board)


def write_unassessed(draft: Draft, board: Board) -> None:
    """Count what has no verdict; tell of those that only lack figures since the baseline."""
    counts = {status: board.tally.get(status, 0) for status in UNASSESSED}
    count = sum(counts.values())
    paragraph(draft, unassessed(count, counts) if count else everything_judged())
    if board.stale:
        paragraph(draft, stale_sentence([row.indicator.short_name for row in board.stale]))
    lacking: list[TextCells] = [
        ((row.indicator.short_name, row.indicator.code), row.sentence)
        for row in board.programme
        if row.status is Status.INSUFFICIENT
    ]
    if lacking:
        told = "Chỉ tiêu đã có số liệu nhưng chưa đủ căn cứ đánh giá"
        caption(draft, TABLE, next(draft.tables), told)
        add_grid(draft, REASONS, lacking, description=f"{told}, và lý do", size=SIZE)


def write_owed(draft: Draft, board: Board) -> None:
    """List the agencies that have not sent their figures, and the next reporting date."""
    due = last_due(board.catalogue, board.as_of.day)
    missing, names = owed(board, due), board.catalogue.indicator_names
    count = sum(len(codes) for codes in missing.values())
    paragraph(draft, missing_sentence(report_line(board, due), count, len(board.programme)))
    if missing:
        caption(draft, TABLE, next(draft.tables), f"Chỉ tiêu chưa có số liệu {due.name}")
        rows: list[TextCells] = [
            (agency, str(len(codes)), "; ".join(names[code] for code in codes))
            for agency, codes in missing.items()
        ]
        add_grid(
            draft,
            COLUMNS,
            rows,
            description=f"Chỉ tiêu chưa có số liệu {due.name} theo cơ quan",
            size=SIZE,
            ends=True,
        )
    paragraph(draft, coming(board)).paragraph_format.keep_with_next = True
