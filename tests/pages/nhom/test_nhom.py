"""One group on a page: aim, statuses, trajectories, table; and the list of groups."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from indicators.store.connection import Store
from tests.pages.conftest import OpenPage
from tests.pages.reading import codes, heading, html, notice, text
from tests.pages.test_boards import SEEN

GROUP = "nhom"
GROUPS = {"ML": 8, "PC": 9, "CL": 7, "DH": 21, "CS": 12, "HD": 3, "NL": 15}
FINDINGS = [
    ("bare", {"ma": "CS"}, "Chuyển đổi số và hội nhập: chưa có số liệu của chỉ tiêu nào trong 12 "
     "chỉ tiêu", ["12 Chưa đánh giá",
     "Báo cáo năm 2026 (hạn 15/11/2026, đã qua 7 ngày): 12/12 chỉ tiêu chưa có số liệu.",
     "Sở Giáo dục và Đào tạo (10): Trường ứng dụng AI",
     "Kỳ tới: báo cáo 6 tháng năm 2027, hạn 10/06/2027",
     "Chưa có số liệu. Sở Giáo dục và Đào tạo chủ trì. Mục tiêu 2030: 100%",
     "Mục tiêu 2030: ít nhất 15 cơ sở"]),
    ("published", {"ma": "ML"}, "Mạng lưới trường, lớp học: mới có số liệu của 1 trong 8 chỉ tiêu, "
     "chưa đánh giá được tiến độ", ["76,98% năm 2025", "Mục tiêu 2030: ít nhất 85%",
     "Mục tiêu chung của cả chương trình (ghi tóm tắt; văn bản không ghi bằng lời cho từng nhóm): "
     "trở thành một trung tâm giáo dục hàng đầu"]),
    ("published", {"ma": "HD", "pham_vi": "ca-nuoc"}, "cả 2 chỉ tiêu đã có số liệu, chưa "
     "đánh giá được tiến độ",
     ["2 Chưa đánh giá", "0,729 năm 2023, số liệu cũ", "2035: trên 0,85"]),
    ("published", {"ma": "NL", "pham_vi": "ca-nuoc"}, "mới có số liệu của 2 trong 5 chỉ tiêu, "
     "chưa đánh giá được tiến độ",
     ["Chưa có số liệu cả nước từ nguồn công bố."]),
    ("filled", {"ma": "CS"}, "trong 12 chỉ tiêu đánh giá được, 6 đã đạt hoặc đúng tiến độ; 6 "
     "chậm, có nguy cơ hoặc ngược chiều",
     ["3 Đã đạt 3 Đúng tiến độ 2 Chậm 2 Nguy cơ 2 Ngược chiều", "100,0% năm 2029, sơ bộ",
      "Đã hoàn thành năm 2029",
     "Báo cáo năm 2028 (hạn 15/11/2028, đã qua 207 ngày): đã có số liệu của cả 12 chỉ tiêu."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("board", "asked", "title", "words"),
    [pytest.param(*case, id=" ".join([case[0], *case[1].values()])) for case in FINDINGS],
)
def test_a_group_says_its_finding(
    request: pytest.FixtureRequest,
    open_page: OpenPage,
    board: str,
    asked: dict[str, str],
    title: str,
    words: list[str],
):
    app = open_page(request.getfixturevalue(board).path, GROUP, **SEEN[board], **asked)
    assert (list(app.exception), notice(app)) == ([], [])
    assert title in heading(app)
    assert [word for word in words if word not in text(app)] == []


@pytest.mark.parametrize("board", SEEN)
def test_every_group_has_a_card_and_a_line_of_each_of_its_indicators(
    request: pytest.FixtureRequest, open_page: OpenPage, board: str
):
    app = open_page(request.getfixturevalue(board).path, GROUP, **SEEN[board], ma="ML")
    counted = {}
    for code in GROUPS:
        app.query_params["ma"] = code
        app.run()
        assert (list(app.exception), notice(app)) == ([], [])
        cards = re.findall(r'<article class="card"><h3><a href="/chi-tieu\?ma=(\w+)', html(app))
        assert (cards, {card[:2] for card in cards}) == (codes(app), {code})
        counted[code] = len(cards)
    assert counted == GROUPS


def test_the_words_of_a_picture_are_the_finding_of_its_indicator(
    open_page: OpenPage, filled: Store
):
    seen = {**SEEN["filled"], "ma": "HD"}
    app = open_page(filled.path, GROUP, **seen)
    cards = html(app).partition('<div class="multiples">')[2].partition("<h2")[0]
    told = [unescape(alt) for alt in re.findall(r'<img src="[^"]+" alt="([^"]+)"', cards)]
    pages = [heading(open_page(filled.path, **{**seen, "ma": f"HD0{n}"})) for n in (1, 2, 3)]
    assert told == pages


def test_the_list_leads_to_every_group(open_page: OpenPage, published: Store):
    app = open_page(published.path, GROUP)
    leads = re.findall(r'<h2><a href="/nhom\?ma=(\w+)">.*?<small>(\d+) chỉ tiêu', html(app))
    assert heading(app) == "Các nhóm chỉ tiêu"
    assert {code: int(count) for code, count in leads} == GROUPS


@pytest.mark.parametrize(("code", "scope"), [("XX", ""), ("BC", ""), ("", ""), ("CL", "ca-nuoc")])
def test_an_unknown_group_is_said(open_page: OpenPage, published: Store, code: str, scope: str):
    app = open_page(published.path, GROUP, ma=code, pham_vi=scope)
    assert (list(app.exception), notice(app)) == (
        [],
        [
            "Không có nhóm này",
            f"Không có nhóm mang mã '{code}' ở phạm vi và thời điểm đang xem.",
            "Hãy chọn trong danh sách các nhóm.",
        ],
    )


LINKS = [("", {}, 1), ("bieu-theo-doi", {}, 1), ("chi-tieu", {"ma": "HD01"}, 1), (GROUP, {}, 1)]


@pytest.mark.parametrize(("page", "asked", "links"), LINKS)
def test_links_to_a_group_keep_the_view(
    open_page: OpenPage, filled: Store, page: str, asked: dict[str, str], links: int
):
    seen = {**SEEN["filled"], "nam": "2028", "pham_vi": "ca-nuoc", **asked}
    kept = "pham-vi=ca-nuoc&amp;v=3&amp;ngay=2029-06-10&amp;nam=2028"
    shown = html(open_page(filled.path, page, **seen))
    assert shown.count(f'href="/nhom?ma=HD&amp;{kept}"') == links


def test_the_past_is_said(open_page: OpenPage, published: Store):
    for asked in ({}, {"ma": "CS"}):
        assert "Đang xem lại số liệu đến" in text(open_page(published.path, GROUP, v="1", **asked))


@pytest.mark.parametrize(("code", "scopes"), [("HD", 2), ("CS", 0)])
def test_the_other_scope_is_offered_where_the_group_has_something_in_it(
    open_page: OpenPage, published: Store, code: str, scopes: int
):
    switch = re.search(
        r'<nav class="switch".*?</nav>', html(open_page(published.path, GROUP, ma=code))
    )
    assert (switch[0].count("<a ") if switch else 0) == scopes


@pytest.mark.parametrize("place", ["bar", "switches"])
def test_a_part_of_the_strip_leads_to_its_rows(open_page: OpenPage, filled: Store, place: str):
    app = open_page(filled.path, GROUP, **SEEN["filled"], ma="HD")
    parts = unescape(html(app)).partition(f'<div class="{place}"')[2].partition("</div>")[0]
    links = [urlsplit(link) for link in re.findall('href="([^"]+)"', parts)]
    assert {link.path for link in links} == {"/bieu-theo-doi"}
    asked = [parse_qs(link.query) for link in links]
    assert [(part["nhom"], part["trang_thai"]) for part in asked] == [
        (["Chỉ số phát triển con người"], [status]) for status in ("Chậm", "Nguy cơ", "Ngược chiều")
    ]


def test_context_figures_lead_back_to_the_list(open_page: OpenPage, published: Store):
    app = open_page(published.path, ma="BC01")
    assert '<a href="/chi-tieu">Số liệu bối cảnh</a>' in html(app)
