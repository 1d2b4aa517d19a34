"""Where in a plot a label covers nothing, whatever the width in which the plot is drawn.

Heights are pixels and stay as they are; across, all but the labels' own size grows with the plot.
So what lies a share of the plot beside a label's point sweeps a span of pixels: a label that keeps
out of that span is free at every width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from indicators.charts.labels import LabelBox, PlotFrame, Spot

CLEAR = 3.0  # pixels between a label and a line
APART = 2.0  # pixels between a label and a mark, and between two labels

Stroke = tuple[Spot, Spot]
Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
Answers = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at a point of the plot, and the pixels from its middle to its edge."""

    x: float
    y: float
    half: float


@dataclass(frozen=True, slots=True)
class TakenBox:
    """What a label covers, from a point at a share of the plot and a height."""

    share: float
    up: float
    box: LabelBox


@dataclass(slots=True)
class LabelRoom:
    """A plot with what is drawn in it: strokes (n × x0, y0, x1, y1), marks (n × x, y, half).

    `rivals` are points whose labels could be taken for each other's (n × x, y). All x are shares
    of the plot, all y pixels.
    Questions are asked of many boxes at a time, n × left, low, right, high from the label's point.
    """

    frame: PlotFrame
    strokes: Numbers
    marks: Numbers
    rivals: Numbers
    taken: list[TakenBox]

    def faults(self, spot: Spot, boxes: Numbers, *, has_rivals: bool = False) -> Counts:
        """Count what a label would cover or come too near to, in each of the boxes."""
        covered = self.crossed(spot, boxes, self.strokes) + 2 * self.covered(spot, boxes)
        near: Counts | int = self.nearer(spot, boxes) if has_rivals else 0
        return covered + near + 3 * self.met(spot, boxes) + 4 * ~self.inside(spot, boxes)

    def inside(self, spot: Spot, boxes: Numbers) -> Answers:
        """Whether a label ends within the plot; the narrowest leaves it the least room."""
        (share, up), least = spot, self.frame.widths[0]
        left, low, right, high = boxes.T
        across: Answers = (share * least + left >= -0.01) & ((1 - share) * least - right >= -0.01)
        upwards: Answers = (up + low >= 0) & (up + high <= self.frame.height)
        return across & upwards

    def swept(self, shares: Numbers) -> tuple[Numbers, Numbers]:
        """The first and last pixel at which shares of the plot beside a point lie from it."""
        ends = np.multiply.outer(np.array(self.frame.widths), shares)
        return ends.min(axis=0), ends.max(axis=0)

    def met(self, spot: Spot, boxes: Numbers) -> Counts:
        """How many placed labels a label would cover."""
        if not self.taken:
            return np.zeros(len(boxes), dtype=np.int64)
        others = np.array([(each.share, each.up, *each.box) for each in self.taken])
        first, last = self.swept(others[:, 0] - spot[0])
        up = others[:, 1] - spot[1]
        grown = np.array(
            [first + others[:, 2], up + others[:, 3], last + others[:, 4], up + others[:, 5]]
        )
        return overlaps(boxes, grown, APART)

    def covered(self, spot: Spot, boxes: Numbers) -> Counts:
        """How many marks a label would cover."""
        share, height, half = self.marks.T
        first, last = self.swept(share - spot[0])
        up = height - spot[1]
        return overlaps(boxes, np.array([first - half, up - half, last + half, up + half]), APART)

    def crossed(self, spot: Spot, boxes: Numbers, strokes: Numbers) -> Counts:
        """How many lines would run through a label, each cut to the label's height."""
        x0, y0, x1, y1 = strokes.T
        low, high = spot[1] + boxes[:, 1:2] - CLEAR, spot[1] + boxes[:, 3:4] + CLEAR
        beside = (np.maximum(y0, y1) > low) & (np.minimum(y0, y1) < high)
        rise = np.where(y1 == y0, 1.0, y1 - y0)
        flat = y1 == y0
        start = np.where(flat, 0.0, np.clip((low - y0) / rise, 0.0, 1.0))
        end = np.where(flat, 1.0, np.clip((high - y0) / rise, 0.0, 1.0))
        ends = np.array([x0 + (x1 - x0) * start, x0 + (x1 - x0) * end]) - spot[0]
        first, last = self.swept(ends)
        first, last = first.min(axis=0), last.max(axis=0)
        within = (first < boxes[:, 2:3] + CLEAR) & (last > boxes[:, 0:1] - CLEAR)
        return counted(beside & within)

    def nearer(self, spot: Spot, boxes: Numbers) -> Counts:
        """How many marks of its rivals would be nearer to a label than its own."""
        others = self.rivals[(self.rivals != np.array(spot)).any(axis=1)]
        own = distances(np.zeros((1, 2)), boxes)
        up = others[:, 1] - spot[1]
        apart = [np.stack(((others[:, 0] - spot[0]) * w, up), axis=1) for w in self.frame.widths]
        near = [distances(points, boxes) < own for points in apart]
        return counted(near[0] | near[1])


def overlaps(boxes: Numbers, others: Numbers, apart: float) -> Counts:
    """Count the others (left, low, right, high × n) that each box overlaps or comes near to."""
    left, low, right, high = others
    across = (left - apart < boxes[:, 2:3]) & (right + apart > boxes[:, 0:1])
    upwards = (low - apart < boxes[:, 3:4]) & (high + apart > boxes[:, 1:2])
    return counted(across & upwards)


def distances(points: Numbers, boxes: Numbers) -> Numbers:
    """The pixels from points to the nearest edges of boxes (boxes × points); 0 within one."""
    x, y = points.T
    right = np.maximum(np.maximum(boxes[:, 0:1] - x, x - boxes[:, 2:3]), 0.0)
    up = np.maximum(np.maximum(boxes[:, 1:2] - y, y - boxes[:, 3:4]), 0.0)
    found: Numbers = np.hypot(right, up)
    return found


def counted(answers: Answers) -> Counts:
    """Count by row what is true."""
    counts: Counts = np.count_nonzero(answers, axis=1)
    return counts


def label_room(
    frame: PlotFrame,
    lines: Iterable[Sequence[Spot]],
    marks: Iterable[Mark],
    rivals: Iterable[Spot],
) -> LabelRoom:
    """Lay out what is drawn, all of it given as data."""
    strokes = [
        (frame.share(x0), frame.up(y0), frame.share(x1), frame.up(y1))
        for line in lines
        for (x0, y0), (x1, y1) in pairwise(line)
    ]
    placed = [(frame.share(mark.x), frame.up(mark.y), mark.half) for mark in marks]
    spots = [(frame.share(x), frame.up(y)) for x, y in rivals]
    return LabelRoom(frame, table(strokes, 4), table(placed, 3), table(spots, 2), [])


def table(rows: Sequence[Sequence[float]], columns: int) -> Numbers:
    """Write rows as an array that has its columns even without a row."""
    return np.array(rows, dtype=np.float64).reshape(-1, columns)


def across_at(frame: PlotFrame, year: float) -> Numbers:
    """The line of a year, from the foot of the plot to its top."""
    return table([(frame.share(year), 0.0, frame.share(year), frame.height)], 4)
