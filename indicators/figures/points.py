"""Recorded figures as points of a series, as firm as the figures are; of a year one is chosen."""

from collections.abc import Iterable

from indicators.catalogue.records import Indicator
from indicators.progress.results import UNRANKED, WHOLE_YEAR, Measure, Point
from indicators.store.records import NO_SUBJECT, PERIODS, Observation


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


def yearly(indicator: Indicator, figures: Iterable[Point]) -> list[Point]:
    """Choose one figure a year: of flows the whole year's only, of stocks the newest."""
    stock = indicator.accumulates == "stock"
    in_turn = sorted((p for p in figures if stock or p.part == WHOLE_YEAR), key=when)
    return list({point.year: point for point in in_turn}.values())


def measured(points: Iterable[Point]) -> list[Point]:
    """Leave out what says that there was nothing to measure."""
    return [point for point in points if point.label != NO_SUBJECT]


def when(point: Point) -> tuple[int, int]:
    """Order figures of every period by time."""
    return point.year, point.part


def point_of(figure: Observation) -> Point:
    """Turn a figure into a point; a rank sought and not given, and 0 of 0, have no value.

    A part of a year counts as provisional.
    """
    status = "" if figure.status == "chính thức" else figure.status
    provisional = bool(status) or figure.period != "nam"
    value = UNRANKED if figure.value is None else figure.value
    part = PERIODS.index(figure.period)
    return Point(figure.year, value, provisional, figure.break_before, part, figure.label, status)
