"""Adding up: a whole from its parts, along one dimension at a time, or not at all.

A percentage is the sum of numerators over the sum of denominators, never a mean of percentages.
Counts and amounts add up; indices, ranks, ratios and differences do not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from indicators.catalogue.groups import group_key
from indicators.catalogue.records import Area, Catalogue, Indicator
from indicators.catalogue.references import AREA_DIMENSION
from indicators.progress.rounding import agree
from indicators.store.held import Key
from indicators.store.records import BLANK, NO_SUBJECT, STATUSES, Observation, Period, Status

SUMMED_KINDS = ("count", "amount")
SUMMED_FROM = {AREA_DIMENSION: "xã, phường, đặc khu"}

# Area and group key of a part.
PartKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WholeKey:
    """The whole asked for: an area in a year and period."""

    area: str
    year: int
    period: Period = "nam"


@dataclass(frozen=True, slots=True)
class RollUp:
    """A whole added up from all `parts` values of a dimension; as firm as its least firm part.

    Where no part has anything to be a share of, the whole has not either: 0 of 0, without value.
    """

    indicator: str
    area: str
    year: int
    dimension: str
    value: float | None
    numerator: float | None
    denominator: float | None
    parts: int
    period: Period
    status: Status

    @property
    def source(self) -> str:
        """What it was added up from: 'Cộng từ 114 xã, phường, đặc khu'."""
        return f"Cộng từ {self.parts} {SUMMED_FROM.get(self.dimension, self.dimension)}"

    @property
    def observation(self) -> Observation:
        """The form of a figure, whose source says what it was added up from."""
        return BLANK._replace(
            indicator=self.indicator,
            area=self.area,
            year=self.year,
            period=self.period,
            value=self.value,
            numerator=self.numerator,
            denominator=self.denominator,
            label=NO_SUBJECT if self.value is None else "",
            status=self.status,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """A reported figure that its parts do not add up to; both are shown."""

    reported: float
    whole: RollUp

    @property
    def added(self) -> float:
        """What the parts add up to; a whole without a value differs from nothing."""
        return 0.0 if self.whole.value is None else self.whole.value


def roll_ups(
    figures: Iterable[Observation], catalogue: Catalogue, indicator: Indicator, key: WholeKey
) -> list[RollUp]:
    """Add up a whole along every dimension that is completely reported."""
    same = [
        figure
        for figure in figures
        if (figure.indicator, figure.year, figure.period) == (indicator.code, key.year, key.period)
    ]
    tried = (
        _along(same, indicator, key, dimension, expected)
        for dimension, expected in _partitions(catalogue, indicator, key)
    )
    return [whole for whole in tried if whole is not None]


def part_keys(catalogue: Catalogue, indicator: Indicator, whole: RollUp) -> list[Key]:
    """Name the figures that a roll-up was added up from, in order."""
    key = WholeKey(whole.area, whole.year, whole.period)
    expected = dict(_partitions(catalogue, indicator, key))[whole.dimension]
    return [(indicator.code, *part, whole.year, whole.period) for part in sorted(expected)]


def difference(reported: Observation, whole: RollUp) -> Difference | None:
    """Compare a reported figure with its roll-up; None when rounding explains what is between."""
    if reported.value is None or whole.value is None or agree(reported.value, whole.value):
        return None
    return Difference(reported.value, whole)


def _partitions(
    catalogue: Catalogue, indicator: Indicator, key: WholeKey
) -> Iterator[tuple[str, frozenset[PartKey]]]:
    """Give each dimension that makes up the whole, with the parts that must all be there."""
    values: dict[str, list[str]] = {}
    for each in catalogue.breakdowns_by_indicator.get(indicator.code, ()):
        if each.role == "partition":
            values.setdefault(each.dimension, []).append(each.value)
    for dimension, options in values.items():
        if dimension == AREA_DIMENSION:
            yield dimension, _units(catalogue, key)
        else:
            yield dimension, frozenset((key.area, group_key([(dimension, v)])) for v in options)


def _units(catalogue: Catalogue, key: WholeKey) -> frozenset[PartKey]:
    """List the communes in force at the end of the year; before the merger, those it made."""
    whole = catalogue.areas_by_code.get(key.area)
    begin = whole.valid_from if whole and whole.valid_from else date.min
    day = max(date(key.year, 12, 31), begin)
    return frozenset(
        (area.code, "")
        for area in catalogue.communes.values()
        if area.parent == key.area and _in_force(area, day)
    )


def _in_force(area: Area, day: date) -> bool:
    return (area.valid_from or date.min) <= day <= (area.valid_to or date.max)


def _along(
    figures: Sequence[Observation],
    indicator: Indicator,
    key: WholeKey,
    dimension: str,
    expected: frozenset[PartKey],
) -> RollUp | None:
    parts = [figure for figure in figures if (figure.area, figure.group) in expected]
    if not parts or sorted((part.area, part.group) for part in parts) != sorted(expected):
        return None
    total = _total(parts, indicator)
    if total is None:
        return None
    status = min((part.status for part in parts), key=STATUSES.index)
    return RollUp(
        indicator.code, key.area, key.year, dimension, *total, len(parts), key.period, status
    )


def _total(
    parts: Sequence[Observation], indicator: Indicator
) -> tuple[float | None, float | None, float | None] | None:
    """Give value, numerator and denominator of the whole, None for what does not add up."""
    if indicator.kind in SUMMED_KINDS:
        value = _sum(part.value for part in parts)
        return None if value is None else (value, None, None)
    if indicator.kind != "percent":
        return None
    numerator = _sum(part.numerator for part in parts)
    denominator = _sum(part.denominator for part in parts)
    if numerator is None or denominator is None:
        return None
    if not denominator:
        return None, numerator, denominator
    return numerator / denominator * 100, numerator, denominator


def _sum(values: Iterable[float | None]) -> float | None:
    """Add up exactly, whatever the order; one missing makes the sum missing."""
    known = list(values)
    return None if None in known else fsum(value for value in known if value is not None)
