"""What a chart can be taken as is in the address; the copied one reopens the view as it was."""

import json
import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from pages.parts.picture_choice import Picture
from pages.parts.view import read_picture
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html
from tests.recording import figure, record


def pictured(app: AppTest) -> tuple[str, str]:
    """How the picture is had, by a button or a link, and its address."""
    found = re.search(r'(data-drawn|href)="(/tai/hinh-chi-tieu\.svg[^"]*)"', html(app))
    assert found, html(app)
    return found[1], unescape(found[2])


def drawn(app: AppTest) -> object:
    """The chart on the page."""
    return json.loads(app.get("plotly_chart")[0].proto.spec)


def choices(app: AppTest) -> dict[str, tuple[str, bool]]:
    """Address of each choice, and whether it is the chosen one."""
    links = re.findall(
        r'<a id="(?:hinh|tep)-\w*" data-stays href="(.*?)"(.*?)>(.*?)</a>', html(app)
    )
    return {word: (unescape(where), "aria-current" in more) for where, more, word in links}


def copied(app: AppTest) -> tuple[str, dict[str, str]]:
    """Path and parameters of the address to be copied."""
    found = re.search(r'data-address="(.*?)"', html(app))
    assert found, html(app)
    parts = urlsplit(unescape(found[1]))
    return parts.path, dict(parse_qsl(parts.query))


MADE = [
    ({}, ("data-drawn", {}), ["16:9", "PNG"]),
    ({"hinh": "vuong"}, ("data-drawn", {"hinh": "vuong"}), ["Vuông", "PNG"]),
    ({"tep": "svg"}, ("href", {}), ["16:9", "SVG"]),
    ({"hinh": "vuong", "tep": "svg"}, ("href", {"hinh": "vuong"}), ["Vuông", "SVG"]),
]


@pytest.mark.parametrize(("asked", "made", "chosen"), MADE)
def test_the_address_says_which_picture_is_had(
    open_page: OpenPage,
    published: Store,
    today: date,
    asked: dict[str, str],
    made: tuple[str, dict[str, str]],
    chosen: list[str],
):
    app = open_page(published.path, ma="HD01", **asked)
    how, where = pictured(app)
    seen = {"ma": "HD01", "v": "2", "ngay": today.isoformat()}
    assert (how, dict(parse_qsl(urlsplit(where).query))) == (made[0], seen | made[1])
    assert [word for word, (_, current) in choices(app).items() if current] == chosen


def test_the_picture_has_what_is_supposed_and_the_chosen_breakdown(
    open_page: OpenPage, published: Store
):
    def asked(**given: str) -> dict[str, str]:
        query = urlsplit(pictured(open_page(published.path, **given))[1]).query
        return {name: word for name, word in parse_qsl(query) if name not in {"v", "ngay"}}

    assert asked(ma="ML02", neu="1,7") == {"ma": "ML02", "neu": "1,7"}
    assert asked(ma="BC01", phan_to="THPT") == {"ma": "BC01", "phan_to": "THPT"}


def test_a_choice_keeps_the_rest_of_the_address_and_leaves_out_what_is_usual(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, ma="BC01", phan_to="THPT", hinh="vuong", v="2")
    assert {word: dict(parse_qsl(where[1:])) for word, (where, _) in choices(app).items()} == {
        "16:9": {"ma": "BC01", "phan_to": "THPT", "v": "2"},
        "Vuông": {"ma": "BC01", "phan_to": "THPT", "v": "2", "hinh": "vuong"},
        "PNG": {"ma": "BC01", "phan_to": "THPT", "v": "2", "hinh": "vuong"},
        "SVG": {"ma": "BC01", "phan_to": "THPT", "v": "2", "hinh": "vuong", "tep": "svg"},
    }


@pytest.mark.parametrize("picture", [Picture(a, b) for a in ("", "vuong") for b in ("", "svg")])
def test_a_choice_is_read_as_it_was_written(picture: Picture):
    asked = {name: word for name, word in picture.words().items() if word}
    assert read_picture(asked) == picture


def test_links_carry_the_choice_to_the_next_indicator(open_page: OpenPage, published: Store):
    page = html(open_page(published.path, ma="HD01", hinh="vuong", tep="svg"))
    assert 'href="/chi-tieu?ma=HD02&amp;hinh=vuong&amp;tep=svg"' in page


VIEWS = [
    ("bieu-theo-doi", "/bieu-theo-doi", {}),
    ("nhom", "/nhom", {"ma": "ML"}),
    ("chi-tieu", "/chi-tieu", {"ma": "ML02", "hinh": "vuong"}),
    ("chi-tieu", "/chi-tieu", {"ma": "ML02", "so": "2025", "neu": "1,7"}),
    ("chi-tieu", "/chi-tieu", {"ma": "ML01"}),
    ("so-sanh", "/so-sanh", {"ma": "ML02,ML03"}),
]


@pytest.mark.parametrize(("page", "path", "asked"), VIEWS)
def test_a_copied_address_names_all_of_the_view_and_its_version(
    open_page: OpenPage,
    published: Store,
    today: date,
    page: str,
    path: str,
    asked: dict[str, str],
):
    app = open_page(published.path, page, **asked)
    pinned = {"v": "2", "ngay": today.isoformat()}
    assert copied(app) == (path, {**asked, **pinned})


def test_a_copied_address_reopens_the_view_after_newer_figures(open_page: OpenPage, own: Store):
    before = open_page(own.path, ma="ML02")
    _, asked = copied(before)
    record(own, figure("ML02", 2025, 80.0))
    assert heading(open_page(own.path, ma="ML02")) != heading(before)
    again = open_page(own.path, **asked)
    assert heading(again) == heading(before)
    assert drawn(again) == drawn(before)


def test_the_board_s_outside_address_goes_into_what_is_copied(
    open_page: OpenPage, published: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_URL", "https://bang.vi-du.vn/")
    page = html(open_page(published.path, ma="HD01"))
    assert 'data-address="https://bang.vi-du.vn/chi-tieu?ma=HD01&amp;v=2' in page


def test_a_presentation_offers_nothing_to_take(open_page: OpenPage, published: Store):
    page = html(open_page(published.path, ma="HD01", **{"trinh-chieu": "1"}))
    assert 'class="takes"' not in page
