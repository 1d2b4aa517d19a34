"""What must hold whatever the figures are."""

from dataclasses import fields, replace
from itertools import pairwise
from math import isclose, isfinite, isnan
from os import environ
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from indicators.progress.results import Goal, Judgement, Measure, Milestone, Point, Status
from tests.progress.strategies import NUMBERS, Board, boards, finite, quarters, workable
from tests.rounds import rounds

# The same examples every time; raise the number to search further.
EXAMPLES = int(environ.get("EXAMPLES", rounds(100, few=30)))
slowly = [HealthCheck.too_slow]  # a busy machine is no fault of the figures
quickly = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=slowly
)
# Best first; a status that is not among these is no assessment and is not compared.
ORDER = (
    Status.ACHIEVED,
    Status.ON_TRACK,
    Status.SLOW,
    Status.OFF_TRACK,
    Status.WORSENING,
    Status.MISSED,
)
SMOOTH = tuple(kind for kind in NUMBERS if kind != "count")


def verdicts(result: Judgement) -> list[object]:
    each = [(m.status, m.reason, m.basis, m.provisional) for m in result.milestones]
    return [result.status, result.stale, result.robust, *each]


@quickly
@given(boards(kinds=SMOOTH), st.sampled_from([0.001, 0.3, 7.0, 1000.0]))
def test_another_unit_of_measure_leaves_every_verdict(board: Board, factor: float):
    assert verdicts(scaled(board, factor).judged()) == verdicts(board.judged())


@quickly
@given(boards(kinds=("count",), rules=("growth", "each_year")), st.sampled_from([7.0, 1000.0]))
def test_another_unit_leaves_counts_too_where_no_steps_are_judged(board: Board, factor: float):
    assert verdicts(scaled(board, factor).judged()) == verdicts(board.judged())


def scaled(board: Board, factor: float) -> Board:
    measure, asked = board.measure, board.goals
    low, high = (bound if bound is None else bound * factor for bound in limits(measure))
    if measure.rule != "growth":  # growth is asked in % a year, whatever the unit
        asked = tuple(replace(goal, value=(goal.value or 0.0) * factor) for goal in asked)
    points = tuple(replace(point, value=point.value * factor) for point in board.points)
    return Board(replace(measure, lower=low, upper=high), points, asked, board.year)


def limits(measure: Measure) -> tuple[float | None, float | None]:
    return measure.lower, measure.upper


@quickly
@given(boards(fewest=3), st.integers(1, 400).map(lambda n: n / 4))
def test_a_better_latest_value_never_worsens_a_verdict(board: Board, gain: float):
    before = board.judged()
    assume(before.baseline and before.latest and before.latest.year > before.baseline.year)
    after = improved(board, before.latest, gain).judged()
    pairs = zip(before.milestones, after.milestones, strict=True)
    assert [m.goal for m, better in pairs if worse(better, m)] == []


def improved(board: Board, latest: Point, gain: float) -> Board:
    step = -gain if board.measure.direction == "down" else gain
    better = replace(latest, value=latest.value + step)
    return board.with_points([better if p.year == latest.year else p for p in board.points])


def worse(one: Milestone, other: Milestone) -> bool:
    if one.status not in ORDER or other.status not in ORDER:
        return False
    return ORDER.index(one.status) > ORDER.index(other.status)


@quickly
@given(boards(kinds=NUMBERS, rules=("reach",), fewest=3))
def test_the_path_passes_through_the_baseline_and_every_milestone_not_yet_reached(board: Board):
    result = board.judged()
    start = result.baseline
    assume(start and isfinite(start.value) and result.milestones)
    ahead = [g for g in board.goals if g.year > start.year and not reached(g, board, start.value)]
    corners = [(g.year, bound_of(g, board.measure)) for g in ahead]
    assert result.path == [(start.year, start.value), *corners]


