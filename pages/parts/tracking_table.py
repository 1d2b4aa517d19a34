"""The tracking table as one block of HTML, and the list of what needs attention."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.charts.sparkline import sparkline
from indicators.wording.numbers import run_words, runs
from pages.parts.links import Links
from pages.parts.templates import blocks

PARTS = blocks("parts/tracking_table.html")

Head = tuple[str, str, str]  # of a column: its name, its class, what stands small below the name
Figure = tuple[str, str]  # and what stands small below it
Line = tuple[TrackingRow, str, list[tuple[Head, Figure]], tuple[str, str] | None, str]
Run = tuple[int, int]  # years that share a column, the first and the last


def tracking_table(board: Board, rows: list[Row], links: Links) -> Markup:
    """Show rows of the board under group headings."""
    wanted = {row.indicator.code for row in rows}
    chosen = [
        (group, [row for row in members if row.indicator.code in wanted])
        for group, members in board.groups()
    ]
    shown = [(group, tracking_rows(board, members)) for group, members in chosen if members]
    years = year_runs(board, [item for _, items in shown for item in items])
    heads = figure_heads(board, years, [item for _, items in shown for item in items])
    groups = [
        (group, links.group(group.code), [line(item, board, years, heads, links) for item in items])
        for group, items in shown
    ]
    return PARTS.tracking(heads, groups)


def year_runs(board: Board, items: list[TrackingRow]) -> list[Run]:
    """Give each year that has figures a column of its own, neighbours without any one together."""
    full = {point.year for item in items for point in item.actuals if point}
    empty = runs(year for year in actual_years(board) if year not in full)
    return sorted([*((year, year) for year in actual_years(board) if year in full), *empty])


def figure_heads(board: Board, years: list[Run], items: list[TrackingRow]) -> list[Head]:
    """Head the columns of figures; what stands small below one is named where there is any."""
    compared = {i.newest.year for i in items if i.newest and i.against_before}
    share = "so kế hoạch" if any(item.against_plan for item in items) else ""
    return [
        ("Kỳ gốc", "n", ""),
        *(
            (f"Thực hiện {run_words(run)}", "n", "so cùng kỳ" if run[1] in compared else "")
            for run in years
        ),
        (f"Kế hoạch {actual_years(board)[-1]}", "n", share),
        *((f"Mục tiêu {year}", "asked", "") for year in TARGET_YEARS),
        ("Cần mỗi năm", "n", ""),
    ]


def line(
    item: TrackingRow, board: Board, years: list[Run], heads: list[Head], links: Links
) -> Line:
    """Give what the line of one indicator shows: where it leads, its figures, trend, agency."""
    points = dict(zip(actual_years(board), item.actuals, strict=True))
    figures = [
        (item.text(item.baseline), f"({item.baseline.year})" if item.baseline else ""),
        *((item.text(points[last]), item.change_text(points[last])) for _, last in years),
        (item.plan_text(), item.share_text()),
        *((target, "") for target in item.targets),
        (item.needed_text, ""),
    ]
    i = item.row.indicator
    named = list(zip(heads, figures, strict=True))
    return item, links.indicator(i.code), named, trend(item.row), item.short_lead


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


def call_list(board: Board, rows: Sequence[Row], links: Links) -> Markup:
    """Show indicators that need attention."""
    return PARTS.calls(
        (row, links.indicator(row.indicator.code), board.lead_of(row)) for row in rows
    )
