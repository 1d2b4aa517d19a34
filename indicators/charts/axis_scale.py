"""Round ends and steps for the axes of a chart."""

from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)
MOST_STEPS = 7


@dataclass(frozen=True, slots=True)
class AxisScale:
    """An axis from `low` to `high` with a tick every `step`."""

    low: float
    high: float
    step: float


def round_scale(
    low: float, high: float, *, whole: bool = False, most: int = MOST_STEPS
) -> AxisScale:
    """Widen a span to round ends with so many steps at most; what is counted has whole ones."""
    size = 10.0 ** floor(log10((high - low) / most))
    if whole:
        size = max(size, 1.0)
    sizes = (step * size for step in STEPS)
    step = next(s for s in sizes if (high - low) / s <= most and (not whole or s % 1 == 0))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return AxisScale(round_number(first * step), round_number(last * step), step)


def round_number(value: float) -> float:
    """Drop what binary arithmetic left behind the last decimal."""
    return float(f"{value:.12g}")
