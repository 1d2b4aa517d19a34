"""The marks of the statuses as letters of a small font, drawn from the shapes of charts/theme.py.

A letter is seen under forced colours, on paper without backgrounds, and grows with the text.
"""

from base64 import b64encode
from io import BytesIO
from itertools import pairwise
from math import atan2, cos, pi, sin

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.bezierTools import cubicPointAtT
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import parse_path
from fontTools.ttLib.tables._g_l_y_f import Glyph

from indicators.charts.theme import BADGES, LINE_MARKS
from indicators.progress.results import Status

Point = tuple[float, float]
Polygon = list[Point]

FAMILY = "Board Marks"
# What each mark is written as: a font that lacks ours still has a like shape.
LETTERS = {
    Status.ACHIEVED: "✓",
    Status.ON_TRACK: "▲",
    Status.SLOW: "◐",
    Status.OFF_TRACK: "◆",
    Status.WORSENING: "▼",
    Status.MISSED: "✕",
    Status.PENDING: "○",
    Status.INSUFFICIENT: "⋯",
    Status.NO_DATA: "□",
    Status.MONITORED: "∿",
}
EM = 1000
UNIT, SIDE = 60, 12  # of the grid a shape is drawn on, in the font; as high as a capital
ABOVE = (EM + UNIT * SIDE) // 2  # the mark stands in the middle of its line
STEPS = 12  # straight lines that stand for a curve
PEN = 1.0  # half as wide as a line is drawn
CAP = 8  # straight lines that round the end of a line


def font_face() -> str:
    """Write the font as a CSS rule that carries it."""
    carried = b64encode(font_file()).decode()
    return (
        f'@font-face{{font-family:"{FAMILY}";font-display:block;'
        f'src:url("data:font/woff;base64,{carried}") format("woff")}}'
    )


def font_file() -> bytes:
    """Build the font, in WOFF."""
    names = {status: status.value for status in LETTERS}
    glyphs = {".notdef": glyph([]), **{names[each]: glyph(polygons(each)) for each in LETTERS}}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(letter): names[each] for each, letter in LETTERS.items()})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (UNIT * SIDE, 0)))
    builder.setupHorizontalHeader(ascent=ABOVE, descent=ABOVE - EM)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=ABOVE, sTypoDescender=ABOVE - EM, usWinAscent=ABOVE,
                     usWinDescent=EM - ABOVE)  # fmt: skip
    builder.setupPost()
    builder.font.flavor = "woff"
    written = BytesIO()
    builder.save(written)
    return written.getvalue()


def glyph(shapes: list[Polygon]) -> Glyph:
    """Draw polygons of the grid as a glyph, whose heights grow upwards."""
    pen = TTGlyphPen(None)
    for shape in shapes:
        first, *others = ((round(x * UNIT), round((SIDE - y) * UNIT)) for x, y in shape)
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def polygons(status: Status) -> list[Polygon]:
    """Outline the mark of a status: what is filled, or what a round pen leaves along its lines."""
    drawn = lines(BADGES[status].mark)
    if status in LINE_MARKS:
        return [stroke(*ends) for line in drawn for ends in pairwise(line)]
    return drawn  # a hole runs the other way round than what it is cut out of


def lines(path: str) -> list[Polygon]:
    """Read the path of an SVG as lines of points; a closed one ends where it began."""
    pen = RecordingPen()
    parse_path(path, pen)
    found: list[Polygon] = []
    for command, points in pen.value:
        if command == "moveTo":
            found.append([*points])
        elif command == "curveTo":
            ends = (found[-1][-1], *points)
            found[-1] += [cubicPointAtT(*ends, step / STEPS) for step in range(1, STEPS + 1)]
        elif command == "closePath":
            found[-1].append(found[-1][0])
        else:
            found[-1] += points
    return found


def stroke(start: Point, end: Point) -> Polygon:
    """Outline a straight line drawn with a round pen."""
    way = atan2(end[1] - start[1], end[0] - start[0])
    turns = [pi * (step / CAP - 0.5) for step in range(CAP + 1)]
    ends = ((start, way + pi), (end, way))
    return [
        (x + PEN * cos(middle + turn), y + PEN * sin(middle + turn))
        for (x, y), middle in ends
        for turn in turns
    ]
