"""What if a series changed by the same amount every year from its latest figure on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, isclose, isfinite, log10

from indicators.progress.aims import Aim, aim_of
from indicators.progress.opinions import clipped
from indicators.progress.results import Goal, Judgement, Measure, Point

HORIZON = 2100  # nobody plans beyond it: a target not held by then is never held
STEPS = 20  # of the slider on the way from no change to the needed one
FARTHEST = 3  # times the needed change that can be asked
ROUND = (1, 2, 5, 10)
FINEST = 1e-8  # change that a slider can be moved by
DIGITS = 12  # decimals that a multiple of a step keeps


@dataclass(frozen=True, slots=True)
class Outlook:
    """The latest figure and the targets still ahead of it; the question needs both."""

    measure: Measure
    latest: Point
    aims: tuple[Aim, ...]

    def needed(self) -> float | None:
        """The yearly change that just reaches the nearest target not held yet, if there is one."""
        ahead = next((aim for aim in self.aims if not aim.held_by(self.latest.value)), None)
        if ahead is None:
            return None
        gap = ahead.bound - self.latest.value
        exact = gap / (ahead.year - self.latest.year)
        unit = 10.0 ** (floor(log10(step_for(exact))) - 2) if gap else 10.0**-3
        count = floor(abs(exact) / unit)
        changes = ((count + more) * unit * (1 if ahead.upward else -1) for more in range(3))
        return next(
            (tidy(c) for c in changes if ahead.held_by(self.value_in(ahead.year, c))), exact
        )

    def value_in(self, year: int, change: float) -> float:
        """The value in a year, inside the indicator's bounds."""
        return clipped(self.latest.value + change * (year - self.latest.year), self.measure)

    def line(self, change: float, last: int) -> tuple[tuple[int, float], ...]:
        """Every year from the latest figure to the last year, with its value."""
        return tuple((y, self.value_in(y, change)) for y in range(self.latest.year, last + 1))

    def year_held(self, aim: Aim, change: float) -> int | None:
        """The first year in which a target holds, the latest figure's own among them."""
        years = range(self.latest.year, HORIZON + 1)
        return next((y for y in years if aim.held_by(self.value_in(y, change))), None)


def outlook_of(judgement: Judgement, goals: Sequence[Goal]) -> Outlook | None:
    """Collect what the question needs; None where a yearly change has no meaning."""
    measure, latest = judgement.measure, judgement.latest
    if measure.kind == "milestone" or measure.rule not in ("reach", "maintain"):
        return None
    if latest is None or not isfinite(latest.value):
        return None
    ahead = [g for g in goals if g.value is not None and g.year > latest.year]
    aims = sorted((aim_of(g, measure.direction) for g in ahead), key=lambda aim: aim.year)
    return Outlook(measure, latest, tuple(aims)) if aims else None


def changes_to_ask(outlook: Outlook) -> tuple[float, ...]:
    """The yearly changes of the slider, rising: from the needed one backwards to three times it.

    Where all targets hold already, around no change, by a twentieth of the latest value.
    """
    needed = outlook.needed()
    start = 0.0 if needed is None else needed
    scale = start or abs(outlook.latest.value) / STEPS or 1.0
    step = step_for(scale)
    toward = 1 if scale > 0 else -1
    count = max(1, floor(abs(scale) / step + 1e-9))
    steps = range(-count, FARTHEST * count + 1)
    return tuple(sorted({start, *(tidy(toward * step * n) for n in steps)}))


def step_for(change: float) -> float:
    """A round step (1, 2 or 5 in its first figure) for about twenty steps up to a change."""
    size = max(abs(change) / STEPS, FINEST)
    unit = 10.0 ** floor(log10(size))
    return tidy(next(n * unit for n in ROUND if n * unit > size or isclose(n * unit, size)))


def tidy(number: float) -> float:
    """Drop the binary dust of a multiplication, and the sign of nothing."""
    return round(number, DIGITS) + 0.0
