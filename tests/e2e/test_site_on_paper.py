"""The pages of the static site printed without backgrounds: named, whole, in their colours."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from indicators.store.connection import Store
from tests.e2e.paper import (
    PRODUCT,
    SITE,
    VERDICTS,
    colours,
    forms,
    sheets,
    without_spaces,
    write_site,
)

VERSION = "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3"
ONLY_ON_SCREEN = ("Đến thẳng nội dung", "Tải", "Bản chụp của bảng", "Sao chép", "trang riêng")


@pytest.fixture(scope="module")
def site(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(filled, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def dark_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    yield page
    page.close()


@pytest.mark.parametrize("name", SITE)
def test_every_sheet_of_the_site_says_what_it_is_and_lies_the_same_way(
    site: Path, dark_page: Page, tmp_path: Path, name: str
):
    room, form = SITE[name]
    dark_page.goto((site / name).as_uri())
    dark_page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        texts = [without_spaces(text) for text in sheets(document)]
        assert forms(document) == {form}
        for number, text in enumerate(texts, 1):
            margins = (PRODUCT, room, VERSION, f"Trang {number}/{len(texts)}")
            assert [told for told in margins if without_spaces(told) not in text] == []
        kept_out = [word for word in map(without_spaces, ONLY_ON_SCREEN) if word in "".join(texts)]
        assert kept_out == []
        if name in {"index.html", "bieu-theo-doi.html", "cach-danh-gia.html"}:
            assert colours(document, 0) >= VERDICTS
