"""A presentation in a browser: nothing beyond the screen, keys, the QR code, paper."""

import io
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Arrive
from tests.e2e.screens import beyond, screens_of
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

SEEN = "v=3&ngay=2029-06-10"
SIZES = {"projector": (1920, 1080), "laptop": (1280, 720)}
ADDRESSES = {
    "overview": "/?{}",
    "group": "/nhom?ma=DH&{}",
    "indicator": "/chi-tieu?ma=HD01&{}",
    "stage": "/chi-tieu?ma=ML01&{}",
    "comparison": "/so-sanh?ma=HD01,CS02,ML01,DH01,DH06,NL01&{}",
}
CUT = """() => [...document.querySelectorAll('.infolayer .annotation:not([data-index="0"])')]
  .filter((label) => {
    const box = label.getBoundingClientRect();
    const foot = document.querySelector('.screen footer').getBoundingClientRect();
    return box.width && (box.right > innerWidth || box.left < 0 || box.bottom > foot.top);
  }).map((label) => label.textContent)"""


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest, arrive: Arrive) -> Visit:
    wide, high = SIZES[request.param]
    return arrive(viewport={"width": wide, "height": high})


def presented(server: BoardServer, name: str, more: str = "") -> str:
    return server.url + ADDRESSES[name].format(f"{SEEN}&trinh-chieu=1{more}")


def place(page: Page) -> list[int]:
    text = page.locator(".pager span:not(.end)").inner_text()
    return [int(part) for part in text.split("/")]


def step(visit: Visit, key: str, number: int) -> None:
    visit.page.keyboard.press(key)
    expect(visit.page.locator(".pager span:not(.end)")).to_have_text(
        f"{number}/{place(visit.page)[1]}"
    )
    visit.settle()


@pytest.mark.parametrize(
    ("board", "day", "version"),
    [
        ("filled", date(2029, 6, 10), 3),
        ("published", date(2026, 11, 22), 2),
    ],
)
def test_no_screen_is_larger_than_the_projector(
    request: pytest.FixtureRequest,
    filled_server: BoardServer,
    visit: Visit,
    board: str,
    day: date,
    version: int,
):
    screens = screens_of(request.getfixturevalue(board), day, version)
    assert beyond(visit.open(presented(filled_server, "stage")).page, screens) == {}


def test_the_chart_fills_the_screen_with_all_its_words(filled_server: BoardServer, screen: Visit):
    page = screen.open(presented(filled_server, "indicator")).page
    page.wait_for_selector(".scatterlayer path.point")
    box = page.locator(".main-svg").first.bounding_box()
    wide = page.viewport_size["width"] if page.viewport_size else 0
    assert box
    assert box["width"] == pytest.approx(wide * 61.8 / 64, abs=2)
    assert page.evaluate(CUT) == []


def test_only_the_screen_is_seen(filled_server: BoardServer, screen: Visit):
    page = screen.open(presented(filled_server, "indicator")).page
    page.wait_for_selector(".scatterlayer path.point")
    for part in ("stSidebar", "stHeader", "stDownloadButton", "stSelectbox"):
        expect(page.get_by_test_id(part).locator("visible=true")).to_have_count(0)
    expect(page.locator(".modebar")).to_be_hidden()


def test_keys_lead_on_back_and_out(filled_server: BoardServer, visit: Visit):
    page = visit.open(presented(filled_server, "group")).page
    page.evaluate("window.same = true")
    for key, number in (
        ("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("ArrowDown", 5),
        ("ArrowLeft", 4), ("PageUp", 3), ("ArrowUp", 2),
    ):  # fmt: skip
        step(visit, key, number)
        assert f"man={number}" in page.url
    page.reload(wait_until="commit")
    assert place(visit.settle().page)[0] == 2
    page.keyboard.press("Escape")
    expect(page.locator(".screen")).to_have_count(0)
    expect(page.get_by_role("link", name="Trình chiếu", exact=True)).to_be_visible()
    assert page.url.endswith(f"/nhom?ma=DH&{SEEN}")


def test_a_page_leads_to_its_presentation_and_a_breakdown_stays_chosen(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/chi-tieu?ma=BC01&phan_to=THPT").page
    page.get_by_role("link", name="Trình chiếu", exact=True).click()
    expect(page.locator(".screen h1")).to_contain_text("Số trường (THPT)")
    assert "phan_to=THPT" in page.url
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Phân tổ")).to_have_value("THPT")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_telephone_reads_the_code_from_the_screen(
    filled_server: BoardServer, arrive: Arrive, scheme: str
):
    visit = arrive(viewport={"width": 1280, "height": 720}, color_scheme=scheme)
    visit.open(presented(filled_server, "group", "&man=8"))
    picture = Image.open(io.BytesIO(visit.page.screenshot()))
    read = zxingcpp.read_barcode(picture)
    assert read
    assert read.text == f"{filled_server.url}/nhom?ma=DH&{SEEN}#bang"


def test_a_screen_is_printed_on_one_sheet(filled_server: BoardServer, visit: Visit, tmp_path: Path):
    page = visit.open(presented(filled_server, "indicator")).page
    page.wait_for_selector(".scatterlayer path.point")
    page.pdf(path=tmp_path / "screen.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "screen.pdf") as document:
        assert len(document) == 1
        assert [round(side) for side in document[0].get_size()] == [842, 595]
        text = document[0].get_textpage().get_text_range()
    assert all(word in text for word in ("0,754", "2035: tối thiểu 0,87", "Phiên bản 3"))
