"""What goes into a judgement and what comes out of it."""

import math
from dataclasses import dataclass, field
from enum import StrEnum

from indicators.catalogue.records import Comparator, Direction, Kind, Rule

METHOD_VERSION = 1

# A rank that was sought and not given: worse than any rank, so it is never held and gives no slope.
UNRANKED = math.inf


class Status(StrEnum):
    """The ten verdicts, the codes as they stand in JSON."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    SLOW = "slow"
    OFF_TRACK = "off_track"
    WORSENING = "worsening"
    MISSED = "missed"
    PENDING = "pending"
    INSUFFICIENT = "insufficient"
    NO_DATA = "no_data"
    MONITORED = "monitored"


class Reason(StrEnum):
    """Why a verdict is what it is, where the status alone does not say it."""

    NO_NUMBER = "no_number"
    CONTEXT = "context"
    TARGET_YEAR_MISSING = "target_year_missing"
    NOT_YET_DUE = "not_yet_due"
    AWAITING_FINAL = "awaiting_final"
    NO_BASELINE = "no_baseline"
    BASELINE_ONLY = "baseline_only"
    LOST = "lost"
    NEAR = "near"
    FEW_STEPS = "few_steps"
    UNRANKED = "unranked"
    BASE_NOT_POSITIVE = "base_not_positive"
    VALUE_NEGATIVE = "value_negative"
    TARGET_NOT_POSITIVE = "target_not_positive"
    LATE = "late"
    REPORT_OVERDUE = "report_overdue"
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Ratios of actual to required pace from which a series counts as on track or slow."""

    on_track: float = 0.95
    slow: float = 0.60


@dataclass(frozen=True, slots=True)
class Measure:
    """How an indicator is read: kind of number, rule of its targets, direction that is better."""

    kind: Kind
    rule: Rule
    direction: Direction | None
    base_year: int | None
    lower: float | None = None
    upper: float | None = None


WHOLE_YEAR = 2  # the part of a year: 0 six months, 1 nine months


@dataclass(slots=True)
class Point:
    """The figure of one year; milestone stages run 0–100, an unranked year has `UNRANKED`.

    A `label` was published instead: a band of ranks, which has no distance to another. `status` is
    the word a figure that is not final was recorded with. Neither they nor the part of the year
    make a figure another one for judging.
    """

    year: int
    value: float
    provisional: bool = False
    break_before: bool = False
    part: int = field(default=WHOLE_YEAR, compare=False)
    label: str = field(default="", compare=False)
    status: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Goal:
    """A milestone: what is asked by `year`; yearly bounds hold from `from_year` on."""

    year: int
    comparator: Comparator
    value: float | None = None
    from_year: int | None = None


@dataclass(slots=True)
class Trend:
    """A straight line carried to the target year; the 80 % band is None without scatter."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(slots=True)
class Milestone:
    """The verdict on one goal with its working; paces are per year (growth: % a year)."""

    goal: Goal
    status: Status
    reason: Reason | None = None
    basis: str | None = None
    provisional: bool = False
    decided: Point | None = None
    value: float | None = None
    required_at_latest: float | None = None
    required_now: float | None = None
    ratio: float | None = None
    needed_pace: float | None = None
    needed_pace_now: float | None = None
    margin: float | None = None
    years_met: int | None = None
    years_judged: int | None = None


@dataclass(slots=True)
class Judgement:
    """The verdict on one series up to `year`: the headline milestone and all the others."""

    measure: Measure
    year: int
    status: Status
    headline: Milestone | None = None
    milestones: list[Milestone] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    baseline: Point | None = None
    latest: Point | None = None
    stale: bool = False
    path: list[tuple[int, float]] = field(default_factory=list)
    achieved_pace: float | None = None
    cagr_ratio: float | None = None
    trend: Trend | None = None
    robust: list[str] | None = None
