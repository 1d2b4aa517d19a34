"""Indicators beside each other, or one indicator beside itself over areas and breakdowns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from indicators.board.board import CITY, NATION, Board, Row
from indicators.board.summary import finding
from indicators.catalogue.groups import group_label
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR, ENOUGH, SeriesKey
from indicators.progress.results import Point
from indicators.wording.comparisons import alone_sentence, apart, newest_of, standing
from indicators.wording.headlines import newest_of_each

WAY_NAMES = {BY_COMMUNE: "xã, phường, đặc khu"}
NEARLY_ALL = 0.8  # of the series that the fullest year has


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be compared: codes; of one code the way, the areas and the breakdown."""

    codes: tuple[str, ...] = ()
    way: str = ""
    areas: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One series: its row is judged where there are targets for it, else only followed.

    `around` is drawn behind it in grey; a `whole` stands beside its own parts.
    """

    name: str
    row: Row
    key: SeriesKey
    judged: bool
    around: Row | None = None
    whole: bool = False

    @property
    def behind(self) -> tuple[Point, ...]:
        """The figures drawn in grey."""
        return tuple(self.around.judgement.points) if self.around else ()

    def is_vacant_in(self, year: int) -> bool:
        """Whether there was nothing to measure in a year."""
        return any(point.year == year for point in self.row.vacant)

    def value_in(self, year: int) -> float | None:
        """The number of a year; None where there is none, or only that no rank was given."""
        point = self.row.point(year)
        return point.value if point and isfinite(point.value) else None


@dataclass(frozen=True)
class Comparison:
    """All series, those of them that are drawn, and how else they could be chosen.

    `way` is what the series differ in, `held` what they have in common: a breakdown group where
    areas are compared, an area where breakdowns are; `places` are the choices of it. `areas` have
    figures that could be compared, `grey` names what is drawn in grey.
    """

    board: Board
    way: str
    series: tuple[Compared, ...]
    drawn: tuple[Compared, ...]
    remarks: tuple[str, ...]
    ways: tuple[str, ...] = ()
    held: str = ""
    places: tuple[str, ...] = ()
    grey: str = ""
    areas: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    nation: bool = False  # whether all indicators are on the national board too

    @property
    def row(self) -> Row:
        """The indicator that is compared with itself, or the first of several."""
        return self.series[0].row

    @property
    def parts(self) -> tuple[Compared, ...]:
        """The series without the whole that stands beside them."""
        return tuple(series for series in self.series if not series.whole)

    @property
    def year(self) -> int | None:
        """The newest year in which nearly all series have a figure; None below two."""
        return common_year(self.parts)

    @property
    def alike(self) -> bool:
        """Whether all series are counted in one unit, so that their numbers can be compared."""
        return len({(s.row.indicator.unit, s.row.indicator.kind) for s in self.series}) == 1

    @property
    def title(self) -> str:
        """What the comparison shows, with its numbers."""
        if self.way != BY_INDICATOR:
            return f"{subject(self)}: {stands(self)}"
        rows = tuple(series.row for series in self.series)
        row, few = rows[0], replace(self.board, rows=rows)
        if len(rows) == 1:
            return row.title
        ends = [(row.indicator.short_name, row.judgement.latest, row.notation) for row in rows]
        return finding(few) if few.programme else newest_of_each(ends)


def common_year(series: Sequence[Compared]) -> int | None:
    """The newest year in which nearly as many series have a figure as ever; None below two."""
    years = Counter(
        p.year for each in series for p in each.row.judgement.points if isfinite(p.value)
    )
    needed = max(NEARLY_ALL * max(years.values(), default=0), ENOUGH)
    return max((year for year, count in years.items() if count >= needed), default=None)


def subject(comparison: Comparison) -> str:
    """Name the indicator, how it is split up, and what the series have in common."""
    held = held_name(comparison)
    name = comparison.row.indicator.name + (f" ({held})" if held else "")
    if comparison.way == BY_AREA:
        return name
    return f"{name} theo {WAY_NAMES.get(comparison.way, comparison.way)}"


def way_name(way: str) -> str:
    """Name a way on the link that leads to it."""
    if way == BY_INDICATOR:
        return "với chỉ tiêu khác"
    if way == BY_AREA:
        return "với cả nước, nơi trước sáp nhập"
    return f"theo {WAY_NAMES.get(way, way)}"


def held_name(comparison: Comparison) -> str:
    """Name the breakdown or the area that all series have in common; '' where it goes unsaid."""
    if comparison.way in (BY_AREA, BY_COMMUNE):
        return group_label(comparison.held) if comparison.held else ""
    if comparison.held == comparison.board.area:
        return ""
    return comparison.board.catalogue.area_names[comparison.held]


def stands(comparison: Comparison) -> str:
    """Say the highest and the lowest of the common year, or what is newest of each."""
    parts, notation = comparison.parts, comparison.row.notation
    year = comparison.year
    if comparison.way == BY_AREA:
        return newest_stands(comparison)
    if len(parts) == 1:
        return alone_sentence(parts[0].name, parts[0].row.judgement.latest, notation)
    if year is None:
        return apart([(part.name, part.row.judgement.latest) for part in parts], notation)
    found = [(part.name, part.value_in(year)) for part in parts]
    known = [(name, value) for name, value in found if value is not None]
    asked = sum(not each.is_vacant_in(year) for each in parts)
    return standing(year, known, notation, asked)


def newest_stands(comparison: Comparison) -> str:
    """Say the newest figures of the city and the country, else of all there are, with the years."""
    ends = [(each, each.row.judgement.latest) for each in comparison.series]
    known = [(each, point) for each, point in ends if point]
    now = [(each, point) for each, point in known if each.key[0] in (CITY, NATION)]
    has_city = any(each.key[0] == CITY for each, _ in now)
    told = [(each.name, point) for each, point in (now if has_city else known)]
    return newest_of(told, comparison.row.notation)


def ranked(series: Sequence[Compared], year: int) -> list[Compared]:
    """Put the best of a year first, those without a figure last."""
    return sorted(series, key=lambda each: rank_key(each, year))


def rank_key(each: Compared, year: int) -> tuple[bool, float]:
    """Order by value, the higher the better unless the indicator says otherwise."""
    value = each.value_in(year)
    lower = each.row.indicator.direction == "down" or each.row.indicator.kind == "rank"
    return value is None, 0.0 if value is None else value if lower else -value


def positions(series: Sequence[Compared], year: int) -> list[int | None]:
    """Give the place of each in the ranking of a year; equals share one, without figure none."""
    keys = [rank_key(each, year) for each in series]
    return [None if key[0] else 1 + sum(other < key for other in keys) for key in keys]


def beside_nation(board: Board, row: Row, nation: Row | None) -> Compared:
    """Take an indicator as it is judged, with the country's figures behind it."""
    around = nation if nation and nation.judgement.points else None
    return Compared(row.indicator.short_name, row, (board.area, ""), judged=True, around=around)


def codes_of(comparison: Comparison) -> tuple[str, ...]:
    """The codes that are compared."""
    return tuple(dict.fromkeys(each.row.indicator.code for each in comparison.series))
