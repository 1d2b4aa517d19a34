"""Finding one's way through many slides: named sections, and tiles that lead to a slide."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide

from indicators.typesetting.xml_text import xml_text

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
OFFICE_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def add_sections(presentation: Any, sections: Sequence[tuple[str, Sequence[int]]]) -> None:  # noqa: ANN401
    """Name the runs of slides, given by their ids, as PowerPoint lists them at the left."""
    listed = "".join(map(section_xml, *zip(*sections, strict=True)))
    extension = parse_xml(
        f'<p:ext {nsdecls("p")} uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{OFFICE_2010}">'
        f"{listed}</p14:sectionLst></p:ext>"
    )
    extensions = presentation.find(qn("p:extLst"))
    if extensions is None:
        extensions = parse_xml(f"<p:extLst {nsdecls('p')}/>")
        presentation.append(extensions)
    extensions.append(extension)


def section_xml(name: str, slides: Sequence[int]) -> str:
    """Write one section."""
    identity = str(uuid5(NAMESPACE_OID, f"{name} {slides[:1]}")).upper()
    listed = "".join(f'<p14:sldId id="{number}"/>' for number in slides)
    return (
        f'<p14:section name="{xml_text(name)}" id="{{{identity}}}"><p14:sldIdLst>{listed}'
        "</p14:sldIdLst></p14:section>"
    )


def drop_sections(presentation: Any) -> None:  # noqa: ANN401
    """Take out what names slides that are no longer there: sections and custom shows."""
    for extension in presentation.findall(f"{qn('p:extLst')}/{qn('p:ext')}"):
        if extension.get("uri") == SECTIONS:
            extension.getparent().remove(extension)
    for shows in presentation.findall(qn("p:custShowLst")):
        presentation.remove(shows)


def link_tiles(overview: Slide, pages: Mapping[str, Slide]) -> None:
    """Let a click on a shape that is named after an indicator lead to its slide."""
    for shape in overview.shapes:
        page = pages.get(shape.name.partition(" ")[0])
        if page is not None:
            relation = overview.part.relate_to(page.part, RELATIONSHIP_TYPE.SLIDE)
            shape.element.nvSpPr.cNvPr.append(
                parse_xml(
                    f'<a:hlinkClick {nsdecls("a", "r")} r:id="{relation}" '
                    'action="ppaction://hlinksldjump"/>'
                )
            )
