"""Ctrl+P in Firefox, which has no boxes in the margins: the same sheets, without backgrounds."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from indicators.store.connection import Store
from tests.e2e.firefox import Firefox, running_firefox
from tests.e2e.paper import (
    LANDSCAPE,
    PORTRAIT,
    PRODUCT,
    VERDICTS,
    colours,
    forms,
    sheets,
    without_spaces,
    write_site,
)
from tests.e2e.server import BoardServer
from tests.e2e.visit import SETTLED
from tests.programme import PROGRAMME

PROGRAM = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="Không thấy Firefox (Debian: apt-get install firefox-esr)."
)
FILLED = "v=3&ngay=2029-06-10"
VERSION = "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3"
LOADED = "document.readyState === 'complete'"
DRAWN = "document.querySelector('.scatterlayer path.point')"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with running_firefox(str(PROGRAM), tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


def assert_each_sheet_tells(document: pypdfium2.PdfDocument, room: str, form: object) -> list[str]:
    """Every sheet has name, page, version and day at its head, once, and lies as all others."""
    texts = sheets(document)
    assert forms(document) == {form}
    head = re.escape(without_spaces(f"{PRODUCT} · {room} {VERSION} · "))
    for text in texts:
        assert re.match(rf"{head}[0-9a-f]{{10}}·Inngày\d\d/\d\d/\d{{4}}", without_spaces(text))
        assert "Đến thẳng nội dung" not in text
    return texts


def test_the_overview_prints_whole_with_each_agencys_indicators(
    firefox: Firefox, filled_server: BoardServer, tmp_path: Path
):
    firefox.open(f"{filled_server.url}/?{FILLED}", f"({SETTLED})()")
    with pypdfium2.PdfDocument(firefox.print_page(tmp_path / "page.pdf")) as document:
        texts = assert_each_sheet_tells(document, "Tổng quan", LANDSCAPE)
        assert colours(document, 0) >= VERDICTS
    told = "40 chậm, có nguy cơ, ngược chiều hoặc không đạt"
    assert without_spaces(told) in without_spaces(texts[0])
    assert without_spaces("Lộ trình đến năm 2030") in without_spaces("".join(texts))


def test_no_row_and_no_column_of_the_table_is_cut(
    firefox: Firefox, filled_server: BoardServer, tmp_path: Path
):
    firefox.open(f"{filled_server.url}/bieu-theo-doi?{FILLED}", f"({SETTLED})()")
    with pypdfium2.PdfDocument(firefox.print_page(tmp_path / "page.pdf")) as document:
        texts = assert_each_sheet_tells(document, "Biểu theo dõi", LANDSCAPE)
    codes = [code for text in texts for code in re.findall(r"^\d+ ([A-Z]{2}\d\d) ", text, re.M)]
    assert codes == PROGRAMME
    assert all("Kỳ gốc" in text and "Xu thế" in text for text in texts)


def test_a_chart_prints_on_the_first_sheet_and_every_figure_has_its_source(
    firefox: Firefox, filled_server: BoardServer, tmp_path: Path
):
    firefox.open(f"{filled_server.url}/chi-tieu?ma=HD01&{FILLED}", DRAWN)
    with pypdfium2.PdfDocument(firefox.print_page(tmp_path / "page.pdf")) as document:
        texts = assert_each_sheet_tells(document, "Chỉ tiêu · HD01", PORTRAIT)
    assert "2035: tối thiểu 0,87" in texts[0]
    years = [year for text in texts for year in re.findall(r"^(\d{4}) (?:Hải|Cả)", text, re.M)]
    assert years == [str(year) for year in [*range(2029, 2024, -1), *range(2023, 1999, -1)]]
    assert "Ghi nhận" in texts[1]


def test_the_static_site_prints_likewise(firefox: Firefox, filled: Store, tmp_path: Path):
    site = write_site(filled, tmp_path)
    firefox.open((site / "chi-tieu" / "HD01.html").as_uri(), DRAWN)
    with pypdfium2.PdfDocument(firefox.print_page(tmp_path / "page.pdf")) as document:
        texts = assert_each_sheet_tells(document, "HD01 Chỉ số giáo dục (HDI)", PORTRAIT)
    assert "2035: tối thiểu 0,87" in texts[0]
