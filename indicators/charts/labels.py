"""Places labels beside their points so that they cover neither each other nor the lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from re import sub
from textwrap import wrap
from typing import Any

LabelBox = tuple[float, float, float, float]
Spot = tuple[float, float]
LabelPlace = tuple[str, float, float]

LETTER, LINE = 8.0, 20.0  # pixels a letter is wide and a label is high, at 15 px type
STEPS = 40  # samples a line segment is checked at
SPARE = 15  # pixels of the right margin that a label may use
CLEAR = 6  # pixels between the numbers left of the plot and a label
UNREADABLE = 20  # cost from which another order of placing is tried
MARK = 12  # samples that the mark at a label's point weighs as much as
HALF = 6  # pixels from the middle of a mark to its edge
FAR = 10  # cost of a label that does not stand right beside its point
WIDEST = 0.8  # of the plot's width; longer labels are broken into lines
# Anchor and shift in pixels, the best first; y runs upwards.
PLACES: tuple[LabelPlace, ...] = (
    ("center", 0, 18),
    ("center", 0, -18),
    ("left", 10, 0),
    ("right", -10, 0),
    ("right", 4, 18),
    ("left", -4, 18),
    ("right", 4, -18),
    ("left", -4, -18),
    ("center", 0, 40),
    ("center", 0, -40),
    ("right", 4, 40),
    ("right", 4, -40),
    ("left", -4, 40),
    ("left", -4, -40),
    ("center", 0, 48),
    ("right", 4, 48),
    ("left", -4, 48),
    ("center", 0, -48),
    ("right", 4, -48),
    ("left", -4, -48),
    ("right", 4, 62),
    ("left", -4, 62),
    ("right", 4, -62),
    ("left", -4, -62),
)
BESIDE: LabelPlace = ("left", 10, 0)


@dataclass(frozen=True, slots=True)
class Label:
    """Text that belongs to a point of the chart; the name of a line stands beside its end."""

    x: float
    y: float
    text: str
    color: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """The ranges of the axes, and the plot's size in pixels on a common screen."""

    x: tuple[float, float]
    y: tuple[float, float]
    width: float
    height: float = 360

    def pixel(self, x: float, y: float) -> Spot:
        """Give the place of a point in the plot, from its lower left corner."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return across * self.width, up * self.height


class Crowd:
    """What a label should not cover, from left to right so that a part of it is found at once."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        in_order = sorted(spots)
        self.across = [x for x, _ in in_order]
        self.up = [y for _, y in in_order]

    def within(self, left: float, low: float, right: float, high: float) -> int:
        """Count what lies between the edges."""
        first, last = bisect_right(self.across, left), bisect_left(self.across, right)
        return sum(low < y < high for y in self.up[first:last])


def place_labels(
    labels: Sequence[Label],
    lines: Sequence[Sequence[Spot]],
    frame: PlotFrame,
    reserved: Sequence[LabelBox] = (),
    marks: Sequence[Spot] = (),
) -> list[dict[str, Any]]:
    """Give an annotation a label; the order of placing changes where one would be covered.

    `reserved` are the boxes of what stands in the chart already, `marks` the points of marks that
    have no label.
    """
    covered = [frame.pixel(*spot) for line in lines for spot in sampled(line)]
    covered += [frame.pixel(label.x, label.y) for label in labels] * MARK
    covered += [corner for mark in marks for corner in corners(frame.pixel(*mark))] * MARK
    crowd = Crowd(covered)
    fitting = [wrapped(label, frame) for label in labels]
    best, least = placed_in_turn(fitting, crowd, frame, reserved)
    for turn in range(1, len(fitting)) if least >= UNREADABLE else ():
        trial = placed_in_turn([*fitting[turn:], *fitting[:turn]], crowd, frame, reserved)
        best, least = min((best, least), trial, key=lambda found: found[1])
    return best


