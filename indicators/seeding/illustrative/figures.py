"""The figures of one indicator in one year: whole, breakdowns, communes, the country."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.board.board import CITY, NATION
from indicators.catalogue.groups import group_key
from indicators.catalogue.records import Catalogue, Indicator
from indicators.catalogue.references import AREA_DIMENSION
from indicators.seeding.illustrative.parts import split, split_within, weights
from indicators.seeding.illustrative.scenarios import (
    BASE,
    NOW,
    Scenario,
    fitted,
    scenarios,
    unevenness,
)
from indicators.store.records import Period, Status

# Only their parts are reported, so that the board adds them up.
ONLY_PARTS = ("CS01", "CS08")
# Of these only the communes report.
ONLY_COMMUNES = ("CS08",)
# What is reported as the whole is this much above what the parts add up to.
DIFFERS = {"NL08": 1.5}
# Reported by commune also for the years before the merger, recalculated.
RECALCULATED = ("ML02", "PC01", "PC05", "BC01", "BC03")
# Years that are reported, where not all are.
REPORTED = {"PC07": (2026, 2029)}
BANDS = {
    2025: "chưa xếp hạng", 2026: "chưa xếp hạng", 2027: "301–350", 2028: "251–300",
    2029: "201–250",
}  # fmt: skip
# Of a level of attainment: none of it below the level counted, then two parts of it.
LEVELS = ("Mức độ 1", "Mức độ 2", "Mức độ 3")
UPPER_SHARE = 3  # one in so many of those at the level counted is above it
PARTIAL = 5  # all but one in so many of a total that its parts do not make up
GROWTH = 0.01  # of what a percentage is of, a year
# How much of a year's amount has come by then, and how far a state has moved on from last year.
SO_FAR: dict[Period, float] = {"6t": 0.46, "9t": 0.73}
UNSURE = 0.006  # how far an estimate is from what is final in the end
OLD_PROVINCES = {"HP-CU": 0.04, "HD-CU": -0.05}  # how far they stood from the city of today
LAST_OF_OLD = 2024


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as a file gives it: a value, or numerator and denominator; texts as typed."""

    code: str
    area: str
    group: str
    year: int
    period: Period = "nam"
    value: str = ""
    numerator: int | None = None
    denominator: int | None = None
    status: Status | str = "chính thức"
    note: str = ""


def written(indicator: Indicator, value: float) -> str:
    """Write a number with a decimal comma; three decimals would be taken for thousands."""
    decimals = 4 if indicator.decimals == 3 else indicator.decimals
    return f"{value:.{decimals}f}".replace(".", ",")


def final_figures(catalogue: Catalogue, indicator: Indicator, year: int) -> Iterator[Figure]:
    """Give all that is reported of a year once it is over."""
    scenario = scenarios()[indicator.code]
    if year not in REPORTED.get(indicator.code, scenario.years()):
        return
    whole = _whole(indicator, scenario, year)
    if indicator.code not in ONLY_PARTS:
        yield _reported(indicator, whole)
    yield from _parts(catalogue, indicator, whole)
    yield from _old_provinces(indicator, scenario, year)


def national_figures(indicator: Indicator, year: int) -> Iterator[Figure]:
    """Give the figure of the whole country, where there is one."""
    scenario = scenarios()[indicator.code]
    if scenario.nation_base is None or scenario.nation_last is None:
        return
    step = (scenario.nation_last - scenario.nation_base) / (NOW - BASE)
    value = fitted(indicator, scenario.nation_base + step * (year - BASE))
    yield Figure(indicator.code, NATION, "", year, value=written(indicator, value))


def estimate(indicator: Indicator, year: int, status: Status | str) -> Iterator[Figure]:
    """Give the city's figure before the year is over, near what it will be."""
    scenario = scenarios()[indicator.code]
    if year not in REPORTED.get(indicator.code, scenario.years()):
        return
    whole = replace(_whole(indicator, scenario, year), status=status)
    if indicator.code in ONLY_PARTS:
        return
    if indicator.kind in ("milestone", "rank", "count") or whole.denominator:
        yield _reported(indicator, whole)
        return
    off = UNSURE * unevenness(indicator.code, year, status)
    value = fitted(indicator, scenario.value(indicator, year) * (1 + off))
    yield replace(whole, value=written(indicator, value))


