"""What stands on printed sheets, and a few pages of the static site to print."""

from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from indicators.briefing.brief import brief_on
from indicators.store.connection import Store
from pages.site.assets import asset_files
from pages.site.files import group_file, indicator_file
from pages.site.frame import SiteFrame
from pages.site.method import method_page
from pages.site.overview import overview_page, table_page
from tests.recording import seen_on

PRODUCT = "Bảng theo dõi Nghị quyết 71"
PORTRAIT, LANDSCAPE = (210, 297), (297, 210)  # A4 in millimetres
# The three colours that every reader of the first sheet has to see: on track, late, missed.
VERDICTS = {(0, 105, 92), (198, 40, 40), (255, 202, 40)}
# File, name in the margin, form of the sheet.
SITE = {
    "index.html": ("Tổng quan", LANDSCAPE),
    "bieu-theo-doi.html": ("Biểu theo dõi", LANDSCAPE),
    "nhom/CS.html": ("Chuyển đổi số và hội nhập", LANDSCAPE),
    "chi-tieu/HD01.html": ("HD01 Chỉ số giáo dục (HDI)", PORTRAIT),
    "cach-danh-gia.html": ("Cách đánh giá", PORTRAIT),
}


def sheets(document: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def without_spaces(text: str) -> str:
    """The letters alone: on a sheet of many marks pdfium takes each letter for a line."""
    return "".join(text.split())


def forms(document: pypdfium2.PdfDocument) -> set[tuple[int, ...]]:
    """The sizes of the sheets in millimetres; one of them where all lie the same way."""
    return {tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in document}


def picture(document: pypdfium2.PdfDocument, sheet: int) -> Image.Image:
    return document[sheet].render(scale=1).to_pil().convert("RGB")


def colours(document: pypdfium2.PdfDocument, sheet: int) -> set[object]:
    return {colour for _, colour in picture(document, sheet).getcolors(1 << 20) or []}


def write_site(store: Store, folder: Path) -> Path:
    """Write one page of each kind, as of the day that tests look at."""
    brief = brief_on(store, seen_on(store, date(2029, 6, 10)))
    frame = SiteFrame.of(brief, "")
    (group,) = [group for group, _ in brief.chosen.groups() if group.code == "CS"]
    (row,) = [row for row in brief.rows if row.indicator.code == "HD01"]
    files = {
        **asset_files(brief),
        "index.html": overview_page(brief, frame),
        "bieu-theo-doi.html": table_page(brief, frame),
        "cach-danh-gia.html": method_page(brief, frame),
        **group_file(brief, group, frame),
        **indicator_file(brief, row, frame),
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
