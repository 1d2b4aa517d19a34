"""The picture that is taken away of a chart: its shape, and type in which its words fit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap

SCALE = 2  # pixels of a picture for each it was laid out in
EDGE = 24  # pixels left free beside title and source


@dataclass(frozen=True, slots=True)
class Shape:
    """What a picture measures in pixels, before it is doubled."""

    width: int
    height: int


LANDSCAPE, SQUARE = Shape(1600, 900), Shape(1080, 1080)


@dataclass(frozen=True, slots=True)
class Words:
    """Text broken into lines for plotly, none of it taken for a tag, and its type in pixels."""

    text: str
    size: int


TITLE_SIZES, TITLE_HEIGHT = range(26, 11, -1), 88  # type and the pixels above the plot for it
SOURCE_SIZES, SOURCE_HEIGHT = range(14, 7, -1), 44  # likewise below it
BOLD, REGULAR = 0.62, 0.54  # of its type, how wide a letter is at most on average
LINE, ONE = 1.3, 0.95  # of its type, from one line to the next, and how high a line is


def title_words(title: str, shape: Shape) -> Words:
    """Set a title above the plot."""
    lines = {size: 1 + int((TITLE_HEIGHT / size - ONE) / LINE) for size in TITLE_SIZES}
    return fitted(title, shape.width - 2 * EDGE, BOLD, lines)


def source_words(source: str, shape: Shape) -> Words:
    """Set the source line below the plot."""
    lines = {size: int(SOURCE_HEIGHT / size / LINE) for size in SOURCE_SIZES}
    return fitted(source, shape.width - 2 * EDGE, REGULAR, lines)


def fitted(text: str, width: int, letter: float, most: Mapping[int, int]) -> Words:
    """Break a text into lines of about one length, in the largest type of which all fit.

    `most` lines of each type fit, the largest first; the smallest takes what fits in none.
    """
    room = {size: int(width / size / letter) for size in most}
    size = next((size for size in most if len(wrap(text, room[size])) <= most[size]), min(most))
    lines = balanced(text, room[size])
    return Words("<br>".join(escape(line, quote=False) for line in lines), size)


def balanced(text: str, letters: int) -> list[str]:
    """Break a text into as few lines as that many letters allow, none much longer than another."""
    count = max(len(wrap(text, letters)), 1)
    tried = (wrap(text, each) for each in range(max(len(text) // count, 1), letters))
    return next((lines for lines in tried if len(lines) <= count), wrap(text, letters))
