"""One small chart of a picture: name, verdict, last value, its way, years, what is asked."""

from dataclasses import replace

from indicators.charts.compared_panels import level_text
from indicators.charts.panels import NO_FIGURE, Multiples, Panel
from indicators.charts.picture_badge import CHIP, MIDDLE, SMALL, badge
from indicators.charts.picture_grid import (
    BESIDE,
    CODE_ROW,
    NAMES,
    PAD,
    TARGET_LINES,
    TARGETS_TOP,
    VALUE,
    YEAR,
    YEARS_ROW,
    PictureBox,
    PictureGrid,
    beside_chip,
    chip_width,
    is_wide,
)
from indicators.charts.small_trajectory import PictureScale, PictureSize, Years, elements
from indicators.charts.theme import Ink
from indicators.typesetting.set_type import (
    LEADING,
    Spot,
    TypeRun,
    cut_lines,
    set_line,
    set_lines,
    set_runs,
    width_of,
)

UNIT = 320  # width in which lines are two wide, at least
LARGEST = 1.4  # how much larger than that lines are drawn at most
TICK_EVERY = 5
APART = 1.4  # of a year's width, between the middles of two years
ASCENT = 1.02  # of the type, from a line's top to its foot
RADIUS = 6


def panel_drawing(multiples: Multiples, place: int, grid: PictureGrid, ink: Ink) -> str:
    """Draw one chart of a set in its place."""
    panel, cell = multiples.panels[place], grid.cell(place)
    left, top = cell.left + PAD * grid.size, cell.top
    plot = grid.plot._replace(left=cell.left + grid.plot.left, top=top + grid.plot.top)
    return (
        f'<g class="panel">{edge(cell, ink)}'
        f"{heading(panel, (left, top + PAD * grid.size), grid, ink)}"
        f"{value(panel, (left, top + grid.value_top), grid, ink)}"
        f"{way(multiples, place, plot, grid, ink)}"
        f"{target_drawing(panel, left, plot, grid, ink)}</g>"
    )


def edge(cell: PictureBox, ink: Ink) -> str:
    """Draw the edge of a chart's place."""
    return (
        f'<rect class="edge" x="{cell.left:.1f}" y="{cell.top:.1f}" width="{cell.width:.1f}" '
        f'height="{cell.height:.1f}" rx="{RADIUS}" fill="none" stroke="{ink.edge}"/>'
    )


def heading(panel: Panel, at: Spot, grid: PictureGrid, ink: Ink) -> str:
    """Write code and name, the verdict at the right."""
    size, (left, top) = grid.size, at
    chip = ""
    if panel.status:
        corner = left + grid.inner - chip_width(panel, size), top
        chip = badge(panel.status, panel.word, corner, size)
    code = TypeRun(panel.code, size * SMALL, ink.quiet, "code")
    if grid.slots.beside:
        width = beside_chip(panel, grid.inner, size)
        return chip + name(panel, (left, top), width, size, ink)
    at_code = left, top + (CHIP / 2 + MIDDLE * SMALL) * size
    below = left, top + CODE_ROW * size
    return (
        chip + set_line(code, at_code) + name(replace(panel, code=""), below, grid.inner, size, ink)
    )


def name(panel: Panel, at: Spot, width: float, size: float, ink: Ink) -> str:
    """Write a name in its lines; a code stands before it, quiet."""
    words = f"{panel.code} {panel.name}"
    first, *rest = cut_lines(words, size, width, NAMES)
    bold = TypeRun(first.removeprefix(panel.code).strip(), size, ink.text, "name", bold=True)
    code = [TypeRun(panel.code, size * SMALL, ink.quiet, "code")] if panel.code else []
    left, y = at[0], at[1] + ASCENT * size
    drawn = set_runs([*code, bold], (left, y), BESIDE * size)
    return drawn + set_lines(rest, bold, (left, y + LEADING * size))


def value(panel: Panel, at: Spot, grid: PictureGrid, ink: Ink) -> str:
    """Write the last value, its year beside or below it."""
    size, left, y = grid.size, at[0], at[1] + VALUE * ASCENT * grid.size
    if panel.last is None:
        none = TypeRun(NO_FIGURE, size, ink.quiet, "value", bold=True)
        return "" if panel.owed else set_line(none, (left, y))
    fit = min(1.0, grid.inner / width_of(panel.last.value, size * VALUE))
    number = TypeRun(panel.last.value, size * VALUE * fit, ink.text, "value", bold=True)
    when = TypeRun(panel.last.when, size * SMALL, ink.quiet, "when")
    if is_wide(panel, grid.inner, size):
        return set_line(number, (left, y)) + set_line(when, (left, y + LEADING * size))
    return set_runs([number, when], (left, y), BESIDE * size)


