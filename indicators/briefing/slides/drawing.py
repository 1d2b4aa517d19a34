"""Shapes of a slide written as DrawingML: boxes with text, marks of a status, places in inches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.briefing.slides.marks import MARK_PATHS
from indicators.charts.theme import BADGES, LIGHT, LINE_MARKS
from indicators.progress.results import Status
from indicators.typesetting.xml_text import xml_text

EMU = 914_400  # an inch
FONT = "Arial"
Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]
Margins = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SlideBox:
    """A rectangle in inches of a slide 13.333 inches wide, whatever the template's size is.

    It may be turned by so many degrees.
    """

    left: float
    top: float
    width: float
    height: float
    turn: float = 0

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def inner(self, across: float, down: float) -> "SlideBox":
        """The box within margins."""
        return SlideBox(
            self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down
        )


@dataclass(frozen=True, slots=True)
class SlideRun:
    """A piece of text in one type, its size in points."""

    text: str
    size: float
    color: str = LIGHT.text
    bold: bool = False
    alpha: float = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs on one line or several, with points of room above."""

    runs: tuple[SlideRun, ...]
    align: Align = "l"
    above: float = 0


def line(
    text: str,
    size: float,
    color: str = LIGHT.text,
    *,
    bold: bool = False,
    align: Align = "l",
    above: float = 0,
) -> Paragraph:
    """Write a paragraph in one type."""
    return Paragraph((SlideRun(text, size, color, bold),), align, above)


@dataclass(frozen=True, slots=True)
class Fill:
    """How a shape is filled and edged, '' for nothing; a rounded one is a 'roundRect'."""

    color: str = ""
    edge: str = ""
    dashed: bool = False
    shape: str = "rect"


NOTHING = Fill()


