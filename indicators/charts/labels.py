"""What is written beside the points of a chart, and how much room it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.typesetting.set_type import lines_in, width_of

Spot = tuple[float, float]
Span = tuple[float, float]
LabelBox = tuple[float, float, float, float]
"""Left, low, right and high edge, in pixels from the point that a label belongs to."""
Anchor = Literal["left", "center", "right"]
LabelLine = tuple[str, str]
"""The heavy part of a line of a label, and what follows it in usual type."""

LEADING = 1.3  # of its type, from one line of a label to the next
WIDEST = 0.8  # of the narrowest plot; longer labels are broken into lines
BREAKABLE = 9  # times its type, the length from which a label may be broken
NARROWER = 0.75  # of its length, a line of a label that is broken where there is little room


@dataclass(frozen=True, slots=True)
class Label:
    """Words that belong to a point of the chart; `note` follows them in usual type.

    One that is `needed` is never left out; of another, `below` tells more below the chart. Those
    with `rivals` could be taken for each other's.
    """

    x: float
    y: float
    text: str
    color: str
    note: str = ""
    below: str = ""
    bold: bool = False
    needed: bool = False
    rivals: bool = False


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """The ranges of the axes, from the left and from the foot; the plot in pixels.

    It may be drawn in any width of `widths`; `type_size` is that of its labels.
    """

    x: Span
    y: Span
    widths: Span
    height: float
    type_size: float = 15

    def share(self, x: float) -> float:
        """How far across the plot a year stands, 0 to 1."""
        return (x - self.x[0]) / (self.x[1] - self.x[0])

    def up(self, y: float) -> float:
        """How many pixels above the foot of the plot a value stands."""
        return (y - self.y[0]) / (self.y[1] - self.y[0]) * self.height

    def value_at(self, up: float) -> float:
        """The value so many pixels above the foot of the plot."""
        return self.y[0] + up / self.height * (self.y[1] - self.y[0])


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label in its lines, which stand left or right of a place or in the middle of it.

    The place is `right` and `up` pixels from the label's point.
    """

    label: Label
    lines: tuple[LabelLine, ...]
    anchor: Anchor
    right: float
    up: float


def settings_of(label: Label, frame: PlotFrame) -> list[tuple[LabelLine, ...]]:
    """The ways to break a label into lines: none longer than the plot allows, then half as long."""
    room, size = frame.widths[0] * WIDEST, frame.type_size
    wide = width_of(label.text + label.note, size)
    found = [broken(label, room, size)]
    for narrower in (NARROWER * wide, wide / 2 + size) if wide > BREAKABLE * size else ():
        lines = broken(label, min(narrower, room), size)
        found += [lines] if len(lines) > len(found[-1]) else []
    return found


def broken(label: Label, room: float, size: float) -> tuple[LabelLine, ...]:
    """Break a label into lines of a width."""
    if width_of(label.text + label.note, size) <= room:
        return (heavy(label, label.text, label.note),)
    text = lines_in(label.text, size, room)
    note = lines_in(label.note, size, room) if label.note else []
    return (*(heavy(label, line) for line in text), *(("", line) for line in note))


def heavy(label: Label, text: str, note: str = "") -> LabelLine:
    """Set the text of a label in the weight it has."""
    return (text, note) if label.bold else ("", text + note)


def extent(lines: Sequence[LabelLine], size: float) -> Spot:
    """The pixels that the lines of a label take, across and upwards."""
    return max(width_of("".join(line), size) for line in lines), LEADING * size * len(lines)
