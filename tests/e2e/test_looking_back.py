"""The line that says which moment a page shows, as a person uses it to look back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from indicators.store.local_time import today
from indicators.wording.numbers import day
from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

SEEN = "v=2&ngay=2026-11-22"
SIZES = [(1440, 900), (390, 844)]


def line(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Thời điểm đang xem")


def type_a_day(page: Page, written: str) -> None:
    line(page).locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Như vào ngày")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(written)
    page.keyboard.press("Enter")


def test_by_keyboard_alone_a_day_is_asked_for_and_left_again(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/chi-tieu?ma=ML02").page
    page.evaluate("window.same = true")
    asked = day(today())
    type_a_day(page, asked)
    page.wait_for_url(lambda address: "ngay=" in address)
    # The page before says the same day: only the panel, closed anew, tells that this one is drawn.
    expect(line(page).locator("details[open]")).to_have_count(0)
    expect(line(page)).to_contain_text(f"Số liệu đến {asked}")
    type_a_day(page, "31122999")
    expect(page.locator(".board-notice")).to_contain_text("Ngày 31/12/2999 chưa tới")
    page.get_by_role("link", name="Về hiện tại").click()
    expect(page.locator("h1")).to_contain_text("Tỷ lệ trường phổ thông đạt chuẩn quốc gia")
    expect(page.locator("h1")).to_be_visible()
    assert page.url == f"{board_server.url}/chi-tieu?ma=ML02"
    assert page.evaluate("window.same")
    assert (visit.errors, visit.refusals()) == ([], [])


def test_a_version_and_a_year_are_a_click_away_on_the_same_page(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/nhom?ma=ML").page
    line(page).locator("summary").click()
    line(page).get_by_role("link", name="Khởi tạo").click()
    expect(line(page)).to_contain_text("Đang xem lại")
    assert page.url == f"{board_server.url}/nhom?ma=ML&v=1"
    page.get_by_role("link", name="Về hiện tại").click()
    expect(line(page)).not_to_contain_text("Đang xem lại")
    line(page).locator("summary").click()
    now = today()
    line(page).get_by_role("link", name=str(now.year - 1), exact=True).click()
    expect(line(page)).to_contain_text(f"năm đánh giá {now.year - 1}")
    assert page.url.endswith(f"/nhom?ma=ML&v=2&ngay={now}&nam={now.year - 1}")


def test_the_panel_closes_on_escape_and_on_a_click_beside_it(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/?{SEEN}").page
    opened, summary = line(page).locator("details[open]"), line(page).locator("summary")
    summary.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(summary).to_be_focused()
    summary.click()
    expect(opened).to_have_count(1)
    page.locator("h1").click(position={"x": 900, "y": 5})
    expect(opened).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_the_panel_lies_within_the_window(
    board_server: BoardServer, arrive: Arrive, size: tuple[int, int]
):
    visit = arrive(viewport={"width": size[0], "height": size[1]})
    page = visit.open(f"{board_server.url}/chi-tieu?ma=ML02&{SEEN}").page
    line(page).locator("summary").click()
    box = page.locator(".as-of .panel").bounding_box()
    assert box
    assert 0 <= box["x"] <= size[0] - box["width"]
    assert 0 <= box["y"] <= size[1] - box["height"]


# As on a server that has just started: what stands above a place grows once it has been reached.
GROWING = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  main.style.overflowAnchor = 'none';
  const timer = setInterval(() => {
    const told = document.querySelector('#thay-doi')?.textContent ?? '';
    if (!main.scrollTop || !told.includes('So với phiên bản 3')) return;
    clearInterval(timer);
    document.querySelector('.strip').style.marginBottom = '3000px';
  }, 50);
}"""


def test_a_moment_to_compare_with_is_typed_and_the_section_comes_into_sight(
    filled_server: BoardServer, visit: Visit
):
    page = visit.open(f"{filled_server.url}/?v=3&ngay=2029-06-10").page
    page.evaluate("window.same = true")
    page.get_by_text("Toàn bộ thay đổi").click()
    page.get_by_label("So với ngày, năm hoặc phiên bản").fill("v3")
    page.evaluate(GROWING)
    page.keyboard.press("Enter")
    expect(page.locator("#thay-doi")).to_contain_text("So với phiên bản 3")
    expect(page.locator(".strip").first).to_have_css("margin-bottom", "3000px")
    expect(page.locator("#thay-doi")).to_be_in_viewport()
    assert "so-voi=v3" in page.url
    assert page.url.endswith("#thay-doi")
    assert page.evaluate("window.same")