def way(multiples: Multiples, place: int, plot: PictureBox, grid: PictureGrid, ink: Ink) -> str:
    """Draw the trajectory with its years, how far a thing has come, or who owes the figures."""
    panel = multiples.panels[place]
    if panel.owed:
        return owed(panel.owed, grid.cell(place), plot, grid, ink)
    latest = panel.trajectory.judgement.latest
    if panel.trajectory.notation.indicator.kind == "milestone":
        return stage(latest.value, plot, ink) if latest else ""
    scale = scaled(panel.scale, plot)
    drawn = elements(panel.trajectory, scale, ink, levelled=multiples.levelled)
    sides = levels(panel, scale, plot, grid, ink) if multiples.levelled else ""
    return f"{inset(drawn, scale.size, plot)}{sides}{axis(scale.years, plot, grid, ink)}"


def scaled(scale: PictureScale, plot: PictureBox) -> PictureScale:
    """Give a scale the shape of a plot, lines of which are thicker in a larger one."""
    wide = max(UNIT, round(plot.width / LARGEST))
    return replace(scale, size=PictureSize(wide, round(plot.height * wide / plot.width)))


def inset(drawn: str, size: PictureSize, plot: PictureBox) -> str:
    """Put a drawing into its place, where it ends at its edges."""
    return (
        f'<svg class="plot" x="{plot.left:.1f}" y="{plot.top:.1f}" width="{plot.width:.1f}" '
        f'height="{plot.height:.1f}" viewBox="0 0 {size.width} {size.height}" '
        f'preserveAspectRatio="none">{drawn}</svg>'
    )


def levels(panel: Panel, scale: PictureScale, plot: PictureBox, grid: PictureGrid, ink: Ink) -> str:
    """Write the round values beside a chart."""
    size, zoom = grid.size * YEAR, plot.height / scale.size.height
    right = plot.left - BESIDE * size
    heights = [(level, scale.spot(scale.years.first, level)[1]) for level in scale.levels()]
    return "".join(
        set_line(
            TypeRun(level_text(level, panel.trajectory), size, ink.quiet, "level"),
            (right, plot.top + height * zoom + MIDDLE * size),
            "end",
        )
        for level, height in heights
    )


def axis(years: Years, plot: PictureBox, grid: PictureGrid, ink: Ink) -> str:
    """Write the years below a chart: the first, the last, every fifth that has room."""
    size = grid.size * YEAR
    half = width_of("2000", size) / 2
    y = plot.top + plot.height + 1.2 * size
    inside = plot.left + half, plot.left + plot.width - half
    return "".join(
        set_line(
            TypeRun(str(year), size, ink.quiet, "year"),
            (min(max(x, inside[0]), inside[1]), y),
            "middle",
        )
        for year, x in ticks(years, plot, 2 * half * APART)
    )


def ticks(years: Years, plot: PictureBox, apart: float) -> list[tuple[int, float]]:
    """Choose the years that are told, none nearer to another than so much."""
    fifths = [year for year in range(years.first, years.last) if year % TICK_EVERY == 0]
    wide = round(plot.width)
    chosen: dict[int, float] = {}
    for year in (years.last, years.first, *fifths):
        x = plot.left + years.share(year, wide) * plot.width
        if all(abs(x - other) >= apart for other in chosen.values()):
            chosen[year] = x
    return sorted(chosen.items())


def stage(done: float, plot: PictureBox, ink: Ink) -> str:
    """Draw how far a thing to be completed has come."""
    high = min(plot.height, plot.width / 16)
    top = plot.top + (plot.height - high) / 4
    bars = ((plot.width, ink.grid), (plot.width * done / 100, ink.actual))
    return "".join(
        f'<rect class="stage" x="{plot.left:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{high:.1f}" rx="{min(high, width) / 2:.1f}" fill="{color}"/>'
        for width, color in bars
    )


def owed(note: str, cell: PictureBox, plot: PictureBox, grid: PictureGrid, ink: Ink) -> str:
    """Say who owes the figures, as far as there is room; there is no value above it."""
    size = grid.size * SMALL
    top = cell.top + grid.value_top + 0.4 * size
    high = plot.top + plot.height + YEARS_ROW * grid.size - top
    lines = cut_lines(note, size, grid.inner, max(int(high / size / LEADING), 1))
    at = plot.left - grid.gutter, top + ASCENT * size
    return set_lines(lines, TypeRun("", size, ink.quiet, "owed"), at)


def target_drawing(panel: Panel, left: float, plot: PictureBox, grid: PictureGrid, ink: Ink) -> str:
    """Write what is asked, and in grey how the series stands to what is drawn so."""
    size = grid.size * SMALL
    top = plot.top + plot.height + (YEARS_ROW + TARGETS_TOP) * grid.size + size
    parts = [
        TypeRun(panel.target_line, size, ink.required, "asked"),
        TypeRun(panel.around, size, ink.quiet, "around"),
    ]
    filled = [part for part in parts if part.text]
    most = TARGET_LINES - len(filled) + 1
    lines = [
        part._replace(text=line)
        for part in filled
        for line in cut_lines(part.text, size, grid.inner, most)
    ]
    return "".join(
        set_line(line, (left, top + n * LEADING * size))
        for n, line in enumerate(lines[:TARGET_LINES])
    )
