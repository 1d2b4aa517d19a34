"""Places labels beside their points so that they cover neither each other nor the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from re import sub
from typing import Any

LETTER, LINE = 8.0, 20.0  # pixels a letter is wide and a label is high, at 15 px type
STEPS = 40  # samples a line segment is checked at
# Anchor and shift in pixels, the best first; y runs upwards.
PLACES = (
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
)
BESIDE = ("left", 10, 0)
Box = tuple[float, float, float, float]
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Text that belongs to a point of the chart; the name of a line stands beside its end."""

    x: float
    y: float
    text: str
    color: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
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


def place_labels(
    labels: Sequence[Label], lines: Sequence[Sequence[Spot]], frame: Frame
) -> list[dict[str, Any]]:
    """Give an annotation a label, each in the first place that covers the least."""
    crowd = [frame.pixel(*spot) for line in lines for spot in sampled(line)]
    crowd += [frame.pixel(label.x, label.y) for label in labels]
    taken: list[Box] = []
    placed = []
    for label in labels:
        places = (BESIDE, *PLACES) if label.beside else PLACES
        place = min(places, key=lambda p: cost(box_of(label, p, frame), taken, crowd, frame))
        taken.append(box_of(label, place, frame))
        placed.append(annotation(label, place))
    return placed


def sampled(line: Sequence[Spot]) -> list[Spot]:
    """Points along a line, close enough to see whether a label covers it."""
    return [
        (x0 + (x1 - x0) * step / STEPS, y0 + (y1 - y0) * step / STEPS)
        for (x0, y0), (x1, y1) in pairwise(line)
        for step in range(STEPS + 1)
    ]


def box_of(label: Label, place: tuple[str, int, int], frame: Frame) -> Box:
    """The pixels a label covers in one of its places."""
    anchor, right, up = place
    x, y = frame.pixel(label.x, label.y)
    width = LETTER * len(sub(r"<[^>]+>", "", label.text))
    left = x + right - {"left": 0, "center": width / 2, "right": width}[anchor]
    return left, y + up - LINE / 2, left + width, y + up + LINE / 2


def cost(box: Box, taken: Sequence[Box], crowd: Sequence[Spot], frame: Frame) -> float:
    """How much a label would cover: other labels most, then the frame's edge, then lines."""
    left, low, right, high = box
    over = sum(a < right and left < c and b < high and low < d for a, b, c, d in taken)
    beyond = left < 0 or right > frame.width + 15 or low < 0 or high > frame.height
    covered = sum(left - 3 < x < right + 3 and low - 2 < y < high + 2 for x, y in crowd)
    return 100 * over + 50 * beyond + covered


def annotation(label: Label, place: tuple[str, int, int]) -> dict[str, Any]:
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
        "font": {"color": label.color, "size": 15},
    }
