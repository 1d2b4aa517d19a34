"""The picture that is taken away of a trajectory: one SVG with all that it needs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from indicators.charts.label_room import Mark
from indicators.charts.labels import LEADING, PlacedLabel, PlotFrame, extent
from indicators.charts.picture import EDGE, STANDING_IN, Shape, fitted
from indicators.charts.picture_badge import CHIP, MIDDLE, badge, badge_width
from indicators.charts.picture_frame import (
    BAND,
    BETWEEN,
    PicturePart,
    band,
    foot,
    set_words,
    whole_picture,
)
from indicators.charts.picture_grid import PictureBox
from indicators.charts.placing import Placement, open_stretches
from indicators.charts.theme import LIGHT, MARK_ANGLE, MARK_OPACITY, Ink
from indicators.charts.trajectory import Trajectory, trend_band
from indicators.charts.trajectory_frame import PlotSize, levels, tick_text, year_step, years_told
from indicators.charts.trajectory_labels import placed_in, told_below, told_lines
from indicators.charts.trajectory_lines import DrawnLine, drawn_lines
from indicators.progress.results import Status
from indicators.typesetting.set_type import TypeRun, set_line, set_runs, width_of
from indicators.typesetting.xml_text import clean

TYPE, AXIS, BESIDE = 24, 20, 22  # of labels, of the numbers of the axes, of verdict and agency
TITLE_LINES = {size: 2 if size > 26 else 3 for size in range(38, 17, -1)}
LARGER = 1.8  # times as thick as on a page, lines and marks
GAP = 12  # between the plot and its numbers
MOST_LEVELS = 8
DASHES = {"dash": "6 4", "dot": "1.5 3", "dashdot": "7 3 1.5 3"}
WATERMARK = 0.048  # of a picture's width, the type of a mark across it


@dataclass(frozen=True, slots=True)
class PicturedTrajectory:
    """A trajectory with its verdict and the agency that leads, '' where none does."""

    trajectory: Trajectory
    status: Status
    word: str
    lead: str


def trajectory_picture(
    pictured: PicturedTrajectory, shape: Shape, faces: Callable[[str], str], ink: Ink = LIGHT
) -> str:
    """Draw the picture as SVG; `faces` gives the CSS rules with the fonts of a text."""
    shown = pictured.trajectory
    above = head(pictured, shape, ink)
    foot_top, source = foot(shown.source, shape, ink)
    room = PictureBox(EDGE, above.end, shape.width - 2 * EDGE, foot_top - above.end - BETWEEN)
    lines = [larger(line) for line in drawn_lines(shown, ink)]
    plot, frame, placement = fitted_plot(shown, lines, room, ink)
    below = told(told_lines(told_below(shown, placement, ink), AXIS, room.width), plot, room)
    body = (
        f"{above.drawn}{axes(shown, frame, plot, ink)}"
        f"{year_line(shown, frame, placement, plot, ink)}"
        f"{watermark(shown.mark, plot, shape, ink)}{trend_area(shown, frame, plot, ink)}"
        f"{''.join(line_drawing(line, frame, plot, ink) for line in lines)}"
        f"{''.join(label_drawing(each, frame, plot) for each in placement.placed)}{below}{source}"
    )
    return whole_picture(shown.title, body, shape, faces, ink)


def head(pictured: PicturedTrajectory, shape: Shape, ink: Ink) -> PicturePart:
    """Write mark, title, verdict and who leads."""
    shown = pictured.trajectory
    top = BAND + BETWEEN if shown.mark else EDGE
    mark = band(shown.mark, shape) if shown.mark else ""
    finding = fitted(clean(shown.title), shape.width - 2 * EDGE, TITLE_LINES)
    title = set_words(finding, top, ink.text, "title", bold=True)
    at = EDGE, title.end + BETWEEN
    wide = badge_width(pictured.word, BESIDE) * STANDING_IN
    words = f"{pictured.lead} chủ trì" if pictured.lead else ""
    lead = TypeRun(words, BESIDE, ink.text, "lead")
    line = at[0] + wide + BETWEEN + 4, at[1] + (CHIP / 2 + MIDDLE) * BESIDE
    chip = badge(pictured.status, pictured.word, at, BESIDE, wide)
    drawn = f"{mark}{title.drawn}{chip}{set_line(lead, line)}"
    return PicturePart(drawn, at[1] + CHIP * BESIDE + 2 * BETWEEN)


def larger(line: DrawnLine) -> DrawnLine:
    """Draw a line as thick as a picture asks for."""
    return replace(line, width=line.width * LARGER, size=line.size * LARGER)


def fitted_plot(
    shown: Trajectory, lines: list[DrawnLine], room: PictureBox, ink: Ink
) -> tuple[PictureBox, PlotFrame, Placement]:
    """Give the plot what numbers and what is told below it leave, and place the labels in it."""
    rows = 0
    while True:
        below = GAP + AXIS * LEADING * (1 + rows) + (GAP if rows else 0)
        size = PlotSize((room.width, room.width), room.height - below, TYPE, AXIS, MOST_LEVELS)
        frame, _ = placed_in(shown, [], size, ink)
        ticks = (tick_text(tick, shown) for tick in levels(shown, frame, MOST_LEVELS))
        gutter = max((width_of(text, AXIS) for text in ticks), default=0) + GAP
        plot = PictureBox(room.left + gutter, room.top, room.width - gutter, size.height)
        frame, placement = placed_in(
            shown, lines, replace(size, widths=(plot.width, plot.width)), ink
        )
        needed = len(told_lines(told_below(shown, placement, ink), AXIS, room.width))
        if needed <= rows:
            return plot, frame, placement
        rows = needed


def spot_in(frame: PlotFrame, plot: PictureBox, x: float, y: float) -> tuple[float, float]:
    """Where a point of the plot stands in the picture."""
    return plot.left + frame.share(x) * plot.width, plot.top + plot.height - frame.up(y)


def axes(shown: Trajectory, frame: PlotFrame, plot: PictureBox, ink: Ink) -> str:
    """Draw the round values with their lines, and the years below."""
    drawn, right = "", plot.left + plot.width
    for tick in levels(shown, frame, MOST_LEVELS):
        _, y = spot_in(frame, plot, frame.x[0], tick)
        words = TypeRun(tick_text(tick, shown), AXIS, ink.quiet, "level")
        drawn += f'<path d="M{plot.left:.1f} {y:.1f}H{right:.1f}" stroke="{ink.grid}"/>'
        drawn += set_line(words, (plot.left - GAP, y + MIDDLE * AXIS), "end")
    foot_y = plot.top + plot.height
    drawn += f'<path d="M{plot.left:.1f} {foot_y:.1f}H{right:.1f}" stroke="{ink.nation}"/>'
    for year in years_told(frame, year_step(frame)):
        x, _ = spot_in(frame, plot, year, frame.y[0])
        words = TypeRun(str(year), AXIS, ink.quiet, "year")
        drawn += set_line(words, (x, foot_y + GAP / 2 + AXIS), "middle")
    return drawn


def year_line(
    shown: Trajectory, frame: PlotFrame, placement: Placement, plot: PictureBox, ink: Ink
) -> str:
    """Mark the year that is judged, where no words are."""
    x, foot_y = plot.left + frame.share(shown.year) * plot.width, plot.top + plot.height
    return "".join(
        f'<path class="now" d="M{x:.1f} {foot_y - low:.1f}V{foot_y - high:.1f}" '
        f'stroke="{ink.quiet}" stroke-width="1.6" stroke-dasharray="2 5"/>'
        for low, high in open_stretches(placement, frame, shown.year)
    )


def watermark(mark: str, plot: PictureBox, shape: Shape, ink: Ink) -> str:
    """Write a mark across the plot; nothing without one."""
    if not mark:
        return ""
    x, y, size = plot.left + plot.width / 2, plot.top + plot.height / 2, WATERMARK * shape.width
    return (
        f'<text x="{x:.0f}" y="{y + size * MIDDLE:.0f}" text-anchor="middle" '
        f'font-size="{size:.0f}" font-weight="700" fill="{ink.text}" opacity="{MARK_OPACITY}" '
        f'transform="rotate({MARK_ANGLE} {x:.0f} {y:.0f})">{mark}</text>'
    )


def trend_area(shown: Trajectory, frame: PlotFrame, plot: PictureBox, ink: Ink) -> str:
    """Draw the 80 % band of the trend."""
    ends = trend_band(shown)
    corners = [(year, high) for year, _, high in ends]
    corners += [(year, low) for year, low, _ in reversed(ends)]
    if not corners:
        return ""
    return (
        f'<polygon class="band" points="{corner_list(corners, frame, plot)}" '
        f'fill="{ink.actual}" fill-opacity="0.1"/>'
    )


def corner_list(
    spots: list[tuple[float, float]] | list[tuple[int, float]], frame: PlotFrame, plot: PictureBox
) -> str:
    """Write the corners of a line."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in (spot_in(frame, plot, *spot) for spot in spots))


