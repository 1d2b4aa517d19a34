"""Choice of points: as-of year, break, baseline, latest; the path through the milestones."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from indicators.progress.aims import Aim
from indicators.progress.results import Measure, Point, Thresholds

BASELINE_REACH = 5  # years before the base year in which a figure may stand in for it

Path = list[tuple[int, float]]


@dataclass(slots=True)
class Case:
    """One series as it is judged: `points` up to the year, `series` those since the last break."""

    measure: Measure
    points: list[Point]
    series: list[Point]
    baseline: Point | None
    latest: Point | None
    year: int
    thresholds: Thresholds


def case_of(measure: Measure, points: Sequence[Point], year: int, thresholds: Thresholds) -> Case:
    """Cut a series at the as-of year and at its last break."""
    known = sorted((p for p in points if p.year <= year), key=lambda p: p.year)
    series = since_break(known)
    baseline = baseline_of(series, measure.base_year)
    latest = series[-1] if series else None
    return Case(measure, known, series, baseline, latest, year, thresholds)


def since_break(points: list[Point]) -> list[Point]:
    """Keep the points from the last one marked `break_before` on."""
    for index in range(len(points) - 1, 0, -1):
        if points[index].break_before:
            return points[index:]
    return points


def baseline_of(series: list[Point], base_year: int | None) -> Point | None:
    """Take the base year, else the latest of the five years before it, else the first after."""
    if not series:
        return None
    if base_year is None:
        return series[0]
    before = None
    for point in series:
        if point.year > base_year:
            return before or point
        if point.year >= base_year - BASELINE_REACH:
            before = point
    return before


def deciding_point(points: list[Point], year: int) -> Point | None:
    """Find the final value of the target year, else the first final one after it."""
    for point in points:
        if point.year >= year and not point.provisional:
            return point
    return None


def path_through(baseline: Point | None, aims: Sequence[Aim]) -> Path:
    """Lead from the baseline through each later milestone that the baseline does not reach yet.

    Empty without a baseline that is a number.
    """
    if baseline is None or not isfinite(baseline.value):
        return []
    ahead = (a for a in aims if a.year > baseline.year and not a.held_by(baseline.value))
    return [(baseline.year, baseline.value), *((a.year, a.bound) for a in ahead)]


def straight_to(baseline: Point | None, aim: Aim) -> Path:
    """Lead straight from the baseline to one milestone; empty where that is not possible."""
    if baseline is None or baseline.year >= aim.year or not isfinite(baseline.value):
        return []
    return [(baseline.year, baseline.value), (aim.year, aim.bound)]


def value_on(path: Path, year: int) -> float | None:
    """Read a path at a year: straight between its corners, level outside them."""
    if not path:
        return None
    after = bisect_right(path, year, key=lambda corner: corner[0])
    if after == 0:
        return path[0][1]
    if after == len(path):
        return path[-1][1]
    (y0, v0), (y1, v1) = path[after - 1], path[after]
    return v0 + (v1 - v0) * (year - y0) / (y1 - y0)


def slope(points: Sequence[Point]) -> float:
    """Least-squares slope of two or more points, in the unit of the values per year."""
    mean_year = sum(p.year for p in points) / len(points)
    mean_value = sum(p.value for p in points) / len(points)
    spread = sum((p.year - mean_year) ** 2 for p in points)
    return sum((p.year - mean_year) * (p.value - mean_value) for p in points) / spread
