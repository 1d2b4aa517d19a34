"""What pictures that are taken away share: the mark, words in lines, the source at the foot."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from indicators.charts.picture import EDGE, LINE, Shape, Words, source_words
from indicators.charts.theme import FONT, MARK_BAND, MARK_WORDS, Ink
from indicators.typesetting.set_type import BOLD, LEADING, TypeRun, set_line, set_lines
from indicators.typesetting.xml_text import clean, xml_text
from indicators.wording.illustrative import MARK

SVG = "image/svg+xml"
BAND = 26  # the mark of made-up figures, above all
MARK_SIZE = 14
BETWEEN = 10  # between the parts above and below the charts


class PicturePart(NamedTuple):
    """Elements of the picture and the height at which they end."""

    drawn: str
    end: float


def whole_picture(
    title: str, body: str, shape: Shape, faces: Callable[[str], str], ink: Ink
) -> str:
    """Write a picture that has all that it needs, its fonts among them, and says its title."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{shape.width}" height="{shape.height}" '
        f'viewBox="0 0 {shape.width} {shape.height}" font-family="{FONT}" role="img" '
        f'aria-label="{xml_text(title)}"><title>{xml_text(title)}</title>{marked(body)}'
        f"<style>{faces(body)}</style>"
        f'<rect width="100%" height="100%" fill="{ink.paper}"/>{body}</svg>'
    )


def marked(body: str) -> str:
    """Write among what programs read of a picture that its figures are made up."""
    return f"<desc>{MARK}</desc>" if MARK in body else ""


def band(mark: str, shape: Shape) -> str:
    """Write above all that the figures are made up."""
    words = TypeRun(mark, MARK_SIZE, MARK_WORDS, "mark", bold=True)
    line = set_line(words, (shape.width / 2, BAND * 0.7), "middle")
    return f'<rect width="{shape.width}" height="{BAND}" fill="{MARK_BAND}"/>{line}'


def set_words(
    words: Words, top: float, color: str, kind: str, *, bold: bool = False
) -> PicturePart:
    """Write words of a picture, which are escaped already, line below line."""
    weight = f' font-weight="{BOLD}"' if bold else ""
    lines = words.text.split("<br>")
    drawn = "".join(
        f'<text class="{kind}" x="{EDGE}" y="{top + words.size * (1 + n * LINE):.1f}" '
        f'font-size="{words.size}" fill="{color}"{weight}>{line}</text>'
        for n, line in enumerate(lines)
    )
    return PicturePart(drawn, top + len(lines) * words.size * LINE)


def block(lines: Sequence[str], top: float, look: TypeRun) -> PicturePart:
    """Write lines below each other at the edge."""
    drawn = set_lines(lines, look, (EDGE, top + look.size))
    return PicturePart(drawn, top + len(lines) * look.size * LEADING)


def foot(source: str, shape: Shape, ink: Ink) -> tuple[float, str]:
    """Write source, date and data version at the foot; where they begin."""
    words = source_words(clean(source), shape)
    top = shape.height - EDGE * 0.7 - (words.text.count("<br>") + 1) * words.size * LINE
    return top, set_words(words, top, ink.quiet, "source").drawn
