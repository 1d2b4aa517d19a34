"""The board of `make demo` in a process of its own: marked, kept apart. Each page: test_looks."""

import re

import pytest
from playwright.sync_api import expect

from indicators.store.connection import Store
from pages.navigation import PRODUCT
from tests.e2e.screens import beyond, screens_of
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit


def test_a_chart_is_marked_across_and_so_is_its_picture(
    demo_server: BoardServer, visit: Visit
) -> None:
    visit.open(f"{demo_server.url}/chi-tieu?ma=ML02")
    marks = visit.page.locator(".stPlotlyChart .annotation").filter(has_text="SỐ LIỆU MINH HỌA")
    expect(marks.last).to_be_visible()
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name="Tải hình").click()
    assert waiting.value.suggested_filename.startswith("SO-LIEU-MINH-HOA_ML02")


def test_links_and_the_menu_keep_the_mark(demo_server: BoardServer, visit: Visit) -> None:
    visit.open(demo_server.url)
    visit.page.locator(".roadmap tbody a").first.click()
    visit.settle()
    assert "/chi-tieu?" in visit.page.url
    assert "minh-hoa=1" in visit.page.url
    visit.page.get_by_role("link", name="Nhật ký").first.click()
    visit.page.wait_for_url(re.compile(r"/nhat-ky\?.*minh-hoa=1"))


def test_no_screen_of_a_presentation_is_larger_than_the_projector(
    demo_server: BoardServer,
    illustrative: Store,
    visit: Visit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    page = visit.open(f"{demo_server.url}/chi-tieu?ma=ML01&trinh-chieu=1").page
    assert beyond(page, screens_of(illustrative)) == {}


def test_its_address_is_refused_by_the_real_board(board_server: BoardServer, visit: Visit) -> None:
    visit.open(f"{board_server.url}/chi-tieu?ma=ML02&minh-hoa=1")
    notice = visit.page.get_by_role("alert")
    expect(notice.get_by_role("heading")).to_have_text("Địa chỉ này thuộc bảng minh họa")
    expect(visit.page).to_have_title(f"Chỉ tiêu · {PRODUCT}")
