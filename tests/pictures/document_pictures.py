"""Pages of files that the page Báo cáo makes, drawn by LibreOffice for the guide."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from indicators.board.as_of import as_of
from indicators.briefing.brief import Selection, brief_on
from indicators.briefing.kinds import Wishes
from indicators.briefing.steps import no_progress
from indicators.store.connection import open_store
from pages.site.kind import EVERY_KIND
from tests.office import as_pdf, pages

SHOWN = Selection(indicators=("ML02", "PC02", "CS02", "HD01"))


@dataclass(frozen=True)
class Document:
    """A kind of file, and which of its pages is shown, counted from 1, how large."""

    name: str
    kind: str
    page: int
    dpi: int


DOCUMENTS = (
    Document("tep-trinh-chieu", "slides", 5, 80),
    Document("tep-bao-cao", "report", 1, 80),
    Document("tep-bang-so-lieu", "workbook", 2, 80),
)


def document_pictures(database: Path, folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Draw a page of every kind of file, made from a database that nobody else has open."""
    store = open_store(database, "illustrative")
    brief = brief_on(store, as_of(store), SHOWN)
    for each in DOCUMENTS:
        kind = EVERY_KIND[each.kind]
        file = folder / f"{each.name}{kind.suffix}"
        file.write_bytes(kind.make(brief, Wishes(), no_progress))
        yield each.name, pages(as_pdf(file), each.dpi)[each.page - 1]
    store.close()
