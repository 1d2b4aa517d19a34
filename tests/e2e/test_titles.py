"""Tabs and the history tell pages apart: what a page shows comes first, then the board."""

import pytest
from playwright.sync_api import expect

from indicators.catalogue.loader import load
from pages.navigation import PRODUCT, ROOMS
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit

CATALOGUE = load()
SHOWN = {
    **{f"/{room.url_path}": room.title for room in ROOMS},
    "/nhom?ma=CS": CATALOGUE.groups_by_code["CS"].name,
    "/chi-tieu?ma=HD01": f"HD01 {CATALOGUE.indicator_names['HD01']}",
    "/so-sanh?ma=HD01,HD02": "So sánh HD01, HD02",
    "/nhat-ky?pb=2": "Phiên bản 2",
}


@pytest.mark.parametrize(("path", "what"), SHOWN.items())
def test_a_tab_is_named_by_what_the_page_shows(
    board_server: BoardServer, visit: Visit, path: str, what: str
) -> None:
    visit.open(board_server.url + path)
    expect(visit.page).to_have_title(f"{what} · {PRODUCT}")


def test_a_page_that_cannot_be_had_is_named_too(board_server: BoardServer, visit: Visit) -> None:
    visit.page.goto(f"{board_server.url}/khong-co")
    expect(visit.page).to_have_title(f"Không tìm thấy trang này · {PRODUCT}")
