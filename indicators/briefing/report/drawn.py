"""Native charts in the document: a chart part with its workbook, so that Word can edit the data."""

from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Inches

from indicators.briefing.report.draft import Draft
from indicators.briefing.report.legible import legible
from indicators.briefing.report.prose import FIGURE, caption, paragraph
from indicators.charts.native.frame import ChartSize
from indicators.typesetting.xml_text import xml_text

TYPEFACE = "Times New Roman"
END = b"</c:chartSpace>"
DRAWING = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="{width}" cy="{height}"/>
    <wp:docPr id="{number}" name="Hình {number}" descr="{description}"/>
    <wp:cNvGraphicFramePr/>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
        <c:chart r:id="{relation}"/>
      </a:graphicData>
    </a:graphic>
  </wp:inline>
</w:drawing>"""


class NativeChart(NamedTuple):
    """A chart as Office keeps it: its XML, the workbook of its numbers, its size."""

    xml: bytes
    workbook: bytes
    size: ChartSize


def place_chart(
    draft: Draft, chart: NativeChart, title: str, source: str, description: str
) -> None:
    """Set a chart with its title below it, the source, and words for those who do not see it."""
    number = next(draft.figures)
    place = draft.document.add_paragraph(style="Chart")
    drawing = DRAWING.format(
        width=Inches(chart.size.width),
        height=Inches(chart.size.height),
        number=number,
        description=xml_text(legible(description)),
        relation=related(draft, chart, number),
    )
    place.add_run()._r.append(parse_xml(drawing))
    caption(draft, FIGURE, number, title)
    paragraph(draft, source, "Source")


def related(draft: Draft, chart: NativeChart, number: int) -> str:
    """Keep a chart and its workbook in the package; the relation by which the text refers to it."""
    package = draft.document.part.package
    name = PackURI(f"/word/charts/chart{number}.xml")
    book_name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    part = Part(name, CONTENT_TYPE.DML_CHART, package=package)
    book = Part(book_name, CONTENT_TYPE.SML_SHEET, chart.workbook, package)
    relation = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = with_workbook(chart.xml, relation)
    return draft.document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def with_workbook(xml: bytes, relation: str) -> bytes:
    """Tell a chart which workbook holds its numbers."""
    reference = f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'
    return xml.replace(END, reference.encode() + END)
