"""The totals of an area: as they were reported, and as all their parts add up to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass

from pandas import DataFrame, concat

from indicators.catalogue.records import Catalogue, Indicator
from indicators.figures.proposed import Overlay
from indicators.figures.rollup import (
    SUMMED_KINDS,
    Difference,
    RollUp,
    WholeKey,
    difference,
    roll_ups,
)
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, observations_at, observations_in
from indicators.store.records import OBSERVATION_KEY, Observation, Period

SUMMED = [*OBSERVATION_KEY, "value", "numerator", "denominator", "status"]


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of an area by indicator, reported and added up; by code, year and period.

    What is reported stands before its roll-up; of several roll-ups the first stands for all.
    """

    reported: Mapping[str, list[Observation]]
    roll_ups: Mapping[str, list[RollUp]]

    def __len__(self) -> int:
        """How many figures there are of both kinds."""
        every: tuple[Sized, ...] = (*self.reported.values(), *self.roll_ups.values())
        return sum(map(len, every))

    def of(self, code: str) -> list[Observation]:
        """The total of every year and period that has one."""
        return [*self.reported.get(code, ()), *self.unreported(code)]

    def unreported(self, code: str) -> list[Observation]:
        """What parts add up to where no total was reported, the newest first."""
        reported = {(o.year, o.period) for o in self.reported.get(code, ())}
        first = {(w.year, w.period): w for w in reversed(self.roll_ups.get(code, []))}
        return [whole.observation for when, whole in first.items() if when not in reported]

    def differences(self, code: str) -> list[Difference]:
        """The reported totals that their parts do not add up to."""
        reported = {(o.year, o.period): o for o in self.reported.get(code, ())}
        pairs = ((reported.get((w.year, w.period)), w) for w in self.roll_ups.get(code, ()))
        found = (difference(told, whole) for told, whole in pairs if told)
        return [each for each in found if each]


def totals_at(store: Store, version: int, area: str, overlay: Overlay | None = None) -> Totals:
    """Give the totals of an area; with an overlay, as they would be once it was recorded."""
    if overlay:
        return _totals(store, version, area, overlay)
    return store.remember(("totals", version, area), lambda: _totals(store, version, area))


def _totals(store: Store, version: int, area: str, overlay: Overlay | None = None) -> Totals:
    own = observations_at(store, version, area=area, columns=Observation._fields)
    own = overlay.over(own, area=area) if overlay else own
    reported: dict[str, list[Observation]] = defaultdict(list)
    for each in observations_in(own[own["group"] == ""]):
        reported[each.indicator].append(each)
    catalogue = catalogue_at(store, version)
    units = _units(store, version, catalogue, area, overlay)
    parts = _parts(concat([own.loc[own["group"] != "", SUMMED], *units]), catalogue)
    wholes = {i.code: _wholes(same, catalogue, i, area) for i, same in parts}
    return Totals(dict(reported), wholes)


def _units(
    store: Store, version: int, catalogue: Catalogue, area: str, overlay: Overlay | None
) -> Iterator[DataFrame]:
    """Give the totals of the communes of an area, where there are any."""
    communes = [each.code for each in catalogue.communes.values() if each.parent == area]
    if communes:
        totals = observations_at(store, version, group="", columns=SUMMED)
        totals = overlay.over(totals, group="") if overlay else totals
        yield totals[totals["area"].isin(communes)]


def _parts(frame: DataFrame, catalogue: Catalogue) -> Iterator[tuple[Indicator, list[Observation]]]:
    """Sort out what adds up, by indicator; most rows of a large upload never do."""
    named = catalogue.indicators_by_code
    summed = {code for code, indicator in named.items() if indicator.kind in SUMMED_KINDS}
    shares = {code for code, indicator in named.items() if indicator.kind == "percent"}
    whole_share = frame["indicator"].isin(shares) & frame["denominator"].notna()
    parts: dict[str, list[Observation]] = defaultdict(list)
    for part in observations_in(frame[frame["indicator"].isin(summed) | whole_share]):
        parts[part.indicator].append(part)
    return ((named[code], parts[code]) for code in sorted(parts))


def _wholes(
    parts: Iterable[Observation], catalogue: Catalogue, indicator: Indicator, area: str
) -> list[RollUp]:
    """Add up every year and period whose parts are completely reported."""
    by_period: dict[tuple[int, Period], list[Observation]] = defaultdict(list)
    for part in parts:
        by_period[part.year, part.period].append(part)
    return [
        whole
        for (year, period), same in sorted(by_period.items())
        for whole in roll_ups(same, catalogue, indicator, WholeKey(area, year, period))
    ]
