"""Where the small charts of a picture stand: the grid that suits charts and words best."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from indicators.charts.compared_panels import level_text
from indicators.charts.panels import Multiples, Panel
from indicators.charts.picture_badge import CHIP, SMALL, badge_width
from indicators.typesetting.set_type import LEADING, lines_in, width_of

SIZES = (17, 16, 15, 14, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)
MOST_COLUMNS = 8
GAP = 12  # between two charts
# Of the type of a name: how large others are, how wide the edges, how high some lines.
VALUE, YEAR, PAD, BESIDE = 1.4, 0.8, 0.75, 0.5
CODE_ROW, VALUE_TOP, VALUE_ROW = 1.8, 0.2, 1.85
YEARS_ROW, TARGETS_TOP = 1.25, 0.2
NAMES, TARGET_LINES = 2, 3  # lines at most
ASPECTS, BEST, SHARE = (0.8, 4.0), 2.4, 0.3  # a plot's width to its height; its part of a place
SHRUNK = 0.75  # of its type, how small a value may be set
TYPE, EMPTY = 2.5, 4.0  # what smaller type and empty places weigh against the shape of plots


class PictureBox(NamedTuple):
    """A part of the picture."""

    left: float
    top: float
    width: float
    height: float


class Slots(NamedTuple):
    """Lines that names, values and what is asked take in any chart of a set.

    `beside` its name a verdict stands where there is room for both.
    """

    beside: bool
    names: int
    values: int
    targets: int


@dataclass(frozen=True, slots=True)
class PictureGrid:
    """Equal places in a room, the type in them, and the width kept for round values."""

    room: PictureBox
    columns: int
    rows: int
    size: float
    slots: Slots
    gutter: float

    def cell(self, place: int) -> PictureBox:
        """The place of a chart, counted line by line."""
        row, column = divmod(place, self.columns)
        width, height = cell_size(self.room, self.columns, self.rows)
        left = self.room.left + column * (width + GAP)
        return PictureBox(left, self.room.top + row * (height + GAP), width, height)

    @property
    def value_top(self) -> float:
        """How far below the top of its place the last value of a chart stands."""
        name = min(self.slots.names, NAMES) * LEADING
        head = max(name, CHIP) if self.slots.beside else CODE_ROW + name
        return (PAD + head + VALUE_TOP) * self.size

    @property
    def plot(self) -> PictureBox:
        """Where in its place a chart is drawn."""
        width, height = cell_size(self.room, self.columns, self.rows)
        above = self.value_top + (VALUE_ROW + (self.slots.values - 1) * LEADING) * self.size
        lines = min(self.slots.targets, TARGET_LINES)
        targets = TARGETS_TOP + lines * LEADING * SMALL if lines else 0
        below = (YEARS_ROW + targets + PAD) * self.size
        left = PAD * self.size + self.gutter
        return PictureBox(left, above, width - left - PAD * self.size, height - above - below)

    @property
    def inner(self) -> float:
        """The width of the words of a chart."""
        return self.cell(0).width - 2 * PAD * self.size


def cell_size(room: PictureBox, columns: int, rows: int) -> tuple[float, float]:
    """Width and height of one of so many equal places."""
    return (room.width - (columns - 1) * GAP) / columns, (room.height - (rows - 1) * GAP) / rows


def fitting_grid(multiples: Multiples, room: PictureBox) -> PictureGrid:
    """Choose the grid and type in which all words fit and the charts have the best shape."""
    columns = range(1, min(len(multiples.panels), MOST_COLUMNS) + 1)
    tried = [grid_of(multiples, room, count, size) for size in SIZES for count in columns]
    able = [grid for grid in tried if grid.plot.height > 0 and all_fit(multiples, grid)]
    good = [grid for grid in able if is_shapely(grid)]
    return min(good or able or tried, key=lambda grid: misfit(grid, len(multiples.panels)))


def grid_of(multiples: Multiples, room: PictureBox, columns: int, size: float) -> PictureGrid:
    """Lay out a grid of so many columns in a type."""
    rows = -(-len(multiples.panels) // columns)
    inner = cell_size(room, columns, rows)[0] - 2 * PAD * size
    return PictureGrid(
        room, columns, rows, size, slots_of(multiples, inner, size), gutter_of(multiples, size)
    )


def slots_of(multiples: Multiples, inner: float, size: float) -> Slots:
    """Count the lines that the words of a set take."""
    beside = all(len(heading_lines(panel, inner, size)) <= NAMES for panel in multiples.panels)
    names = most(len(name_lines(panel, inner, size, beside=beside)) for panel in multiples.panels)
    values = 2 if any(is_wide(panel, inner, size) for panel in multiples.panels) else 1
    targets = most(len(target_lines(panel, inner, size)) for panel in multiples.panels)
    return Slots(beside, names, values, targets)


def most(counts: Iterable[int]) -> int:
    """The largest of some counts; 0 of none."""
    return max(counts, default=0)


def heading_lines(panel: Panel, inner: float, size: float) -> list[str]:
    """Break code and name into lines beside the verdict."""
    return lines_in(f"{panel.code} {panel.name}", size, beside_chip(panel, inner, size))


def beside_chip(panel: Panel, inner: float, size: float) -> float:
    """The width that a verdict leaves beside it."""
    return inner - (chip_width(panel, size) + BESIDE * size if panel.status else 0)


def name_lines(panel: Panel, inner: float, size: float, *, beside: bool) -> list[str]:
    """Break a name into lines: beside the verdict, or below code and verdict."""
    return heading_lines(panel, inner, size) if beside else lines_in(panel.name, size, inner)


def target_lines(panel: Panel, inner: float, size: float) -> list[str]:
    """Break what is asked, and how a series stands to the grey one, into lines."""
    parts = filter(None, (panel.target_line, panel.around))
    return [line for part in parts for line in lines_in(part, size * SMALL, inner)]


def is_wide(panel: Panel, inner: float, size: float) -> bool:
    """Whether a last value leaves its year no room on its line."""
    if panel.last is None:
        return False
    value = width_of(panel.last.value, size * VALUE)
    return value + BESIDE * size + width_of(panel.last.when, size * SMALL) > inner


def chip_width(panel: Panel, size: float) -> float:
    """The width of the label of a verdict."""
    if panel.status is None:
        return 0
    return badge_width(panel.word, size)


def gutter_of(multiples: Multiples, size: float) -> float:
    """The width that round values take beside the charts of a set."""
    if not multiples.levelled:
        return 0
    texts = (
        level_text(v, panel.trajectory) for panel in multiples.panels for v in panel.scale.levels()
    )
    return max((width_of(text, size * YEAR) for text in texts), default=0) + BESIDE * size


def all_fit(multiples: Multiples, grid: PictureGrid) -> bool:
    """Whether all words of a set have room."""
    whole = grid.slots.names <= NAMES and grid.slots.targets <= TARGET_LINES
    return whole and all(fits(panel, grid) for panel in multiples.panels)


def fits(panel: Panel, grid: PictureGrid) -> bool:
    """Whether verdict and last value of a chart have room."""
    size, code = grid.size, "" if grid.slots.beside else panel.code
    if width_of(code, size * SMALL) > beside_chip(panel, grid.inner, size):
        return False
    if panel.last is None:
        return True
    value = width_of(panel.last.value, size * VALUE * SHRUNK)
    return max(value, width_of(panel.last.when, size * SMALL)) <= grid.inner


def is_shapely(grid: PictureGrid) -> bool:
    """Whether the plots have a good shape and enough of their places."""
    _, _, width, height = grid.plot
    enough = height >= SHARE * grid.cell(0).height
    return enough and ASPECTS[0] <= width / height <= ASPECTS[1]


def misfit(grid: PictureGrid, count: int) -> float:
    """How far plots are from the best shape, how small the type, how many places are empty."""
    shape = abs(log(grid.plot.width / max(grid.plot.height, 1) / BEST))
    empty = 1 - count / (grid.columns * grid.rows)
    return shape + EMPTY * empty + TYPE * log(SIZES[0] / grid.size)
