"""A real file on its way in and out again, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from urllib.parse import urlencode

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.server import BoardServer, running_board
from tests.e2e.test_language import english
from tests.e2e.visit import Visit

PLANS = "ma_chi_tieu;KH 2026;so_van_ban\nML02;78,5;12/QĐ-UBND\n"
FILE = "ma_chi_tieu,nam,gia_tri,nguon\nML02,2026,84.9,Sở\nML02,2024,77,Sở\nML99,2026,1,Sở\n"
LINE_HEIGHT, VALUE_FROM_LEFT = 35, 740  # of the grid, which draws itself
TICKS = ("Số liệu của thời kỳ trước sáp nhập", "Có dòng lỗi")


def tick(visit: Visit, label: str) -> None:
    box = visit.settle().page.get_by_test_id("stCheckbox").filter(has_text=label)
    box.locator("label").click()
    visit.settle()


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardServer]:
    """One board that all tests here write on; each leaves what the next ones ask for."""
    folder = tmp_path_factory.mktemp("intake")
    with running_board(Path(copy(built, folder)), folder / "log") as running:
        yield running


def received(page: Page) -> int:
    """Wait for the receipt; the version that it names."""
    receipt = page.locator(".receipt h2")
    expect(receipt).to_have_text(re.compile(r"Đã ghi nhận phiên bản \d+$"))
    return int(receipt.inner_text().rpartition(" ")[2])


def test_a_file_is_dropped_marked_ticked_recorded_traced_seen_on_the_overview_and_undone(
    server: BoardServer, visit: Visit, tmp_path: Path
) -> None:
    sent, marked = tmp_path / "báo cáo.csv", tmp_path / "marked.xlsx"
    sent.write_text(FILE, encoding="utf-8")
    page = visit.page
    tile = page.locator("a.tile", has_text="ML02")
    visit.open(f"{server.url}/?mo=tat-ca")
    expect(tile).to_contain_text("Chưa đủ căn cứ")

    visit.open(f"{server.url}/nhap-lieu")
    page.locator('input[type="file"]').set_input_files(sent)
    expect(page.locator("h2.file")).to_have_text("báo cáo.csv")
    expect(page.get_by_role("button", name="Ghi nhận 2 giá trị")).to_be_disabled()
    assert english(visit.settle().strings()) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp đã đánh dấu lỗi").click()
    assert download.value.suggested_filename == "báo cáo-phat-hien.xlsx"
    download.value.save_as(marked)
    assert [cell.value for cell in openpyxl.load_workbook(marked).active["E"]][:2] == [
        "Phát hiện", None,
    ]  # fmt: skip

    visit.open(f"{server.url}/nhap-lieu")
    page.locator('input[type="file"]').set_input_files(marked)
    for label in TICKS:
        tick(visit, label)
    record = page.get_by_role("button", name="Ghi nhận 2 giá trị")
    record.click()
    expect(page.locator("[data-fault]")).to_be_in_viewport()
    expect(page.get_by_label("Họ tên")).to_be_focused()
    page.get_by_label("Họ tên").fill("Lan")
    record.click()
    version = received(page)

    page.get_by_role("link", name="Xem Tổng quan").click()
    page.locator(".whole-programme summary").click()
    expect(tile).to_contain_text("Đúng tiến độ")
    expect(tile).to_contain_text("84,9")

    visit.open(f"{server.url}/chi-tieu?ma=ML02")
    page.locator("a.traced", has_text="84,90").click()
    panel = page.locator(".provenance")
    expect(panel).to_contain_text("marked.xlsx")
    expect(panel).to_contain_text("trang “Số liệu”, dòng 2")
    panel.get_by_role("link", name="mở và tải tệp").click()
    expect(page.locator("h1")).to_contain_text(f"Phiên bản {version}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp như đã nhận").click()
    assert Path(download.value.path()).read_bytes() == marked.read_bytes()
    tick(visit, "Hoàn tác phiên bản này")
    page.get_by_label("Họ tên").fill("Minh")
    page.get_by_role("button", name="Hoàn tác 2 giá trị").click()
    expect(page.locator(".receipt h2")).to_have_text(
        f"Đã hoàn tác, ghi thành phiên bản {version + 1}"
    )
    assert english(visit.settle().strings()) == []

    visit.open(f"{server.url}/?mo=tat-ca")
    expect(tile).to_contain_text("Chưa đủ căn cứ")
    assert (visit.errors, visit.refusals()) == ([], [])


@pytest.mark.parametrize(
    ("form", "button"),
    [("Mỗi dòng một giá trị", "Tải biểu mẫu Excel"), ("Mỗi dòng một chỉ tiêu", "Tải biểu mẫu CSV")],
)
def test_a_template_is_handed_over_and_untouched_gives_no_error(
    board_server: BoardServer, visit: Visit, tmp_path: Path, form: str, button: str
) -> None:
    visit.open(f"{board_server.url}/nhap-lieu")
    page = visit.page
    page.locator('[data-testid="stRadio"] label').filter(has_text=form).click()
    visit.settle()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    given = tmp_path / download.value.suggested_filename
    download.value.save_as(given)
    page.locator('input[type="file"]').set_input_files(given)
    expect(page.locator("h2.file")).to_have_text(given.name)
    visit.settle()
    assert page.locator(".finding.error").all_inner_texts() == []


def test_a_file_of_plans_is_chosen_recorded_and_traced_on_the_indicator_page(
    server: BoardServer, visit: Visit, tmp_path: Path
) -> None:
    sent = tmp_path / "kế hoạch.csv"
    sent.write_text(PLANS, encoding="utf-8")
    page = visit.page

    visit.open(f"{server.url}/nhap-lieu")
    page.locator('input[type="file"]').set_input_files(sent)
    expect(page.locator(".outcome")).to_contain_text("Chưa nhập được")
    tick(visit, "Nhập cả số kế hoạch")
    page.get_by_label("Họ tên").fill("Lan")
    page.get_by_role("button", name="Ghi nhận 1 số kế hoạch").click()
    version = received(page)
    assert english(visit.settle().strings()) == []

    page.locator(".changes").get_by_role("link", name="ML02").click()
    plan = page.get_by_role("row", name="Kế hoạch năm")
    expect(plan).to_contain_text("78,50%")
    expect(plan).to_contain_text("12/QĐ-UBND")
    expect(plan).to_contain_text(f"phiên bản {version} tệp kế hoạch.csv, dòng 2")
    assert (visit.errors, visit.refusals()) == ([], [])


def test_figures_typed_in_haste_into_the_grid_are_recorded_and_seen_on_the_overview(
    server: BoardServer, visit: Visit
) -> None:
    """On a slow machine a cell takes a while to open: no key typed meanwhile may be lost."""
    page = visit.page
    visit.open(f"{server.url}/nhap-lieu?{urlencode({'cach': 'Nhập vài ô', 'o_nam': '2026'})}")
    grid = page.get_by_test_id("stDataFrame")
    first = grid.locator("#glide-cell-5-1")
    expect(first).to_be_attached()
    assert english(visit.settle().strings()) == []
    slowed = page.context.new_cdp_session(page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + VALUE_FROM_LEFT, box["y"] + 2.5 * LINE_HEIGHT)
    expect(first).to_have_attribute("aria-selected", "true")
    for typed in ("84,95", "3"):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
    expect(first).to_have_text("84,95")
    expect(grid.locator("#glide-cell-5-2")).to_have_text("3")
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": 1})

    record = page.get_by_role("button", name="Ghi nhận 2 giá trị")
    expect(record).to_be_visible()
    page.get_by_label("Họ tên").fill("Lan")
    record.click()
    received(page)
    assert english(visit.settle().strings()) == []

    page.get_by_role("link", name="Xem Tổng quan").click()
    page.locator(".whole-programme summary").click()
    expect(page.locator("a.tile", has_text="ML02")).to_contain_text("84,95")
    assert (visit.errors, visit.refusals()) == ([], [])