def line_drawing(line: DrawnLine, frame: PlotFrame, plot: PictureBox, ink: Ink) -> str:
    """Draw a line with its marks."""
    drawn = "".join(
        f'<polyline points="{corner_list(part, frame, plot)}" fill="none" stroke="{line.color}" '
        f'stroke-width="{line.width:.1f}" stroke-linejoin="round"{dashes(line)}/>'
        for part in line.stretches()
        if line.width and len(part) > 1
    )
    return drawn + "".join(
        mark_drawing(mark, line, spot_in(frame, plot, mark.x, mark.y), ink) for mark in line.marks()
    )


def dashes(line: DrawnLine) -> str:
    """Write how a line is broken, in its own width."""
    if line.dash not in DASHES:
        return ""
    lengths = (float(length) * line.width for length in DASHES[line.dash].split())
    return f' stroke-dasharray="{" ".join(f"{length:.1f}" for length in lengths)}"'


def mark_drawing(mark: Mark, line: DrawnLine, at: tuple[float, float], ink: Ink) -> str:
    """Draw a mark; a hollow one shows the paper."""
    (x, y), half = at, mark.half - 1
    fill = ink.paper if mark.x in line.hollow else line.color
    outline = f'stroke="{line.color}" stroke-width="3.2"'
    if line.symbol == "diamond":
        edge = f"{half:.1f} {half:.1f}"
        return (
            f'<path class="target" d="M{x:.1f} {y - half:.1f}l{edge} {-half:.1f} {half:.1f} '
            f'{-half:.1f} {-half:.1f}Z" fill="{line.color}"/>'
        )
    if line.symbol == "square-open":
        side = 2 * half
        return (
            f'<rect x="{x - half:.1f}" y="{y - half:.1f}" width="{side:.1f}" '
            f'height="{side:.1f}" fill="none" {outline}/>'
        )
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:.1f}" fill="{fill}" {outline}/>'


