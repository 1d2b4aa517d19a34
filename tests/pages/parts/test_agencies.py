"""The block of lead agencies as it is read: a row an agency, its indicators, what it owes."""

import re
from collections.abc import Collection
from html import unescape

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.partition import Part, part_of
from indicators.changes.movements import Move
from indicators.progress.results import Status
from indicators.store.connection import Store
from pages.parts.agencies import agencies_block
from pages.parts.links import NEWEST
from tests.pages.reading import words

ROWS = [
    "Sở Giáo dục và Đào tạo 52 chỉ tiêu 14 cần chú ý 29 đạt, đúng tiến độ 9 chưa đánh giá "
    "Từ kỳ trước: 2 tốt lên · 1 kém đi Thiếu 2 số liệu , quá hạn 5 ngày (15/11/2029)",
    "Sở Khoa học và Công nghệ 8 chỉ tiêu 3 cần chú ý 3 đạt, đúng tiến độ 2 chưa đánh giá "
    "Từ kỳ trước: 1 mới có số liệu đã nộp đủ , kỳ tới 10/06/2030",
    "Sở Nội vụ 6 chỉ tiêu 2 cần chú ý 2 đạt, đúng tiến độ 2 chưa đánh giá "
    "Từ kỳ trước: chưa nộp kỳ này Thiếu 6 số liệu , quá hạn 5 ngày (15/11/2029)",
    "Sở Tài chính 3 chỉ tiêu 1 cần chú ý 2 đạt, đúng tiến độ 0 chưa đánh giá "
    "Từ kỳ trước: không đổi đã nộp đủ , kỳ tới 10/06/2030",
    "Thống kê thành phố 2 chỉ tiêu 1 cần chú ý 1 đạt, đúng tiến độ 0 chưa đánh giá "
    "Từ kỳ trước: không đổi đã nộp đủ , kỳ tới 10/06/2030",
]
WAYS = {"ML02": "better", "PC05": "better", "PC07": "worse", "PC03": "falling", "DH16": "first"}


@pytest.fixture(scope="module")
def board(illustrative: Store) -> Board:
    return assess(illustrative, as_of(illustrative))


def block(board: Board, only: Part | None = None, opened: Collection[str] = ()) -> str:
    moves = {code: Move(code, way, None, None) for code, way in WAYS.items()}
    return str(agencies_block(board, NEWEST, moves, only, opened))


def agencies(html: str) -> list[str]:
    return re.findall(r"<summary class=\"row\">(.*?)</summary>", html)


def told_in_full(html: str, key: str) -> list[str]:
    """The indicators in an agency's fold that are told with their figures."""
    fold = html.partition(f'data-fold="{key}"')[2].partition('<details class="agency"')[0]
    return [words(line) for line in re.findall(r'<li class="row">(.*?)</li>', fold)]


def test_each_agency_says_what_is_late_missing_and_on_track_and_how_it_moved(board: Board):
    html = block(board)
    assert [words(row) for row in agencies(html)][:5] == ROWS
    assert words(html.partition("</header>")[0]) == (
        "Cần chú ý, theo cơ quan SỐ LIỆU MINH HỌA 21 chỉ tiêu cần chú ý thuộc 5 cơ quan; "
        "2 cơ quan còn thiếu 8 số liệu của báo cáo năm 2029. "
        "Kỳ nộp tới: 10/06/2030, còn 202 ngày."
    )


def test_every_worry_has_a_seal_that_says_its_verdict_the_worst_first(board: Board):
    row = agencies(block(board))[1]
    assert re.findall(r'<span class="seal (.*?)" title="(.*?)">', row) == [
        ("s-worsening", "Ngược chiều"),
        ("s-off_track", "Nguy cơ"),
        ("s-slow", "Chậm"),
    ]
    assert 'role="img" aria-label="1 ngược chiều, 1 nguy cơ, 1 chậm"' in row


def test_an_opened_agency_tells_its_indicators_and_what_is_worse_by_a_later_target(board: Board):
    html = block(board, opened=("thong-ke-tp",))
    assert re.findall(r'data-fold="([\w-]+)" open', html) == ["thong-ke-tp"]
    assert told_in_full(html, "thong-ke-tp") == [
        "Bất bình đẳng giáo dục 11,24% → dưới 10% mỗi năm cần −1,2 điểm % "
        "từ 2025: −0,74 điểm % Chậm",
        "Chỉ số giáo dục (HDI) 0,813 → trên 0,82 mỗi năm cần +0,007 từ 2025: +0,006 "
        "Đúng tiến độ Chậm so với mục tiêu năm 2035",
    ]


def test_every_indicator_of_an_agency_stands_in_its_fold_once(board: Board):
    codes = re.findall(r'href="/chi-tieu\?ma=(\w+)', block(board))
    assert sorted(codes) == sorted(row.indicator.code for row in board.programme)


def test_what_an_agency_owes_is_named_with_a_reminder_to_copy(board: Board):
    html = block(board)
    assert words(html.partition("<h3>")[2].partition("<button")[0]) == (
        "Còn thiếu 2 số liệu của báo cáo năm 2029 Cơ sở được hiện đại "
        "hóa; Cao đẳng, đại học hợp tác quốc tế."
    )
    letters = re.findall(r'<p class="letter" hidden>(.*?)</p>', html, re.DOTALL)
    assert [unescape(letter).split("\n\n")[1] for letter in letters] == [
        "Kính gửi: Sở Giáo dục và Đào tạo",
        "Kính gửi: Sở Nội vụ",
    ]


def test_a_filter_leaves_the_agencies_and_indicators_with_that_verdict(board: Board):
    html = block(board, part_of(board, Status.SLOW))
    assert [words(row).partition(" chậm ")[0] for row in agencies(html)] == [
        "Sở Giáo dục và Đào tạo 52 chỉ tiêu 5",
        "Sở Khoa học và Công nghệ 8 chỉ tiêu 1",
        "Sở Nội vụ 6 chỉ tiêu 1",
        "Thống kê thành phố 2 chỉ tiêu 1",
    ]
    assert "Chỉ hiện các chỉ tiêu được đánh giá “Chậm”." in html
    assert [line.split()[-1] for line in told_in_full(html, "so-gd-dt")] == ["Chậm"] * 5
    assert html.count('class="others"') == 0


def test_a_filter_by_a_good_verdict_does_not_call_for_attention(board: Board):
    assert "<h2>Theo cơ quan chủ trì</h2>" in block(board, part_of(board, Status.ACHIEVED))


def test_for_the_country_nobody_of_the_city_is_held_responsible(illustrative: Store):
    nation = assess(illustrative, as_of(illustrative), "national")
    names = [name for pair in nation.catalogue.agency_names.items() for name in pair]
    assert block(nation).startswith('<p class="quiet">Số liệu cả nước lấy từ nguồn công bố')
    assert [name for name in names if name in block(nation)] == []
