"""What holds of every page as it is opened: each is opened once, and looked at by all tests."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from indicators.catalogue.loader import load
from pages.navigation import PRODUCT, ROOMS
from tests.e2e.server import BoardServer
from tests.e2e.test_language import english
from tests.e2e.visit import Sight, Visit, Visits

CATALOGUE = load()
# By its address what a page shows, as its tab is named.
PATHS = {
    **{f"/{room.url_path}": room.title for room in ROOMS},
    **{f"/nhom?ma={code}": CATALOGUE.groups_by_code[code].name for code in ("CS", "HD", "ML")},
    **{
        f"/chi-tieu?ma={asked}": f"{asked[:4]} {CATALOGUE.indicator_names[asked[:4]]}"
        for asked in ("HD01", "BC01", "ML02&neu=1,6")
    },
    "/so-sanh?ma=HD01,HD02": "So sánh HD01, HD02",
    "/so-sanh?ma=ML02,NL01&theo=cap-hoc": "So sánh ML02, NL01",
    "/so-sanh?ma=BC03&theo=cap-hoc": "So sánh BC03",
    "/nhat-ky?pb=2": "Phiên bản 2",
}


@dataclass(frozen=True)
class Opened:
    """A page that is still open, its address, and what was seen as it was opened."""

    path: str
    visit: Visit
    sight: Sight


@pytest.fixture(scope="module", params=PATHS)
def opened(
    request: pytest.FixtureRequest, board_server: BoardServer, visits: Visits
) -> Iterator[Opened]:
    visit = visits.begin().open(board_server.url + request.param)
    yield Opened(request.param, visit, visit.sight())
    visits.end(visit)


def test_every_word_of_our_pages_is_vietnamese(opened: Opened) -> None:
    assert opened.visit.page.locator("html").get_attribute("lang") == "vi"
    assert len(opened.sight.strings) > 3
    assert english(opened.sight.strings) == []


def test_nothing_leaves_the_machine_and_nothing_is_refused(
    opened: Opened, board_server: BoardServer
) -> None:
    sight, own = opened.sight, (board_server.url, "data:", "blob:")
    assert sight.requests
    assert [address for address in sight.requests if not address.startswith(own)] == []
    assert (sight.refusals, sight.errors) == ([], [])


def test_a_tab_is_named_by_what_the_page_shows(opened: Opened) -> None:
    """Tabs and the history tell pages apart: what a page shows comes first, then the board."""
    expect(opened.visit.page).to_have_title(f"{PATHS[opened.path]} · {PRODUCT}")


def test_a_page_that_cannot_be_had_is_named_too(board_server: BoardServer, visit: Visit) -> None:
    visit.page.goto(f"{board_server.url}/khong-co")
    expect(visit.page).to_have_title(f"Không tìm thấy trang này · {PRODUCT}")
