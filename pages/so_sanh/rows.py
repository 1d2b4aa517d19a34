"""The table of a comparison's values: a line a series, a column a year."""

from collections.abc import Sequence
from html import escape

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
from pages.parts.badges import chip
from pages.parts.links import Links


def comparison_rows(
    comparison: Comparison,
    first: int,
    links: Links,
    some: Sequence[ComparisonLine] | None = None,
) -> str:
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
    heads = "".join(f'<th scope="col" class="{side}">{escape(name)}</th>' for name, side in head)
    body = "".join(table_line(line, comparison, links, judged=judged) for line in lines)
    table = f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="scroll" tabindex="0"><table class="side-by-side">{table}</table></div>'


def heading(comparison: Comparison) -> str:
    """Head the names, with the unit where it is the same for all."""
    unit = comparison.row.indicator.unit
    what = WAY_NAMES.get(comparison.way, comparison.way)
    named = what[0].upper() + what[1:]
    return f"{named} (ĐVT: {unit})" if comparison.alike and unit else named


def table_line(line: ComparisonLine, comparison: Comparison, links: Links, *, judged: bool) -> str:
    """Show one series; the whole beside its parts in bold."""
    series, row = line.series, line.series.row
    name = escape(line.name(comparison.way))
    if comparison.way == BY_INDICATOR:
        name = f"<small>{row.indicator.code}</small> {name}"
    cells = [f'<th scope="row">{name}</th>']
    if is_ranked(comparison):
        cells.insert(0, f'<td class="n">{NONE if line.place is None else line.place}</td>')
    if not comparison.alike:
        cells.append(f'<td class="w">{escape(row.notation.unit) or NONE}</td>')
    cells += [
        f'<td class="n">{figure(line, point, comparison.board.area, links)}</td>'
        for point in line.points
    ]
    if judged:
        verdict = chip(row.status) if row.targets else NONE
        cells += [f'<td class="asked">{escape(line.targets()) or NONE}</td>', f"<td>{verdict}</td>"]
    return f"<tr{' class=whole' if series.whole else ''}>{''.join(cells)}</tr>"


def figure(line: ComparisonLine, point: Point | None, main_area: str, links: Links) -> str:
    """Write a figure that leads to where it comes from."""
    if point is None:
        return NONE
    row, (area, group) = line.series.row, line.series.key
    key = (row.indicator.code, area, group, point.year, row.period(point.year))
    origin = escape(links.figure(key, main_area))
    return f'<a class="traced" href="{origin}">{escape(line.text(point))}</a>'
