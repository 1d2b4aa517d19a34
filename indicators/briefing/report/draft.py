"""A document being written: an empty one in the offices' styles, and what is counted in it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as DocumentObject

from indicators.briefing.brief import Brief
from indicators.briefing.report.forms import Form
from indicators.briefing.report.legible import legible
from indicators.briefing.report.subject import subject
from indicators.store.clock import today
from indicators.wording.illustrative import MARK

BLANK = Path(__file__).with_name("blank")
AUTHOR = "Bảng theo dõi Nghị quyết 71"


@dataclass(frozen=True)
class Draft:
    """A document, what it tells of, the form it has, the numbers of its tables and figures."""

    document: DocumentObject
    brief: Brief
    form: Form
    issue_year: int
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    figures: Iterator[int] = field(default_factory=lambda: count(1))
    parts: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def appendices(self) -> tuple[str, ...]:
        """The numbers of the appendices; there are no sources to list where there is no figure."""
        with_figures = any(row.judgement.latest for row in self.brief.rows)
        return ("I", "II") if with_figures else ("",)


def begin(brief: Brief, form: Form) -> Draft:
    """Open an empty document that knows its title and language."""
    document = Document(empty_package())
    properties = document.core_properties
    properties.title = legible(subject(brief))
    properties.subject = legible(brief.version_line)
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments = properties.keywords = MARK if brief.illustrative else ""
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime.now(UTC)
    return Draft(document, brief, form, today(brief.store).year)


def empty_package() -> io.BytesIO:
    """Pack the empty document from its readable parts."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(BLANK.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(BLANK).as_posix())
    packed.seek(0)
    return packed


def saved(draft: Draft) -> bytes:
    """Give the bytes of a finished document."""
    out = io.BytesIO()
    draft.document.save(out)
    return out.getvalue()
