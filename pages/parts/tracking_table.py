"""The tracking table as one block of HTML, and the list of what needs attention."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.charts.sparkline import sparkline
from pages.parts.links import Links
from pages.parts.templates import blocks

PARTS = blocks("parts/tracking_table.html")
FIRST_CALLS = 10  # the rest opens at a touch, so that the table is not far down

Figure = tuple[str, str]  # and what stands small below it
Line = tuple[TrackingRow, str, list[Figure], tuple[str, str] | None, str]


def tracking_table(board: Board, rows: list[Row], links: Links) -> Markup:
    """Show rows of the board under group headings."""
    wanted = {row.indicator.code for row in rows}
    chosen = [
        (group, [row for row in members if row.indicator.code in wanted])
        for group, members in board.groups()
    ]
    shown = [(group, tracking_rows(board, members)) for group, members in chosen if members]
    groups = [
        (group, links.group(group.code), [line(item, board, links) for item in items])
        for group, items in shown
    ]
    return PARTS.tracking(heads(board, [item for _, items in shown for item in items]), groups)


def heads(board: Board, items: list[TrackingRow]) -> list[tuple[str, ...]]:
    """Head the table; what stands small below a figure is named where there is any."""
    years = actual_years(board)
    compared = {i.newest.year for i in items if i.newest and i.against_before}
    share = "TH/KH" if any(item.against_plan for item in items) else ""
    return [
        *(("TT", "n"), ("Chỉ tiêu", ""), ("ĐVT", ""), ("Kỳ gốc", "n")),
        *((f"TH {year}", "n", "so cùng kỳ" if year in compared else "") for year in years),
        (f"KH {years[-1]}", "n", share),
        *((f"Mục tiêu {year}", "") for year in TARGET_YEARS),
        *(("Cần mỗi năm", "n"), ("Xu thế", ""), ("Đánh giá", ""), ("Cơ quan chủ trì", "")),
    ]


def line(item: TrackingRow, board: Board, links: Links) -> Line:
    """Give what the line of one indicator shows: where it leads, its figures, trend, agency."""
    i = item.row.indicator
    base = f"({item.baseline.year})" if item.baseline else ""
    figures = [
        (item.text(item.baseline), base),
        *((item.text(point), item.change_text(point)) for point in item.actuals),
        (item.plan_text(), item.share_text()),
    ]
    lead = board.catalogue.agency_names[i.lead]
    return item, links.indicator(i.code), figures, trend(item.row), lead


def trend(row: Row) -> tuple[str, str] | None:
    """Draw the small trend line of a row, and say it in words; None without one."""
    picture = sparkline(row.judgement.points)
    if picture is None:
        return None
    first, last = row.judgement.points[0], row.judgement.points[-1]
    return (
        picture,
        f"Từ {row.value(first)} năm {first.year} đến {row.value(last)} năm {last.year}",
    )


def attention_list(board: Board, links: Links) -> Markup:
    """List what needs attention, the worst first, with sentence and lead agency."""
    shown = addressed(board.attention, links)
    return PARTS.attention(shown[:FIRST_CALLS], shown[FIRST_CALLS:])


def call_list(rows: Sequence[Row], links: Links) -> Markup:
    """Show indicators that need attention."""
    return PARTS.calls(addressed(rows, links))


def addressed(rows: Sequence[Row], links: Links) -> list[tuple[Row, str]]:
    """Give each row with the address of its indicator."""
    return [(row, links.indicator(row.indicator.code)) for row in rows]
