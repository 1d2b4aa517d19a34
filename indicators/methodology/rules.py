"""The rules of the method and their lines, in the order in which the first that holds decides."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from indicators.progress.results import Judgement, Measure, Milestone, Reason, Status

By = Callable[[Judgement, Milestone], bool]

PACED = (Status.ON_TRACK, Status.SLOW, Status.OFF_TRACK, Status.WORSENING)
DECIDED = (Status.ACHIEVED, Status.MISSED)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A line of a rule: what it may yield, and how to see that it was this one that decided."""

    key: str
    yields: tuple[Status, ...]
    decided: By


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of setting targets; `typical` is the line that shows it best."""

    key: str
    lines: tuple[RuleLine, ...]
    typical: str

    def line_of(self, judgement: Judgement) -> RuleLine:
        """The line that decided a judgement: the first that holds, as in the method."""
        headline = judgement.headline
        if headline is None:
            return WITHOUT_NUMBER
        return next(line for line in self.lines if line.decided(judgement, headline))


def because(*reasons: Reason) -> By:
    """A line that leaves a reason behind."""
    return lambda _, headline: headline.reason in reasons


def ends_as(*statuses: Status) -> By:
    """A line that alone leads to a status."""
    return lambda _, headline: headline.status in statuses


def no_point(judgement: Judgement, _: Milestone) -> bool:
    """Whether there is nothing to judge."""
    return judgement.latest is None


def for_good(_: Judgement, headline: Milestone) -> bool:
    """Whether a final figure of the target year or after decided."""
    return headline.decided is not None


def without_ratio(_: Judgement, headline: Milestone) -> bool:
    """Whether the path asks for no change."""
    return headline.ratio is None


def passed(_: Judgement, __: Milestone) -> bool:
    """Never: only a series without a headline stops at this line."""
    return False


def otherwise(_: Judgement, __: Milestone) -> bool:
    """Whatever the lines before have left."""
    return True


def unranked(judgement: Judgement, headline: Milestone) -> bool:
    """Whether a rank that was sought and not given is what decided."""
    point = headline.decided or judgement.latest
    return headline.reason is Reason.UNRANKED or (point is not None and not isfinite(point.value))


WITHOUT_NUMBER = RuleLine("reach-1", (Status.MONITORED,), passed)
REACH = Rule(
    "reach",
    (
        WITHOUT_NUMBER,
        RuleLine("reach-2", (Status.NO_DATA,), no_point),
        RuleLine("reach-3", DECIDED, for_good),
        RuleLine("reach-4", (Status.NO_DATA,), because(Reason.TARGET_YEAR_MISSING)),
        RuleLine("reach-5", (Status.ACHIEVED,), ends_as(Status.ACHIEVED)),
        RuleLine(
            "reach-6", (Status.ON_TRACK, Status.PENDING, Status.SLOW), because(Reason.FEW_STEPS),
        ),
        RuleLine("reach-7", (Status.INSUFFICIENT,), ends_as(Status.INSUFFICIENT)),
        RuleLine("reach-7-history", PACED, lambda _, headline: headline.basis == "history"),
        RuleLine("reach-8", (Status.WORSENING,), because(Reason.LOST)),
        RuleLine("reach-near", (Status.SLOW,), because(Reason.NEAR)),
        RuleLine("reach-9", (Status.ON_TRACK, Status.WORSENING, Status.SLOW), without_ratio),
        RuleLine("reach-10", PACED, otherwise),
    ),
    "reach-10",
)  # fmt: skip
EACH_YEAR = Rule(
    "each_year",
    (
        RuleLine("yearly-decided", DECIDED, for_good),
        RuleLine("yearly-early", (Status.PENDING,), because(Reason.NOT_YET_DUE)),
        RuleLine("yearly-awaiting", (Status.PENDING,), because(Reason.AWAITING_FINAL)),
        RuleLine("yearly-none", (Status.NO_DATA,), otherwise),
    ),
    "yearly-decided",
)
MAINTAIN = Rule(
    "maintain",
    (
        RuleLine("kept-none", (Status.NO_DATA,), no_point),
        RuleLine("kept-missing", (Status.NO_DATA,), because(Reason.TARGET_YEAR_MISSING)),
        RuleLine("kept-held", (Status.ACHIEVED,), ends_as(Status.ACHIEVED)),
        RuleLine("kept-lost", (Status.WORSENING,), because(Reason.LOST)),
        RuleLine("kept-missed", (Status.MISSED,), ends_as(Status.MISSED)),
        RuleLine("kept-never", tuple(Status), otherwise),
    ),
    "kept-held",
)
GROWTH = Rule(
    "growth",
    (
        RuleLine("growth-none", (Status.NO_DATA,), ends_as(Status.NO_DATA)),
        RuleLine("growth-unknown", (Status.INSUFFICIENT,), ends_as(Status.INSUFFICIENT)),
        RuleLine("growth-decided", DECIDED, ends_as(*DECIDED)),
        RuleLine("growth-pace", PACED, otherwise),
    ),
    "growth-pace",
)
STAGE = Rule(
    "milestone",
    (
        RuleLine(
            "stage-kept",
            (Status.ACHIEVED, Status.WORSENING, Status.PENDING, Status.MISSED, Status.NO_DATA),
            lambda judgement, _: judgement.measure.rule == "maintain",
        ),
        RuleLine("stage-done", (Status.ACHIEVED,), ends_as(Status.ACHIEVED)),
        RuleLine(
            "stage-overdue", (Status.MISSED, Status.NO_DATA), ends_as(*DECIDED, Status.NO_DATA)
        ),
        RuleLine("stage-pending", (Status.PENDING,), without_ratio),
        RuleLine("stage-pace", PACED, otherwise),
    ),
    "stage-pace",
)
RANK = Rule(
    "rank",
    (
        RuleLine("rank-missing", (Status.NO_DATA,), no_point),
        RuleLine("rank-none", (Status.INSUFFICIENT, Status.MISSED, Status.WORSENING), unranked),
        RuleLine("rank-reach", tuple(Status), otherwise),
    ),
    "rank-reach",
)
RULES = (REACH, EACH_YEAR, MAINTAIN, GROWTH, STAGE, RANK)


def rule_of(measure: Measure) -> Rule:
    """The rule that judges an indicator: by its kind first, then by its rule."""
    if measure.kind == "milestone":
        return STAGE
    if measure.kind == "rank" and measure.rule == "reach":
        return RANK
    return next((rule for rule in RULES if rule.key == measure.rule), REACH)
