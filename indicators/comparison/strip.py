"""One indicator over many areas as a strip: a bar an area, the best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite

from indicators.comparison.comparison import Compared, Comparison
from indicators.comparison.table import is_ranked

WHOLE_SHARE = 100.0


@dataclass(frozen=True, slots=True)
class StripMark:
    """A bar, or a line across all bars: a name, its value in words, how high of the whole strip."""

    name: str
    value: str
    height: float


@dataclass(frozen=True, slots=True)
class RankedStrip:
    """The areas of one year, ranked, and what they are held against: the city, the target."""

    year: int
    bars: tuple[StripMark, ...]
    lines: tuple[StripMark, ...]


def ranked_strip(comparison: Comparison) -> RankedStrip | None:
    """Lay out the ranking of communes; None where there is none, or no bar could show it."""
    year, row = comparison.year, comparison.row
    if year is None or not is_ranked(comparison) or row.indicator.kind == "rank":
        return None
    found = [(each.name, each.value_in(year)) for each in comparison.parts]
    areas = [(name, value) for name, value in found if value is not None]
    against = lines_of(comparison, year)
    every = [value for _, value in (*areas, *against)]
    if not areas or min(every) < 0 or max(every) <= 0:
        return None
    top = WHOLE_SHARE if row.indicator.is_share else max(every)
    notation = comparison.row.notation
    bars = marks(areas, top, notation.value)
    lines = marks(against[:1], top, notation.value) + marks(against[1:], top, notation.required)
    return RankedStrip(year, bars, lines)


def marks(
    values: Sequence[tuple[str, float]], top: float, said: Callable[[float], str]
) -> tuple[StripMark, ...]:
    """Measure values against the height of the strip."""
    return tuple(StripMark(name, said(value), min(value / top, 1.0)) for name, value in values)


def lines_of(comparison: Comparison, year: int) -> list[tuple[str, float]]:
    """The value of the whole city where parts can be held against it, and the nearest target."""
    values = (whole_value(each, year) for each in comparison.parts)
    whole = next((value for value in values if value is not None), None)
    if whole is None:  # what adds up is no measure for its parts, nor is its target
        return []
    city = comparison.board.by_code[comparison.row.indicator.code]
    goals = [t for t in city.targets if t.value is not None and t.year >= year]
    target = [(f"Mục tiêu {goal.year}", goal.value or 0.0) for goal in goals[:1]]
    return [("Toàn thành phố", whole), *target]


def whole_value(each: Compared, year: int) -> float | None:
    """The value of the whole that a series is a part of."""
    point = each.around.point(year) if each.around else None
    return point.value if point and isfinite(point.value) else None
