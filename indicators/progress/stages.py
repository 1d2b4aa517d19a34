"""The kind `milestone`: a thing to be completed, reported as a stage from 0 to 100."""

from indicators.progress.reach import by_ratio, spread_gap
from indicators.progress.results import Goal, Milestone, Point, Reason, Status
from indicators.progress.series import Case

DONE = 100
FIRST_YEAR = 2025  # the programme's start, from which elapsed time is counted


def stage_milestones(case: Case, goals: list[Goal]) -> list[Milestone]:
    """Judge every due date of a thing to be completed or kept."""
    judge_one = maintained_stage if case.measure.rule == "maintain" else completed_stage
    return [judge_one(case, goal) for goal in goals]


def pending_stage(goal: Goal, latest: Point | None) -> Milestone:
    """Not due yet, and not started while no report is above zero."""
    if latest is None or latest.value <= 0:
        value = latest.value if latest else None
        return Milestone(goal, Status.PENDING, Reason.NOT_STARTED, value=value)
    return Milestone(goal, Status.PENDING, value=latest.value)


def completed_stage(case: Case, goal: Goal) -> Milestone:
    """Done, overdue, on the way, or not started."""
    latest = case.latest
    result = pending_stage(goal, latest)
    if latest and latest.value >= DONE:
        first = next(p.year for p in case.series if p.value >= DONE)
        result.status, result.reason = Status.ACHIEVED, Reason.LATE if first > goal.year else None
        result.decided = latest
    elif case.year > goal.year:
        close_overdue(result, latest)
    elif latest and latest.value > 0:
        grade_stage(result, case, latest)
    if latest and latest.value < DONE:
        spread_gap(result, case, DONE - latest.value, latest)
    return result


def close_overdue(result: Milestone, latest: Point | None) -> None:
    """Past the due date: short by a report from then on, or no report at all."""
    reported = latest is not None and latest.year >= result.goal.year
    result.status = Status.MISSED if reported else Status.NO_DATA
    result.reason = None if reported else Reason.REPORT_OVERDUE
    result.decided = latest if reported else None


def grade_stage(result: Milestone, case: Case, latest: Point) -> None:
    """Grade the stage against the share of the time that has gone."""
    start = case.measure.base_year or FIRST_YEAR
    elapsed = latest.year - start
    if elapsed <= 0 or result.goal.year <= start:
        return
    required = DONE * elapsed / (result.goal.year - start)
    now = DONE * (case.year - start) / (result.goal.year - start)
    result.required_at_latest, result.required_now = min(required, DONE), min(now, DONE)
    result.ratio = latest.value / required
    result.status, result.reason, result.basis = (
        by_ratio(result.ratio, case.thresholds),
        None,
        "baseline",
    )


def maintained_stage(case: Case, goal: Goal) -> Milestone:
    """A membership or level to be kept at 100: held, lost, or never had."""
    latest = case.latest
    overdue = case.year > goal.year
    result = pending_stage(goal, latest)
    if latest and latest.value >= DONE:
        result.status, result.reason = Status.ACHIEVED, None
    elif any(p.value >= DONE for p in case.series):
        result.status, result.reason = Status.WORSENING, Reason.LOST
    elif overdue:
        result.status = Status.MISSED if latest else Status.NO_DATA
        result.reason = None if latest else Reason.REPORT_OVERDUE
    return result
