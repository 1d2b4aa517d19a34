"""The head and the end of a report: who writes, number, place, day; recipients and signature."""

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from indicators.briefing.report.draft import Draft
from indicators.briefing.report.forms import LetterheadLine
from indicators.briefing.report.grids import unruled
from indicators.briefing.report.prose import set_line, write
from indicators.briefing.report.subject import subject

LEFT_WIDTH, RIGHT_WIDTH = Cm(6.6), Cm(9.9)
RECIPIENTS_WIDTH, SIGNED_WIDTH = Cm(6.5), Cm(10)
RULE_POINTS = 6  # height of the paragraph that a rule stands on
CLEAR = 3  # points that keep a rule off the letters that reach below their line
ROOM_TO_SIGN = 72


def write_letterhead(draft: Draft) -> None:
    """Write who issues the report, under which heading, and what it is about."""
    form = draft.form
    (left, right), (number, day) = unruled(draft, (LEFT_WIDTH, RIGHT_WIDTH), rows=2)
    set_lines(draft, left, form.left, LEFT_WIDTH)
    set_lines(draft, right, form.right, RIGHT_WIDTH)
    set_lines(draft, number, (form.number,), LEFT_WIDTH)
    set_lines(draft, day, (form.day,), RIGHT_WIDTH)
    title = draft.document.add_paragraph(form.kind.text, "Title")
    title.runs[0].font.size = Pt(form.kind.size)
    title.paragraph_format.space_before = Pt(18)
    about = draft.document.add_paragraph(style="Subtitle")
    write(about, form.abstract(subject(draft.brief))).font.size = Pt(form.abstract_size)
    end_of_title(draft)


def end_of_title(draft: Draft) -> None:
    """Set what stands below the title: hyphens in one form, a rule in the other."""
    below = draft.document.add_paragraph(draft.form.abstract_end)
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if not draft.form.abstract_end:
        rule(below, Cm(5), Length(LEFT_WIDTH + RIGHT_WIDTH))
        below.paragraph_format.space_before = Pt(2 * CLEAR)


def set_lines(draft: Draft, cell: _Cell, lines: Sequence[LetterheadLine], width: Length) -> None:
    """Set the lines of one side of the head."""
    for number, line in enumerate(lines):
        written = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        set_line(written, line, line.text.format(year=draft.issue_year))
        if line.ruled:
            rule(cell.add_paragraph(), Cm(line.ruled), width)


def rule(written: Paragraph, length: Length, room: Length) -> None:
    """Draw a rule of some length in the middle of the room there is."""
    side = Length((room - length) // 2)
    form = written.paragraph_format
    form.left_indent = form.right_indent = side
    form.space_before = Pt(CLEAR)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(RULE_POINTS)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    written._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def write_signature(draft: Draft) -> None:
    """Leave room for recipients and signature, as the form has them."""
    draft.document.add_paragraph().paragraph_format.keep_with_next = True
    [(left, right)] = unruled(draft, (RECIPIENTS_WIDTH, SIGNED_WIDTH), rows=1)
    write_recipients(draft, left)
    first, note, name = draft.form.signed
    set_line(right.paragraphs[0], first, first.text)
    set_line(right.add_paragraph(), note, note.text)
    below = right.add_paragraph()
    below.paragraph_format.space_before = Pt(ROOM_TO_SIGN)
    set_line(below, name, name.text)


def write_recipients(draft: Draft, cell: _Cell) -> None:
    """Head the recipients and leave lines for them."""
    size = 14 if draft.form.copies_underlined else 12
    head = cell.paragraphs[0].add_run("Nơi nhận:")
    head.font.size, head.underline = Pt(size), draft.form.copies_underlined
    head.bold = head.italic = not draft.form.copies_underlined
    for copy in draft.form.copies:
        size = 12 if draft.form.copies_underlined else 11
        cell.add_paragraph().add_run(f"- {copy}").font.size = Pt(size)
