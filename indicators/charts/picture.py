"""The picture that is taken away of a chart: its shape, and type in which its words fit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from indicators.typesetting.set_type import even_lines, lines_in

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
STANDING_IN = 1.12  # how much wider faces may be that stand in where a picture's own is not read
LINE, ONE = 1.3, 0.95  # of its type, from one line to the next, and how high a line is


def title_words(title: str, shape: Shape) -> Words:
    """Set a title above the plot."""
    lines = {size: 1 + int((TITLE_HEIGHT / size - ONE) / LINE) for size in TITLE_SIZES}
    return fitted(title, shape.width - 2 * EDGE, lines)


def source_words(source: str, shape: Shape) -> Words:
    """Set the source line below the plot."""
    lines = {size: int(SOURCE_HEIGHT / size / LINE) for size in SOURCE_SIZES}
    return fitted(source, shape.width - 2 * EDGE, lines)


def fitted(text: str, width: int, most: Mapping[int, int]) -> Words:
    """Break a text into lines of about one length, in the largest type of which all fit.

    `most` lines of each type fit, the largest first; the smallest takes what fits in none.
    """
    needed = {size: len(lines_in(text, size * STANDING_IN, width)) for size in most}
    size = next((size for size in most if needed[size] <= most[size]), min(most))
    lines = even_lines(text, size * STANDING_IN, width, needed[size])
    return Words("<br>".join(escape(line, quote=False) for line in lines), size)
