"""A presentation as it grows: slides with title, shapes, chart, foot and notes."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.slide import NotesSlidePart
from pptx.slide import Slide

from indicators.briefing.slides.drawing import Drawing, Paragraph, SlideBox, SlideRun, line
from indicators.briefing.slides.sections import add_sections, link_tiles
from indicators.briefing.slides.template import Template
from indicators.charts.native.chart_xml import chart_xml
from indicators.charts.native.data import chart_data
from indicators.charts.native.frame import ChartSize
from indicators.charts.native.workbook import workbook
from indicators.charts.theme import LIGHT
from indicators.charts.trajectory import Trajectory
from indicators.typesetting.type_size import cut_to, fitting_size
from indicators.typesetting.xml_text import clean, xml_text

TITLE_SIZES = (24, 22, 20, 18, 16, 14, 12)
COVER_SIZES = (40, 36, 32, 28, 24, 20)
FOOT_SIZE, FOOT_LINES = 10, 2
INSET = 0.2  # inches between a placeholder's edges and its text
# The mark of made-up figures: colour and how much of it, where, and its number among the shapes.
ON_WHITE, ON_COVER = ("#C62828", 0.16), ("#FFFFFF", 0.22)
MARK_PLACE, BELOW = SlideBox(1.2, 3.0, 10.9, 1.5, turn=-18), 50
PRODUCT = "Bảng theo dõi Nghị quyết 71"
FORM = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A trajectory with its place on the slide and its type in points."""

    trajectory: Trajectory
    box: SlideBox
    font: float = 14


