"""What is written in a trajectory, the most important first, and where it has room."""

from collections.abc import Iterator, Sequence

from indicators.catalogue.records import Target
from indicators.charts.labels import Label, PlotFrame
from indicators.charts.placing import Placement, place_labels
from indicators.charts.theme import Ink
from indicators.charts.trajectory import (
    Trajectory,
    beyond_scale,
    context_lines,
    height_of,
    numbers,
    trend_ahead,
    trend_band,
)
from indicators.charts.trajectory_frame import MARGIN, PlotSize, frame_of
from indicators.charts.trajectory_lines import (
    PATH,
    PLANS,
    TREND,
    DrawnLine,
    context_colors,
    spots_of,
)
from indicators.progress.results import Point
from indicators.typesetting.set_type import lines_in, width_of
from indicators.wording.firmness import firmness_note
from indicators.wording.notation import banded_value

MARGINS = (MARGIN, 0.22, 0.32, 0.45, 0.6)  # more room, until all that is needed has its place
BETWEEN = " · "  # what is told below a chart
BAND_TOLD = "Dải nhạt: khoảng dự báo 80%"


def placed_in(
    trajectory: Trajectory, lines: list[DrawnLine], size: PlotSize, ink: Ink
) -> tuple[PlotFrame, Placement]:
    """Find the frame with the least room in which all needed labels cover nothing."""
    labels = [*labels_of(trajectory, ink), *line_names(trajectory, ink)]
    marks = [mark for line in lines for mark in line.marks()]
    strokes = [part for line in lines if line.width for part in line.stretches()]
    tried = []
    for margin in MARGINS:
        frame = frame_of(trajectory, size, margin)
        placement = place_labels(labels, strokes, marks, frame, trajectory.year)
        tried.append((frame, placement))
        if not placement.faults:
            break
    return min(tried, key=lambda each: each[1].faults)


def labels_of(trajectory: Trajectory, ink: Ink) -> list[Label]:
    """The labels of points: last value, targets in the document's words, what is supposed."""
    labels = [*last_labels(trajectory, ink)]
    labels += target_labels(trajectory, trajectory.targets, ink.required)
    labels += [
        Label(year, value, trajectory.supposed.words, ink.supposed)
        for year, value in trajectory.supposed.spots[-1:]
    ]
    labels += target_labels(trajectory, trajectory.nation_targets, ink.nation)
    context = context_lines(trajectory)
    for (name, points), color in zip(context, context_colors(context, ink), strict=True):
        last = points[-1]
        below = last_told(trajectory, name, last)
        labels.append(Label(last.year, last.value, name, color, below=below, rivals=True))
    return labels


def last_labels(trajectory: Trajectory, ink: Ink) -> Iterator[Label]:
    """Tell the last value, and whether it is final."""
    for last in numbers(trajectory.judgement.points)[-1:]:
        note = firmness_note(last)
        text = banded_value(last, trajectory.notation, trajectory.bands)
        yield Label(last.year, last.value, text, ink.actual, note, bold=True, needed=True)


def target_labels(
    trajectory: Trajectory, targets: tuple[Target, ...], color: str
) -> Iterator[Label]:
    """Tell targets that have a place on the scale in the document's words."""
    ours = targets is trajectory.targets
    for target in targets:
        height, words = height_of(trajectory, target), trajectory.notation.target(target)
        if height is None:
            continue
        year = f" {target.year}" if len(targets) > 1 else ""
        text = f"{target.year}: {words}" if ours else f"NQ 71{year}: {words}"
        below = f"NQ 71 năm {target.year}: {words}"
        yield Label(
            target.year, height, text, color, below=below, bold=ours, needed=ours, rivals=True
        )


def line_names(trajectory: Trajectory, ink: Ink) -> Iterator[Label]:
    """Name what no point of the chart tells: plans, trend, the path."""
    for year, value in spots_of(trajectory.plans)[-1:]:
        yield Label(year, value, PLANS, ink.plan, below=f"□ {PLANS}")
    for year, trend in trend_ahead(trajectory)[-1:]:
        yield Label(year, trend.value, "Xu thế", ink.quiet, below=f"Đường chấm: {TREND.lower()}")
    path = trajectory.judgement.path
    if len(path) > 1:
        (before, low), (after, high) = path[-2:]
        middle = (before + after) / 2, (low + high) / 2
        yield Label(*middle, PATH, ink.required, below=f"Đường gạch: {PATH.lower()}")


def told_below(trajectory: Trajectory, placement: Placement, ink: Ink) -> list[tuple[str, str]]:
    """What the line below the chart tells, each in its colour: labels left out, the band."""
    found = [(label.below or label.text, label.color) for label in placement.left_out]
    found += [
        (f"{last_told(trajectory, name, last)}, ngoài thang của hình", ink.quiet)
        for name, last in beyond_scale(trajectory).items()
    ]
    return [*found, *([(BAND_TOLD, ink.quiet)] if trend_band(trajectory) else [])]


def last_told(trajectory: Trajectory, name: str, last: Point) -> str:
    """Write the last figure of another area with its year."""
    return f"{name}: {trajectory.notation.value(last.value)} ({last.year})"


def told_lines(
    parts: Sequence[tuple[str, str]], size: float, room: float
) -> list[list[tuple[str, str]]]:
    """Put what is told below a chart into lines, none of which a narrow chart would cut."""
    lines: list[list[tuple[str, str]]] = []
    for text, color in parts:
        longer = BETWEEN.join(each for each, _ in (*(lines[-1] if lines else ()), (text, color)))
        if lines and width_of(longer, size) <= room:
            lines[-1].append((text, color))
        else:
            lines += [[(line, color)] for line in lines_in(text, size, room)]
    return lines
