"""The picture of a page's small charts: offered as the address says, had at its data version."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest
from starlette.responses import Response
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from indicators.store.history import latest
from pages.parts.faces import embedded_faces
from pages.tai import pictures as picture_files
from tests.charts.test_small_multiples_picture import panels
from tests.charts.test_small_multiples_picture import told as told_in
from tests.pages.conftest import OpenPage
from tests.pages.fetching import got, name_of, told
from tests.pages.reading import heading, html
from tests.pages.test_boards import SEEN
from tests.project import PROJECT
from tests.recording import figure, record

FONTS = PROJECT / "pages/static/fonts"
MOST_BYTES = 400_000
CS = {"ma": "CS", **SEEN["filled"]}
COMPARED = {"ma": "CS01,CS02,HD01", **SEEN["filled"]}
PAGES = [
    ("nhom", CS, "hinh-nhom", "CS Chuyển đổi số và hội nhập 10-06-2029.svg"),
    ("so-sanh", COMPARED, "hinh-so-sanh", "So sánh CS01 CS02 HD01 10-06-2029.svg"),
]


def offered(app: AppTest) -> tuple[str, str]:
    """How the picture is taken, and its address."""
    found = re.search(
        r'<(?:button type="button" (data-drawn)|a (href))="(/tai/hinh[^"]*)"[^>]*>Tải hình<',
        html(app),
    )
    assert found, html(app)
    return found[1] or found[2], unescape(found[3])


def svg(answer: Response) -> ElementTree.Element:
    return ElementTree.fromstring(bytes(answer.body))  # noqa: S314 (our own picture)


def cards(app: AppTest) -> list[dict[str, str]]:
    """What the cards of a page say, by the names that a picture has for it."""
    marks = {
        "code": r"<small>(\w+)</small>",
        "name": r"</small> (.*?)</a>",
        "status": r'<span class="mark"></span>(.*?)</span>',
        "value": r'<p class="last"><b>(.*?)</b>',
        "when": r"</b> <small>(.*?)</small></p>",
        "asked": r'<p class="aims">(.*?)(?:<br>.*)?</p>',
    }
    found = re.findall(r'<article class="card">.*?</article>', html(app))
    told = [{name: re.search(mark, card) for name, mark in marks.items()} for card in found]
    return [{name: unescape(hit[1]) for name, hit in each.items() if hit} for each in told]


@pytest.mark.parametrize(("page", "asked", "picture", "name"), PAGES)
def test_the_picture_says_of_each_chart_what_the_page_says(
    open_page: OpenPage, filled: Store, page: str, asked: dict[str, str], picture: str, name: str
):
    app = open_page(filled.path, page, **asked)
    how, where = offered(app)
    assert (how, urlsplit(where).path) == ("data-drawn", f"/tai/{picture}.svg")
    answer = got(where)
    drawn = svg(answer)
    words = [told_in(panel) for panel in panels(drawn)]
    assert [{kind: each[kind] for kind in each if kind in card} for each, card in zip(
        words, cards(app), strict=True
    )] == cards(app)  # fmt: skip
    assert told_in(drawn)["title"] == heading(app)
    assert (answer.status_code, answer.media_type) == (200, "image/svg+xml")
    assert name_of(answer) == name
    assert "Phiên bản 3" in told_in(drawn)["source"]


@pytest.mark.parametrize(
    ("asked", "how", "size"),
    [
        ({}, "data-drawn", ("1600", "900")),
        ({"hinh": "vuong"}, "data-drawn", ("1080", "1080")),
        ({"tep": "svg"}, "href", ("1600", "900")),
        ({"hinh": "vuong", "tep": "svg"}, "href", ("1080", "1080")),
    ],
)
@pytest.mark.parametrize(("page", "of"), [("nhom", CS), ("so-sanh", COMPARED)])
def test_the_address_of_a_page_says_which_picture_is_had(
    open_page: OpenPage,
    filled: Store,
    page: str,
    of: dict[str, str],
    asked: dict[str, str],
    how: str,
    size: tuple[str, str],
):
    taken, where = offered(open_page(filled.path, page, **of, **asked))
    drawn = svg(got(where))
    assert (taken, (drawn.get("width"), drawn.get("height"))) == (how, size)


def test_a_comparison_is_pictured_as_it_is_chosen(open_page: OpenPage, broken_down: Store):
    asked = {"ma": "ML02", "theo": "dia-ban", "dia-ban": "31,VN", "v": "4", "ngay": "2029-06-10"}
    app = open_page(broken_down.path, "so-sanh", **asked)
    _, where = offered(app)
    assert dict(parse_qsl(urlsplit(where).query)) == asked
    answer = got(where)
    assert [told_in(panel)["name"] for panel in panels(svg(answer))] == ["Hải Phòng", "Cả nước"]
    assert name_of(answer) == "So sánh ML02 theo địa bàn 10-06-2029.svg"


def test_the_national_picture_is_the_one_of_the_national_page(
    open_page: OpenPage, published: Store
):
    app = open_page(published.path, "nhom", "ca-nuoc", ma="NL", **SEEN["published"])
    drawn = svg(got(offered(app)[1]))
    assert len(panels(drawn)) == len(cards(app)) == 5
    assert "Chưa có số liệu cả nước từ nguồn công bố." in " ".join(
        told_in(panel).get("owed", "") for panel in panels(drawn)
    )


def test_the_sources_are_those_of_the_figures_the_most_used_first(
    open_page: OpenPage, published: Store
):
    open_page(published.path)
    drawn = svg(got("/tai/hinh-nhom.svg?ma=ML&v=2&ngay=2026-11-22"))
    assert told_in(drawn)["source"] == (
        "Nguồn: VnEconomy, 5/9/2025 · Số liệu đến 22/11/2026 · Năm đánh giá 2026 · Phiên bản 2 "
        f"· {latest(published).head}"
    )
    bare = svg(got("/tai/hinh-nhom.svg?ma=CS&v=2&ngay=2026-11-22"))
    assert told_in(bare)["source"].startswith("Chưa có nguồn số liệu · Số liệu đến")


def test_a_newer_figure_stays_out_of_the_picture_of_an_older_page(open_page: OpenPage, own: Store):
    _, where = offered(open_page(own.path, "nhom", ma="ML"))
    before = got(where).body
    record(own, figure("ML02", 2025, 80.0))
    assert got(where).body == before
    assert got("/tai/hinh-nhom.svg?ma=ML").body != before


REFUSED = [
    ("hinh-nhom.svg?ma=XX", "Không có nhóm mang mã 'XX' ở phạm vi và thời điểm trong địa chỉ"),
    ("hinh-nhom.svg", "Địa chỉ chưa có mã nhóm (ma=…); hãy mở trang Nhóm rồi tải lại từ đó."),
    ("hinh-nhom.svg?ma=+", "Địa chỉ chưa có mã nhóm (ma=…); hãy mở trang Nhóm rồi"),
    ("hinh-nhom.svg?ma=BC", "Không có nhóm mang mã 'BC'"),
    ("hinh-nhom.svg?ma=CS&v=999", "999"),
    ("hinh-nhom.svg?ma=CS&ngay=<b>", "Không đọc được ngày '<b>'"),
    ("hinh-nhom.svg?ma=CS&minh-hoa=1", "hai bảng không dùng lẫn địa chỉ"),
    ("hinh-so-sanh.svg?ma=XX99", "Không có chỉ tiêu mang mã 'XX99'"),
    ("hinh-so-sanh.svg", "Địa chỉ chưa có mã chỉ tiêu (ma=…); hãy mở trang So sánh rồi tải lại"),
]


@pytest.mark.parametrize(("asked", "why"), REFUSED)
def test_a_wrong_address_of_a_picture_is_refused_in_a_sentence(
    open_page: OpenPage, published: Store, asked: str, why: str
):
    open_page(published.path)
    answer = got(f"/tai/{asked}")
    heading, *lines = told(answer)
    assert (answer.status_code, heading) == (400, "Không lấy được tệp theo địa chỉ này")
    assert why in lines[0]


@pytest.mark.parametrize("name", ["hinh-nhom.png", "hinh-nhom", "hinh.svg", "so-lieu.svg", ".svg"])
def test_a_picture_that_is_not_there_is_said_to_be(name: str):
    answer = got(f"/tai/{name}?ma=CS")
    assert (answer.status_code, told(answer)[0]) == (404, "Không có tệp này")


def test_a_fault_of_drawing_has_a_number(
    open_page: OpenPage, published: Store, monkeypatch: pytest.MonkeyPatch
):
    open_page(published.path)
    monkeypatch.setitem(picture_files.PICTURES, "hinh-nhom", lambda *_: 1 / 0)
    answer = got("/tai/hinh-nhom.svg?ma=CS")
    assert answer.status_code == 500
    assert re.fullmatch(r"Số lỗi [0-9A-F]{6}\.", told(answer)[-1])


def test_no_picture_is_drawn_of_a_database_that_cannot_be_used(
    made_up: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_DB", str(made_up))
    answer = got("/tai/hinh-nhom.svg?ma=CS")
    assert (answer.status_code, told(answer)[0]) == (503, "Chưa mở được số liệu của bảng theo dõi")


def test_the_largest_picture_of_made_up_figures_says_so_and_stays_small(
    open_page: OpenPage, illustrative: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    _, where = offered(open_page(illustrative.path, "nhom", ma="DH"))
    answer = got(where)
    assert "minh-hoa=1" in where
    assert name_of(answer).startswith("SO-LIEU-MINH-HOA_DH Giáo dục nghề nghiệp")
    assert told_in(svg(answer))["mark"] == "SỐ LIỆU MINH HỌA"
    assert len(answer.body) < MOST_BYTES


def test_a_picture_has_the_fonts_of_its_own_letters_inside_and_asks_for_nothing_else(
    open_page: OpenPage, filled: Store
):
    app = open_page(filled.path, "nhom", **CS)
    drawn = bytes(got(offered(app)[1]).body).decode()
    assert drawn.count("@font-face") == 4  # two weights of latin and Vietnamese letters
    assert set(re.findall(r'url\("(.*?),', drawn)) == {"data:font/woff2;base64"}
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize(
    ("drawn", "weights"),
    [
        ("abc", ["400"]),
        ("Đổi", ["400", "400"]),
        ('font-weight="700">Đổi', ["400", "700", "400", "700"]),
        ("Łódź", ["400", "400"]),
        ("", []),
    ],
)
def test_only_fonts_of_weights_and_letters_in_use_are_inside(drawn: str, weights: list[str]):
    assert re.findall(r"font-weight: (\d+)", embedded_faces(drawn)) == weights


def test_a_presentation_offers_no_picture(open_page: OpenPage, filled: Store):
    for page, asked in (("nhom", CS), ("so-sanh", COMPARED)):
        shown = html(open_page(filled.path, page, **asked, **{"trinh-chieu": "1"}))
        assert "Tải hình" not in shown


def test_the_roadmap_is_offered_on_the_overview_and_had_as_a_picture(
    open_page: OpenPage, filled: Store
):
    app = open_page(filled.path, "", **SEEN["filled"], hinh="vuong")
    way, where = offered(app)
    assert (way, urlsplit(where).path) == ("data-drawn", "/tai/hinh-lo-trinh.svg")
    answer = got(where)
    assert name_of(answer) == "Lộ trình đến năm 2030 10-06-2029.svg"
    assert svg(answer).get("width") == "1080"
    assert len(bytes(answer.body)) < MOST_BYTES


def test_those_filtered_by_have_no_picture_of_their_own(open_page: OpenPage, filled: Store):
    shown = html(open_page(filled.path, "", **SEEN["filled"], **{"trang-thai": "cham"}))
    assert "Lộ trình đến năm 2030" in shown
    assert "hinh-lo-trinh" not in shown