class Deck:
    """The slides made so far; `mark` is written across each, `data` ends the foot of each."""

    def __init__(self, template: Template, mark: str = "", data: str = "") -> None:
        self.template = template
        self.mark, self.data = mark, data
        self.package = template.deck.part.package
        self.sections: list[tuple[str, list[int]]] = []
        self.pages: dict[str, Slide] = {}
        self.overviews: list[Slide] = []

    def section(self, name: str) -> None:
        """Begin a section of slides."""
        self.sections.append((name, []))

    def new_slide(self, layout: Any) -> Slide:  # noqa: ANN401
        """Add an empty slide to the section begun last."""
        slide: Slide = self.template.deck.slides.add_slide(layout)
        if self.sections:
            self.sections[-1][1].append(slide.slide_id)
        return slide

    @property
    def factor(self) -> float:
        """How much larger the template is than the design."""
        return self.template.factor

    @property
    def area(self) -> SlideBox:
        """Where the content of a slide stands."""
        return self.template.area

    def drawing(self) -> Drawing:
        """Begin the shapes of a slide."""
        return Drawing(self.factor)

    def cover(self, title: str, text: list[str]) -> None:
        """Add the first slide."""
        slide = self.new_slide(self.template.cover)
        self.write_title(slide.shapes.title, title, self.template.cover_title, COVER_SIZES)
        for shape in slide.placeholders:
            if shape.element.ph.get("type") in ("subTitle", "body"):
                shape.text_frame.text = "\n".join(map(clean, text))
        self.finish(slide, self.drawing(), ON_COVER)

    def slide(
        self, title: str, drawing: Drawing, foot: str, notes: str, *charts: PlacedChart
    ) -> Slide:
        """Add a slide with its shapes and charts, its foot and its notes."""
        slide = self.new_slide(self.template.content)
        headed: Any = slide.shapes.title
        self.write_title(headed, title, self.template.title, TITLE_SIZES)
        for shape in slide.shapes._spTree.findall(qn("p:sp")):
            if shape is not headed.element:
                slide.shapes._spTree.remove(shape)
        for chart in charts:
            self.add_chart(slide, drawing, chart)
        self.add_foot(drawing, foot)
        self.finish(slide, drawing)
        self.add_notes(slide.part, notes)
        return slide

    def add_notes(self, slide: Any, notes: str) -> None:  # noqa: ANN401
        """Add what the speaker reads; python-pptx would look through all parts for a name."""
        name = PackURI(f"/ppt/notesSlides/notesSlide{len(self.template.deck.slides)}.xml")
        content = parse_xml(notes_xml(notes))
        part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, self.package, content)
        part.relate_to(self.template.deck.part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)

    def add_chart(self, slide: Any, drawing: Drawing, chart: PlacedChart) -> None:  # noqa: ANN401
        """Add a chart with the workbook that Office edits."""
        data, factor = chart_data(chart.trajectory), self.factor
        size = ChartSize(chart.box.width * factor, chart.box.height * factor, chart.font * factor)
        number = len(self.template.deck.slides)
        name = PackURI(f"/ppt/charts/bieuDo{number}.xml")
        part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, self.package, chart_xml(data, size))
        book = PackURI(f"/ppt/embeddings/soLieu{number}.xlsx")
        part.chart_workbook.xlsx_part = EmbeddedXlsxPart(
            book, CONTENT_TYPE.SML_SHEET, self.package, workbook(data)
        )
        relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        drawing.shapes.append(
            "<p:graphicFrame><p:nvGraphicFramePr>"
            f"{drawing.named('Biểu đồ', chart.trajectory.title)}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
            f"</p:nvGraphicFramePr>{drawing.place(chart.box, tag='p')}<a:graphic><a:graphicData "
            f'uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData>'
            "</a:graphic></p:graphicFrame>"
        )

    def write_title(
        self,
        shape: Any,  # noqa: ANN401
        title: str,
        place: SlideBox,
        sizes: tuple[float, ...],
    ) -> None:
        """Write a title in the largest type in which all of it fits its place."""
        room = (place.width - INSET) * 72, (place.height - INSET / 2) * 72
        size = fitting_size(title, sizes, *room, bold=True)
        shape.text_frame.text = clean(title)
        shape.text_frame.paragraphs[0].runs[0].font.size = round(size * self.factor * 12700)

    def add_foot(self, drawing: Drawing, foot: str) -> None:
        """Write source, day and version at the foot, and the slide's number."""
        place, number = self.foot_places()
        text = cut_to(foot, FOOT_SIZE, place.width * 72, FOOT_LINES, f" · {self.data}")
        drawing.box(place, [line(text, FOOT_SIZE, LIGHT.quiet)], name="Nguồn", anchor="ctr")
        page = SlideRun("", FOOT_SIZE, LIGHT.quiet, field="slidenum")
        drawing.box(number, [Paragraph((page,), "r")], name="Số trang", anchor="ctr")

    def foot_places(self) -> tuple[SlideBox, SlideBox]:
        """Place foot and number below the area, where the template leaves room."""
        area = self.area
        below = 7.5 - area.bottom
        top, height = area.bottom + below * 0.22, min(0.36, below * 0.6)
        return (
            SlideBox(area.left, top, area.width - 0.7, height),
            SlideBox(area.left + area.width - 0.6, top, 0.6, height),
        )

    def finish(self, slide: Slide, drawing: Drawing, mark: tuple[str, float] = ON_WHITE) -> None:
        """Put the shapes on the slide, the mark of made-up figures below them."""
        below = Drawing(self.factor, BELOW)
        if self.mark:
            words = SlideRun(self.mark, 64, mark[0], bold=True, alpha=mark[1])
            below.box(
                MARK_PLACE,
                [Paragraph((words,), "ctr")],
                name="Dấu minh họa",
                anchor="ctr",
            )
        shapes = "".join((*below.shapes, *drawing.shapes))
        tree = parse_xml(f"<p:spTree {nsdecls('p', 'a', 'r')}>{shapes}</p:spTree>")
        for shape in list(tree):
            slide.shapes._spTree.append(shape)

    def write_form(self) -> None:
        """Say that slides are 16:9, and nothing of the program that made the template."""
        relations = self.package._rels
        for relation in [r for r in relations.values() if r.reltype == FORM]:
            relations.pop(relation.rId)
        content = form_xml(len(self.template.deck.slides))
        name = PackURI("/docProps/app.xml")
        part = Part(name, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, self.package, content)
        self.package.relate_to(part, FORM)

    def saved(self, title: str) -> bytes:
        """Give the file under a title."""
        for overview in self.overviews:
            link_tiles(overview, self.pages)
        if self.sections:
            add_sections(self.template.deck.part._element, self.sections)
        properties = self.template.deck.core_properties
        properties.title = clean(title)
        properties.author = properties.last_modified_by = PRODUCT
        properties.subject, properties.keywords = clean(self.data), self.mark
        properties.comments = properties.category = self.mark
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        self.write_form()
        out = io.BytesIO()
        self.template.deck.save(out)
        return out.getvalue()


def form_xml(slides: int) -> bytes:
    """Write what file managers show of a presentation: who made it, its form, its length."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{EXTENDED}"><Application>{PRODUCT}</Application>'
        f"<PresentationFormat>16:9</PresentationFormat><Slides>{slides}</Slides></Properties>"
    ).encode()


def notes_xml(notes: str) -> str:
    """Write a page of notes: the slide's picture and the text."""
    text = "".join(
        f'<a:p><a:r><a:rPr lang="vi-VN"/><a:t>{xml_text(note)}</a:t></a:r></a:p>'
        for note in notes.split("\n")
    )
    return (
        f"<p:notes {nsdecls('p', 'a', 'r')}><p:cSld><p:spTree><p:nvGrpSpPr>"
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Hình trang chiếu"/><p:cNvSpPr><a:spLocks '
        'noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/>'
        "</p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Ghi chú"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp></p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
