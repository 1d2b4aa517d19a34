"""The search of the sidebar as a person uses it: typing, choosing, arriving."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

SEEN = "v=2&ngay=2026-11-22"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def phone(arrive: Arrive) -> Visit:
    return arrive(**PHONE)


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Tìm chỉ tiêu")


def test_by_keyboard_alone_an_indicator_is_found_and_opened(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/nhat-ky?{SEEN}").page
    page.evaluate("window.same = true")
    field(page).focus()
    page.keyboard.type("dat chuan")
    expect(page.locator(".found a b").first).to_have_text("ML02")
    expect(page.locator(".found a")).to_have_count(9)
    while page.evaluate("document.activeElement.closest('.found') === null"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Tỷ lệ trường phổ thông đạt chuẩn quốc gia")
    assert page.url.endswith(f"/chi-tieu?ma=ML02&{SEEN}")
    expect(page.locator(".found")).to_have_count(0)
    expect(field(page)).to_have_value("")
    assert page.evaluate("window.same")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Nhật ký")
    expect(field(page)).to_have_value("")
    assert (visit.errors, visit.refusals()) == ([], [])


def test_the_others_are_in_the_table_which_comes_into_sight(
    board_server: BoardServer, visit: Visit
):
    page = visit.open(f"{board_server.url}/chi-tieu?ma=HD01&{SEEN}").page
    field(page).fill("nguon luc")
    page.get_by_role("link", name="… và 5 chỉ tiêu nữa").click()
    expect(page.locator(".tracking tbody td a small")).to_have_count(15)
    expect(page.locator(".tracking")).to_be_in_viewport()
    expect(page.get_by_label("Tìm theo mã, tên, cơ quan")).to_have_value("nguon luc")


def test_on_a_telephone_the_search_lies_over_the_page_and_closes(
    board_server: BoardServer, phone: Visit
):
    page = phone.open(f"{board_server.url}/?{SEEN}").page
    opens = page.get_by_role("button", name="Tìm chỉ tiêu")
    opens.click()
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    expect(opens).to_be_focused()
    opens.click()
    field(page).fill("ml02")
    page.locator(".found a").click()
    expect(page.locator("h1")).to_contain_text("Tỷ lệ trường phổ thông đạt chuẩn quốc gia")
    expect(field(page)).to_be_hidden()
    page.go_back()
    expect(page.locator("h1.headline")).to_be_visible()
