"""The figures of the board against their yearly plans and against the same period a year before."""

from collections.abc import Sequence

from indicators.board.board import Row
from indicators.catalogue.records import Target
from indicators.figures.points import measure_of
from indicators.progress.against import FigureComparison, against_plan, against_year_before
from indicators.progress.results import WHOLE_YEAR, Point
from indicators.wording.notation import goal_of


def figure_shown(row: Row, year: int) -> Point | None:
    """Find the figure that stands for a year: of flows the whole year's, of stocks the newest."""
    if year > row.judgement.year:
        return None
    stock = row.indicator.accumulates == "stock"
    usable = (f for f in row.figures if f.year == year and (stock or f.part == WHOLE_YEAR))
    return max(usable, key=lambda f: f.part, default=None)


def plan_comparison(row: Row, figure: Point | None, plan: Target | None) -> FigureComparison | None:
    """Set a figure of the whole city against the plan of its year; no plan is a rank band."""
    if figure is None or plan is None or is_band(row, plan):
        return None
    return against_plan(measure_of(row.indicator), figure, goal_of(plan))


def year_comparison(
    row: Row, figure: Point | None, figures: Sequence[Point]
) -> FigureComparison | None:
    """Set a figure against the same period a year before in its own series."""
    return (
        None if figure is None else against_year_before(measure_of(row.indicator), figure, figures)
    )


def plan_number(row: Row, plan: Target) -> str:
    """Write a plan without its unit; a rank band as it was planned."""
    if plan.value is None or is_band(row, plan):
        return plan.wording
    return row.notation.number(plan.value)


def is_band(row: Row, plan: Target) -> bool:
    """Whether a plan is a band of ranks, of which the value is only the worse end."""
    return row.indicator.kind == "rank" and bool(plan.wording)
