"""Every page of an illustrative board says so; a real board refuses its addresses."""

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.charts.theme import LIGHT, layout
from indicators.settings.board import board_nature
from indicators.store.connection import Store, open_store
from indicators.store.errors import ForeignError
from pages.navigation import ROOMS
from tests.pages.conftest import OpenPage
from tests.pages.reading import html, notice, text

BANNER = (
    "SỐ LIỆU MINH HỌA · Bảng minh họa, như đang ở ngày 20/11/2029: mọi số liệu đều là giả định, "
    "không dùng để báo cáo."
)
COMMUNE = "10507"
ADDRESSES = [room.url_path for room in ROOMS]
LINK = re.compile(r'href="(/[^"#]*\?[^"#]*)')
BARE = re.compile(r"<table\b[^>]*>(?!<caption)")


@pytest.fixture
def open_made_up(
    open_page: OpenPage, illustrative: Store, monkeypatch: pytest.MonkeyPatch
) -> OpenPage:
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    return lambda *page, **asked: open_page(illustrative.path, *page, **asked)


@pytest.mark.parametrize("page", ADDRESSES)
def test_every_page_has_the_banner_the_marked_address_and_marked_tables(
    open_made_up: OpenPage, page: str
):
    app = open_made_up(page)
    assert list(app.exception) == []
    assert BANNER in text(app)
    assert app.query_params["minh-hoa"] == "1"
    assert BARE.search(html(app)) is None


@pytest.mark.parametrize("page", ADDRESSES)
def test_every_link_with_parameters_carries_the_mark(open_made_up: OpenPage, page: str):
    unmarked = [link for link in LINK.findall(html(open_made_up(page))) if "minh-hoa=1" not in link]
    assert unmarked == []


def test_an_indicator_has_the_mark_across_its_chart_and_over_its_tables(open_made_up: OpenPage):
    app = open_made_up(ma="ML02")
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    words = [each["text"] for each in figure["layout"]["annotations"]]
    assert words[0] == "<b>SỐ LIỆU MINH HỌA</b>"
    assert "SỐ LIỆU MINH HỌA · Số liệu đến 20/11/2029" in html(app)
    assert html(app).count("<caption") == html(app).count("<table") > 1


def test_a_group_has_the_mark_across_each_small_chart(open_made_up: OpenPage):
    page = html(open_made_up("nhom", ma="CS"))
    pictures = [p for p in re.findall(r'src="(data:image/svg[^"]*)"', page) if "polyline" in p]
    charts = [p for p in pictures if "required" in p]
    assert len(charts) == 10
    assert all("MINH%20H" in chart for chart in charts)


def test_a_marked_address_is_refused_on_the_real_board(open_page: OpenPage, published: Store):
    for page in ADDRESSES:
        app = open_page(published.path, page, **{"minh-hoa": "1"})
        assert notice(app)[0] == "Địa chỉ này thuộc bảng minh họa"
        assert "Tổng quan" not in text(app)


def test_a_real_board_shows_none_of_it(open_page: OpenPage, published: Store):
    for page in ADDRESSES:
        app: AppTest = open_page(published.path, page)
        assert "SỐ LIỆU MINH HỌA" not in text(app)
        assert "Bảng minh họa" not in text(app)
        assert "minh-hoa" not in html(app) + str(app.query_params)
    assert layout(LIGHT, "", 14)["annotations"] == []


def test_the_wrong_file_for_a_setting_is_told_to_readers_and_its_remedy_to_the_log(
    open_page: OpenPage, made_up: Path, built: Path, monkeypatch: pytest.MonkeyPatch
):
    for file, nature, remedy in (
        (made_up, "real", "Hãy mở tệp này bằng bảng minh họa (make demo"),
        (built, "illustrative", "Hãy mở tệp này bằng bảng thật (make run"),
    ):
        monkeypatch.setenv("BOARD_NATURE", nature)
        told = " ".join(notice(open_page(file)))
        assert "Tệp ở nơi đã đặt không phải là số liệu của bảng này." in told
        assert str(file) not in told
        with pytest.raises(ForeignError, match=re.escape(remedy)):
            open_store(file, board_nature())


def test_figures_of_many_communes_are_told_by_the_page_that_compares_them(
    open_made_up: OpenPage,
):
    page = html(open_made_up(ma="ML02")).partition(">Số liệu</h2>")[2]
    assert "Phường Thành Đông" not in page
    assert "Số liệu của 114 xã, phường, đặc khu: " in page
    assert 'href="/so-sanh?ma=ML02&amp;theo=xa-phuong-dac-khu' in page


def test_a_figure_of_one_of_many_communes_that_is_asked_for_stands_in_the_table(
    open_made_up: OpenPage,
):
    page = html(open_made_up(ma="ML02", so="2026", **{"dia-ban": COMMUNE}))
    assert page.count('<tr class="asked">') == 1
