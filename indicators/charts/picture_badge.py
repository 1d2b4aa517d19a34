"""A verdict in a picture, as word, shape and colour."""

from indicators.charts.theme import BADGES, LINE_MARKS
from indicators.progress.results import Status
from indicators.typesetting.set_type import Spot, TypeRun, set_line, width_of

# Of the type beside it: how large a verdict is set, how high its label is, how wide its edges.
SMALL, CHIP, CHIP_SIDES = 0.86, 1.5, 2.2
MARK, MARK_GRID = 0.72, 12  # of the type, the mark of a verdict; and the grid it is drawn on
MIDDLE = 0.36  # of the type, from the middle of a line to its foot


def badge(status: Status, word: str, corner: Spot, size: float, wide: float = 0) -> str:
    """Draw a verdict, as wide as its word needs or wider; `corner` is the upper left one."""
    look, needed = BADGES[status], badge_width(word, size)
    wide = wide or needed
    left = corner[0] + (wide - needed) / 2
    middle, mark = corner[1] + CHIP * size / 2, MARK * size
    dashes = ' stroke-dasharray="3 2"' if look.dashed else ""
    words = TypeRun(word, size * SMALL, look.text, "status", bold=True)
    at = left + mark + 0.95 * size, middle + MIDDLE * words.size
    return (
        f'<rect class="badge" x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{wide:.1f}" '
        f'height="{CHIP * size:.1f}" rx="{size * 0.3:.1f}" fill="{look.fill}" '
        f'stroke="{look.edge}"{dashes}/><path d="{look.mark}" {mark_style(status)} '
        f'transform="translate({left + 0.6 * size:.1f} {middle - mark / 2:.1f}) '
        f'scale({mark / MARK_GRID:.3f})"/>{set_line(words, at)}'
    )


def badge_width(word: str, size: float) -> float:
    """The width of the label of a verdict."""
    return width_of(word, size * SMALL) + CHIP_SIDES * size


def mark_style(status: Status) -> str:
    """Write whether a mark is a line or filled."""
    color = BADGES[status].text
    if status in LINE_MARKS:
        return f'fill="none" stroke="{color}" stroke-width="2" stroke-linecap="round"'
    return f'fill="{color}" fill-rule="evenodd"'
