"""What the first look at a page costs a reader far away: bytes, and nothing fetched twice."""

import pytest
import requests

from pages.server.headers import HEADERS
from tests.e2e.server import BoardServer
from tests.e2e.visit import Visit
from tests.e2e.wire import Wire

# Of the overview two thirds are what draws charts, fetched once nothing else is to be done.
MOST = {"/chi-tieu?ma=HD01": 2_400_000, "/": 2_500_000}


@pytest.mark.parametrize("path", MOST)
def test_a_cold_page_costs_little_and_fetches_nothing_twice_and_only_fonts_that_letters_need(
    filled_server: BoardServer, own_visit: Visit, path: str
) -> None:
    wire = Wire.of(own_visit.page)
    own_visit.open(filled_server.url + path)
    own_visit.page.wait_for_load_state("networkidle")
    assert 300_000 < wire.bytes <= MOST[path]
    assert [address for address, times in wire.fetched.items() if times > 1] == []
    fonts = [address for address in own_visit.requests if address.endswith(".woff2")]
    assert len(fonts) > 3
    assert [address for address in fonts if "be-vietnam-pro" not in address] == []


def test_icons_of_the_frame_are_drawn_and_others_bring_their_font(
    filled_server: BoardServer, own_visit: Visit
) -> None:
    visit = own_visit
    visit.open(f"{filled_server.url}/nhap-lieu")
    drawn = visit.page.get_by_test_id("stIconMaterial").evaluate_all(
        "icons => icons.map(i => [i.textContent, getComputedStyle(i).maskImage !== 'none'])"
    )
    assert dict(drawn) == {
        "keyboard_arrow_down": True,
        "keyboard_double_arrow_left": True,
        "expand_more": True,
        "search": True,
        "upload": False,
    }
    assert any("MaterialSymbols" in address for address in visit.requests)


def test_streamlits_files_come_in_gzip_with_all_headers(
    filled_server: BoardServer, visit: Visit
) -> None:
    visit.open(f"{filled_server.url}/chi-tieu?ma=HD01")
    script = next(address for address in visit.requests if "PlotlyChart" in address)
    whole = requests.get(script, timeout=60)
    part = requests.get(script, headers={"Range": "bytes=0-9"}, timeout=60)
    assert whole.headers["Content-Encoding"] == "gzip"
    assert int(whole.headers["Content-Length"]) < 1_500_000
    assert (part.status_code, part.content) == (206, whole.content[:10])
    for answer in (whole, part):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
