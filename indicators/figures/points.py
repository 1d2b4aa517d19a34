"""Recorded figures as points of a series: one a year, as firm as the figure is."""

from collections.abc import Iterable
from math import isnan
from typing import Any

from indicators.catalogue.records import Indicator
from indicators.progress.against import PeriodFigure
from indicators.progress.results import UNRANKED, Measure, Point
from indicators.store.records import PERIODS


def measure_of(indicator: Indicator) -> Measure:
    """Reduce an indicator to what judging needs."""
    return Measure(
        indicator.kind,
        indicator.rule,
        indicator.direction,
        indicator.base_year,
        indicator.lower,
        indicator.upper,
    )


def points_of(
    indicator: Indicator, observations: Iterable[Any]
) -> tuple[list[Point], dict[int, str]]:
    """Choose one figure a year and the published bands; partial years count as provisional.

    Flows use full-year figures only, stocks the newest period of the year.
    """
    usable = PERIODS if indicator.accumulates == "stock" else PERIODS[-1:]
    in_turn = sorted(
        (o for o in observations if o.period in usable),
        key=lambda o: (o.year, PERIODS.index(o.period)),
    )
    chosen = {int(o.year): o for o in in_turn}
    bands = {year: str(o.label) for year, o in chosen.items() if o.label}
    return [point_of(o) for o in chosen.values()], bands


def point_of(row: Any) -> Point:  # noqa: ANN401 (a named tuple that pandas makes)
    """Turn an observation into a point; a rank sought and not given has no value."""
    provisional = row.status != "chính thức" or row.period != "nam"
    return Point(int(row.year), value_of(row), provisional, bool(row.break_before))


def figure_of(row: Any) -> PeriodFigure:  # noqa: ANN401 (a named tuple that pandas makes)
    """Turn an observation into a figure of its period."""
    part, broken = PERIODS.index(row.period), bool(row.break_before)
    return PeriodFigure(int(row.year), part, value_of(row), broken, band=bool(row.label))


def value_of(row: Any) -> float:  # noqa: ANN401 (a named tuple that pandas makes)
    """Read the number of an observation; without one it is a rank sought and not given."""
    value = float(row.value) if row.value is not None else UNRANKED
    return UNRANKED if isnan(value) else value
