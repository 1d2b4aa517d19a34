"""The first screen in use: the strip filters at once, folds stay open, nothing moves once drawn."""

import gzip

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Arrive
from tests.e2e.server import BoardServer

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MOST_BYTES, MOST_SHIFT = 45_000, 0.02
WRITTEN = """() => [...document.querySelectorAll('[data-testid="stHtml"]')]
  .map((block) => block.innerHTML).join('')"""
SHIFTS = """() => new Promise((told) => {
  const name = (source) => source.node?.outerHTML?.slice(0, 99);
  const seen = (list) => told(list.getEntries().map((e) => [e.value, ...e.sources.map(name)]));
  new PerformanceObserver(seen).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => told([]), 500);
})"""
SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"


@pytest.fixture
def page(demo_server: BoardServer, arrive: Arrive) -> Page:
    return arrive().open(demo_server.url).page


def test_a_switch_filters_all_that_is_below_and_stays_in_the_address(page: Page):
    slow = page.get_by_role("button", name="8 Chậm")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    expect(slow).to_be_focused()
    expect(page.locator("#spoken")).to_have_text("Đang lọc: Chậm, 8 chỉ tiêu của 4 cơ quan")
    assert "trang-thai=cham" in page.url
    expect(page.locator(".roadmap tbody tr.row")).to_have_count(8)
    expect(page.locator(".agency")).to_have_count(4)
    expect(page.locator(".whole-programme a.tile")).to_have_count(8)
    page.reload()
    expect(slow).to_have_attribute("aria-pressed", "true")


def test_a_filter_is_left_by_the_same_switch_by_escape_and_by_the_cross(page: Page):
    missed = page.get_by_role("button", name="3 Không đạt")
    ways = (
        missed.click,
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_label("Bỏ lọc").click(),
    )
    for leave in ways:
        missed.click()
        expect(missed).to_have_attribute("aria-pressed", "true")
        leave()
        expect(missed).to_have_attribute("aria-pressed", "false")
        assert "trang-thai" not in page.url


def test_a_switch_does_not_move_the_page(page: Page):
    page.set_viewport_size({"width": 1440, "height": 500})
    page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 60)")
    page.get_by_role("button", name="6 Nguy cơ").click()
    expect(page.locator(".pick")).to_have_text("Đang lọc: Nguy cơ×")
    assert page.evaluate(SCROLLED) == 60


def test_what_was_opened_is_open_again(page: Page):
    page.locator(".agency summary", has_text="Sở Nội vụ").click()
    page.locator(".whole-programme summary").click()
    expect(page.locator("a.tile").first).to_be_visible()
    page.wait_for_url("**mo=so-noi-vu,tat-ca**")
    page.reload()
    expect(page.locator("details[data-fold][open]")).to_have_count(2)


def test_it_is_small_and_nothing_moves_after_it_is_drawn(page: Page):
    assert len(gzip.compress(page.evaluate(WRITTEN).encode())) < MOST_BYTES
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, *_ in shifts) <= MOST_SHIFT, shifts


def test_on_a_telephone_two_taps_tell_what_is_late_who_leads_it_what_changed_and_what_is_needed(
    demo_server: BoardServer, arrive: Arrive
):
    page = arrive(**PHONE).open(demo_server.url).page
    page.get_by_role("button", name="8 Chậm").tap()
    late = page.locator(".roadmap tbody tr.row").filter(has_text="Sinh viên quốc tế")
    expect(late).to_contain_text("cần +0,14 điểm %/năm")
    page.locator(".agency summary").first.tap()
    expect(page.locator(".agency[open] .opened")).to_contain_text("Sinh viên quốc tế")
    expect(page.locator("h1")).to_contain_text("21 chậm, có nguy cơ, ngược chiều hoặc không đạt")
    page.go_back()
    expect(page.get_by_text("Thay đổi").first).to_be_visible()
