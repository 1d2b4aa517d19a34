"""The template the project makes for itself: a cover and one layout for all that is told."""

import io
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from indicators.briefing.slides.drawing import FONT, Drawing, Fill, SlideBox, ink
from indicators.charts.theme import LIGHT

COVER, CONTENT = "Trang bìa", "Nội dung"
WIDTH, HEIGHT = 13.333, 7.5
TITLE = SlideBox(0.75, 0.34, 11.98, 1.02)
AREA = SlideBox(0.6, 1.5, 12.13, 5.32)
FOOTER = SlideBox(0.6, 6.95, 11.4, 0.36)
NUMBER = SlideBox(12.13, 6.95, 0.6, 0.36)
COVER_TITLE = SlideBox(0.95, 2.0, 11.2, 1.75)
COVER_TEXT = SlideBox(0.95, 4.2, 11.2, 2.3)
GOLD, PALE = "#FFCA28", "#D6E4F2"
UNUSED = {"dt"}


@cache
def default_template() -> bytes:
    """Build the template: 16:9, Arial, the colours of the board."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    deck.part._element.sldSz.attrib.pop("type")  # it says 4:3
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    cover, content = deck.slide_layouts
    set_theme(deck)
    set_master(deck.slide_master)
    set_content(content)
    set_cover(cover)
    drop_extras(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def drop_extras(deck: Any) -> None:  # noqa: ANN401 (python-pptx gives no type for it)
    """Leave out somebody's printer and a picture of a slide that is not here."""
    for part in (deck.part, deck.part.package):
        for relation, found in list(part._rels.items()):
            if found.reltype in (RELATIONSHIP_TYPE.PRINTER_SETTINGS, RELATIONSHIP_TYPE.THUMBNAIL):
                part._rels.pop(relation)


def set_theme(deck: Any) -> None:  # noqa: ANN401
    """Put Arial and the colours of the charts in place of Office's own."""
    colors = (LIGHT.actual, LIGHT.required, LIGHT.nation, GOLD, "#F4733D", "#C62828")
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = theme.blob.decode().replace('typeface="Calibri"', f'typeface="{FONT}"')
    for old, new in zip(OFFICE_COLORS, colors, strict=True):
        xml = xml.replace(f'val="{old}"', f'val="{new[1:]}"')
    theme._blob = xml.encode()


OFFICE_COLORS = ("4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646")


def set_master(master: Any) -> None:  # noqa: ANN401
    """Lay out the master: title beside a bar, the area, a rule above the foot."""
    places = {"title": TITLE, "body": AREA, "ftr": FOOTER, "sldNum": NUMBER}
    for shape in list(master.placeholders):
        kind = shape.element.ph.get("type")
        if kind in UNUSED:
            shape.element.getparent().remove(shape.element)
        else:
            put(shape, places[kind])
    for shape in master.placeholders:
        set_text(shape)
    drawing = Drawing(1)
    drawing.box(SlideBox(0.6, TITLE.top + 0.08, 0.07, TITLE.height - 0.16), fill=Fill(LIGHT.actual))
    drawing.box(SlideBox(0.6, FOOTER.top - 0.03, AREA.width, 0.01), fill=Fill("#C9D1DA"))
    for xml in reversed(drawing.shapes):
        master.shapes._spTree.insert(2, parse_xml(declared(xml)))
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    look = style.find(qn("a:defRPr"))
    look.set("sz", "2400")
    look.set("b", "1")


def set_text(shape: Any) -> None:  # noqa: ANN401
    """Set where the text of a placeholder stands, and say in Vietnamese what it is for."""
    kind = shape.element.ph.get("type")
    words = {"title": "Tiêu đề", "body": "Vùng nội dung"}.get(kind)
    if words:
        shape.text_frame.text = words
    frame = shape.element.find(f".//{qn('a:bodyPr')}")
    frame.set("anchor", "ctr" if kind != "body" else "t")
    for side in ("lIns", "rIns") if kind in ("ftr", "sldNum") else ():
        frame.set(side, "0")
    for level in shape.element.iter(qn("a:lvl1pPr")):
        level.set("algn", "r" if kind == "sldNum" else "l")
        level.find(qn("a:defRPr")).set("sz", "1000")


def set_content(layout: Any) -> None:  # noqa: ANN401
    """Name the layout of all slides but the cover."""
    layout.name = CONTENT
    for shape in list(layout.placeholders):
        kind = shape.element.ph.get("type")
        if kind in UNUSED:
            shape.element.getparent().remove(shape.element)
        elif kind in ("title", None):
            shape.text_frame.text = "Tiêu đề" if kind else "Vùng nội dung"


def set_cover(layout: Any) -> None:  # noqa: ANN401
    """Name the cover and give it its dark ground."""
    layout.name = COVER
    layout.element.set("showMasterSp", "0")
    ground = f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{ink(LIGHT.actual)}<a:effectLst/></p:bgPr></p:bg>"
    layout.element.cSld.insert(0, parse_xml(ground))
    for shape in list(layout.placeholders):
        kind = shape.element.ph.get("type")
        if kind == "ctrTitle":
            put(shape, COVER_TITLE)
            color(shape, "Tiêu đề", 40, "#FFFFFF", "b")
        elif kind == "subTitle":
            put(shape, COVER_TEXT)
            color(shape, "Phụ đề", 20, PALE, "t")
        else:
            shape.element.getparent().remove(shape.element)
    drawing = Drawing(1)
    drawing.box(SlideBox(0.95, 3.92, 1.6, 0.06), fill=Fill(GOLD))
    for xml in drawing.shapes:
        layout.shapes._spTree.insert(2, parse_xml(declared(xml)))


def put(shape: Any, box: SlideBox) -> None:  # noqa: ANN401
    """Place a placeholder."""
    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)


def color(shape: Any, words: str, size: int, ink_color: str, anchor: str) -> None:  # noqa: ANN401
    """Set the type of a placeholder of the cover."""
    shape.text_frame.text = words
    frame = shape.element.find(f".//{qn('a:bodyPr')}")
    frame.set("anchor", anchor)
    frame.set("lIns", "0")
    style = shape.element.find(f".//{qn('a:lstStyle')}")
    for old in list(style):
        style.remove(old)
    level = (
        f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/>'
        f'<a:defRPr sz="{size * 100}">{ink(ink_color)}</a:defRPr></a:lvl1pPr>'
    )
    style.append(parse_xml(level))


def declared(xml: str) -> str:
    """Declare the namespaces of a shape that stands alone."""
    return xml.replace(">", f" {nsdecls('p', 'a', 'r')}>", 1)
