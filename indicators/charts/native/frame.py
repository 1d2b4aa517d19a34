"""The place of everything in a native chart: axes, plot and the labels beside their points."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, copysign
from typing import Any

from indicators.charts.labels import (
    LETTER,
    LINE,
    Label,
    PlotFrame,
    Spot,
    bare,
    place_labels,
    text_extent,
)
from indicators.charts.native.data import ChartData
from indicators.charts.native.scale import AxisScale, round_number, round_scale
from indicators.charts.trajectory import frame_of, frame_years, year_step

WHOLE = ("count", "rank")
TYPE = 15  # pixels of the type that labels are placed for
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
class PlacedLabel:
    """A label of one point: line, row of the table, text; place and shift as parts of the chart."""

    line: int
    row: int
    lines: tuple[str, ...]
    bold: bool
    color: str
    side: str
    shift: Spot


@dataclass(frozen=True, slots=True)
class Layout:
    """Both axes, the plot's left, top, width and height as parts of the chart, and the labels."""

    years: AxisScale
    values: AxisScale
    axis_code: str
    plot: tuple[float, float, float, float]
    labels: tuple[PlacedLabel, ...]


def layout_of(data: ChartData, size: ChartSize) -> Layout:
    """Choose axes for what is shown, leave room for their numbers, place the labels."""
    span = frame_of(data.trajectory, 1)
    values = value_scale(data, span)
    code = axis_code(data, values)
    years = year_scale(data, span)
    plot = plot_of(size, len(code_sample(values, code)), legend_rows(data, size))
    width, height = size.pixels(size.width), size.pixels(size.height)
    frame = PlotFrame(
        (years.low, years.high), (values.low, values.high), plot[2] * width, plot[3] * height
    )
    labels = tuple(placed_labels(data, frame, (width, height)))
    return Layout(years, values, code, plot, labels)


def year_scale(data: ChartData, span: PlotFrame) -> AxisScale:
    """Begin with a year that has a tick, so that years such as 2030 have one too."""
    step = year_step(span)
    return AxisScale(frame_years(data.trajectory)[0] // step * step, round_number(span.x[1]), step)


def value_scale(data: ChartData, span: PlotFrame) -> AxisScale:
    """Span all values; nothing below zero where no figure is."""
    values = [value for line in data.lines for value in line.values.values()]
    low = max(span.y[0], 0.0) if min(values) >= 0 else span.y[0]
    return round_scale(low, span.y[1], whole=data.trajectory.notation.indicator.kind in WHOLE)


def axis_code(data: ChartData, values: AxisScale) -> str:
    """Give the format of the axis: as many decimals as its steps need, no share above 100%."""
    step = f"{values.step:.9f}".rstrip("0").partition(".")[2]
    plain = f"#,##0.{'0' * len(step)}" if step else "#,##0"
    indicator = data.trajectory.notation.indicator
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


def placed_labels(data: ChartData, frame: PlotFrame, whole: Spot) -> Iterator[PlacedLabel]:
    """Place every label beside its point, covering as little as can be."""
    lines: list[list[Spot]] = [list(line.values.items()) for line in data.lines if line.look.width]
    labels = [label for label in data.labels if data.line_of(label) is not None]
    marks = [spot for line in data.lines if line.is_hollow for spot in line.values.items()]
    rows = {year: row for row, year in enumerate(data.years)}
    # They come back in the order in which they were placed best, which may be another.
    for note in place_labels(labels, lines, frame, marks=marks):
        label = Label(note["x"], note["y"], note["text"], note["font"]["color"])
        found = data.line_of(label) or 0
        side, shift = side_of(note, whole, data.lines[found].look.size)
        yield PlacedLabel(
            found,
            rows[int(label.x)],
            tuple(map(bare, label.text.split("<br>"))),
            "<b>" in label.text,
            label.color,
            side,
            shift,
        )


def side_of(note: dict[str, Any], whole: Spot, mark: int) -> tuple[str, Spot]:
    """Turn a place in pixels into the side of the point nearest to it and the way from there."""
    width, height = text_extent(note["text"])
    half = {"left": width / 2, "center": 0.0, "right": -width / 2}[note["xanchor"]]
    across, up = note["xshift"] + half, note["yshift"]
    if up:
        side, usual = "t" if up > 0 else "b", (0.0, copysign(mark / 2 + GAP + height / 2, up))
    else:
        side, usual = "r" if across > 0 else "l", (copysign(mark / 2 + GAP + width / 2, across), 0)
    right, higher = across - usual[0], up - usual[1]
    near = max(abs(right), abs(higher)) < GAP
    return side, (0.0, 0.0) if near else (right / whole[0], -higher / whole[1])
