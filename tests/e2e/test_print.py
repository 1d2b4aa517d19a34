"""Ctrl+P: clean A4 with a head, the data version and page numbers, whatever the screen shows."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from indicators.store.connection import Store
from indicators.store.history import latest
from pages.navigation import ROOMS
from tests.e2e.paper import (
    LANDSCAPE,
    PORTRAIT,
    PRODUCT,
    VERDICTS,
    colours,
    forms,
    picture,
    sheets,
    without_spaces,
)
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit, Visits
from tests.programme import PROGRAMME
from tests.rounds import FULL

FILLED = "v=3&ngay=2029-06-10"
VERSION = "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3"
WHITE = (255, 255, 255)
BUTTONS = (
    "Tải CSV",
    "Tải Excel",
    "Mọi đánh giá",
    "Tìm chỉ tiêu",
    "Nhập số liệu",
    "Đến thẳng nội dung",
)
# Address, name in the margin, form of the sheet, most sheets.
PAPERS = {
    "overview": (f"/?{FILLED}", "Tổng quan", LANDSCAPE, 16),
    "table": (f"/bieu-theo-doi?{FILLED}", "Biểu theo dõi", LANDSCAPE, 12),
    "group": (f"/nhom?ma=CS&{FILLED}", "Nhóm chỉ tiêu · CS", LANDSCAPE, 4),
    "indicator": (f"/chi-tieu?ma=HD01&{FILLED}", "Chỉ tiêu · HD01", PORTRAIT, 4),
}

# The rooms of which no page is printed above; in `make full` all of them as the menu opens them.
OTHERS = [
    f"/{room.url_path}"
    for room in ROOMS
    if FULL or not any(f"/{room.url_path}?" in address for address, *_ in PAPERS.values())
]

Printed = Callable[[str], pypdfium2.PdfDocument]


@pytest.fixture(scope="module")
def printed(
    visits: Visits,
    filled_server: BoardServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Printed]:
    """Print a page from a dark screen, which is the harder, once for all tests that look at it."""
    folder = tmp_path_factory.mktemp("paper")
    visit = visits.begin(color_scheme="dark")
    made: dict[str, pypdfium2.PdfDocument] = {}

    def print_page(name: str) -> pypdfium2.PdfDocument:
        if name not in made:
            on_paper(visit.open(filled_server.url + PAPERS[name][0]), folder / f"{name}.pdf")
            made[name] = pypdfium2.PdfDocument(folder / f"{name}.pdf")
        return made[name]

    yield print_page
    visits.end(visit)
    for document in made.values():
        document.close()


def on_paper(visit: Visit, file: Path) -> None:
    if "chi-tieu?ma" in visit.page.url:
        visit.page.wait_for_selector(".scatterlayer path.point")
    visit.page.pdf(path=file, prefer_css_page_size=True)


@pytest.mark.parametrize("name", PAPERS)
def test_every_sheet_says_what_it_is_of_which_version_and_which_of_how_many(
    printed: Printed, filled: Store, name: str
):
    _, room, form, most = PAPERS[name]
    document = printed(name)
    count = len(document)
    assert count <= most
    assert forms(document) == {form}
    for number, text in enumerate(map(without_spaces, sheets(document)), 1):
        assert text.count(without_spaces(PRODUCT)) == 1
        assert without_spaces(room) in text
        assert without_spaces(f"{VERSION} · {latest(filled).head}") in text
        assert re.search(rf"Inngày\d\d/\d\d/\d{{4}}·Trang{number}/{count}", text)


@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_white_and_without_menu_and_buttons(printed: Printed, name: str):
    document = printed(name)
    assert [word for word in BUTTONS for text in sheets(document) if word in text] == []
    for sheet in range(len(document)):
        colours = Counter(picture(document, sheet).get_flattened_data())
        assert colours.most_common(1)[0][0] == WHITE


def test_how_the_programme_stands_and_whose_it_is_is_on_the_first_sheet_in_its_colours(
    printed: Printed,
):
    document = printed("overview")
    first = without_spaces(sheets(document)[0])
    told = "Trong 68 chỉ tiêu đánh giá được, 28 đã đạt hoặc đúng tiến độ; 40 chậm"
    assert without_spaces(told) in first
    assert without_spaces("Cần chú ý, theo cơ quan") in first
    assert colours(document, 0) >= VERDICTS


def test_no_row_of_the_tracking_table_is_missing_and_each_sheet_heads_its_columns(
    printed: Printed,
):
    table = sheets(printed("table"))
    codes = [code for text in table for code in re.findall(r"^\d+ ([A-Z]{2}\d\d) ", text, re.M)]
    assert codes == PROGRAMME
    assert all("Kỳ gốc" in text and "Đánh giá" in text for text in table)


def test_a_chart_is_whole_on_the_first_sheet_and_its_figures_follow(printed: Printed):
    pages = sheets(printed("indicator"))
    drawn = ("0,6", "0,9", "2015", "2035: tối thiểu 0,87", "0,754 (sơ bộ)", "Cả nước")
    assert [mark for mark in drawn if mark not in pages[0]] == []
    years = [year for text in pages for year in re.findall(r"^(\d{4}) (?:Hải|Cả)", text, re.M)]
    assert years == [str(year) for year in [*range(2029, 2024, -1), *range(2023, 1999, -1)]]


def test_small_charts_of_a_group_are_dark_lines_on_white(printed: Printed):
    """From a dark screen too, where they are light lines on a dark ground."""
    dark = Counter(
        colour for colour in picture(printed("group"), 0).get_flattened_data() if sum(colour) < 330
    )
    assert dark.total() > 5000


@pytest.mark.parametrize("path", OTHERS)
def test_other_pages_print_decently(
    filled_server: BoardServer, visit: Visit, path: str, tmp_path: Path
):
    on_paper(visit.open(filled_server.url + path), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        pages = sheets(document)
    assert 1 <= len(pages) <= 12
    assert all(f"Trang {number}/{len(pages)}" in text for number, text in enumerate(pages, 1))
    assert [word for word in BUTTONS[:4] for text in pages if word in text] == []


def test_what_is_shown_now_names_its_day_year_and_version_on_paper_too(
    filled_server: BoardServer, visit: Visit, tmp_path: Path
):
    on_paper(visit.open(f"{filled_server.url}/nhom?ma=CS"), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        told = r"Số liệu đến \d\d/\d\d/\d{4} · Năm đánh giá \d{4} · Phiên bản 3 · [0-9a-f]{10}"
        assert all(re.search(told, text) for text in sheets(document))


def test_filters_and_breakdown_are_named_on_paper(
    filled_server: BoardServer, visit: Visit, tmp_path: Path
):
    visit.open(f"{filled_server.url}/bieu-theo-doi?{FILLED}&trang_thai=Không đạt")
    on_paper(visit, tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert "Biểu theo dõi · Không đạt" in sheets(document)[0]
