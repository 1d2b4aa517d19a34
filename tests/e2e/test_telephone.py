"""The frame of a telephone: bars, the sheet with the other pages, the place found again."""

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.navigation import ROOMS
from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SEEN = "v=2&ngay=2026-11-22"
SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
WITHIN = "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
SMALL = """all => all.filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect())
  .filter((box) => box.width < 44 || box.height < 44).length"""


@pytest.fixture
def page(board_server: BoardServer, arrive: Arrive) -> Page:
    page = arrive(**PHONE).open(f"{board_server.url}/?{SEEN}").page
    page.evaluate("window.same = true")
    return page


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Các trang khác")


def more(page: Page) -> Locator:
    return page.get_by_role("button", name="Thêm")


def test_bar_and_sheet_lead_to_every_page_and_nothing_lies_at_the_side(page: Page):
    main = page.get_by_role("navigation", name="Các trang chính").get_by_role("link")
    assert main.all_inner_texts() == [room.bar for room in ROOMS if room.bar]
    expect(main.first).to_have_attribute("aria-current", "page")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    more(page).click()
    others = sheet(page).get_by_role("link").locator("span")
    assert others.all_inner_texts() == [room.title for room in ROOMS if not room.bar]
    pressed = page.locator(":is(.phone-bar, .phone-top, .phone-sheet) :is(a, button)")
    assert pressed.evaluate_all(SMALL) == 0


def test_the_sheet_is_closed_in_every_way_and_opens_nothing_beneath(page: Page):
    ways = {
        "the cross": lambda: page.get_by_role("button", name="Đóng").click(),
        "Escape": lambda: page.keyboard.press("Escape"),
        "a tap beside": lambda: page.touchscreen.tap(200, 30),
        "going back": page.go_back,
    }
    for name, close in ways.items():
        more(page).click()
        expect(sheet(page), name).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(WITHIN), name
        close()
        expect(sheet(page), name).to_be_hidden()
        expect(more(page), name).to_be_focused()
        assert page.url.endswith(f"/?{SEEN}"), name
    assert page.evaluate("window.same") is True


def test_a_chosen_page_closes_the_sheet_and_one_step_back_leads_to_the_page_before(page: Page):
    more(page).click()
    sheet(page).get_by_role("link", name="Nhật ký").click()
    expect(page.locator("h1")).to_have_text("Nhật ký")
    expect(sheet(page)).to_be_hidden()
    expect(more(page)).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(page.locator("h1.headline")).to_be_visible()
    assert page.evaluate("window.same") is True
    page.reload()
    expect(page.locator("h1.headline")).to_be_visible()
    expect(sheet(page)).to_be_hidden()


def test_going_back_finds_the_place_again(page: Page):
    page.locator(".whole-programme summary").click()
    tile = page.locator("a.tile", has_text="NL05")
    tile.scroll_into_view_if_needed()
    left = page.evaluate(SCROLLED)
    assert left > 500
    tile.click()
    expect(page.locator("h1")).to_contain_text("phụ cấp")
    assert page.evaluate(SCROLLED) == 0
    page.go_back()
    page.wait_for_function(f"(left) => Math.abs(({SCROLLED})() - left) < 2", arg=left)
    expect(tile).to_be_in_viewport()


def test_a_presentation_says_that_it_is_made_for_a_wide_screen(
    board_server: BoardServer, arrive: Arrive
):
    page = arrive(**PHONE).open(f"{board_server.url}/?{SEEN}&trinh-chieu=1").page
    expect(page.get_by_text("Trình chiếu được làm cho màn hình rộng")).to_be_visible()
    page.get_by_role("link", name="Xem trang này trên điện thoại").click()
    expect(page.locator(".screen")).to_have_count(0)
    assert page.url.endswith(f"/?{SEEN}")
