"""The search of the sidebar, the same on every page."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import INDICATORS, TRACKING, OpenPage
from tests.pages.opening import go_to
from tests.pages.reading import codes, heading, html, notice, text
from tests.pages.sending import GOOD, INTAKE, JOURNAL, drop, start

FILLED = {"v": "3", "ngay": "2029-06-10"}
SEEN = "v=3&ngay=2029-06-10"
PAGES = ["", TRACKING, INDICATORS, INTAKE, JOURNAL]


def search(app: AppTest, typed: str) -> AppTest:
    return app.sidebar.text_input[0].set_value(typed).run()


def found(app: AppTest) -> str:
    """The block of HTML with the answers; empty without one."""
    blocks = [b.proto.body for b in app.sidebar.get("html") if 'class="found"' in b.proto.body]
    return unescape("".join(blocks))


def links(app: AppTest) -> list[str]:
    return re.findall(r'href="(.*?)"', found(app))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_finds_indicators_and_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch, filled: Store, page: str
):
    app = start(monkeypatch, filled.path, page, **FILLED)
    before = [block.proto.body for block in app.main.get("html")]
    assert found(app) == ""
    search(app, "chuan muc do 2")
    assert list(app.exception) == []
    assert links(app) == [f"/chi-tieu?ma=NL12&{SEEN}", f"/chi-tieu?ma=PC01&{SEEN}"]
    assert [block.proto.body for block in app.main.get("html")] == before


def test_an_answer_has_code_name_and_status(open_page: OpenPage, filled: Store):
    app = search(open_page(filled.path, **FILLED), "ML02")
    words = [word for word in re.split("<[^>]+>", found(app)) if word]
    assert words == ["ML02", "Đúng tiến độ", "Trường phổ thông đạt chuẩn"]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"pham-vi": "ca-nuoc"}, "&pham-vi=ca-nuoc"),
        ({"v": "2", "nam": "2024"}, "&v=2&nam=2024"),
        ({"nhom": "Chuyển đổi số và hội nhập"}, ""),
    ],
)
def test_an_answer_keeps_the_view(
    open_page: OpenPage, filled: Store, asked: dict[str, str], kept: str
):
    app = open_page(filled.path, **asked)
    assert links(search(app, "hd01"))[0] == f"/chi-tieu?ma=HD01{kept}"


def test_a_wrong_address_is_said_by_the_page_and_the_search_looks_at_the_newest(
    open_page: OpenPage, filled: Store
):
    app = search(open_page(filled.path, v="abc"), "hd01")
    assert notice(app)[0] == "Không mở được trang theo địa chỉ này"
    assert links(app) == ["/chi-tieu?ma=HD01"]


def test_more_than_ten_lead_to_the_table_filtered_alike(open_page: OpenPage, filled: Store):
    app = search(open_page(filled.path, **FILLED, ma="ML02"), "nguon luc")
    assert links(app)[10:] == [f"/bieu-theo-doi?{SEEN}&tim=nguon+luc"]
    assert "… và 5 chỉ tiêu nữa" in found(app)
    assert codes(open_page(filled.path, TRACKING, **FILLED, tim="nguon luc")) == [
        f"NL{number:02}" for number in range(1, 16)
    ]


@pytest.mark.parametrize("typed", ["sở y tế", "<b>x</b>"])
def test_nothing_found_says_what_can_be_searched_for(
    open_page: OpenPage, filled: Store, typed: str
):
    app = search(open_page(filled.path, **FILLED), typed)
    assert f"Không có chỉ tiêu nào khớp với “{typed}”." in found(app)
    assert "theo mã (ML02)" in found(app)
    assert "<b>x" not in html(app)


def test_the_field_is_empty_on_the_next_page(open_page: OpenPage, filled: Store):
    app = search(open_page(filled.path, **FILLED), "ml02")
    app.query_params["ma"] = "ML02"
    go_to(app, INDICATORS).run()
    assert app.sidebar.text_input[0].value == ""
    assert heading(app).startswith("Tỷ lệ trường phổ thông đạt chuẩn quốc gia")


def test_a_dropped_file_stays(monkeypatch: pytest.MonkeyPatch, own: Store):
    app = drop(start(monkeypatch, own.path, INTAKE), ("a.csv", GOOD))
    assert "a.csv" in text(app)
    search(app, "ml02")
    assert links(app) == ["/chi-tieu?ma=ML02"]
    assert "a.csv" in text(app)