def so_far(indicator: Indicator, year: int, period: Period) -> Iterator[Figure]:
    """Give the city's figure of the first six or nine months."""
    scenario = scenarios()[indicator.code]
    if year not in scenario.years():
        return
    value = scenario.value(indicator, year)
    before = 0.0 if indicator.accumulates == "flow" else scenario.value(indicator, year - 1)
    now = fitted(indicator, before + (value - before) * SO_FAR[period])
    shown = written(indicator, now)
    yield Figure(indicator.code, CITY, "", year, period, shown, status="ước")


def _whole(indicator: Indicator, scenario: Scenario, year: int) -> Figure:
    """Give the city's figure: of a percentage with parts what it is of, else the value."""
    whole = Figure(indicator.code, CITY, "", year)
    if indicator.kind == "rank" and scenario.base is None:
        return replace(whole, value=BANDS[year])
    value = scenario.value(indicator, year)
    if scenario.denominator is None:
        return replace(whole, value=written(indicator, value))
    of = round(scenario.denominator)
    below = of if of == _communes_of_one(of) else round(of * (1 + GROWTH * (year - BASE)))
    return replace(whole, numerator=round(value * below / 100), denominator=below)


def _communes_of_one(of: int) -> int:
    """A percentage of communes is of all of them in every year."""
    return 114 if of == 114 else 0


def _reported(indicator: Indicator, whole: Figure) -> Figure:
    above = DIFFERS.get(indicator.code)
    if above is None or whole.numerator is None or not whole.denominator:
        return whole
    value = min(whole.numerator / whole.denominator * 100 + above, 100.0)
    shown = written(indicator, value)
    return replace(whole, value=shown, numerator=None, denominator=None)


def _parts(catalogue: Catalogue, indicator: Indicator, whole: Figure) -> Iterator[Figure]:
    """Give the parts along every dimension; those of a partition add up to the whole."""
    dimensions: dict[str, list[str]] = {}
    roles = {}
    for each in catalogue.breakdowns_by_indicator.get(indicator.code, ()):
        dimensions.setdefault(each.dimension, []).append(each.value)
        roles[each.dimension] = each.role
    for dimension, values in dimensions.items():
        if whole.code in ONLY_COMMUNES and dimension != AREA_DIMENSION:
            continue
        places = [(CITY, group_key([(dimension, value)])) for value in values]
        if dimension == AREA_DIMENSION:
            if whole.year < BASE and whole.code not in RECALCULATED:
                continue
            places = [(code, "") for code in catalogue.communes]
        if roles[dimension] == "distribution":
            yield from _levels(whole, places)
        else:
            yield from _along(whole, places, complete=roles[dimension] == "partition")


def _along(whole: Figure, places: Sequence[tuple[str, str]], *, complete: bool) -> Iterator[Figure]:
    by = weights(whole.code, [area + group for area, group in places])
    if whole.numerator is None or whole.denominator is None:
        total = int(whole.value)
        counted = split(total if complete else total - total // PARTIAL, by)
        for (area, group), count in zip(places, counted, strict=True):
            yield replace(whole, area=area, group=group, value=str(count))
        return
    below = [1 + part for part in split(whole.denominator - len(places), by)]
    # Each part leans its own way from the share of the whole.
    lean = [room * (1 + weight / 4) for room, weight in zip(below, by, strict=True)]
    above = split_within(whole.numerator, lean, below)
    for (area, group), number, of in zip(places, above, below, strict=True):
        yield replace(whole, area=area, group=group, numerator=number, denominator=of)


def _levels(whole: Figure, places: Sequence[tuple[str, str]]) -> Iterator[Figure]:
    """Give how many are at each level: all of one denominator."""
    counted, of = whole.numerator or 0, whole.denominator or 0
    upper = counted // UPPER_SHARE
    at = dict(zip(LEVELS, (of - counted, counted - upper, upper), strict=True))
    for area, group in places:
        level = group.partition("=")[2]
        yield replace(whole, area=area, group=group, numerator=at[level], denominator=of)


def _old_provinces(indicator: Indicator, scenario: Scenario, year: int) -> Iterator[Figure]:
    """Give the figures of the provinces before the merger, where any are shown."""
    if indicator.code != "ML02" or year > LAST_OF_OLD:
        return
    for area, off in OLD_PROVINCES.items():
        value = fitted(indicator, scenario.value(indicator, year) * (1 + off))
        yield Figure(indicator.code, area, "", year, value=written(indicator, value))
