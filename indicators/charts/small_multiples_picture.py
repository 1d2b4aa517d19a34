"""The picture that is taken away of a set of small charts: one SVG with all that it needs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from indicators.charts.panel_drawing import panel_drawing
from indicators.charts.panels import Multiples, PanelKey
from indicators.charts.picture import EDGE, LINE, Shape, Words, source_words, title_words
from indicators.charts.picture_grid import PictureBox, fitting_grid
from indicators.charts.theme import FONT, LIGHT, MARK_BAND, MARK_WORDS, Ink
from indicators.typesetting.set_type import (
    BOLD,
    LEADING,
    TypeRun,
    cut_lines,
    lines_in,
    set_line,
    set_lines,
    width_of,
)
from indicators.typesetting.xml_text import clean, xml_text

SVG = "image/svg+xml"
BAND = 26  # the mark of made-up figures, above all
SECOND, SECOND_LINES = 17, 2  # type and lines of the second sentence
LEGEND, LEGEND_LINES = 14, 3
KEY, KEY_GAP, NEXT_KEY = 26, 8, 26  # a line's mark, from it to its word, from there to the next
MARK_SIZE = 14
BETWEEN = 10  # between the parts above and below the charts
NOTHING = "Chưa có chỉ tiêu nào để vẽ."


class PicturePart(NamedTuple):
    """Elements of the picture and the height at which they end."""

    drawn: str
    end: float


def small_multiples_picture(
    multiples: Multiples, shape: Shape, faces: Callable[[str], str], ink: Ink = LIGHT
) -> str:
    """Draw the picture as SVG; `faces` gives the CSS rules with the fonts of a text."""
    above = head(multiples, shape, ink)
    foot_top, below = foot(multiples.source, shape, ink)
    room = PictureBox(EDGE, above.end, shape.width - 2 * EDGE, foot_top - above.end - BETWEEN)
    body = f"{above.drawn}{charts(multiples, room, ink)}{below}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{shape.width}" height="{shape.height}" '
        f'viewBox="0 0 {shape.width} {shape.height}" font-family="{FONT}" role="img" '
        f'aria-label="{xml_text(multiples.title)}"><style>{faces(body)}</style>'
        f'<rect width="100%" height="100%" fill="{ink.paper}"/>{body}</svg>'
    )


def charts(multiples: Multiples, room: PictureBox, ink: Ink) -> str:
    """Draw all small charts in their grid."""
    if not multiples.panels:
        at = (room.left, room.top + SECOND * LEADING)
        return set_line(TypeRun(NOTHING, SECOND, ink.quiet, "nothing"), at)
    grid = fitting_grid(multiples, room)
    return "".join(
        panel_drawing(multiples, place, grid, ink) for place in range(len(multiples.panels))
    )


def head(multiples: Multiples, shape: Shape, ink: Ink) -> PicturePart:
    """Write mark, title, second sentence and legend."""
    top = BAND + BETWEEN if multiples.mark else EDGE
    mark = band(multiples.mark, shape) if multiples.mark else ""
    title = set_words(title_words(clean(multiples.title), shape), top, ink.text, "title", bold=True)
    wide = shape.width - 2 * EDGE
    second = cut_lines(multiples.second, SECOND, wide, SECOND_LINES) if multiples.second else []
    second_part = block(second, title.end + 2, TypeRun("", SECOND, ink.text, "second"))
    if not multiples.keys:
        return PicturePart(f"{mark}{title.drawn}{second_part.drawn}", second_part.end + BETWEEN)
    keys = legend(multiples.keys, multiples.frame_note, second_part.end + BETWEEN, wide, ink)
    return PicturePart(f"{mark}{title.drawn}{second_part.drawn}{keys.drawn}", keys.end + BETWEEN)


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


def legend(keys: Sequence[PanelKey], note: str, top: float, wide: float, ink: Ink) -> PicturePart:
    """Say what the lines are, and behind that or below it what frame the charts share."""
    left, drawn, y = float(EDGE), "", top + LEGEND
    for name, word in keys:
        words = set_line(TypeRun(word, LEGEND, ink.quiet, "key"), (left + KEY + KEY_GAP, y))
        drawn += f"{key_mark(name, left, y - LEGEND * 0.34, ink)}{words}"
        left += KEY + KEY_GAP + width_of(word, LEGEND) + NEXT_KEY
    look = TypeRun(note, LEGEND, ink.quiet, "told")
    if left + width_of(note, LEGEND) <= EDGE + wide:
        return PicturePart(f"{drawn}{set_line(look, (left, y))}", top + LEGEND * LEADING)
    lines = lines_in(note, LEGEND, wide)[:LEGEND_LINES]
    below = block(lines, top + LEGEND * LEADING * 1.1, look)
    return PicturePart(f"{drawn}{below.drawn}", below.end)


def key_mark(name: str, left: float, y: float, ink: Ink) -> str:
    """Draw how a line looks."""
    if name == "target":
        return f'<path d="M{left + KEY / 2} {y - 7:.1f}l7 7-7 7-7-7Z" fill="{ink.required}"/>'
    color, width, dashes = {
        "actual": (ink.actual, 3, ""),
        "required": (ink.required, 2, ' stroke-dasharray="6 4"'),
        "around": (ink.nation, 2, ""),
    }[name]
    line = f'd="M{left} {y:.1f}h{KEY}" stroke="{color}" stroke-width="{width}"{dashes}'
    return f"<path {line}/>"


def foot(source: str, shape: Shape, ink: Ink) -> tuple[float, str]:
    """Write source, date and data version at the foot; where they begin."""
    words = source_words(clean(source), shape)
    top = shape.height - EDGE * 0.7 - (words.text.count("<br>") + 1) * words.size * LINE
    return top, set_words(words, top, ink.quiet, "source").drawn
