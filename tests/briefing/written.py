"""A report opened again: its text, its tables, its parts."""

import io
from collections.abc import Iterator
from datetime import date
from zipfile import ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.table import Table
from docx.text.paragraph import Paragraph

from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.report.document import as_docx
from indicators.briefing.report.forms import FORMS
from indicators.store.connection import Store
from tests.recording import seen_on

PUBLISHED_DAY, FILLED_DAY = date(2026, 11, 22), date(2029, 6, 10)


def brief_of(store: Store, day: date = FILLED_DAY, *codes: str) -> Brief:
    return brief_on(store, seen_on(store, day), Selection(indicators=codes))


def written(brief: Brief, form: str = "nd30") -> bytes:
    return as_docx(brief, FORMS[form])


def opened(content: bytes) -> DocumentObject:
    return Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(table: Table) -> list[list[str]]:
    """The texts of a table; a heading over all columns is one cell."""
    return [[cell.text for cell in row.cells][: len(row._tr.tc_lst)] for row in table.rows]


def lines(document: DocumentObject) -> list[tuple[str, str]]:
    """Style and text of every paragraph of the body."""
    return [(p.style.name, p.text) for p in document.paragraphs]


def in_order(document: DocumentObject) -> Iterator[str]:
    """The words of the body with a mark where a table or a chart stands."""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            chart = "<biểu đồ>" if block._p.xpath(".//w:drawing") else ""
            yield block.text or chart
        else:
            yield "<bảng>"
