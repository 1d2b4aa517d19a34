"""Nếu – thì on the page of an indicator: folded away, opened by a reader or by the address."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import text

SEEN = {"published": {"v": "2", "ngay": "2026-11-22"}, "filled": {"v": "3", "ngay": "2029-06-10"}}


def lines(app: AppTest) -> dict[str, list[float]]:
    """Name and years of every line in the chart."""
    [chart] = app.get("plotly_chart")
    return {t["name"]: t.get("x", []) for t in json.loads(chart.proto.spec)["data"]}


def folded(app: AppTest) -> list[str]:
    return [block.label for block in app.expander]


def test_the_question_is_folded_away_and_the_chart_as_it_was(open_page: OpenPage, published: Store):
    app = open_page(published.path, **SEEN["published"], ma="ML02")
    assert folded(app) == ["Nếu – thì"]
    assert list(app.select_slider) == []
    assert "Nếu – thì" not in lines(app)


def test_an_address_opens_it_with_the_change_it_names(open_page: OpenPage, published: Store):
    app = open_page(published.path, **SEEN["published"], ma="ML02", neu="1,65")
    assert list(app.exception) == []
    assert app.select_slider(key="neu").value == 1.65
    assert lines(app)["Nếu – thì"] == list(range(2025, 2036))
    assert (
        "Nếu từ mức 76,98% năm 2025 mỗi năm tăng 1,65 điểm phần trăm thì năm 2030 là 85,23%, "
        "năm 2035 là 93,48%. Mục tiêu năm 2030 (ít nhất 85%): đạt năm 2030, đúng năm phải đạt."
    ) in text(app)


def test_what_is_chosen_is_what_its_address_shows(open_page: OpenPage, published: Store):
    app = open_page(published.path, **SEEN["published"], ma="ML02", neu="1,65")
    app.select_slider(key="neu").set_value(2.4).run()
    assert "mỗi năm tăng 2,4 điểm phần trăm" in text(app)
    again = open_page(published.path, **SEEN["published"], ma="ML02", neu="2,4")
    assert (text(again), lines(again)) == (text(app), lines(app))


def test_the_next_indicator_is_folded_again(open_page: OpenPage, filled: Store):
    app = open_page(filled.path, **SEEN["filled"], ma="CS02", neu="4")
    assert "Nếu – thì" in lines(app)
    del app.query_params["neu"]
    app.query_params["ma"] = "CS03"
    app.run()
    assert (folded(app), list(app.select_slider)) == (["Nếu – thì"], [])
    assert "Nếu – thì" not in lines(app)


@pytest.mark.parametrize(("typed", "change"), [("1.6", 1.6), ("-0.5", -0.5), ("-1,6", -1.6)])
def test_a_change_typed_into_the_address_by_hand_is_taken(
    open_page: OpenPage, published: Store, typed: str, change: float
):
    app = open_page(published.path, **SEEN["published"], ma="ML02", neu=typed)
    assert (list(app.exception), app.select_slider(key="neu").value) == ([], change)


@pytest.mark.parametrize(
    ("board", "code"),
    [
        pytest.param("filled", "ML01", id="a thing to be completed"),
        pytest.param("filled", "DH13", id="growth"),
        pytest.param("filled", "CL03", id="no number to reach"),
        pytest.param("published", "CS02", id="no figure"),
    ],
)
def test_nothing_is_asked_where_a_yearly_change_has_no_meaning(
    request: pytest.FixtureRequest, open_page: OpenPage, board: str, code: str
):
    store = request.getfixturevalue(board)
    app = open_page(store.path, **SEEN[board], ma=code, neu="1,6")
    assert (list(app.exception), folded(app), list(app.select_slider)) == ([], [], [])
