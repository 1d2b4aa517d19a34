"""The paper: margins, page numbers, the line at the foot, the words on illustrative figures."""

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from indicators.briefing.report.draft import Draft
from indicators.briefing.report.prose import add_field
from indicators.wording.illustrative import MARK
from indicators.wording.report import foot_line

SHORT_EDGE, LONG_EDGE = Mm(210), Mm(297)
# Within the bounds of both forms: 20–25 above and below, 30–35 left, 15–20 right.
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
HEADER, FOOTER = Mm(10), Mm(8)
TEXT_WIDTH = SHORT_EDGE - LEFT - RIGHT
WIDE_TEXT_WIDTH = LONG_EDGE - LEFT - RIGHT
WATERMARK = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
        path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
        <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="rect"/>
      <v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="watermark{number}" type="#_x0000_t136" alt="{words}" fillcolor="#e0e0e0"
        stroked="f" style="position:absolute;margin-left:0;margin-top:0;width:480pt;height:64pt;
        rotation:315;z-index:-251658752;mso-position-horizontal:center;
        mso-position-horizontal-relative:margin;mso-position-vertical:center;
        mso-position-vertical-relative:margin">
      <v:textpath style="font-family:'Times New Roman';font-weight:bold" string="{words}"/>
    </v:shape>
  </w:pict>
</w:r>"""


def lay_out(draft: Draft, section: Section) -> None:
    """Give a section its margins, its page number from the second page on, and its foot."""
    section.page_width, section.page_height = SHORT_EDGE, LONG_EDGE
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.header_distance, section.footer_distance = HEADER, FOOTER
    section.different_first_page_header_footer = True
    fill_header(draft, section.first_page_header, numbered=False)
    fill_header(draft, section.header, numbered=True)
    for footer in (section.first_page_footer, section.footer):
        fill_footer(draft, footer)


def begin_appendix(draft: Draft) -> Section:
    """Turn the paper: an appendix is landscape and counts its own pages."""
    section: Section = draft.document.add_section(WD_SECTION.NEW_PAGE)
    flatten_break(draft)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = LONG_EDGE, SHORT_EDGE
    if section._sectPr.find(qn("w:pgNumType")) is None:  # a section begins as the one before it
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        section._sectPr.insert_element_before(numbering, "w:cols", "w:titlePg")
    return section


def flatten_break(draft: Draft) -> None:
    """Keep the paragraph that ends a section from taking a page of its own."""
    last = Paragraph(draft.document.element.body.p_lst[-1], draft.document._body)
    last.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    last.paragraph_format.line_spacing = Pt(1)


def fill_header(draft: Draft, header: _Header, *, numbered: bool) -> None:
    """Set the page number; across the page what must be said of figures that are made up."""
    first = emptied(header)
    if draft.brief.illustrative:
        number = "2" if numbered else "1"
        first._p.append(parse_xml(WATERMARK.format(words=MARK, number=number)))
    if numbered:
        add_field(first, "PAGE", "2")


def fill_footer(draft: Draft, footer: _Footer) -> None:
    """Name source, day and data version on every page; first that figures are made up."""
    emptied(footer).add_run(foot_line(draft.brief.version_line))


def emptied(place: _Header | _Footer) -> Paragraph:
    """Give the one paragraph of a header or footer of its own."""
    place.is_linked_to_previous = False
    first: Paragraph = place.paragraphs[0]
    return first
