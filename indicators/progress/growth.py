"""The rule `growth`: an average yearly growth since the baseline, in % a year."""

from dataclasses import replace
from math import isclose, isfinite

from indicators.progress.aims import Aim, aim_of
from indicators.progress.reach import by_ratio
from indicators.progress.results import UNRANKED, Goal, Milestone, Point, Reason, Status
from indicators.progress.series import Case, Path, baseline_of, deciding_point, value_on


def growth_milestones(case: Case, goals: list[Goal]) -> list[Milestone]:
    """Judge every growth asked for."""
    return [growth_milestone(case, goal) for goal in goals]


def growth_milestone(case: Case, goal: Goal) -> Milestone:
    """Judge the growth up to the deciding year, else up to the latest value."""
    latest, aim = case.latest, aim_of(goal, "up")
    if latest is None:
        return Milestone(goal, Status.NO_DATA)
    decided = deciding_point(case.points, goal.year)
    case = segment_of(case, decided)
    result = growth_verdict(case, goal, aim, decided, latest)
    fill_growth_requirements(result, case, aim, latest)
    return result


def growth_verdict(
    case: Case, goal: Goal, aim: Aim, decided: Point | None, latest: Point
) -> Milestone:
    """Go down the list: target year over without a figure, no growth rate, the growth rate."""
    judged = decided or latest
    result = Milestone(goal, Status.NO_DATA, Reason.TARGET_YEAR_MISSING, value=judged.value)
    if latest.year < goal.year < case.year:
        return result
    gap = growth_gap(case.baseline, judged, aim)
    if case.baseline is None or gap:
        result.status, result.reason = Status.INSUFFICIENT, gap
        return result
    result.status, result.reason = Status.ACHIEVED, None
    result.basis, result.decided = "baseline", decided
    grade_growth(result, case, aim, growth_between(case.baseline, judged))
    return result


def segment_of(case: Case, decided: Point | None) -> Case:
    """The stretch between breaks in which the deciding value lies."""
    if decided is None or decided in case.series:
        return case
    series: list[Point] = []
    for point in case.points:
        if point.break_before and point.year > decided.year:
            break
        series = [point] if point.break_before else [*series, point]
    return replace(case, series=series, baseline=baseline_of(series, case.measure.base_year))


def growth_gap(baseline: Point | None, judged: Point, aim: Aim) -> Reason | None:
    """Say what keeps a growth rate from being worked out, if anything does."""
    if aim.bound <= 0:
        return Reason.TARGET_NOT_POSITIVE
    if baseline is None or baseline.year >= aim.year:
        return Reason.NO_BASELINE
    if baseline.year == judged.year:
        return Reason.BASELINE_ONLY
    if not (isfinite(baseline.value) and isfinite(judged.value)):
        return Reason.UNRANKED
    if baseline.value <= 0:
        return Reason.BASE_NOT_POSITIVE
    return Reason.VALUE_NEGATIVE if judged.value < 0 else None


def growth_between(baseline: Point, point: Point) -> float:
    """Average yearly growth in %: (v/b)^(1/(y − y0)) − 1."""
    years = point.year - baseline.year
    rate: float = (point.value / baseline.value) ** (1 / years)
    return 100 * (rate - 1)


def grade_growth(result: Milestone, case: Case, aim: Aim, growth: float) -> None:
    """Decide from the target year on; before it, grade the ratio of the growth rates."""
    met = aim.held_by(growth)
    result.ratio = growth / aim.bound
    if result.decided:
        result.status = Status.ACHIEVED if met else Status.MISSED
        result.ratio = None
        return
    result.provisional = case.latest is not None and case.latest.year >= aim.year
    if result.provisional and met:
        return
    result.status = by_ratio(result.ratio, case.thresholds)
    if result.provisional and result.status is Status.ON_TRACK:
        result.status = Status.SLOW


def growth_path(baseline: Point | None, aim: Aim) -> Path:
    """The yearly curve b·(1 + g*)ⁿ from the baseline to the target year; empty without one."""
    if baseline is None or baseline.year >= aim.year:
        return []
    if not 0 < baseline.value < UNRANKED or aim.bound <= 0:
        return []
    factor = 1 + aim.bound / 100
    years = range(baseline.year, aim.year + 1)
    return [(year, baseline.value * factor ** (year - baseline.year)) for year in years]


def fill_growth_requirements(result: Milestone, case: Case, aim: Aim, latest: Point) -> None:
    """Add where the curve stands and the yearly growth still needed, in %."""
    path = growth_path(case.baseline, aim)
    if not path:
        return
    result.required_at_latest = value_on(path, latest.year)
    result.required_now = value_on(path, case.year)
    if result.status is Status.ACHIEVED or not 0 < latest.value < UNRANKED:
        return
    multiple = path[-1][1] / latest.value
    result.needed_pace = needed_growth(multiple, aim.year - latest.year)
    result.needed_pace_now = needed_growth(multiple, aim.year - case.year)


def needed_growth(multiple: float, years: int) -> float | None:
    """Yearly growth in % that yields a multiple in so many years; None when none are left."""
    if years <= 0:
        return None
    return 0.0 if isclose(multiple, 1) else float(100 * (multiple ** (1 / years) - 1))
