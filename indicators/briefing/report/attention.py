"""The section on what needs attention, by the agency that leads it."""

from collections import defaultdict
from itertools import count

from indicators.board.board import Board, Row
from indicators.board.tracking import TrackingRow, tracking_rows
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.groups import SIZE, aim
from indicators.briefing.report.prose import TABLE, caption, heading, paragraph
from indicators.progress.results import Point
from indicators.typesetting.columns import GridColumn, TextCells
from indicators.wording.numbers import NONE
from indicators.wording.report import attention_sentence, nothing_calls

COLUMNS = (
    GridColumn("TT", 9, "center"),
    GridColumn("Chỉ tiêu", 51),
    GridColumn("Đánh giá", 31),
    GridColumn("Mới nhất", 22, "center"),
    GridColumn("Mục tiêu", 27, "center"),
    GridColumn("Cần mỗi năm", 25, "center"),
)


def write_attention(draft: Draft) -> None:
    """List what needs attention by lead agency, the worst first."""
    board = draft.brief.chosen
    if not board.programme:
        return
    led = board.scope == "city"
    by_whom = " và cơ quan chủ trì" if led else ""
    heading(draft, next(draft.parts), f"Chỉ tiêu cần chú ý{by_whom}")
    if not board.attention:
        paragraph(draft, nothing_calls())
        return
    agencies = by_agency(draft.brief.board, board)
    paragraph(draft, attention_sentence(len(board.attention), len(agencies) if led else 0))
    named = " theo cơ quan chủ trì" if led else " của cả nước"
    caption(draft, TABLE, next(draft.tables), f"Chỉ tiêu cần chú ý{named}")
    whose = " của từng cơ quan chủ trì" if led else ""
    description = f"Các chỉ tiêu cần chú ý{whose}, xếp từ nặng đến nhẹ"
    add_grid(draft, COLUMNS, attention_rows(agencies), description=description, size=SIZE)


def by_agency(whole: Board, chosen: Board) -> list[tuple[str, list[TrackingRow]]]:
    """What each agency leads, the agency with most first; the worst first within one."""
    led: dict[str, list[TrackingRow]] = defaultdict(list)
    for item in tracking_rows(whole, chosen.attention):
        led[item.lead].append(item)
    return sorted(led.items(), key=lambda entry: -len(entry[1]))


def attention_rows(agencies: list[tuple[str, list[TrackingRow]]]) -> list[TextCells]:
    """Head the rows of each agency; positions count through the table."""
    rows: list[TextCells] = []
    place = count(1)
    for agency, items in agencies:
        rows += [(f"{agency}: {len(items)} chỉ tiêu",)] if agency else []
        rows += [cells(next(place), item) for item in items]
    return rows


def cells(place: int, item: TrackingRow) -> TextCells:
    """Write one row."""
    i = item.row.indicator
    latest = valued(item.row, item.row.newest)
    name = f"{i.short_name} ({i.code})"
    return str(place), name, item.row.label, latest, aim(item.row), item.needed_told()


def valued(row: Row, point: Point | None) -> str:
    """Write a figure with its unit and year: '81,60%* (2029)'."""
    if point is None:
        return NONE
    return f"{row.value(point)}{'*' if point.provisional else ''} ({point.year})"
