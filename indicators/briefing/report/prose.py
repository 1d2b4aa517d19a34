"""Paragraphs, headings, captions and fields."""

import re

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from indicators.briefing.report.draft import Draft
from indicators.briefing.report.forms import LetterheadLine
from indicators.briefing.report.legible import legible

DOCUMENT_HYPHEN = re.compile(r"(?<=\d)-(?=[^\W\d]+/)")
TABLE, FIGURE = "Bảng", "Hình"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def paragraph(draft: Draft, text: str, style: str = "Body Text", *, bold: str = "") -> Paragraph:
    """Write a paragraph, with words in bold before the others."""
    written = draft.document.add_paragraph(style=style)
    if bold:
        write(written, f"{bold} ").bold = True
    write(written, text)
    return written


def write(written: Paragraph, text: str) -> Run:
    """Add text; the number of a document, 02-CTr/TU, is not torn at the end of a line."""
    run = written.add_run()
    first, *others = DOCUMENT_HYPHEN.split(legible(text))
    run.add_text(first)
    for part in others:
        run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(part)
    return run


def heading(draft: Draft, place: int, text: str) -> Paragraph:
    """Head a section with its Roman number, as the form writes it."""
    number = draft.form.roman.format(ROMAN[place - 1])
    return paragraph(draft, f"{number}{text.upper()}", "heading 1")


def subheading(draft: Draft, place: int, text: str) -> Paragraph:
    """Head a part of a section with its number."""
    return paragraph(draft, f"{place}. {text}", "heading 2")


def caption(draft: Draft, kind: str, number: int, text: str) -> Paragraph:
    """Number a table or a figure, so that Word numbers anew what is added or left out.

    What a figure shows is a long sentence, so only its number is bold.
    """
    written = draft.document.add_paragraph(style="caption")
    written.add_run(f"{kind} ")
    add_field(written, f"SEQ {kind} \\* ARABIC", str(number))
    written.add_run(". ")
    write(written, text).bold = None if kind == TABLE else False
    return written


def add_field(written: Paragraph, instruction: str, result: str) -> None:
    """Add a field with the text that it shows until Word works it out."""
    for kind, text in (
        ("begin", ""), ("instruction", f" {instruction} "), ("separate", ""), ("shown", result),
        ("end", ""),
    ):  # fmt: skip
        run = written.add_run(text if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif kind == "instruction":
            add_instruction(run, text)


def add_instruction(run: Run, text: str) -> None:
    """Put the instruction of a field into a run."""
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    run._r.append(element)


def set_line(written: Paragraph, line: LetterheadLine, text: str) -> None:
    """Set a line of a letterhead in its size and face, centred."""
    written.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = written.add_run(text)
    run.font.size, run.bold, run.italic = Pt(line.size), line.bold, line.italic
