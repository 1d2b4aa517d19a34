"""The frame of a trajectory: its years and values, their ticks, the size of the plot in pixels."""

from dataclasses import dataclass
from math import ceil, floor

from indicators.charts.axis_scale import round_number, round_scale
from indicators.charts.labels import PlotFrame, Span
from indicators.charts.trajectory import (
    Trajectory,
    context_lines,
    frame_years,
    height_of,
    numbers,
    trend_ahead,
    trend_band,
)
from indicators.wording.numbers import plain

MARGIN = 0.14  # of what is shown, the room above and below it that labels have at first
WHOLE_KINDS = ("count", "rank")
BEST_RANK = 1


@dataclass(frozen=True, slots=True)
class PlotSize:
    """The widths in which a plot may be drawn, its height, type of labels and numbers, in pixels.

    No more lines cross it than `most_levels`.
    """

    widths: Span
    height: float
    type_size: float
    axis_size: float
    most_levels: int


# A telephone's plot and that of a window: board.css sets what stands beside a chart below it before
# it is any narrower. A screen is enlarged as a whole.
NARROW = PlotSize((270, 620), 330, 13, 13, 5)
WIDE = PlotSize((510, 1600), 374, 15, 14, 7)
PRESENTED = PlotSize((930, 1000), 366, 15, 14, 7)


def frame_of(trajectory: Trajectory, size: PlotSize, margin: float = MARGIN) -> PlotFrame:
    """Span all that is shown, with room for labels; a rank is better the higher it stands."""
    first, last = frame_years(trajectory)
    room = max(0.6, (last - first) * 0.06)
    low, high = values_shown(trajectory)
    more = (high - low) * margin or abs(high) * 0.1 or 1.0
    span = (low - more, high + more)
    if is_rank(trajectory):
        span = span[::-1]
    return PlotFrame((first - room, last + room), span, size.widths, size.height, size.type_size)


def is_rank(trajectory: Trajectory) -> bool:
    """Whether the values are ranks, of which the first is the best."""
    return trajectory.notation.indicator.kind == "rank"


def values_shown(trajectory: Trajectory) -> Span:
    """The lowest and the highest value that anything is drawn at."""
    values = [p.value for p in numbers(trajectory.judgement.points)]
    values += [p.value for _, points in context_lines(trajectory) for p in points]
    values += [value for _, value in (*trajectory.judgement.path, *trajectory.supposed.spots)]
    values += [trend.value for _, trend in trend_ahead(trajectory)]
    values += [end for _, low, high in trend_band(trajectory) for end in (low, high)]
    heights = [height_of(trajectory, t) for t in trajectory.levels]
    values += [height for height in heights if height is not None]
    return min(values), max(values)


def levels(trajectory: Trajectory, frame: PlotFrame, most: int) -> list[float]:
    """The round values that are told beside the plot: as many as there may be."""
    finer = (levels_in_steps(trajectory, frame, count) for count in range(most + 2, 0, -1))
    return next((ticks for ticks in finer if len(ticks) <= most), [])


def levels_in_steps(trajectory: Trajectory, frame: PlotFrame, most: int) -> list[float]:
    """Round values of so many steps at most, none that the indicator cannot have."""
    indicator, shown = trajectory.notation.indicator, values_shown(trajectory)
    low, high = sorted(frame.y)
    scale = round_scale(low, high, whole=indicator.kind in WHOLE_KINDS, most=most)
    least = BEST_RANK if is_rank(trajectory) else 0.0 if shown[0] >= 0 else low
    greatest = high if indicator.upper is None else min(high, max(indicator.upper, shown[1]))
    counted = range(round(scale.low / scale.step), round(scale.high / scale.step) + 1)
    ticks = [round_number(n * scale.step) for n in counted]
    if is_rank(trajectory):
        ticks = [tick or float(BEST_RANK) for tick in ticks]
    return [tick for tick in ticks if max(low, least) <= tick <= greatest]


def year_step(frame: PlotFrame) -> int:
    """Choose whole-year ticks that do not crowd on a telephone."""
    years = frame.x[1] - frame.x[0]
    return next((step for step in (1, 2, 5) if years / step <= 7), 10)


def years_told(frame: PlotFrame, step: int) -> list[int]:
    """The years that are told below a plot."""
    first, last = ceil(frame.x[0]), floor(frame.x[1])
    return [year for year in range(first, last + 1) if year % step == 0]


def tick_text(tick: float, trajectory: Trajectory) -> str:
    """Write a round value beside the plot, a share with its sign."""
    return f"{plain(tick)}%" if trajectory.notation.indicator.unit == "%" else plain(tick)