def label_drawing(placed: PlacedLabel, frame: PlotFrame, plot: PictureBox) -> str:
    """Write a label in its lines."""
    label = placed.label
    x, y = spot_in(frame, plot, label.x, label.y)
    left, (_, high) = x + placed.right, extent(placed.lines, TYPE)
    first = y - placed.up - high / 2 + TYPE * LEADING / 2 + MIDDLE * TYPE
    anchor = {"left": "start", "center": "middle", "right": "end"}[placed.anchor]
    drawn = ""
    for n, (heavy, usual) in enumerate(placed.lines):
        runs = [TypeRun(heavy, TYPE, label.color, "label", bold=True)] if heavy else []
        runs += [TypeRun(usual, TYPE, label.color, "label")] if usual else []
        drawn += set_runs(runs, (left, first + n * TYPE * LEADING), 0, anchor)
    return drawn


def told(rows: list[list[tuple[str, str]]], plot: PictureBox, room: PictureBox) -> str:
    """Write what is told below the plot, each part in the colour of its line."""
    top = plot.top + plot.height + GAP + AXIS * LEADING + GAP
    return "".join(
        set_runs(
            [TypeRun(text, AXIS, color, "told") for text, color in row],
            (room.left, top + AXIS * (0.8 + n * LEADING)),
            AXIS,
        )
        for n, row in enumerate(rows)
    )
