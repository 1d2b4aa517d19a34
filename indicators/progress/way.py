"""How far along its way a series is: from the baseline, which is 0, to the target, which is 1."""

from dataclasses import dataclass
from math import isfinite

from indicators.progress.aims import aim_of
from indicators.progress.growth import growth_path
from indicators.progress.results import Judgement, Milestone, Point, Status
from indicators.progress.stages import DONE


@dataclass(frozen=True, slots=True)
class Way:
    """Shares of the way: `made` by the value judged, `due` by its year; None where none is due.

    Below 0 it went the wrong way, above 1 beyond the target.
    """

    made: float
    due: float | None

    @property
    def gap(self) -> float | None:
        """The share that is missing; below 0 what is ahead of the path."""
        return None if self.due is None else self.due - self.made


def way_of(judgement: Judgement) -> Way | None:
    """Give the way to the headline; None where there is none, as for a level to be kept."""
    headline, measure = judgement.headline, judgement.measure
    if headline is None or headline.value is None or measure.rule in ("each_year", "maintain"):
        return None
    if measure.kind == "milestone":
        return Way(headline.value / DONE, stage_due(headline))
    start = judgement.baseline
    if start is None or not (isfinite(start.value) and isfinite(headline.value)):
        return None
    target = target_level(judgement, headline, start)
    if target is None:
        return None
    made = share_of_way(headline.value, start.value, target)
    return Way(made, value_due(headline, start.value, target))


def share_of_way(value: float, start: float, target: float) -> float:
    """Give where a value lies between the start, which is 0, and the target, which is 1."""
    return (value - start) / (target - start)


def stage_due(headline: Milestone) -> float | None:
    """Give the stage that the time gone asks for; the whole once the year is over."""
    if headline.status is Status.MISSED:
        return 1.0
    required = headline.required_at_latest
    return None if required is None else required / DONE


def value_due(headline: Milestone, start: float, target: float) -> float | None:
    """Give the share that the path asks for; the whole once a value of the target year decides."""
    if headline.decided:
        return 1.0
    required = headline.required_at_latest
    return None if required is None else min(share_of_way(required, start, target), 1.0)


def target_level(judgement: Judgement, headline: Milestone, start: Point) -> float | None:
    """Give the value that is to be reached; for a growth that of its curve in the target year.

    None where the start is there already: then it is a level to be kept.
    """
    aim = aim_of(headline.goal, judgement.measure.direction)
    if judgement.measure.rule == "growth":
        curve = growth_path(start, aim)
        return curve[-1][1] if curve else None
    return None if aim.held_by(start.value) or aim.bound == start.value else aim.bound
