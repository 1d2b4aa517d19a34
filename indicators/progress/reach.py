"""The rule `reach`: a value to be reached by a year, judged by the pace from the baseline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor, isclose, isfinite

from indicators.progress.aims import Aim, aim_of, at_least
from indicators.progress.results import (
    Goal,
    Judgement,
    Measure,
    Milestone,
    Point,
    Reason,
    Status,
    Thresholds,
)
from indicators.progress.series import (
    Case,
    Path,
    deciding_point,
    path_through,
    slope,
    straight_to,
    value_on,
)

FEW_STEPS = 5  # a count this near its baseline moves in steps that a straight line cannot follow
HISTORY_YEARS, HISTORY_POINTS, HISTORY_CHANGES, FITTED_POINTS = 10, 5, 3, 6
NEAR = 0.01  # of |T|: baseline and value this close to the target are no alarm


@dataclass(slots=True)
class Verdict:
    """A status with the ratio and the basis it rests on."""

    status: Status
    reason: Reason | None = None
    basis: str | None = None
    ratio: float | None = None
    provisional: bool = False


def reach_milestones(case: Case, goals: list[Goal], headline: Goal) -> list[Milestone]:
    """Judge every goal: the headline on the path through all of them, the others straight."""
    baseline = case.baseline
    aims = [aim_of(goal, case.measure.direction) for goal in goals]
    path = path_through(baseline, aims)
    lines = [
        path if goal is headline and path and path[0][0] < goal.year else straight_to(baseline, aim)
        for goal, aim in zip(goals, aims, strict=True)
    ]
    return [reach_milestone(case, *each) for each in zip(goals, aims, lines, strict=True)]


def reach_milestone(case: Case, goal: Goal, aim: Aim, path: Path) -> Milestone:
    """Judge one goal: decided for good by a final value of its year or after, else by pace."""
    decided = deciding_point(case.points, aim.year)
    if decided:
        met = aim.held_by(decided.value)
        verdict = Verdict(Status.ACHIEVED if met else Status.MISSED)
    else:
        verdict = undecided_verdict(case, aim, path)
    result = Milestone(goal, verdict.status, verdict.reason, verdict.basis, verdict.provisional)
    judged = decided or case.latest
    result.value = judged.value if judged else None
    result.ratio, result.decided = verdict.ratio, decided
    fill_requirements(result, case, aim, path)
    if result.status not in (Status.ACHIEVED, Status.MISSED, Status.NO_DATA):
        step = step_due(case, aim, path)
        result.required_at_latest = result.required_at_latest if step is None else step
    return result


def fill_requirements(result: Milestone, case: Case, aim: Aim, path: Path) -> None:
    """Add where the line stands at the latest value and now, and the pace still needed."""
    latest = case.latest
    if latest is None:
        return
    result.required_at_latest = value_on(path, latest.year)
    result.required_now = value_on(path, case.year)
    reached = result.status is Status.ACHIEVED or aim.held_by(latest.value)
    if reached or not isfinite(latest.value):
        return
    spread_gap(result, case, aim.bound - latest.value, latest)


def spread_gap(result: Milestone, case: Case, gap: float, latest: Point) -> None:
    """Spread what is left over the years since the latest value, and over those from now on."""
    due = result.goal.year
    result.needed_pace = gap / (due - latest.year) if due > latest.year else None
    result.needed_pace_now = gap / (due - case.year) if due > case.year else None


def undecided_verdict(case: Case, aim: Aim, path: Path, instead: float | None = None) -> Verdict:
    """Judge while no final value of the target year exists; `instead` replaces the pace ratio."""
    latest = case.latest
    if latest is None:
        return Verdict(Status.NO_DATA)
    if latest.year < aim.year < case.year:
        return Verdict(Status.NO_DATA, Reason.TARGET_YEAR_MISSING)
    verdict = pace_verdict(case, latest, aim, path, instead)
    if latest.year >= aim.year:
        verdict.provisional = True
        promising = verdict.status in (Status.ON_TRACK, Status.PENDING)
        if promising and not aim.held_by(latest.value):
            verdict.status = Status.SLOW
    return verdict


def pace_verdict(case: Case, latest: Point, aim: Aim, path: Path, instead: float | None) -> Verdict:
    """Go down the list from 'the value holds' to the thresholds of the ratio."""
    baseline = case.baseline
    if aim.held_by(latest.value):
        return Verdict(Status.ACHIEVED, basis="baseline", ratio=pace_ratio(latest, baseline, path))
    if baseline is None or baseline.year >= aim.year:
        return Verdict(Status.INSUFFICIENT, Reason.NO_BASELINE)
    stepped = step_verdict(case, latest, baseline, aim, path)
    if stepped:
        return stepped
    if latest.year == baseline.year:
        return history_verdict(case, baseline, aim)
    return line_verdict(case, latest, baseline, aim, path, instead)


def pace_ratio(latest: Point, baseline: Point | None, path: Path) -> float | None:
    """(v − b)/(P(y) − b), or None where the path has not left the baseline."""
    required = value_on(path, latest.year)
    if baseline is None or required is None or isclose(required, baseline.value):
        return None
    if not isfinite(latest.value):
        return None
    if isclose(latest.value, baseline.value):
        return 0.0
    return (latest.value - baseline.value) / (required - baseline.value)


def step_verdict(
    case: Case, latest: Point, baseline: Point, aim: Aim, path: Path
) -> Verdict | None:
    """Judge a count of few big steps against the line rounded towards the baseline."""
    step = step_due(case, aim, path)
    if step is None:
        return None
    at_step = isclose(latest.value, step)
    if not at_step and (latest.value < step if aim.upward else latest.value > step):
        return None
    ratio = pace_ratio(latest, baseline, path)
    waiting = at_step and isclose(step, baseline.value)
    status = Status.PENDING if waiting else Status.ON_TRACK
    return Verdict(status, Reason.FEW_STEPS, "baseline", ratio)


def step_due(case: Case, aim: Aim, path: Path) -> float | None:
    """The line at the latest value rounded towards the baseline, for a count of few big steps."""
    baseline, latest = case.baseline, case.latest
    if baseline is None or latest is None:
        return None
    if not few_steps(case.measure, case.series, baseline, aim):
        return None
    required = value_on(path, latest.year)
    return None if required is None else float(whole_step(required, baseline.value, aim.upward))


def few_steps(measure: Measure, series: Sequence[Point], baseline: Point, aim: Aim) -> bool:
    """Whether a count has so short a way that it goes in steps a straight line cannot follow."""
    stepped = measure.kind == "count" and len(series) > 1
    return stepped and abs(aim.bound - baseline.value) <= FEW_STEPS


def step_now(judgement: Judgement, milestone: Milestone) -> float | None:
    """Where the line stands now, as it can be asked: of few big steps the last whole one."""
    required, baseline = milestone.required_now, judgement.baseline
    aim = aim_of(milestone.goal, judgement.measure.direction)
    if required is None or baseline is None:
        return required
    if not few_steps(judgement.measure, judgement.points, baseline, aim):
        return required
    return float(whole_step(required, baseline.value, aim.upward))


def whole_step(required: float, baseline: float, upward: bool) -> float:
    """Round towards the baseline, never past it."""
    nearest = round(required)
    if isclose(required, nearest):
        return nearest
    return max(floor(required), baseline) if upward else min(ceil(required), baseline)


def history_verdict(case: Case, baseline: Point, aim: Aim) -> Verdict:
    """Judge a baseline without a later value by the momentum it came with, if that is known."""
    history = usable_history(case.series, baseline)
    if not isfinite(baseline.value):
        return Verdict(Status.INSUFFICIENT, Reason.UNRANKED)
    if not history:
        return Verdict(Status.INSUFFICIENT, Reason.BASELINE_ONLY)
    if isclose(aim.bound, baseline.value):
        return Verdict(Status.ON_TRACK, basis="history")
    ratio = slope(history) * (aim.year - baseline.year) / (aim.bound - baseline.value)
    verdict = Verdict(by_ratio(ratio, case.thresholds), None, "history", ratio)
    return at_worst_slow(verdict, baseline, baseline, aim)


def usable_history(series: list[Point], baseline: Point) -> list[Point]:
    """The last six points of the ten years up to the baseline, if there are five that move."""
    first = baseline.year - HISTORY_YEARS
    window = [p for p in series if first <= p.year <= baseline.year and isfinite(p.value)]
    moves = [not isclose(a.value, b.value) for a, b in pairwise(window)]
    if len(window) < HISTORY_POINTS or sum(moves[-FITTED_POINTS:]) < HISTORY_CHANGES:
        return []
    return window[-FITTED_POINTS:]


def line_verdict(
    case: Case, latest: Point, baseline: Point, aim: Aim, path: Path, instead: float | None
) -> Verdict:
    """Lines 8–10: a level lost, a bound equal to the baseline, the ratio."""
    ratio = pace_ratio(latest, baseline, path)
    if aim.held_by(baseline.value):
        status, reason = Status.WORSENING, Reason.LOST
    elif not (isfinite(latest.value) and isfinite(baseline.value)):
        return Verdict(Status.INSUFFICIENT, Reason.UNRANKED)
    else:
        used = ratio if instead is None else instead
        status, reason = ratio_status(latest, baseline, aim, used, case.thresholds), None
    return at_worst_slow(Verdict(status, reason, "baseline", ratio), baseline, latest, aim)


def ratio_status(
    latest: Point, baseline: Point, aim: Aim, ratio: float | None, thresholds: Thresholds
) -> Status:
    """Grade the ratio; where the path asks for no change, grade the direction of the change."""
    if ratio is not None and not isclose(aim.bound, baseline.value):
        return by_ratio(ratio, thresholds)
    change = latest.value - baseline.value
    wrong = change < 0 if aim.upward else change > 0
    moved = not isclose(latest.value, baseline.value)
    return Status.WORSENING if wrong and moved else Status.ON_TRACK


def by_ratio(ratio: float, thresholds: Thresholds) -> Status:
    """Grade a pace ratio by the thresholds in force."""
    if at_least(ratio, thresholds.on_track):
        return Status.ON_TRACK
    if at_least(ratio, thresholds.slow):
        return Status.SLOW
    return Status.OFF_TRACK if at_least(ratio, 0) else Status.WORSENING


def at_worst_slow(verdict: Verdict, baseline: Point, latest: Point, aim: Aim) -> Verdict:
    """Soften an alarm when baseline and value both lie within 1 % of the target."""
    alarm = verdict.status in (Status.OFF_TRACK, Status.WORSENING)
    if alarm and near(baseline, aim) and near(latest, aim):
        verdict.status, verdict.reason = Status.SLOW, Reason.NEAR
    return verdict


def near(point: Point, aim: Aim) -> bool:
    """Whether a point lies within 1 % of |T| from T."""
    distance, allowed = abs(point.value - aim.bound), NEAR * abs(aim.bound)
    return distance <= allowed or isclose(distance, allowed)


def moved_baseline(case: Case) -> Case:
    """The same series with its next point as the baseline."""
    start = case.baseline.year if case.baseline else case.year
    later = next((p for p in case.series if p.year > start), None)
    return replace(case, baseline=later)


def without_last(case: Case) -> Case:
    """The same series, baseline and year with its last point left out."""
    series = case.series[:-1]
    return replace(case, series=series, points=case.points[:-1], latest=series[-1])
