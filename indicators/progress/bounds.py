"""The rules `each_year` (a bound in every year) and `maintain` (a level to be held)."""

from math import inf

from indicators.progress.aims import Aim, aim_of
from indicators.progress.reach import fill_requirements, reach_milestone
from indicators.progress.results import Goal, Milestone, Point, Reason, Status
from indicators.progress.series import Case, deciding_point, straight_to


def each_year_milestones(case: Case, goals: list[Goal]) -> list[Milestone]:
    """Judge every row over its own years; the last row also holds in all years after it."""
    lasts = [*(goal.year for goal in goals[:-1]), inf]
    return [each_year_milestone(case, goal, last) for goal, last in zip(goals, lasts, strict=True)]


def each_year_milestone(case: Case, goal: Goal, last: float) -> Milestone:
    """Let the latest final value of the row's years decide; provisional ones never do.

    A break does not undo a decided year: nothing is joined across it.
    """
    first = goal.year if goal.from_year is None else goal.from_year
    in_force = [p for p in case.points if first <= p.year <= last]
    final = [p for p in in_force if not p.provisional]
    aim = aim_of(goal, case.measure.direction)
    if final:
        return yearly_verdict(goal, aim, final)
    if case.year <= first:
        return Milestone(goal, Status.PENDING, Reason.NOT_YET_DUE)
    if in_force:
        return Milestone(goal, Status.PENDING, Reason.AWAITING_FINAL, value=in_force[-1].value)
    return Milestone(goal, Status.NO_DATA)


def yearly_verdict(goal: Goal, aim: Aim, final: list[Point]) -> Milestone:
    """Compare the latest final value with the bound and count the years that held it."""
    latest = final[-1]
    status = Status.ACHIEVED if aim.held_by(latest.value) else Status.MISSED
    result = Milestone(goal, status, decided=latest, value=latest.value)
    result.required_at_latest = result.required_now = aim.bound
    result.margin = (latest.value - aim.bound) * (1 if aim.upward else -1)
    result.years_met = sum(aim.held_by(p.value) for p in final)
    result.years_judged = len(final)
    return result


def headline_bound(milestones: list[Milestone]) -> Milestone:
    """Choose the row of the latest final year, else the first."""
    decided = [m for m in milestones if m.decided]
    return max(decided, key=lambda m: m.decided.year if m.decided else 0, default=milestones[0])


def maintain_milestones(case: Case, goals: list[Goal]) -> list[Milestone]:
    """Judge every level to be held."""
    return [maintain_milestone(case, goal) for goal in goals]


def maintain_milestone(case: Case, goal: Goal) -> Milestone:
    """Held now, held once and lost, or never held (then it is a value to be reached)."""
    latest, baseline = case.latest, case.baseline
    aim = aim_of(goal, case.measure.direction)
    start = baseline.year if baseline else case.year
    ever = any(aim.held_by(p.value) for p in case.series if p.year >= start)
    if latest is None or not ever:
        return reach_milestone(case, goal, aim, straight_to(baseline, aim))
    result = held_or_lost(case, goal, aim, latest)
    fill_requirements(result, case, aim, [(goal.year, aim.bound)])
    return result


def held_or_lost(case: Case, goal: Goal, aim: Aim, latest: Point) -> Milestone:
    """Judge a level that has been held: now, or lost, or short in the deciding year too."""
    decided = deciding_point(case.points, goal.year)
    short = decided is not None and not aim.held_by(decided.value)
    result = Milestone(goal, Status.WORSENING, Reason.LOST, "baseline", value=latest.value)
    result.provisional = decided is None and latest.year >= goal.year
    if latest.year < goal.year < case.year:
        result.status, result.reason = Status.NO_DATA, Reason.TARGET_YEAR_MISSING
        result.basis = None
    elif aim.held_by(latest.value):
        result.status, result.reason = Status.ACHIEVED, None
    elif short:
        result.status, result.reason, result.decided = Status.MISSED, None, decided
    return result
