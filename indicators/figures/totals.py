"""The figures of an area as a whole: as they were reported, else added up from all their parts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from math import isnan
from typing import Any

from pandas import DataFrame, concat

from indicators.catalogue.records import Catalogue, Indicator
from indicators.figures.proposed import Overlay
from indicators.figures.rollup import (
    COMMUNE_KINDS,
    SUMMED_KINDS,
    Difference,
    RollUp,
    WholeKey,
    difference,
    roll_ups,
)
from indicators.store.connection import Store
from indicators.store.history import observations_at
from indicators.store.records import Observation

KEYS = ["indicator", "area", "group", "year", "period"]
SUMMED = [*KEYS, "value", "numerator", "denominator", "status"]
BLANK = Observation(
    *("", "", "", 0, "nam", None, None, None, "", "chính thức", False, False),
    *("", "", None, "", "", "", None),
)
SUMMED_FROM = {"xã phường đặc khu": "xã, phường, đặc khu"}


def whole_figures(
    store: Store,
    version: int,
    catalogue: Catalogue,
    area: str,
    overlay: Overlay | None = None,
) -> dict[str, list[Any]]:
    """Give the totals of an area by indicator; a reported figure stands before its roll-up.

    With an overlay, as they would be once its figures were recorded.
    """
    own = observations_at(store, version, area=area)
    own = overlay.over(own, area=area) if overlay else own
    wholes: dict[str, list[Any]] = defaultdict(list)
    observation: Any
    for observation in own[own["group"] == ""].itertuples():
        wholes[observation.indicator].append(observation)
    reported = {(code, o.year, o.period) for code, figures in wholes.items() for o in figures}
    for whole in roll_ups_of(store, version, catalogue, area, own, overlay):
        key = (whole.indicator, whole.year, whole.period)
        if key not in reported:
            reported.add(key)
            wholes[whole.indicator].append(added_up(whole))
    return wholes


def roll_ups_of(
    store: Store,
    version: int,
    catalogue: Catalogue,
    area: str,
    own: DataFrame,
    overlay: Overlay | None = None,
) -> list[RollUp]:
    """Add up all that an area's parts add up to; `own` are the figures of the area itself."""

    def make() -> list[RollUp]:
        by_indicator = parts_by_indicator(store, version, catalogue, area, own, overlay)
        return [
            whole
            for indicator, parts in by_indicator
            for whole in wholes_of(parts, catalogue, indicator, area)
        ]

    return make() if overlay else store.remember(("roll-ups", version, area), make)


def differences(store: Store, version: int, catalogue: Catalogue, area: str) -> list[Difference]:
    """Compare the reported totals of an area with all that its parts add up to."""
    own = observations_at(store, version, area=area)
    reported = {
        (told.indicator, told.year, told.period): part_of(told)
        for told in own[own["group"] == ""].astype(object).itertuples()
    }
    pairs = (
        (reported.get((whole.indicator, whole.year, whole.period)), whole)
        for whole in roll_ups_of(store, version, catalogue, area, own)
    )
    found = (difference(told, whole) for told, whole in pairs if told)
    return [each for each in found if each]


def parts_by_indicator(
    store: Store,
    version: int,
    catalogue: Catalogue,
    area: str,
    own: DataFrame,
    overlay: Overlay | None = None,
) -> list[tuple[Indicator, list[Observation]]]:
    """Give the breakdowns of an area and the totals of its communes, where there are any."""
    communes = {a.code for a in catalogue.areas if a.parent == area and a.kind in COMMUNE_KINDS}
    frames = [own.loc[own["group"] != "", SUMMED]]
    if communes:
        totals = observations_at(store, version, group="", columns=SUMMED)
        totals = overlay.over(totals, group="") if overlay else totals
        frames.append(totals[totals["area"].isin(communes)])
    named = {indicator.code: indicator for indicator in catalogue.indicators}
    parts: dict[str, list[Observation]] = defaultdict(list)
    for part in _parts(_addable(concat(frames), named)):
        parts[part.indicator].append(part)
    return [(named[code], parts[code]) for code in sorted(parts)]


def _parts(frame: DataFrame) -> Iterator[Observation]:
    """Turn the rows into records with what adding up needs, a whole column at a time."""
    # As plain objects: pandas hands out the texts of its own columns one by one, and slowly.
    plain = frame.astype(object).where(frame.notna(), None)
    columns = {name: plain[name].tolist() for name in SUMMED}
    named = (columns.get(name, repeat(value)) for name, value in BLANK._asdict().items())
    return map(Observation, *named)


def _addable(parts: DataFrame, named: Mapping[str, Indicator]) -> DataFrame:
    """Leave out early what never adds up: most rows of a large upload."""
    summed = {code for code, indicator in named.items() if indicator.kind in SUMMED_KINDS}
    shares = {code for code, indicator in named.items() if indicator.kind == "percent"}
    whole_share = parts["indicator"].isin(shares) & parts["denominator"].notna()
    return parts.loc[parts["indicator"].isin(summed) | whole_share, SUMMED]


def wholes_of(
    parts: Iterable[Observation], catalogue: Catalogue, indicator: Indicator, area: str
) -> list[RollUp]:
    """Add up every year and period whose parts are completely reported."""
    by_period: dict[tuple[int, Any], list[Observation]] = defaultdict(list)
    for part in parts:
        by_period[part.year, part.period].append(part)
    return [
        whole
        for (year, period), same in sorted(by_period.items())
        for whole in roll_ups(same, catalogue, indicator, WholeKey(area, year, period))
    ]


def part_of(row: Any) -> Observation:  # noqa: ANN401 (a named tuple that pandas makes)
    """Turn a row into a record with what adding up needs."""
    # Built at once: `replace` takes four times as long, and a preview has 200 000 of these.
    return Observation(
        row.indicator, row.area, row.group, int(row.year), row.period,
        known(row.value), known(row.numerator), known(row.denominator),
        "", row.status, False, False, "", "", None, "", "", "", None,
    )  # fmt: skip


def known(value: float | None) -> float | None:
    """Give None for the NaN that pandas puts in place of a missing number."""
    return None if value is None or isnan(value) else float(value)


def added_up(whole: RollUp) -> Observation:
    """Give a roll-up the form of a figure, with what it was added up from as its source."""
    return BLANK._replace(
        indicator=whole.indicator,
        area=whole.area,
        year=whole.year,
        period=whole.period,
        value=whole.value,
        numerator=whole.numerator,
        denominator=whole.denominator,
        status=whole.status,
        source=told(whole),
    )


def told(whole: RollUp) -> str:
    """Say what a roll-up was added up from: 'Cộng từ 114 xã, phường, đặc khu'."""
    return f"Cộng từ {whole.parts} {SUMMED_FROM.get(whole.dimension, whole.dimension)}"
