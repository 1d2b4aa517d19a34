"""The screens of a presentation: which there are, what each carries, where its links lead."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import heading, html, notice, text
from tests.pages.test_boards import SEEN
from tests.programme import PROGRAMME

SHOWN = {"trinh-chieu": "1"}
WHOLE = {"trinh-chieu": "day-du"}
BASE = "https://bang.vi-du.vn"
MOMENT = "v=3&ngay=2029-06-10"
# Page, what is asked, its first title, number of screens, the page that the QR code opens.
PRESENTED = [
    ("", {}, "Trong 68 chỉ tiêu đánh giá được, 28 đã đạt", 6, f"{BASE}/?{MOMENT}"),
    ("nhom", {"ma": "CS"}, "Chuyển đổi số và hội nhập: trong 12 chỉ tiêu đánh giá được, 6", 5,
     f"{BASE}/nhom?ma=CS&{MOMENT}#dien-bien"),
    ("chi-tieu", {"ma": "HD01"}, "Chỉ số giáo dục đóng góp vào chỉ số phát triển", 5,
     f"{BASE}/chi-tieu?ma=HD01&{MOMENT}"),
    ("chi-tieu", {"ma": "ML01"}, "Hoàn thành quy hoạch mạng lưới trường, lớp học", 3,
     f"{BASE}/chi-tieu?ma=ML01&{MOMENT}"),
    ("so-sanh", {"ma": "HD01,CS02,ML01,DH01"}, "Trong 4 chỉ tiêu đánh giá được, 2", 4,
     f"{BASE}/so-sanh?ma=HD01,CS02,ML01,DH01&{MOMENT}"),
]  # fmt: skip


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_URL", f"{BASE}/")


def place(app: AppTest) -> tuple[int, int]:
    """Number of the screen, and how many there are."""
    found = re.search(r"<span>(\d+)/(\d+)</span>", html(app))
    assert found, html(app)
    return int(found[1]), int(found[2])


def links(app: AppTest) -> dict[str, str]:
    pager = re.search(r'<nav class="pager".*?</nav>', html(app))
    assert pager
    return {
        name: unescape(link)
        for name, link in re.findall(r'<a class="(\w+)" href="(.*?)"', pager[0])
    }


def shown_code(app: AppTest) -> str:
    found = re.search(r'<img class="qr".*?alt="(.*?)"', html(app))
    assert found, html(app)
    return unescape(found[1]).removeprefix("Mã QR mở trang này trên điện thoại: ")


@pytest.mark.parametrize(
    ("page", "asked", "title", "count", "code"),
    [pytest.param(*case, id=f"{case[0]} {case[1].get('ma', '')}") for case in PRESENTED],
)
@pytest.mark.usefixtures("base")
def test_every_page_with_charts_is_presented(
    open_page: OpenPage,
    filled: Store,
    page: str,
    asked: dict[str, str],
    title: str,
    count: int,
    code: str,
):
    app = open_page(filled.path, page, **SEEN["filled"], **asked, **SHOWN)
    assert (list(app.exception), notice(app), place(app)) == ([], [], (1, count))
    assert re.sub(r"<.*?>", "", presented_title(app)).startswith(title)
    assert "Nguồn: " in text(app)
    assert "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3" in text(app)
    assert shown_code(app) == code
    assert not app.get("download_button")


def presented_title(app: AppTest) -> str:
    found = re.search(r'<h1 class="\w*">(.*?)</h1>', html(app))
    assert found, html(app)
    return unescape(found[1])


def test_a_screen_is_named_in_the_address_and_leads_to_its_neighbours_and_out(
    open_page: OpenPage, filled: Store
):
    app = open_page(filled.path, "nhom", ma="CS", v="3", ngay="2029-06-10", man="2", **SHOWN)
    asked = "ma=CS&v=3&ngay=2029-06-10"
    assert place(app) == (2, 5)
    assert {name: sorted(link[1:].split("&")) for name, link in links(app).items()} == {
        "previous": sorted(f"{asked}&trinh-chieu=1&man=1".split("&")),
        "next": sorted(f"{asked}&trinh-chieu=1&man=3".split("&")),
        "leave": sorted(asked.split("&")),
    }


@pytest.mark.parametrize(("asked", "number"), [("0", 1), ("99", 5)])
def test_a_screen_that_does_not_exist_is_the_nearest(
    open_page: OpenPage, filled: Store, asked: str, number: int
):
    app = open_page(filled.path, "nhom", ma="CS", **SEEN["filled"], man=asked, **SHOWN)
    assert place(app) == (number, 5)


def test_every_indicator_stands_in_one_table_of_the_overview_and_needs_attention_once(
    open_page: OpenPage, filled: Store
):
    app = open_page(filled.path, **SEEN["filled"], **WHOLE)
    rows, calls = [], []
    for number in range(1, place(app)[1] + 1):
        app.query_params["man"] = str(number)
        app.run()
        table = html(app).partition('<table class="tracking">')[2].partition("</table>")[0]
        rows += re.findall(r"<small>([A-Z]{2}\d\d)</small>", table)
        calls += re.findall(r"<b>([A-Z]{2}\d\d) · ", html(app))
    assert (len(rows), len(set(rows))) == (75, 75)
    assert (len(calls), len(set(calls))) == (40, 40)


def test_links_of_a_screen_lead_to_other_presentations(open_page: OpenPage, filled: Store):
    app = open_page(filled.path, **SEEN["filled"], **WHOLE, man="2")
    tiles = re.findall(r'<a class="tile.*?href="(.*?)"', html(app))
    assert len(tiles) == len(PROGRAMME)
    assert all("trinh-chieu=1" in link for link in tiles)


def test_a_breakdown_is_presented_as_the_address_names_it(open_page: OpenPage, published: Store):
    app = open_page(published.path, "chi-tieu", ma="BC01", phan_to="THPT", **SHOWN)
    assert "Số trường (THPT)" in presented_title(app)
    assert not app.selectbox


@pytest.mark.parametrize("page", ["", "nhom", "chi-tieu", "so-sanh"])
def test_pages_lead_to_their_presentation(open_page: OpenPage, published: Store, page: str):
    app = open_page(published.path, page, ma="CS" if page == "nhom" else "CS01", man="4")
    link = re.search(r'<a class="present" href="(.*?)">Trình chiếu</a>', html(app))
    assert link
    assert "trinh-chieu=1" in link[1]
    assert "man=" not in link[1]


@pytest.mark.parametrize("board", ["bare", "published", "filled"])
def test_a_board_with_few_figures_is_presented_too(
    request: pytest.FixtureRequest, open_page: OpenPage, board: str
):
    store = request.getfixturevalue(board)
    for page, code in (("nhom", "CS"), ("chi-tieu", "CS01"), ("so-sanh", "CS01,HD01")):
        app = open_page(store.path, page, ma=code, man="1", **SHOWN)
        assert (list(app.exception), notice(app)) == ([], [])
    app = open_page(store.path, **SHOWN)
    assert heading(app) if "<h1>" in html(app) else presented_title(app)


@pytest.mark.usefixtures("base")
def test_screens_of_an_illustrative_board_say_so(
    open_page: OpenPage, illustrative: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    app = open_page(illustrative.path, "nhom", ma="CS", **{"minh-hoa": "1"}, **SHOWN)
    assert '<p class="unreal">SỐ LIỆU MINH HỌA</p>' in html(app)
    assert "minh-hoa=1" in shown_code(app)


def titles(app: AppTest) -> list[str]:
    """The titles of all screens of a presentation."""
    found = []
    for number in range(1, place(app)[1] + 1):
        app.query_params["man"] = str(number)
        found.append(re.sub(r"<.*?>", "", presented_title(app.run())))
    return found


def test_the_short_run_says_in_few_screens_what_the_first_screen_says(
    open_page: OpenPage, illustrative: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_NATURE", "illustrative")
    app = open_page(illustrative.path, **SHOWN)
    assert titles(app) == [
        "Trong 58 chỉ tiêu đánh giá được, 37 đã đạt hoặc đúng tiến độ; 21 chậm, có nguy cơ, "
        "ngược chiều hoặc không đạt",
        "21 chỉ tiêu cần chú ý thuộc 5 cơ quan; 2 cơ quan còn thiếu 8 số liệu của báo cáo năm "
        "2029. Kỳ nộp tới: 10/06/2030, còn 202 ngày",
        "10 chỉ tiêu đáng lo nhất trong 21 chỉ tiêu cần chú ý",
        "Từ báo cáo 9 tháng năm 2029 (20/09/2029): 7 chỉ tiêu tốt lên, 1 chỉ tiêu kém đi",
        "Lộ trình đến năm 2030: 18 chỉ tiêu còn thiếu so với lộ trình (1/2)",
        "Lộ trình đến năm 2030: 18 chỉ tiêu còn thiếu so với lộ trình (2/2)",
        "2 cơ quan còn thiếu 8 số liệu của báo cáo năm 2029. Kỳ nộp tới: 10/06/2030, còn 202 ngày",
    ]


def test_the_short_run_leads_to_the_full_one_and_back(open_page: OpenPage, filled: Store):
    app = open_page(filled.path, **SEEN["filled"], **SHOWN)
    assert "trinh-chieu=day-du" in links(app)["run"]
    app = open_page(filled.path, **SEEN["filled"], **WHOLE)
    assert "trinh-chieu=1" in links(app)["run"]


def test_where_nothing_is_judged_the_short_run_tells_what_is_owed(
    open_page: OpenPage, published: Store
):
    told = titles(open_page(published.path, **SHOWN))
    assert all("cần chú ý" not in title for title in told)
    assert "còn thiếu" in told[-1]
