"""Places labels beside their points where they cover nothing; what has no such place is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, permutations

import numpy as np

from indicators.charts.label_room import (
    CLEAR,
    LabelRoom,
    Mark,
    Numbers,
    TakenBox,
    across_at,
    label_room,
)
from indicators.charts.labels import (
    Anchor,
    Label,
    LabelLine,
    PlacedLabel,
    PlotFrame,
    Span,
    Spot,
    extent,
    settings_of,
)

LabelPlace = tuple[Anchor, float, float]

GAP = 4  # pixels from a mark to its label
STEP, NEAR, FARTHEST = 10, 20, 70  # pixels by which a label moves off its point, and how far
ORDERS = 6  # in which needed labels are placed until all have a place


@dataclass(frozen=True, slots=True)
class Placement:
    """Labels in their places, those left out in their order, and what needed ones cover."""

    placed: tuple[PlacedLabel, ...]
    left_out: tuple[Label, ...]
    faults: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The places of a label, the best first, and the boxes that it would cover in them."""

    spot: Spot
    places: tuple[PlacedLabel, ...]
    boxes: Numbers


def place_labels(
    labels: Sequence[Label],
    lines: Sequence[Sequence[Spot]],
    marks: Sequence[Mark],
    frame: PlotFrame,
    year: float | None = None,
) -> Placement:
    """Place the needed labels first, then the others in their order, where each is free.

    Where the line of a `year` is in the way of all places of one, it gives way.
    """
    marked = {(mark.x, mark.y): mark.half for mark in marks}
    rivals = [(label.x, label.y) for label in labels if label.rivals]
    room = label_room(frame, lines, marks, rivals)
    aside = across_at(frame, year) if year is not None else None
    choices = {label: choices_of(label, frame, marked) for label in labels}
    needed = [label for label in labels if label.needed]
    tried = (in_turn(o, choices, room, aside) for o in islice(permutations(needed), ORDERS))
    best, least = next(tried)
    for placed, faults in tried if least else ():
        if faults < least:
            best, least = placed, faults
    room.taken = [taken(each, frame) for each in best]
    left_out = []
    for label in (each for each in labels if not each.needed):
        found, faults = best_place(choices[label], room, aside)
        if faults:
            left_out.append(label)
        else:
            best.append(found)
            room.taken.append(taken(found, frame))
    return Placement(tuple(best), tuple(left_out), least)


def in_turn(
    labels: Sequence[Label],
    choices: dict[Label, Choices],
    room: LabelRoom,
    aside: Numbers | None,
) -> tuple[list[PlacedLabel], int]:
    """Place one label after the other, each where it covers the least; what all cover."""
    room.taken = []
    placed, total = [], 0
    for label in labels:
        found, faults = best_place(choices[label], room, aside)
        total += faults
        placed.append(found)
        room.taken.append(taken(found, room.frame))
    return placed, total


def best_place(choices: Choices, room: LabelRoom, aside: Numbers | None) -> tuple[PlacedLabel, int]:
    """Find the first place in which a label covers the least, off the line that gives way."""
    rivals = choices.places[0].label.rivals
    faults = room.faults(choices.spot, choices.boxes, has_rivals=rivals)
    cost = faults * len(choices.boxes) * 4
    if aside is not None:
        cost = cost + len(choices.boxes) * (room.crossed(choices.spot, choices.boxes, aside) > 0)
    best = int(np.argmin(cost + np.arange(len(cost)) * 1.0))
    return choices.places[best], int(faults[best])


def open_stretches(placement: Placement, frame: PlotFrame, year: float) -> list[Span]:
    """The parts of the line of a year, in pixels from the foot, that no label stands on."""
    room = label_room(frame, (), (), ())
    boxes = (taken(placed, frame) for placed in placement.placed)
    crossed = sorted(
        (each.up + each.box[1] - CLEAR, each.up + each.box[3] + CLEAR)
        for each in boxes
        if room.crossed((each.share, each.up), np.array([each.box]), across_at(frame, year))[0]
    )
    ends, low = [], 0.0
    for start, end in crossed:
        ends.append((low, start))
        low = max(low, end)
    return [(start, end) for start, end in (*ends, (low, frame.height)) if end > start]


def choices_of(label: Label, frame: PlotFrame, marked: dict[Spot, float]) -> Choices:
    """Gather the places of a label."""
    places = tuple(places_of(label, frame, marked.get((label.x, label.y), 0.0) + GAP))
    spot = frame.share(label.x), frame.up(label.y)
    return Choices(spot, places, np.array([taken(each, frame).box for each in places]))


def places_of(label: Label, frame: PlotFrame, away: float) -> Iterator[PlacedLabel]:
    """The places of a label, the best first: near its point in fewer lines, in more, farther.

    Only a needed one may stand far off, where it could be taken for that of another line.
    """
    settings = settings_of(label, frame)
    reaches = ((0, NEAR), (NEAR + STEP, FARTHEST)) if label.needed else ((0, NEAR),)
    for nearest, farthest in reaches:
        for lines in settings:
            yield from places_in(label, lines, frame, (away, nearest, farthest))


def places_in(
    label: Label, lines: tuple[LabelLine, ...], frame: PlotFrame, far: tuple[float, int, int]
) -> Iterator[PlacedLabel]:
    """The places of a label in some lines, moved sideways until it ends within the plot."""
    width, height = extent(lines, frame.type_size)
    share, least = frame.share(label.x), frame.widths[0]
    for anchor, right, up in candidates(width, height, *far):
        left = right - {"left": 0.0, "center": width / 2, "right": width}[anchor]
        inward = max(-left - share * least, 0.0)
        inward -= max(left + width - (1 - share) * least, 0.0)
        yield PlacedLabel(label, lines, anchor, right + inward, up)


@lru_cache(4096)
def candidates(
    width: float, height: float, away: float, nearest: int, farthest: int
) -> tuple[LabelPlace, ...]:
    """Where a label of a size may stand: above and below its point, beside it, ever farther."""
    above: tuple[tuple[Anchor, float], ...] = (
        ("right", away),
        ("left", -away),
        ("center", -width / 4),
        ("center", width / 4),
    )
    sides: tuple[tuple[Anchor, int], ...] = (("left", 1), ("right", -1))
    found: list[LabelPlace] = []
    for farther in range(nearest, farthest + 1, STEP):
        up = away + height / 2 + farther
        found += [("center", 0.0, up), ("center", 0.0, -up)]
        found += [] if farther else [(anchor, side * away, 0.0) for anchor, side in sides]
        found += [(*each, sign * up) for each in above for sign in (1, -1)]
        found += [
            (anchor, side * (away + farther / 2), sign * each)
            for each in (farther + STEP / 2, farther + STEP)
            for anchor, side in sides
            for sign in (1, -1)
        ]
    return tuple(found)


def taken(placed: PlacedLabel, frame: PlotFrame) -> TakenBox:
    """What a placed label covers."""
    width, height = extent(placed.lines, frame.type_size)
    left = placed.right - {"left": 0.0, "center": width / 2, "right": width}[placed.anchor]
    box = left, placed.up - height / 2, left + width, placed.up + height / 2
    return TakenBox(frame.share(placed.label.x), frame.up(placed.label.y), box)
