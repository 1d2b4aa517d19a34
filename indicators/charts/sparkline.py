"""A small trend line as an SVG picture for one row of a table, alone or with its path."""

from collections.abc import Sequence
from math import isfinite
from urllib.parse import quote

from indicators.board.board import Row
from indicators.charts.theme import DARK, LIGHT
from indicators.progress.results import Point
from indicators.progress.stages import DONE, FIRST_YEAR

WIDTH, HEIGHT, EDGE = 88, 22, 3
PATH_WIDTH, PATH_HEIGHT, PATH_EDGE = 132, 32, 5
# One picture for either ground: a table is written once for all readers.
AT_NIGHT = (
    f"<style>@media (prefers-color-scheme:dark){{polyline{{stroke:{DARK.nation}}}"
    f"circle{{fill:{DARK.required}}}}}</style>"
)
PATH_AT_NIGHT = (
    f"<style>@media (prefers-color-scheme:dark){{.a{{stroke:{DARK.actual}}}"
    f"circle{{fill:{DARK.actual}}}.r{{stroke:{DARK.required}}}.t{{fill:{DARK.required}}}}}</style>"
)

Spot = tuple[float, float]


def sparkline(points: Sequence[Point]) -> str | None:
    """Draw a series as a data URI; None with fewer than two numbers."""
    known = numbers(points)
    if len(known) < 2:
        return None
    xs = spread([year for year, _ in known], WIDTH)
    ys = [HEIGHT - y for y in spread([value for _, value in known], HEIGHT)]
    line = corners(list(zip(xs, ys, strict=True)))
    return picture(
        f'{AT_NIGHT}<polyline points="{line}" fill="none" stroke="{LIGHT.nation}" '
        f'stroke-width="1.6"/>'
        f'<circle cx="{xs[-1]:.1f}" cy="{ys[-1]:.1f}" r="2.6" fill="{LIGHT.required}"/>',
        WIDTH,
        HEIGHT,
    )


def path_sparkline(row: Row) -> str | None:
    """Draw a series with the path to its target as a data URI; None without a figure."""
    known, asked = numbers(row.judgement.points), asked_of(row)
    if not known:
        return None
    years, values = zip(*known, *asked, strict=True)
    xs = spread(years, PATH_WIDTH, PATH_EDGE)
    ys = [PATH_HEIGHT - y for y in spread(values, PATH_HEIGHT, PATH_EDGE)]
    spots = list(zip(xs, ys, strict=True))
    drawn = required(spots[len(known) :]) + actual(spots[: len(known)])
    return picture(f"{PATH_AT_NIGHT}{drawn}", PATH_WIDTH, PATH_HEIGHT)


def numbers(points: Sequence[Point]) -> list[Spot]:
    """Year and value of the points that have a place on a scale."""
    return [(p.year, p.value) for p in points if isfinite(p.value)]


def asked_of(row: Row) -> list[Spot]:
    """The corners of the path to the headline's target; none where none is drawn."""
    headline, path = row.judgement.headline, row.judgement.path
    if headline is None:
        return []
    due = headline.goal.year
    if row.indicator.kind == "milestone":
        held = row.indicator.rule == "maintain"
        start = row.indicator.base_year or FIRST_YEAR
        return [(start, DONE if held else 0), (due, DONE)]
    inside: list[Spot] = [corner for corner in path if corner[0] <= due]
    return [*inside, (due, path[0][1])] if len(path) == 1 else inside


def required(spots: Sequence[Spot]) -> str:
    """Draw the path dashed, its target as a diamond."""
    if not spots:
        return ""
    x, y = spots[-1]
    return (
        f'<polyline class="r" points="{corners(spots)}" fill="none" stroke="{LIGHT.required}" '
        f'stroke-width="1.3" stroke-dasharray="2.5 2.5"/>'
        f'<path class="t" d="M{x:.1f} {y - 4:.1f}l4 4-4 4-4-4Z" fill="{LIGHT.required}"/>'
    )


def actual(spots: Sequence[Spot]) -> str:
    """Draw the figures as a line that ends in a dot."""
    x, y = spots[-1]
    return (
        f'<polyline class="a" points="{corners(spots)}" fill="none" stroke="{LIGHT.actual}" '
        f'stroke-width="1.8"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{LIGHT.actual}"/>'
    )


def corners(spots: Sequence[Spot]) -> str:
    """Write the corners of a line."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def picture(drawn: str, width: int, height: int) -> str:
    """Write a drawing as a data URI."""
    frame = f'xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f"data:image/svg+xml,{quote(f'<svg {frame}>{drawn}</svg>')}"


def spread(values: Sequence[float], size: int, edge: int = EDGE) -> list[float]:
    """Scale values into a stretch of pixels; equal values stand in its middle."""
    low, high = min(values), max(values)
    if high == low:
        return [size / 2 for _ in values]
    return [edge + (v - low) / (high - low) * (size - 2 * edge) for v in values]
