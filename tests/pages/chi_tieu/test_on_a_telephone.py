"""The page of an indicator on a telephone: the answer first, few lines, the rest folded."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import html, text

LINES = {"ca-nuoc": "Cả nước", "ke-hoach": "Kế hoạch năm", "xu-the": "Xu thế tuyến tính"}


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pages.chi_tieu.trajectory", "pages.chi_tieu.blocks"):
        monkeypatch.setattr(f"{module}.is_narrow", lambda: True)


@pytest.fixture(autouse=True)
def of_the_illustrative_board(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_NATURE", "illustrative")


def drawn(app: AppTest) -> set[str]:
    """The lines beside the city's own that have anything to show."""
    [chart] = app.get("plotly_chart")
    named = {trace["name"]: trace.get("x") for trace in json.loads(chart.proto.spec)["data"]}
    return {word for word, name in LINES.items() if named.get(name)}


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ({}, {"ca-nuoc"}),
        ({"hien": "khong"}, set()),
        ({"hien": "ke-hoach,xu-the"}, {"ke-hoach", "xu-the"}),
    ],
)
@pytest.mark.usefixtures("narrow")
def test_a_telephone_shows_the_country_and_what_is_switched_on(
    open_page: OpenPage, demo: Store, asked: dict[str, str], seen: set[str]
):
    app = open_page(demo.path, ma="DH05", **asked)
    assert drawn(app) == seen
    pressed = re.findall(r'id="hien-([\w-]+)"[^>]*aria-pressed="true"', html(app))
    assert set(pressed) == seen


@pytest.mark.usefixtures("narrow")
def test_the_rest_is_folded_and_a_figure_asked_for_opens_its_table(
    open_page: OpenPage, demo: Store
):
    app = open_page(demo.path, ma="DH05")
    told = text(app)
    order = ["Ngược chiều", "43,4%", "Chủ trì", "Việc cần làm", "Đánh giá này tính thế nào"]
    places = [told.index(words, told.index("Ngược chiều")) for words in order]
    assert places == sorted(places)
    assert html(app).count('<details class="part"') == 4
    assert 'id="so-lieu" open' not in html(app)


def test_a_wide_page_shows_every_line_and_folds_nothing(open_page: OpenPage, demo: Store):
    app = open_page(demo.path, ma="DH05")
    assert drawn(app) == {*LINES}
    assert '<details class="part"' not in html(app)
    assert "aria-pressed" not in html(app)


def test_a_line_that_is_none_is_refused(open_page: OpenPage, demo: Store):
    assert "hien=tat-ca" in text(open_page(demo.path, ma="DH05", hien="tat-ca"))
