"""A figure against the plan of its year, and against the same period a year before.

Plain arithmetic beside the verdict: yearly plans are never judged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isclose, isfinite

from indicators.catalogue.records import Kind
from indicators.progress.aims import Aim, aim_of
from indicators.progress.results import WHOLE_YEAR, Goal, Measure, Point

# Of these a ratio says something to everybody; the others are told by their difference: shares
# and stages in percentage points, ranks in places, differences in their own unit.
IN_PERCENT_OF_PLAN: frozenset[Kind] = frozenset({"count", "amount", "index", "ratio"})
IN_PERCENT_OF_BEFORE: frozenset[Kind] = frozenset({"count", "amount", "ratio"})


class Outcome(StrEnum):
    """How the figure of a whole year stands to its plan, better being what the direction says."""

    EXCEEDED = "exceeded"
    MET = "met"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """A value less another, in the unit; the value by the other where the kind is told so."""

    difference: float
    ratio: float | None
    outcome: Outcome | None = None


def against_plan(measure: Measure, figure: Point, plan: Goal) -> FigureComparison | None:
    """Compare with the plan of the whole year; before the year is full there is no outcome."""
    if plan.value is None or not comparable(figure):
        return None
    apart, aim = distance(figure.value, plan.value), aim_of(plan, measure.direction)
    known = measure.direction is not None or measure.kind == "milestone"
    outcome = outcome_of(aim, apart, figure.value) if known and figure.part == WHOLE_YEAR else None
    in_percent = measure.kind in IN_PERCENT_OF_PLAN
    return FigureComparison(
        apart, ratio_of(figure.value, plan.value) if in_percent else None, outcome
    )


def outcome_of(aim: Aim, apart: float, value: float) -> Outcome:
    """Say whether a plan was met; beyond it is better than met."""
    if not aim.held_by(value):
        return Outcome.SHORT
    return Outcome.EXCEEDED if (apart > 0 if aim.upward else apart < 0) else Outcome.MET


def against_year_before(
    measure: Measure, figure: Point, figures: Sequence[Point]
) -> FigureComparison | None:
    """Compare with the same period a year before in one series; None across a break."""
    before = year_before(figure, figures)
    if before is None or not (comparable(figure) and comparable(before)):
        return None
    in_percent = measure.kind in IN_PERCENT_OF_BEFORE
    ratio = ratio_of(figure.value, before.value) if in_percent else None
    return FigureComparison(distance(figure.value, before.value), ratio)


def year_before(figure: Point, figures: Sequence[Point]) -> Point | None:
    """Find the figure of the same period a year before; a break in between takes it away."""
    since, until = (figure.year - 1, figure.part), (figure.year, figure.part)
    if any(f.break_before and since < (f.year, f.part) <= until for f in figures):
        return None
    return next((f for f in figures if (f.year, f.part) == since), None)


def comparable(figure: Point) -> bool:
    """Whether a figure is a number with a distance to others."""
    return isfinite(figure.value) and not figure.label


def distance(value: float, other: float) -> float:
    """Subtract; what counts as equal has no distance."""
    return 0.0 if isclose(value, other) else value - other


def ratio_of(value: float, other: float) -> float | None:
    """Divide; nothing is a percentage of zero or less, nor is anything negative."""
    return value / other if other > 0 and value >= 0 else None
