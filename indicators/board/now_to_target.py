"""Where an indicator stands and what is still asked of it, in the few words of a row."""

from dataclasses import dataclass

from indicators.board.board import Row
from indicators.progress.aims import aim_of
from indicators.progress.results import Milestone, Point, Reason, Status
from indicators.wording.notation import goal_of
from indicators.wording.numbers import NONE, plain, signed_pace

USUAL_TARGET = 2030  # whose year is not told
BOUNDS = {">": "trên", "<": "dưới", "about": "khoảng"}
PER_YEAR, ALL_DONE = "%/năm", "100%"
POINTS = "điểm %"


@dataclass(frozen=True, slots=True)
class NowToTarget:
    """A value and the target it is to reach, each with its year where that has to be told.

    `when` is the year of a figure that is not of the year judged, `by` that of a target which is
    not of 2030; `target` is '' where nothing is asked or all is done.
    """

    now: str
    when: int | None
    target: str
    by: int | None

    @property
    def words(self) -> str:
        """Write both on one line: '86,9% (2028) → 100%'."""
        when = f" ({self.when})" if self.when else ""
        by = f" ({self.by})" if self.by else ""
        return f"{self.now}{when} → {self.target}{by}" if self.target else f"{self.now}{when}"


def now_to_target(row: Row) -> NowToTarget:
    """Tell the figure that was judged, else the newest, and the target of the headline."""
    headline, point = row.judgement.headline, judged_point(row)
    target = row.target(headline.goal.year) if headline else None
    when = point.year if point and point.year != row.judgement.year else None
    done = headline and headline.status is Status.ACHIEVED and row.indicator.kind == "milestone"
    if headline is None or target is None or done:
        return NowToTarget(now_words(row, point), when, "", None)
    by = target.year if target.year != USUAL_TARGET else None
    asked = target_words(row, headline)
    return NowToTarget(without_unit(row, now_words(row, point), asked), when, asked, by)


def judged_point(row: Row) -> Point | None:
    """Give the figure that a verdict rests on, else the newest."""
    headline = row.judgement.headline
    return headline.decided if headline and headline.decided else row.judgement.latest


def now_words(row: Row, point: Point | None) -> str:
    """Write a figure with its unit; for growth the rate so far; '–' for none."""
    if point is None:
        return NONE
    if row.indicator.rule != "growth":
        return row.value(point)
    pace = row.judgement.achieved_pace
    return NONE if pace is None else f"{signed_pace(pace)}{PER_YEAR}"


def without_unit(row: Row, now: str, asked: str) -> str:
    """Leave a unit to the target where it stands there too: '1.700 → 2.000 người'."""
    unit = row.indicator.unit
    return now.removesuffix(f" {unit}") if unit and asked.endswith(f" {unit}") else now


def target_words(row: Row, milestone: Milestone) -> str:
    """Write the number that is asked: '100%', 'trên 0,82', '+18%/năm'."""
    goal = milestone.goal
    if goal.value is None:
        return ALL_DONE if row.indicator.rule != "maintain" else "duy trì"
    if row.indicator.rule == "growth":
        return f"+{plain(goal.value)}{PER_YEAR}"
    return f"{BOUNDS.get(goal.comparator, '')} {row.notation.bound(goal.value)}".strip()


def need_words(row: Row) -> str:
    """Write the yearly change that still leads to the target, or why there is none to tell."""
    headline = row.judgement.headline
    if headline is None or headline.status is Status.ACHIEVED:
        return ""
    if headline.needed_pace is not None and headline.goal.year >= row.judgement.year:
        return change_words(row, headline.needed_pace)
    if row.indicator.rule in ("reach", "growth") and headline.goal.year <= row.judgement.year:
        return "đã quá hạn" if headline.status is Status.MISSED else "đến hạn năm nay"
    return short_words(row, headline)


def short_words(row: Row, milestone: Milestone) -> str:
    """Say by how much a level that is to be held is missed; '' where it is not."""
    point, target = judged_point(row), row.target(milestone.goal.year)
    held = milestone.reason is not Reason.LOST and row.indicator.rule != "each_year"
    if point is None or target is None or target.value is None or held:
        return ""
    bound = aim_of(goal_of(target), row.indicator.direction).bound
    word = "thiếu" if point.value < bound else "vượt"
    gap = row.notation.gap_number(bound - point.value)
    return f"{word} {gap} {row.notation.difference_unit()}".strip()


def pace_words(row: Row) -> str:
    """Write the yearly change since the base year: 'từ 2025: −0,53 điểm %'; '' for none."""
    pace, baseline = row.judgement.achieved_pace, row.judgement.baseline
    if pace is None or baseline is None:
        return ""
    return f"từ {baseline.year}: {change_words(row, pace)}"


def change_words(row: Row, change: float) -> str:
    """Write a yearly change with its sign and unit: '+6,6 điểm %', '+175%'."""
    unit = row.notation.pace_unit() if row.indicator.kind != "milestone" else POINTS
    return f"{signed_pace(change)}{unit if unit == '%' else f' {unit}'}".strip()
