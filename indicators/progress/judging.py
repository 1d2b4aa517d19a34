"""One series and its targets in, one judgement out; the same call for every page and document."""

from collections.abc import Sequence
from math import isfinite

from indicators.progress.aims import aim_of
from indicators.progress.bounds import each_year_milestones, headline_bound, maintain_milestones
from indicators.progress.growth import growth_between, growth_milestones, growth_path
from indicators.progress.opinions import cagr_ratio, fit_line, robustness, trend_at
from indicators.progress.reach import reach_milestones
from indicators.progress.results import (
    Goal,
    Judgement,
    Measure,
    Milestone,
    Point,
    Status,
    Thresholds,
)
from indicators.progress.series import Case, case_of, deciding_point, path_through
from indicators.progress.stages import DONE, stage_milestones

STALE_AFTER = 2  # years without a newer figure
DEFAULT = Thresholds()


def judge(
    measure: Measure,
    points: Sequence[Point],
    goals: Sequence[Goal],
    year: int,
    thresholds: Thresholds = DEFAULT,
) -> Judgement:
    """Judge one series as of a year; points after it are ignored."""
    case = case_of(measure, points, year, thresholds)
    quantities = quantified(measure, goals)
    if not quantities:
        return unjudged(case)
    milestones = judge_all(case, quantities)
    headline = headline_of(case, milestones)
    result = Judgement(measure, year, headline.status, headline, milestones)
    fill_series(result, case, headline)
    result.path = path_of(case, quantities, headline)
    if measure.rule == "reach" and measure.kind != "milestone":
        add_opinions(result, case, quantities, headline)
    return result


def quantified(measure: Measure, goals: Sequence[Goal]) -> list[Goal]:
    """The goals that can be judged, by year: with a number, or a thing to be completed."""
    if measure.rule == "context":
        return []
    in_order = sorted(goals, key=lambda goal: goal.year)
    if measure.kind == "milestone":
        return in_order
    return [goal for goal in in_order if goal.value is not None]


def unjudged(case: Case) -> Judgement:
    """A series without a number to be reached: followed, not judged."""
    result = Judgement(case.measure, case.year, Status.MONITORED)
    fill_series(result, case, None)
    return result


def judge_all(case: Case, goals: list[Goal]) -> list[Milestone]:
    """Dispatch on the kind `milestone` first, then on the rule."""
    if case.measure.kind == "milestone":
        return stage_milestones(case, goals)
    if case.measure.rule == "each_year":
        return each_year_milestones(case, goals)
    if case.measure.rule == "maintain":
        return maintain_milestones(case, goals)
    if case.measure.rule == "growth":
        return growth_milestones(case, goals)
    return reach_milestones(case, goals, nearest_goal(case, goals))


def nearest_goal(case: Case, goals: list[Goal]) -> Goal:
    """The nearest goal without a final value from its year on, else the last."""
    for goal in goals:
        if not deciding_point(case.points, goal.year):
            return goal
    return goals[-1]


def headline_of(case: Case, milestones: list[Milestone]) -> Milestone:
    """Choose the milestone that the board shows first."""
    if case.measure.rule == "each_year" and case.measure.kind != "milestone":
        return headline_bound(milestones)
    nearest = nearest_goal(case, [m.goal for m in milestones])
    return next(m for m in milestones if m.goal is nearest)


def fill_series(result: Judgement, case: Case, headline: Milestone | None) -> None:
    """Add the points used, the baseline, the latest value and how old the verdict is."""
    result.points, result.baseline, result.latest = case.series, case.baseline, case.latest
    judged = headline.decided if headline and headline.decided else case.latest
    result.stale = is_stale(case, judged)
    if case.baseline and case.latest and case.latest.year > case.baseline.year:
        result.achieved_pace = pace_between(case, case.baseline, case.latest)


def is_stale(case: Case, judged: Point | None) -> bool:
    """Whether the value that decided is old; a thing once completed needs no new report."""
    if judged is None or judged.year >= case.year - STALE_AFTER:
        return False
    completed = case.measure.kind == "milestone" and case.measure.rule == "reach"
    return not (completed and judged.value >= DONE)


def pace_between(case: Case, baseline: Point, latest: Point) -> float | None:
    """Change a year in the unit of the value; for growth in % a year."""
    if not (isfinite(baseline.value) and isfinite(latest.value)):
        return None
    if case.measure.rule != "growth":
        return (latest.value - baseline.value) / (latest.year - baseline.year)
    workable = baseline.value > 0 and latest.value >= 0
    return growth_between(baseline, latest) if workable else None


def path_of(case: Case, goals: list[Goal], headline: Milestone) -> list[tuple[int, float]]:
    """The line that is drawn: through every milestone, a growth curve, or a yearly bound."""
    measure, baseline = case.measure, case.baseline
    if measure.kind == "milestone":
        return []
    if measure.rule == "each_year":
        return bound_steps(goals)
    aims = [aim_of(goal, measure.direction) for goal in goals]
    if measure.rule == "growth":
        return growth_path(baseline, aims[goals.index(headline.goal)])
    return path_through(baseline, aims)


def bound_steps(goals: list[Goal]) -> list[tuple[int, float]]:
    """The yearly bound as it applies from the first year of each row to its last."""
    corners: list[tuple[int, float]] = []
    for goal in goals:
        first = goal.year if goal.from_year is None else goal.from_year
        corners += [(first, goal.value or 0.0), (goal.year, goal.value or 0.0)]
    return corners


def add_opinions(result: Judgement, case: Case, goals: list[Goal], headline: Milestone) -> None:
    """Add compound growth, trend and robustness beside a numeric reach headline."""
    aim = aim_of(headline.goal, case.measure.direction)
    if case.baseline and case.latest:
        result.cagr_ratio = cagr_ratio(case.baseline, case.latest, aim)
    result.trend = trend_at(fit_line(case.series), aim.year, case.measure)
    result.robust = robustness(case, goals, headline, result.cagr_ratio)
