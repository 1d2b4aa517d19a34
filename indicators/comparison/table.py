"""A comparison as a table: a series a line, a year a column, the sources below."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.board.board import NATION
from indicators.comparison.comparison import Compared, Comparison, positions
from indicators.figures.disaggregation import BY_COMMUNE, BY_INDICATOR
from indicators.progress.results import Point
from indicators.wording.numbers import NONE
from indicators.wording.telling import sources_told

SOURCES_TOLD = 6


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One series: its place in the ranking where there is one, a figure or none a year."""

    series: Compared
    place: int | None
    points: tuple[Point | None, ...]

    def text(self, point: Point | None) -> str:
        """Write a figure without its unit, '–' for none, '*' when it is not final."""
        if point is None:
            return NONE
        return f"{self.series.row.number(point)}{'*' if point.provisional else ''}"

    def name(self, way: str) -> str:
        """Name the series: the indicator, its figures for the country, the area or breakdown."""
        if way != BY_INDICATOR:
            return self.series.name
        name = self.series.row.indicator.name
        return f"{name} (cả nước)" if self.series.key[0] == NATION else name

    def targets(self) -> str:
        """Write the targets that are set for the series itself."""
        row = self.series.row
        return "; ".join(f"{t.year}: {row.notation.target(t)}" for t in row.targets)


def comparison_years(comparison: Comparison, first: int) -> tuple[int, ...]:
    """The years from the first one on in which any series has a figure."""
    every = [each.row for each in with_nation(comparison)]
    years = {p.year for row in every for p in (*row.judgement.points, *row.vacant)}
    return tuple(sorted(year for year in years if year >= first))


def comparison_lines(comparison: Comparison, years: Sequence[int]) -> list[ComparisonLine]:
    """Lay out all series, ranked where they are communes."""
    every = with_nation(comparison)
    places = ranking(comparison) if is_ranked(comparison) else [None] * len(every)
    return [
        ComparisonLine(each, place, tuple(each.row.point(year) for year in years))
        for each, place in zip(every, places, strict=True)
    ]


def with_nation(comparison: Comparison) -> list[Compared]:
    """Put what is drawn in grey behind an indicator below it; of parts it is a line already."""
    if comparison.way != BY_INDICATOR:
        return list(comparison.series)
    lines: list[Compared] = []
    for each in comparison.series:
        nation = (
            Compared(comparison.grey, each.around, (NATION, ""), judged=True)
            if each.around
            else None
        )
        lines += [each, *([nation] if nation else [])]
    return lines


def ranking(comparison: Comparison) -> list[int | None]:
    """The place of each series; none for a whole beside its parts."""
    places = iter(positions(comparison.parts, comparison.year or 0))
    return [None if each.whole else next(places) for each in comparison.series]


def is_ranked(comparison: Comparison) -> bool:
    """Whether the series have places: communes do."""
    return comparison.way == BY_COMMUNE and comparison.year is not None


def source_line(comparison: Comparison) -> str:
    """Name the sources of the figures, the most used first."""
    return sources_told(comparison.sources, SOURCES_TOLD)
