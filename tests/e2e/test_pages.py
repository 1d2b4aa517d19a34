"""The pages as a person uses them: looking, clicking, filtering, taking away."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Download, Page, expect

from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit
from tests.programme import PROGRAMME

# The version as well as the day, so that the page is the same whatever today is.
SEEN = {"published": "v=2&ngay=2026-11-22", "filled": "v=3&ngay=2029-06-10"}
PHONE = {
    "viewport": {"width": 390, "height": 844},
}
TILES = "&mo=tat-ca"  # the fold of all indicators, open
OVERFLOWING = """(tiles) => tiles
  .filter((tile) => [tile, ...tile.querySelectorAll('*')].some((part) =>
    part.scrollWidth > part.clientWidth && getComputedStyle(part).display !== 'inline'))
  .map((tile) => tile.innerText)"""
SMALLEST = """(tiles) => Math.min(...tiles.flatMap((tile) => [tile, ...tile.querySelectorAll('*')])
  .map((part) => parseFloat(getComputedStyle(part).fontSize)))"""
DRAWN = """(lines) => lines.map((line) => { const box = line.getBBox();
  return [Math.round(box.width), getComputedStyle(line).stroke]; })"""
OUTSIDE = """(labels) => labels.filter((label) => {
  const picture = label.closest('svg').getBoundingClientRect();
  const box = label.getBoundingClientRect();
  return box.width > 0 && (box.left < picture.left - 1 || box.right > picture.right + 1);
}).map((label) => label.textContent)"""


@pytest.fixture(scope="module")
def addresses(board_server: BoardServer, filled_server: BoardServer) -> dict[str, str]:
    return {"published": board_server.url, "filled": filled_server.url}


@pytest.fixture
def phone(arrive: Arrive) -> Visit:
    return arrive(**PHONE)


def overview(addresses: dict[str, str], board: str, more: str = "") -> str:
    return f"{addresses[board]}/?{SEEN[board]}{more}"


def tracking(addresses: dict[str, str], board: str, more: str = "") -> str:
    return f"{addresses[board]}/bieu-theo-doi?{SEEN[board]}{more}"


def indicator(addresses: dict[str, str], board: str, code: str) -> str:
    return f"{addresses[board]}/chi-tieu?ma={code}&{SEEN[board]}"


def test_a_tile_opens_its_indicator_in_the_same_visit(addresses: dict[str, str], visit: Visit):
    visit.open(overview(addresses, "published", TILES))
    visit.page.evaluate("window.same = true")
    visit.page.locator("a.tile", has_text="HD01").click()
    expect(visit.page.locator("h1")).to_contain_text("mục tiêu năm 2030: trên 0,82")
    assert visit.page.url.endswith("/chi-tieu?ma=HD01&v=2&ngay=2026-11-22")
    assert visit.page.evaluate("window.same") is True


def test_the_back_button_leads_back(addresses: dict[str, str], visit: Visit):
    visit.open(overview(addresses, "published", TILES))
    visit.page.locator("a.tile", has_text="ML02").click()
    expect(visit.page.locator("h1")).to_contain_text("76,98%")
    visit.page.get_by_role("link", name="ML03").click()
    expect(visit.page.locator("h1")).to_contain_text("Số trường liên cấp quốc tế")
    visit.page.go_back()
    expect(visit.page.locator("h1")).to_contain_text("76,98%")
    visit.page.go_back()
    expect(visit.page.locator("h1")).to_contain_text("Mới có số liệu của 3 trong 75 chỉ tiêu")


# Lines with ink: figures, and where there are any the required path and the trend.
CHARTS = [
    ("published", "HD01", 1),
    ("published", "BC01", 2),
    ("filled", "ML02", 3),
    ("filled", "DH17", 3),
]


@pytest.mark.parametrize(("board", "code", "lines"), CHARTS)
def test_a_chart_has_ink(
    addresses: dict[str, str], visit: Visit, board: str, code: str, lines: int
):
    visit.open(indicator(addresses, board, code))
    visit.page.wait_for_selector(".scatterlayer path.point")
    drawn = visit.page.locator(".scatterlayer path.js-line").evaluate_all(DRAWN)
    inked = [width for width, stroke in drawn if width > 50 and stroke != "none"]
    assert len(inked) == lines
    assert visit.page.locator(".scatterlayer path.point").count() >= lines


@pytest.mark.parametrize("board", SEEN)
def test_every_tile_holds_its_words_at_the_double_of_the_text_size_too(
    addresses: dict[str, str], visit: Visit, board: str
):
    """As a browser's own text size makes it; the root of the page must not be fixed in pixels."""
    visit.open(overview(addresses, board, TILES))
    usual = visit.page.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    tiles = visit.page.locator("a.tile")
    assert tiles.count() == len(PROGRAMME)
    for times in (1, 2):
        visit.page.add_style_tag(content=f"html {{ font-size: {times}00% !important }}")
        assert tiles.evaluate_all(OVERFLOWING) == []
        now = visit.page.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert now >= usual * times * 0.8
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.parametrize("board", SEEN)
def test_a_phone_shows_readable_tiles_without_sideways_scrolling(
    addresses: dict[str, str], phone: Visit, board: str
):
    phone.open(overview(addresses, board, TILES))
    tiles = phone.page.locator("a.tile")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert tiles.evaluate_all(SMALLEST) >= 11
    assert tiles.evaluate_all(OVERFLOWING) == []


