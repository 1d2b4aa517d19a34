"""The picture that is taken away of a set of small charts: one SVG with all that it needs."""

from collections.abc import Callable, Sequence

from indicators.charts.panel_drawing import panel_drawing
from indicators.charts.panels import Multiples, PanelKey
from indicators.charts.picture import EDGE, Shape, title_words
from indicators.charts.picture_frame import (
    BAND,
    BETWEEN,
    PicturePart,
    band,
    block,
    foot,
    set_words,
    whole_picture,
)
from indicators.charts.picture_grid import PictureBox, fitting_grid
from indicators.charts.theme import LIGHT, Ink
from indicators.typesetting.set_type import (
    LEADING,
    TypeRun,
    cut_lines,
    lines_in,
    set_line,
    width_of,
)
from indicators.typesetting.xml_text import clean

SECOND, SECOND_LINES = 17, 2  # type and lines of the second sentence
LEGEND, LEGEND_LINES = 14, 3
KEY, KEY_GAP, NEXT_KEY = 26, 8, 26  # a line's mark, from it to its word, from there to the next
NOTHING = "Chưa có chỉ tiêu nào để vẽ."


def small_multiples_picture(
    multiples: Multiples, shape: Shape, faces: Callable[[str], str], ink: Ink = LIGHT
) -> str:
    """Draw the picture as SVG; `faces` gives the CSS rules with the fonts of a text."""
    above = head(multiples, shape, ink)
    foot_top, below = foot(multiples.source, shape, ink)
    room = PictureBox(EDGE, above.end, shape.width - 2 * EDGE, foot_top - above.end - BETWEEN)
    body = f"{above.drawn}{charts(multiples, room, ink)}{below}"
    return whole_picture(multiples.title, body, shape, faces, ink)


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
