"""The table of a comparison's values: a line a series, a column a year."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.comparison.comparison import WAY_NAMES, Comparison
from indicators.comparison.table import (
    ComparisonLine,
    comparison_lines,
    comparison_years,
    is_ranked,
)
from indicators.figures.disaggregation import BY_INDICATOR
from indicators.progress.results import Point
from indicators.wording.numbers import NONE
from pages.parts.links import Links
from pages.parts.templates import blocks

ROWS = blocks("so_sanh/rows.html")


def comparison_rows(
    comparison: Comparison,
    first: int,
    links: Links,
    some: Sequence[ComparisonLine] | None = None,
) -> Markup:
    """Show all series, also those that are not drawn, or some; '*' marks what is not final.

    Every figure leads to its provenance.
    """
    years = comparison_years(comparison, first)
    lines = comparison_lines(comparison, years) if some is None else some
    judged = any(line.series.row.targets for line in lines)
    head = [("Hạng", "n")] if is_ranked(comparison) else []
    head += [(heading(comparison), ""), *([("ĐVT", "")] if not comparison.alike else [])]
    head += [(str(year), "n") for year in years]
    head += [("Mục tiêu", "asks"), ("Đánh giá", "judges")] if judged else []
    shown = [table_line(line, comparison, links) for line in lines]
    return ROWS.rows(head, shown, is_ranked(comparison), judged)


def heading(comparison: Comparison) -> str:
    """Head the names, with the unit where it is the same for all."""
    unit = comparison.row.indicator.unit
    what = WAY_NAMES.get(comparison.way, comparison.way)
    named = what[0].upper() + what[1:]
    return f"{named} (ĐVT: {unit})" if comparison.alike and unit else named


def table_line(line: ComparisonLine, comparison: Comparison, links: Links) -> tuple[object, ...]:
    """Give one series with its code, name, unit and figures; '' where a column has it for all."""
    row = line.series.row
    return (
        line,
        row.indicator.code if comparison.way == BY_INDICATOR else "",
        line.name(comparison.way),
        "" if comparison.alike else row.notation.unit or NONE,
        [figure(line, point, comparison.board.area, links) for point in line.points],
    )


def figure(
    line: ComparisonLine, point: Point | None, main_area: str, links: Links
) -> tuple[str, str]:
    """Write a figure, and the address of where it comes from; '' for none."""
    if point is None:
        return "", NONE
    row, (area, group) = line.series.row, line.series.key
    key = (row.indicator.code, area, group, point.year, row.period(point.year))
    return links.figure(key, main_area), line.text(point)