ON_PHONES = [
    ("published", "HD01"),
    ("published", "BC01"),
    ("published", "ML01"),
    ("filled", "DH04"),
    ("filled", "DH17"),
]


@pytest.mark.parametrize(("board", "code"), ON_PHONES)
def test_a_phone_shows_an_indicator_within_its_width(
    addresses: dict[str, str], phone: Visit, board: str, code: str
):
    phone.open(indicator(addresses, board, code))
    if code != "ML01":
        phone.page.wait_for_selector(".stPlotlyChart .main-svg .infolayer")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    labels = phone.page.locator(".infolayer .annotation .annotation-text-g")
    assert labels.evaluate_all(OUTSIDE) == []


def download(page: Page, link: str) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).first.click()
    return waiting.value


def test_the_table_is_taken_away_as_csv(addresses: dict[str, str], visit: Visit, tmp_path: Path):
    visit.open(tracking(addresses, "filled", "&tim=hd0"))
    taken = download(visit.page, "Tải CSV")
    assert taken.suggested_filename == "bang-theo-doi-10-06-2029.csv"
    taken.save_as(tmp_path / "table.csv")
    content = (tmp_path / "table.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert content.startswith(b"\xef\xbb\xbf")
    found = [(row["Mã"], row["Thực hiện 2029"]) for row in rows if row["Mã"]]
    assert found == [("HD01", "0.754"), ("HD02", "20.2"), ("HD03", "-0.2")]


def test_the_figures_of_an_indicator_are_taken_away_as_a_workbook(
    addresses: dict[str, str], visit: Visit, tmp_path: Path
):
    visit.open(indicator(addresses, "published", "ML02"))
    taken = download(visit.page, "Tải Excel")
    assert taken.suggested_filename == "ML02-so-lieu.xlsx"
    taken.save_as(tmp_path / "figures.xlsx")
    sheet = load_workbook(tmp_path / "figures.xlsx").active
    figures = [(row[0], row[2], row[3]) for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert figures == [(2025, "Hải Phòng", 76.98)]


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name=option).click()


def rows_shown(page: Page) -> list[str]:
    return page.locator(".tracking tbody td a small").all_inner_texts()


def test_a_filter_is_in_the_address_and_a_reload_keeps_it(addresses: dict[str, str], visit: Visit):
    page = visit.open(tracking(addresses, "filled")).page
    choose(page, "Đánh giá", "Không đạt")
    page.get_by_label("Tìm theo mã, tên, cơ quan").fill("ty le chi")
    page.keyboard.press("Enter")
    expect(page.locator(".tracking tbody td a small")).to_have_text(["NL01", "NL02", "NL03"])
    page.wait_for_url(lambda address: "tim=ty" in address and "trang_thai=" in address)
    page.reload(wait_until="commit")
    visit.settle()
    assert rows_shown(page) == ["NL01", "NL02", "NL03"]


def test_the_rows_of_a_part_lead_to_the_table_of_them(addresses: dict[str, str], visit: Visit):
    page = visit.open(overview(addresses, "filled", "&trang-thai=khong-dat")).page
    page.locator("a.to-table").click()
    missed = ["PC06", "PC07", "NL01", "NL02", "NL03", "NL14"]
    expect(page.locator(".tracking tbody td a small")).to_have_text(missed)


def test_a_breakdown_is_in_the_address_and_a_reload_keeps_it(
    addresses: dict[str, str], visit: Visit
):
    page = visit.open(indicator(addresses, "published", "BC01")).page
    choose(page, "Phân tổ", "THPT")
    expect(page.locator("h1")).to_contain_text("Số trường (THPT)")
    page.wait_for_url(lambda address: "phan_to=THPT" in address)
    page.reload(wait_until="commit")
    visit.settle()
    expect(page.locator("h1")).to_contain_text("Số trường (THPT)")


def test_a_supposed_change_is_in_the_address_and_a_reload_keeps_it(
    addresses: dict[str, str], visit: Visit
):
    page = visit.open(indicator(addresses, "published", "ML02")).page
    page.get_by_text("Nếu – thì").click()
    slider = page.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "1,604")
    slider.press("ArrowRight")
    page.wait_for_url(lambda address: "neu=1%2C7" in address)
    page.reload(wait_until="commit")
    visit.settle()
    expect(slider).to_have_attribute("aria-valuetext", "1,7")
    expect(page.locator("body")).to_contain_text("mỗi năm tăng 1,7 điểm phần trăm thì năm 2030")
