"""What the report leads with: what calls for attention, by the agency that has to act."""

from collections.abc import Iterable, Sequence
from itertools import count

from indicators.board.agencies import (
    AgencyStanding,
    agencies_summary,
    agency_standings,
    due_words,
)
from indicators.board.board import Board, Row
from indicators.board.now_to_target import (
    judged_point,
    need_words,
    now_words,
    pace_words,
    target_words,
)
from indicators.board.reporting import last_due
from indicators.board.summary import whole_finding
from indicators.briefing.report.collecting import write_collecting
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.groups import SIZE
from indicators.briefing.report.prose import TABLE, caption, heading, paragraph
from indicators.changes.agency_moves import agency_moves
from indicators.changes.movements import movements
from indicators.typesetting.columns import GridColumn, TextCell, TextCells
from indicators.wording.agencies import PROPOSED, counted_words
from indicators.wording.numbers import NONE
from indicators.wording.roadmap import milestone_notes
from indicators.wording.standing import no_worries

COLUMNS = (
    GridColumn("TT", 9, "center"),
    GridColumn("Chỉ tiêu", 52),
    GridColumn("Đánh giá", 30),
    GridColumn("Hiện nay", 24, "center"),
    GridColumn("Mục tiêu", 24, "center"),
    GridColumn("Cần mỗi năm", 26, "center"),
)


def write_attention(draft: Draft) -> None:
    """Say how the whole stands, then who has what to do: as the first screen does."""
    board = draft.brief.chosen
    if not board.programme:
        return
    if board.scope == "city" and not board.assessed:
        write_collecting(draft, board)
        return
    by_agency = ", theo cơ quan" if board.scope == "city" else ""
    heading(draft, next(draft.parts), f"Chỉ tiêu cần chú ý{by_agency}")
    paragraph(draft, f"{whole_finding(board)}.")
    if board.scope == "city":
        write_agencies(draft, board)
    elif not board.attention:
        paragraph(draft, f"{no_worries(len(board.assessed), len(board.programme))}.")
    if board.attention:
        write_worries(draft, board)


def write_agencies(draft: Draft, board: Board) -> None:
    """Give a row an agency, with most worries first."""
    standings, due = agency_standings(board), last_due(board.catalogue, board.as_of.day)
    moved = movements(draft.brief.store, board.as_of, board.scope).moves
    columns = (
        GridColumn("Cơ quan chủ trì", 40),
        GridColumn("Cần chú ý", 38),
        GridColumn("Đạt, đúng tiến độ", 17, "center"),
        GridColumn("Chưa đánh giá", 17, "center"),
        GridColumn("So với kỳ trước", 23),
        GridColumn(f"Số liệu {due.name.removeprefix('báo cáo ')}", 30),
    )
    rows: list[TextCells] = [
        (
            (each.agency.name, f"{len(each.rows)} chỉ tiêu"),
            worries_cell(each),
            str(len(each.good)),
            str(len(each.unjudged)),
            ", ".join(words for _, words in agency_moves(each, moved)),
            (owed_cell(each), due_words(board, each)),
        )
        for each in standings
    ]
    paragraph(draft, agencies_summary(board, standings))
    caption(draft, TABLE, next(draft.tables), "Cơ quan chủ trì: cần chú ý, biến động, số liệu")
    description = "Mỗi cơ quan chủ trì một dòng, cơ quan có nhiều chỉ tiêu cần chú ý nhất trước"
    add_grid(draft, columns, rows, description=description, size=SIZE)
    paragraph(draft, PROPOSED, "Note")


def worries_cell(standing: AgencyStanding) -> TextCell:
    """Count what calls for attention, by verdict below."""
    worries = standing.attention
    return (str(len(worries)), counted_words(row.word for row in worries)) if worries else "0"


def owed_cell(standing: AgencyStanding) -> str:
    """Say how many figures an agency owes."""
    return f"Thiếu {len(standing.owed)} số liệu" if standing.owed else "Đã nộp đủ"


def write_worries(draft: Draft, board: Board) -> None:
    """List what calls for attention, the worst first; that of the city by lead agency."""
    national = board.scope == "national"
    rows = flat(board.attention) if national else by_agency(agency_standings(board))
    by = "" if national else " theo cơ quan chủ trì"
    caption(draft, TABLE, next(draft.tables), f"Chỉ tiêu cần chú ý{by}, nặng nhất trước")
    description = f"Các chỉ tiêu cần chú ý{by}, xếp từ nặng đến nhẹ"
    add_grid(draft, COLUMNS, rows, description=description, size=SIZE)


def flat(rows: Sequence[Row]) -> list[TextCells]:
    """Number indicators in one list."""
    return [cells(place, row) for place, row in enumerate(rows, start=1)]


def by_agency(standings: Iterable[AgencyStanding]) -> list[TextCells]:
    """Head the rows of each agency; positions count through the table."""
    rows: list[TextCells] = []
    place = count(1)
    for each in standings:
        if each.attention:
            head = (f"{each.agency.name}: {len(each.attention)} chỉ tiêu",)
            rows += [head, *(cells(next(place), row) for row in each.attention)]
    return rows


def cells(place: int, row: Row) -> TextCells:
    """Write one row: what was judged, its target, what is needed and what was gained."""
    headline = row.judgement.headline
    asked = (target_words(row, headline), f"({headline.goal.year})") if headline else NONE
    notes = "; ".join(milestone_notes(row.judgement))
    return (
        str(place),
        (row.indicator.short_name, row.indicator.code),
        (row.label, notes) if notes else row.label,
        dated(row),
        asked,
        (need_words(row) or NONE, pace_words(row)),
    )


def dated(row: Row) -> TextCell:
    """Write the figure that was judged, its year below it; '*' when it is not final."""
    point = judged_point(row)
    if point is None:
        return NONE
    return f"{now_words(row, point)}{'*' if point.provisional else ''}", f"({point.year})"
