"""Biểu theo dõi: every indicator in one table, filtered by group, verdict, agency and words."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import TRACKING, OpenPage
from tests.pages.reading import codes, heading, html, notice, text
from tests.programme import PROGRAMME

FILLED = {"v": "3", "ngay": "2029-06-10"}
KEPT = "v=3&ngay=2029-06-10"


@pytest.fixture
def opened(open_page: OpenPage, filled: Store) -> OpenPage:
    """Open the page on the filled board: `opened(co_quan="Sở Nội vụ")`."""
    return lambda **asked: open_page(filled.path, TRACKING, **{**FILLED, **asked})


def test_all_indicators_are_in_the_table_of_the_city(opened: OpenPage):
    app = opened()
    assert (list(app.exception), notice(app)) == ([], [])
    assert heading(app) == "Biểu theo dõi 75 chỉ tiêu"
    assert codes(app) == list(PROGRAMME)


def test_the_country_is_another_scope(open_page: OpenPage, published: Store):
    app = open_page(published.path, TRACKING, pham_vi="ca-nuoc")
    assert heading(app) == "Biểu theo dõi 20 chỉ tiêu"
    assert " ".join(codes(app)) == (
        "ML02 PC01 PC05 PC09 DH01 DH02 DH03 DH04 DH05 DH06 DH08 DH11 DH13 HD01 HD02 NL01 NL02 NL03 "
        "NL04 NL05"
    )


def test_the_scopes_lead_to_the_same_page(opened: OpenPage):
    switch = re.search(r'<nav class="switch".*?</nav>', html(opened()))
    assert switch
    links = re.findall(r'<a href="([^"]*)"( aria-current="page")?>([^<]*)</a>', switch[0])
    assert [(unescape(where), bool(now), name) for where, now, name in links] == [
        (f"/bieu-theo-doi?{KEPT}", True, "Hải Phòng"),
        (f"/bieu-theo-doi?pham-vi=ca-nuoc&{KEPT}", False, "Cả nước"),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ngoai ngu hai", ["CS06", "CS07"]),
        ("PHỔ CẬP", [f"PC0{number}" for number in range(1, 10)]),
        ("hd01", ["HD01"]),
        ("bau cu", []),
    ],
)
def test_indicators_are_found_by_what_is_typed(opened: OpenPage, typed: str, found: list[str]):
    app = opened()
    app.text_input(key="tim").set_value(typed).run()
    assert codes(app) == found
    assert ("Không có chỉ tiêu nào khớp với lựa chọn" in text(app)) is not bool(found)


PICKED = [
    ("nhom", "Chỉ số phát triển con người", ["HD01", "HD02", "HD03"]),
    ("trang_thai", "Chưa đánh giá", ["CL01", "CL02", "CL03", "CL04", "CL05", "CL07", "NL12"]),
    ("co_quan", "Sở Nội vụ", ["DH11", "CS12", "NL04", "NL05", "NL06", "NL15"]),
]


@pytest.mark.parametrize(("key", "chosen", "found"), PICKED)
def test_a_filter_leaves_what_was_chosen(opened: OpenPage, key: str, chosen: str, found: list[str]):
    app = opened()
    app.selectbox(key=key).set_value(chosen).run()
    assert codes(app) == found


def test_a_filter_in_the_address_holds(opened: OpenPage):
    app = opened(co_quan="Sở Tài chính", trang_thai="Không đạt")
    assert codes(app) == ["NL01", "NL02", "NL03"]


def test_the_verdicts_offered_are_the_parts_of_the_overview_that_occur(
    open_page: OpenPage, opened: OpenPage, published: Store
):
    def offered(app: AppTest) -> list[str]:
        return app.selectbox(key="trang_thai").options

    assert offered(opened()) == [
        "Mọi đánh giá", "Đã đạt", "Đúng tiến độ", "Chậm", "Nguy cơ", "Ngược chiều", "Không đạt",
        "Chưa đánh giá",
    ]  # fmt: skip
    early = open_page(published.path, TRACKING, v="2", ngay="2026-11-22")
    assert offered(early) == ["Mọi đánh giá", "Chưa đánh giá"]


def test_a_verdict_on_old_figures_is_found_among_those_without_one(
    open_page: OpenPage, published: Store
):
    seen = {"v": "2", "ngay": "2026-11-22", "pham_vi": "ca-nuoc"}
    assert "HD01" in codes(open_page(published.path, TRACKING, **seen, trang_thai="Chưa đánh giá"))
    assert codes(open_page(published.path, TRACKING, **seen, trang_thai="Đúng tiến độ")) == []


def test_a_filter_of_a_verdict_that_nobody_has_leaves_nothing(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, TRACKING, v="2", ngay="2026-11-22", trang_thai="Chậm")
    assert (list(app.exception), codes(app)) == ([], [])
    assert app.selectbox(key="trang_thai").value == "Chậm"
    assert "Không có chỉ tiêu nào khớp" in text(app)


def test_filters_narrow_each_other(opened: OpenPage):
    app = opened()
    app.selectbox(key="co_quan").set_value("Sở Nội vụ")
    app.selectbox(key="trang_thai").set_value("Ngược chiều").run()
    assert codes(app) == ["DH11", "NL05", "NL15"]


def test_what_is_taken_along_is_what_is_seen(opened: OpenPage):
    def files(app: AppTest) -> list[str]:
        return [unescape(link) for link in re.findall(r'href="(/tai/[^"]*)"', html(app))]

    app = opened(nhom="Chỉ số phát triển con người")
    assert files(app) == [
        f"/tai/bang-theo-doi.{kind}?ma-nhom=HD&{KEPT}" for kind in ("csv", "xlsx")
    ]
    app.selectbox(key="trang_thai").set_value("Chậm").run()
    assert files(app) == [f"/tai/bang-theo-doi.{kind}?ma=HD01&{KEPT}" for kind in ("csv", "xlsx")]
