"""The place of everything in a native chart: axes, plot and the labels beside their points."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, copysign

from indicators.charts.axis_scale import AxisScale, round_number, round_scale
from indicators.charts.label_room import Mark
from indicators.charts.labels import LabelLine, PlacedLabel, PlotFrame, Spot, extent
from indicators.charts.native.data import ChartData, ChartSeries
from indicators.charts.placing import place_labels
from indicators.charts.trajectory import frame_years
from indicators.charts.trajectory_frame import (
    WHOLE_KINDS,
    WIDE,
    frame_of,
    is_rank,
    year_step,
)

TYPE = 15  # pixels of the type that labels are placed for
LETTER, LINE = 8.0, 20.0  # pixels a letter is wide and a line is high in it, at most on average
HALF = 0.75  # of the size of a mark in points, the pixels from its middle to where it ends
ROOM = 10  # pixels between the numbers of the axis and the plot
LEGEND_ROW = 0.95  # lines of type a row of the legend takes
LEGEND_MARK = 0.62  # inches of the mark before a name, whatever the size of its type
GAP = 5  # pixels that Office leaves between a mark and its label


@dataclass(frozen=True, slots=True)
class ChartSize:
    """A chart's width and height in inches, its type in points and the face of it."""

    width: float
    height: float
    font: float = 14
    typeface: str = "Arial"

    def pixels(self, inches: float) -> float:
        """Turn inches into pixels of the size that labels are placed for."""
        return inches * 72 * TYPE / self.font


@dataclass(frozen=True, slots=True)
class PointLabel:
    """A label of one point: line, row of the table, text; place and shift as parts of the chart."""

    line: int
    row: int
    lines: tuple[LabelLine, ...]
    color: str
    side: str
    shift: Spot


@dataclass(frozen=True, slots=True)
class Layout:
    """Both axes, the plot's left, top, width and height as parts of the chart, and the labels.

    The lowest value stands highest where `best_is_least`, as of ranks.
    """

    years: AxisScale
    values: AxisScale
    best_is_least: bool
    axis_code: str
    plot: tuple[float, float, float, float]
    labels: tuple[PointLabel, ...]


def layout_of(data: ChartData, size: ChartSize) -> Layout:
    """Choose axes for what is shown, leave room for their numbers, place the labels."""
    span = frame_of(data.trajectory, WIDE)
    values = value_scale(data, span)
    code = axis_code(data, values)
    years = year_scale(data, span)
    plot = plot_of(size, len(code_sample(values, code)), legend_rows(data, size))
    width, height = size.pixels(size.width), size.pixels(size.height)
    ends = (values.low, values.high)
    frame = PlotFrame(
        (years.low, years.high),
        ends[::-1] if is_rank(data.trajectory) else ends,
        (plot[2] * width, plot[2] * width),
        plot[3] * height,
        TYPE,
    )
    labels = tuple(placed_labels(data, frame, (width, height)))
    return Layout(years, values, is_rank(data.trajectory), code, plot, labels)


def year_scale(data: ChartData, span: PlotFrame) -> AxisScale:
    """Begin with a year that has a tick, so that years such as 2030 have one too."""
    step = year_step(span)
    return AxisScale(frame_years(data.trajectory)[0] // step * step, round_number(span.x[1]), step)


def value_scale(data: ChartData, span: PlotFrame) -> AxisScale:
    """Span all values; nothing below zero where no figure is."""
    values = [value for line in data.lines for value in line.values.values()]
    low, high = sorted(span.y)
    low = max(low, 0.0) if min(values) >= 0 else low
    whole = data.trajectory.notation.indicator.kind in WHOLE_KINDS
    return round_scale(low, high, whole=whole)


def axis_code(data: ChartData, values: AxisScale) -> str:
    """Give the format of the axis: as many decimals as its steps need.

    It tells no share above 100% and no rank 0.
    """
    step = f"{values.step:.9f}".rstrip("0").partition(".")[2]
    plain = f"#,##0.{'0' * len(step)}" if step else "#,##0"
    indicator = data.trajectory.notation.indicator
    if is_rank(data.trajectory):
        return f'[=0]"";{plain}'
    if indicator.unit != "%":
        return plain
    return f'[>{indicator.upper:g}]"";{plain}"%"' if indicator.upper else f'{plain}"%"'


def code_sample(values: AxisScale, code: str) -> str:
    """Write the longest number of an axis about as Office will."""
    decimals = code.partition(".")[2].count("0")
    longest = max((values.low, values.high), key=lambda value: len(f"{value:,.0f}"))
    return f"{longest:,.{decimals}f}{'%' if '%' in code else ''}"


def legend_rows(data: ChartData, size: ChartSize) -> int:
    """Count the rows in which Office puts the names of the lines, as wide as the longest each."""
    longest = max(len(line.name) for line in data.lines) * LETTER + size.pixels(LEGEND_MARK)
    columns = max(1, int(size.pixels(size.width) * 0.9 / longest))
    return ceil(len(data.lines) / columns)


def plot_of(size: ChartSize, letters: int, rows: int) -> tuple[float, float, float, float]:
    """Leave room for so many letters at the left, for years and rows of the legend below."""
    width, height = size.pixels(size.width), size.pixels(size.height)
    left, below = letters * LETTER + 2 * ROOM, (1 + LEGEND_ROW * rows) * LINE + 2 * ROOM
    return left / width, ROOM / height, 1 - (left + 2 * ROOM) / width, 1 - (below + ROOM) / height


def placed_labels(data: ChartData, frame: PlotFrame, whole: Spot) -> Iterator[PointLabel]:
    """Place the labels beside their points where they cover nothing."""
    lines = [spots(line) for line in data.lines if line.look.width]
    labels = [label for label in data.labels if data.line_of(label) is not None]
    rows = {year: row for row, year in enumerate(data.years)}
    for placed in place_labels(labels, lines, [*marks_in(data)], frame).placed:
        label = placed.label
        found = data.line_of(label) or 0
        side, shift = side_of(placed, whole, data.lines[found].look.size)
        yield PointLabel(found, rows[int(label.x)], placed.lines, label.color, side, shift)


def spots(line: ChartSeries) -> list[Spot]:
    """The points of a line."""
    return [*line.values.items()]


def marks_in(data: ChartData) -> Iterator[Mark]:
    """The marks of all lines, as labels keep clear of them."""
    for line in data.lines:
        if line.look.mark != "none":
            yield from (Mark(x, y, line.look.size * HALF + 1) for x, y in spots(line))


def side_of(placed: PlacedLabel, whole: Spot, mark: int) -> tuple[str, Spot]:
    """Turn a place in pixels into the side of the point nearest to it and the way from there."""
    width, height = extent(placed.lines, TYPE)
    half = {"left": width / 2, "center": 0.0, "right": -width / 2}[placed.anchor]
    across, up = placed.right + half, placed.up
    if up:
        side, usual = "t" if up > 0 else "b", (0.0, copysign(mark / 2 + GAP + height / 2, up))
    else:
        side, usual = "r" if across > 0 else "l", (copysign(mark / 2 + GAP + width / 2, across), 0)
    right, higher = across - usual[0], up - usual[1]
    near = max(abs(right), abs(higher)) < GAP
    return side, (0.0, 0.0) if near else (right / whole[0], -higher / whole[1])