def placed_in_turn(
    labels: Sequence[Label], crowd: Crowd, frame: PlotFrame, reserved: Sequence[LabelBox]
) -> tuple[list[dict[str, Any]], float]:
    """Put one label after the other in its first place that covers the least; the total cost."""
    taken = [*reserved]
    placed, total = [], 0.0
    for label in labels:
        place, covered = best_place(label, taken, crowd, frame)
        taken.append(box_of(label, place, frame))
        placed.append(annotation(label, place))
        total += covered + (FAR if abs(place[2]) > LINE else 0)
    return placed, total


def best_place(
    label: Label, taken: Sequence[LabelBox], crowd: Crowd, frame: PlotFrame
) -> tuple[LabelPlace, float]:
    """Find the first place that covers the least, with its cost; a free one ends the search."""
    best, least = PLACES[0], inf
    for each in (BESIDE, *PLACES) if label.beside else PLACES:
        place = inside(label, each, frame)
        covered = cost(box_of(label, place, frame), taken, crowd, frame)
        if covered < least:
            best, least = place, covered
        if not least:
            break
    return best, least


def wrapped(label: Label, frame: PlotFrame) -> Label:
    """Break a label into lines where it would take up nearly the whole plot."""
    letters = int(frame.width * WIDEST / LETTER)
    if len(bare(label.text)) <= letters:
        return label
    return replace(label, text="<br>".join(wrap(label.text, letters)))


def bare(text: str) -> str:
    """The letters of a line of a label without its tags."""
    return sub(r"<[^>]+>", "", text)


def inside(label: Label, place: LabelPlace, frame: PlotFrame) -> LabelPlace:
    """Move a place sideways until the label ends within the frame, and clear of its own point."""
    anchor, right, up = place
    more = (LINE / 2) * label.text.count("<br>")
    up += more if up > 0 else -more if up < 0 else 0
    left_end, _, right_end, _ = box_of(label, (anchor, right, up), frame)
    return anchor, right + max(CLEAR - left_end, 0) - max(right_end - frame.width - SPARE, 0), up


def sampled(line: Sequence[Spot]) -> list[Spot]:
    """Points along a line, close enough to see whether a label covers it."""
    return [
        (x0 + (x1 - x0) * step / STEPS, y0 + (y1 - y0) * step / STEPS)
        for (x0, y0), (x1, y1) in pairwise(line)
        for step in range(STEPS + 1)
    ]


def button_box(frame: PlotFrame) -> LabelBox:
    """The pixels of the button that takes the picture, above the right end of the plot."""
    return frame.width - 12, frame.height + 16, frame.width + 28, frame.height + 48


def corners(middle: Spot) -> list[Spot]:
    """The middle of a mark and the corners of the square around it."""
    x, y = middle
    return [middle, *((x + right, y + up) for right in (-HALF, HALF) for up in (-HALF, HALF))]


def box_of(label: Label, place: LabelPlace, frame: PlotFrame) -> LabelBox:
    """The pixels a label covers in one of its places."""
    anchor, right, up = place
    x, y = frame.pixel(label.x, label.y)
    width, height = text_extent(label.text)
    left = x + right - {"left": 0, "center": width / 2, "right": width}[anchor]
    return left, y + up - height / 2, left + width, y + up + height / 2


def text_extent(text: str) -> Spot:
    """The pixels that the lines of a label take, across and upwards."""
    lines = text.split("<br>")
    return LETTER * max(len(bare(line)) for line in lines), LINE * len(lines)


def cost(box: LabelBox, taken: Sequence[LabelBox], crowd: Crowd, frame: PlotFrame) -> float:
    """How much a label would cover: other labels most, then the frame's edge, then lines."""
    left, low, right, high = box
    over = sum(a < right and left < c and b < high and low < d for a, b, c, d in taken)
    beyond = low < 0 or high > frame.height
    return 100 * over + 50 * beyond + crowd.within(left - 3, low - 2, right + 3, high + 2)


def annotation(label: Label, place: LabelPlace) -> dict[str, Any]:
    """Write a label as plotly wants it."""
    anchor, right, up = place
    return {
        "x": label.x,
        "y": label.y,
        "text": label.text,
        "showarrow": False,
        "xanchor": anchor,
        "yanchor": "middle",
        "xshift": right,
        "yshift": up,
        "align": anchor,
        "font": {"color": label.color, "size": 15},
    }