def bound_of(goal: Goal, measure: Measure) -> float:
    slack = 0.05 * abs(goal.value) if goal.comparator == "about" else 0.0
    return goal.value - slack if measure.direction == "up" else goal.value + slack


def reached(goal: Goal, board: Board, value: float) -> bool:
    bound = bound_of(goal, board.measure)
    if isclose(value, bound, rel_tol=1e-9):
        return goal.comparator not in ("<", ">")
    return value > bound if board.measure.direction == "up" else value < bound


@quickly
@given(boards(kinds=NUMBERS), st.integers(-60, 60))
def test_shifting_all_years_leaves_every_verdict(board: Board, years: int):
    assert verdicts(shifted(board, years).judged()) == verdicts(board.judged())


def shifted(board: Board, years: int) -> Board:
    asked = tuple(
        replace(goal, year=goal.year + years, from_year=goal.from_year and goal.from_year + years)
        for goal in board.goals
    )
    points = tuple(replace(point, year=point.year + years) for point in board.points)
    measure = replace(board.measure, base_year=board.measure.base_year + years)
    return Board(measure, points, asked, board.year + years)


@quickly
@given(boards(), st.lists(quarters, max_size=4), st.booleans(), st.booleans())
def test_points_after_the_year_asked_for_never_matter(
    board: Board, values: list[float], provisional: bool, broken: bool
):
    known = [p for p in board.points if p.year <= board.year]
    later = [
        Point(board.year + 1 + n, value, provisional, broken) for n, value in enumerate(values)
    ]
    assert board.with_points(known + later).judged() == board.with_points(known).judged()


@quickly
@given(boards(), st.randoms(use_true_random=False))
def test_the_order_of_points_and_targets_never_matters(board: Board, chance: Random):
    points, asked = list(board.points), list(board.goals)
    chance.shuffle(points)
    chance.shuffle(asked)
    mixed = replace(board, points=tuple(points), goals=tuple(asked))
    assert mixed.judged() == board.judged()


@quickly
@given(boards(values=finite))
def test_every_finite_figure_gives_a_verdict(board: Board):
    result = board.judged()
    assert result.status is (result.headline.status if result.headline else Status.MONITORED)


@quickly
@given(boards(values=workable))
def test_every_component_of_a_verdict_is_a_number(board: Board):
    assert [name for name, value in figures(board.judged()) if isnan(value)] == []


def figures(result: Judgement) -> list[tuple[str, float]]:
    holders = [result, *result.milestones, *([result.trend] if result.trend else [])]
    named = [(f.name, getattr(holder, f.name)) for holder in holders for f in fields(holder)]
    return [(name, value) for name, value in named if isinstance(value, float)]


@quickly
@given(boards())
def test_a_verdict_leaves_its_points_as_they_were(board: Board):
    kept = [replace(point) for point in board.points]
    board.judged()
    assert list(board.points) == kept


@quickly
@given(boards(kinds=NUMBERS, rules=("reach",), fewest=3))
def test_every_ratio_is_the_way_made_over_the_way_asked(board: Board):
    result = board.judged()
    start, latest = result.baseline, result.latest
    judged = [m for m in result.milestones if m.ratio and m.basis == "baseline"]
    made = [(latest.value - start.value) / m.ratio for m in judged]
    lines = [line_at(result, m, board.measure, latest.year) for m in judged]
    assert made == pytest.approx([line - start.value for line in lines], rel=1e-6)


def line_at(result: Judgement, milestone: Milestone, measure: Measure, year: int) -> float:
    """The line at a year: the path for the headline, straight to the others, level after it."""
    start, goal = result.baseline, milestone.goal
    corners = [(start.year, start.value), (goal.year, bound_of(goal, measure))]
    if milestone is result.headline:
        corners = result.path
    for (y0, v0), (y1, v1) in pairwise(corners):
        if y0 <= year <= y1:
            return v0 + (v1 - v0) * (year - y0) / (y1 - y0)
    return corners[-1][1]
