"""When a value reaches a target; values closer than one part in 10⁹ count as equal."""

from dataclasses import dataclass
from math import isclose

from indicators.catalogue.records import Direction
from indicators.progress.results import Goal

ABOUT = 0.05
NOISE = 1e-9  # a ratio this close to a threshold, zero among them, has reached it


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal with a number, `about` already turned into the bound it stands for."""

    year: int
    bound: float
    upward: bool
    strict: bool

    def held_by(self, value: float) -> bool:
        """Compare without rounding; a strict bound is not held by a value equal to it."""
        if isclose(value, self.bound):
            return not self.strict
        return value > self.bound if self.upward else value < self.bound


def aim_of(goal: Goal, direction: Direction | None) -> Aim:
    """Resolve a quantified goal; `about` T asks for 0.95·T upwards and 1.05·T downwards."""
    value = goal.value or 0.0
    if goal.comparator == "about":
        upward = direction != "down"
        slack = ABOUT * abs(value)
        return Aim(goal.year, value - slack if upward else value + slack, upward, strict=False)
    upward = goal.comparator[0] == ">" if goal.comparator[0] in "<>" else direction != "down"
    return Aim(goal.year, value, upward, strict=goal.comparator in (">", "<"))


def at_least(ratio: float, threshold: float) -> bool:
    """Whether a ratio reaches a threshold: (73,8 − 70)/4 reaches 0,95."""
    return ratio >= threshold or isclose(ratio, threshold, rel_tol=NOISE, abs_tol=NOISE)