class Drawing:
    """The shapes of one slide, in the order they lie on each other."""

    def __init__(self, factor: float, first: int = 100) -> None:
        self.factor = factor
        self.first = first
        self.shapes: list[str] = []

    def number(self) -> int:
        """Give the next shape its number; placeholders have the first ones."""
        return self.first + len(self.shapes)

    def emu(self, inches: float) -> int:
        """Turn inches of the design into the file's unit."""
        return round(inches * EMU * self.factor)

    def place(self, box: SlideBox, tag: str = "a") -> str:
        """Write where a shape stands."""
        rotated = f' rot="{box.turn * 60000:.0f}"' if box.turn else ""
        return (
            f'<{tag}:xfrm{rotated}><a:off x="{self.emu(box.left)}" y="{self.emu(box.top)}"/>'
            f'<a:ext cx="{self.emu(box.width)}" cy="{self.emu(box.height)}"/></{tag}:xfrm>'
        )

    def box(
        self,
        box: SlideBox,
        text: Sequence[Paragraph] = (),
        fill: Fill = NOTHING,
        *,
        name: str = "",
        anchor: Anchor = "t",
        margins: Margins = (0, 0),
        told: str = "",
    ) -> None:
        """Add a box with text, its letters so many inches from left and right.

        `told` is read where there is no text, and beside it.
        """
        shape = fill.shape
        geometry = f'<a:prstGeom prst="{shape}"><a:avLst>{ROUNDNESS.get(shape, "")}</a:avLst>'
        self.add(
            name or "Ô chữ",
            f"{self.place(box)}{geometry}</a:prstGeom>{paint(fill)}",
            self.body(text, anchor, margins),
            told=told,
            is_seen_only=not text and not told,
        )

    def mark(self, box: SlideBox, status: Status, color: str) -> None:
        """Add the mark of a status."""
        paths = MARK_PATHS[status]
        pen = max(box.width * 72 * self.factor / 6, 0.75)
        drawn = (
            f'<a:noFill/><a:ln w="{pen * 12700:.0f}" cap="rnd">{ink(color)}<a:round/></a:ln>'
            if status in LINE_MARKS
            else f"{ink(color)}<a:ln><a:noFill/></a:ln>"
        )
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
        )
        whole = f"{self.place(box)}{geometry}{drawn}"
        self.add("Ký hiệu", whole, self.body(()), is_seen_only=True)

    def chip(self, box: SlideBox, status: Status, words: str, size: float) -> None:
        """Add a status as mark, word and colour."""
        badge = BADGES[status]
        self.box(
            box,
            [line(words, size, badge.text, bold=True)],
            Fill(badge.fill, badge.edge, badge.dashed, "roundRect"),
            name="Đánh giá",
            anchor="ctr",
            margins=(size / 72 * 1.75, size / 72 * 0.58),
        )
        side = size / 72
        place = SlideBox(box.left + side * 0.5, box.top + (box.height - side) / 2, side, side)
        self.mark(place, status, badge.text)

    def add(
        self, name: str, geometry: str, body: str, *, told: str = "", is_seen_only: bool = False
    ) -> None:
        """Add a shape of any form; a name that begins with a code leads to that slide."""
        self.shapes.append(
            f"<p:sp><p:nvSpPr>{self.named(name, told, is_seen_only=is_seen_only)}"
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{geometry}</p:spPr>{body}</p:sp>"
        )

    def named(self, name: str, told: str, *, is_seen_only: bool = False) -> str:
        """Write number, name and description of a shape, or that it has nothing to tell."""
        descr = f' descr="{xml_text(told)}"' if told else ""
        inner = DECORATIVE if is_seen_only else ""
        return f'<p:cNvPr id="{self.number()}" name="{xml_text(name)}"{descr}>{inner}</p:cNvPr>'

    def body(
        self, text: Sequence[Paragraph], anchor: Anchor = "t", margins: Margins = (0, 0)
    ) -> str:
        """Write the text of a shape; the margins at its sides are in inches."""
        left, right = map(self.emu, margins)
        inset = f'lIns="{left}" tIns="0" rIns="{right}" bIns="0"'
        return (
            f'<p:txBody><a:bodyPr wrap="square" {inset} anchor="{anchor}"><a:noAutofit/>'
            f"</a:bodyPr><a:lstStyle/>{self.paragraphs(text)}</p:txBody>"
        )

    def paragraphs(self, text: Sequence[Paragraph]) -> str:
        """Write paragraphs, an empty one where there is none."""
        return "".join(map(self.paragraph, text)) or '<a:p><a:endParaRPr lang="vi-VN"/></a:p>'

    def paragraph(self, paragraph: Paragraph) -> str:
        """Write one paragraph."""
        above = f'<a:spcBef><a:spcPts val="{paragraph.above * self.factor * 100:.0f}"/></a:spcBef>'
        return (
            f'<a:p><a:pPr marL="0" indent="0" algn="{paragraph.align}">{above}<a:buNone/></a:pPr>'
            f"{''.join(map(self.run, paragraph.runs))}</a:p>"
        )

    def run(self, run: SlideRun) -> str:
        """Write one run."""
        kind = f' id="{FIELD_ID}" type="{run.field}"' if run.field else ""
        tag = "fld" if run.field else "r"
        return (
            f'<a:{tag}{kind}><a:rPr lang="vi-VN" sz="{run.size * self.factor * 100:.0f}" '
            f'b="{int(run.bold)}">{ink(run.color, run.alpha)}'
            f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
            f"<a:t>{xml_text(run.text)}</a:t></a:{tag}>"
        )


FIELD_ID = "{71C0DE00-0000-4000-8000-000000000071}"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
ROUNDNESS = {"roundRect": '<a:gd name="adj" fmla="val 12000"/>'}


def ink(color: str, alpha: float = 1) -> str:
    """Fill with a colour."""
    through = f'<a:alpha val="{alpha * 100000:.0f}"/>' if alpha < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{color.lstrip("#")}">{through}</a:srgbClr></a:solidFill>'


def paint(fill: Fill) -> str:
    """Fill and edge a shape."""
    ground = ink(fill.color) if fill.color else "<a:noFill/>"
    dash = '<a:prstDash val="dash"/>' if fill.dashed else ""
    edge = f'<a:ln w="9525">{ink(fill.edge)}{dash}</a:ln>' if fill.edge else NO_LINE
    return f"{ground}{edge}"


NO_LINE = "<a:ln><a:noFill/></a:ln>"
