"""How much fits a screen of a presentation, known before a browser has drawn it; in rem."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from indicators.typesetting.pages import evenly_parted
from indicators.typesetting.type_size import lines_of, text_width
from pages.parts.nature import mark

T = TypeVar("T")

BODY = 26.6  # between the head with the QR code and the foot
BENEATH = 1.2  # what a line below the title takes of it
MARKED = 0.3  # and the mark above the title of an illustrative board
CAPTION = 1.85  # the mark below a table of an illustrative board
FACE = 1.08  # the pages' face is that much wider than Arial


def room(taken: float = 0.0) -> float:
    """Give the height that a body may take beside what else stands on the screen."""
    return BODY - taken - (MARKED if mark() else 0)


def table_room(taken: float = 0.0) -> float:
    """Give the height that rows of a table may take; the mark stands below them."""
    return room(taken) - (CAPTION if mark() else 0)


def rows_high(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Count the lines that a text takes in a width."""
    return len(lines_of(text, size * FACE, width, bold=bold))


def text_wide(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line of text."""
    return text_width(text, size * FACE, bold=bold)


def screenfuls(items: Sequence[T], high: Callable[[T], float], height: float) -> list[list[T]]:
    """Part items into as few screens as they take, about equally full."""
    return [[items[n] for n in page] for page in evenly_parted([*map(high, items)], height)]


def numbered(title: str, place: int, count: int) -> str:
    """Say which part of several a screen shows."""
    return f"{title} ({place}/{count})" if count > 1 else title
