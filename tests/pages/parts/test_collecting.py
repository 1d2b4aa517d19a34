"""The board while it collects: who owes what, which targets are due soonest, what there is."""

import re
from collections.abc import Collection
from datetime import date
from html import unescape

import pytest

from indicators.board.agencies import agency_standings
from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.reminders import reminder_to_all
from indicators.store.connection import Store
from pages.parts.collecting import collecting_block
from pages.parts.links import NEWEST
from pages.parts.standing import standing
from tests.pages.reading import words
from tests.recording import seen_on

SOURCES = {"ML02": "VnEconomy, 5/9/2025", "CL02": "Dân trí, 19/1/2026"}
ALL_CLEAR = re.compile(r"(không|chưa) có (chỉ tiêu nào )?(cần chú ý|bị đánh giá)", re.IGNORECASE)


@pytest.fixture(scope="module")
def board(published: Store) -> Board:
    return assess(published, seen_on(published, date(2026, 11, 30)))


def block(board: Board, opened: Collection[str] = ()) -> str:
    return str(collecting_block(board, NEWEST, opened, SOURCES))


def sections(html: str) -> dict[str, str]:
    found = re.findall(r'<section class="block [^"]*" id="(.*?)">(.*?)</section>', html, re.DOTALL)
    return dict(found)


def test_each_agency_says_what_it_owes_how_late_and_when_the_next_is_due(board: Board):
    owed = sections(block(board))["con-thieu"]
    assert words(owed.partition("</header>")[0]) == (
        "Số liệu còn thiếu, theo cơ quan Báo cáo năm 2026: hạn 15/11/2026, quá hạn 15 ngày, "
        "7 trong 8 cơ quan chưa nộp số liệu nào. Kỳ nộp tới: 10/06/2027, còn 192 ngày."
    )
    rows = re.findall(r"<summary class=\"row\">(.*?)</summary>", owed)
    assert [words(row) for row in rows][:4] == [
        "Sở Giáo dục và Đào tạo thiếu 51 2 mục tiêu phải đạt ngay quá hạn 15 ngày "
        "kỳ tới 10/06/2027",
        "Sở Khoa học và Công nghệ thiếu 8 0 mục tiêu phải đạt ngay quá hạn 15 ngày "
        "kỳ tới 10/06/2027",
        "Sở Nội vụ thiếu 6 0 mục tiêu phải đạt ngay quá hạn 15 ngày kỳ tới 10/06/2027",
        "Sở Tài chính thiếu 3 3 mục tiêu phải đạt ngay quá hạn 15 ngày kỳ tới 10/06/2027",
    ]


def test_a_reminder_stands_ready_for_each_agency_and_for_all_in_one(board: Board):
    owed = sections(block(board, ("so-tai-chinh",)))["con-thieu"]
    letters = re.findall(r'<p class="letter".*?>(.*?)</p>', owed, re.DOTALL)
    starts = [unescape(letter).partition("\n")[0] for letter in letters[:-1]]
    assert starts[:2] == [
        "Kính gửi: Sở Giáo dục và Đào tạo",
        "Kính gửi: Sở Khoa học và Công nghệ",
    ]
    assert len(starts) == 8
    assert unescape(letters[-1]) == reminder_to_all(board, agency_standings(board))
    assert "Sao chép lời nhắc cho cả 8 cơ quan" in owed
    assert re.findall(r'data-fold="([\w-]+)" open', owed) == ["so-tai-chinh"]


def test_the_targets_due_soonest_say_by_when_and_that_nothing_is_known(board: Board):
    due = sections(block(board))["den-han"]
    assert "5 mục tiêu tính ngay từ năm 2026, 1 mục tiêu đến hạn năm 2027; " in due
    rows = [words(row) for row in re.findall(r'<tr class="row">(.*?)</tr>', due)]
    assert rows[0] == (
        "31/12/2026 còn 31 ngày Cộng đồng học tập cấp tỉnh đủ điều kiện Sở Giáo dục và Đào tạo "
        "chưa có số liệu"
    )
    assert rows[1].startswith("Mỗi năm từ 2026 Chi ngân sách cho giáo dục tối thiểu 20%")
    assert rows[-1].startswith("31/12/2027 còn 13 tháng Điều kiện vào mạng lưới UNESCO")


def test_the_figures_there_are_say_how_far_they_are_and_where_they_come_from(board: Board):
    known = sections(block(board))["da-co"]
    rows = [words(row) for row in re.findall(r'<li class="row">(.*?)</li>', known)]
    assert rows[:2] == [
        "Tỷ lệ trường phổ thông đạt chuẩn quốc gia Sở Giáo dục và Đào tạo · VnEconomy, 5/9/2025 "
        "phải đạt năm 2026: 78,58% 76,98% năm 2025 ít nhất 85% năm 2030 "
        "Còn 8,02 điểm % cần +1,6 điểm % mỗi năm",
        "Vị thế về chất lượng giáo dục mũi nhọn trong cả nước Sở Giáo dục và Đào tạo · Dân trí, "
        "19/1/2026 Văn bản nêu định hướng, chưa đặt mức bằng số. Hạng 4 năm 2026",
    ]


def test_it_never_says_that_nothing_calls_for_attention(board: Board):
    assert not ALL_CLEAR.search(words(block(board)))


def test_for_the_country_nobody_is_asked_for_figures(published: Store):
    assert block(assess(published, as_of(published), "national")) == ""


def test_the_strip_counts_every_indicator_once_and_leads_to_where_more_is_told(board: Board):
    html = str(standing(board, NEWEST, None))
    switches = re.findall(r'<a href="([#/][\w-]+)">(.*?)</a>', html)
    assert [(place, words(part)) for place, part in switches] == [
        ("#da-co", "3 Đã có số liệu"),
        ("#den-han", "5 Thiếu, phải đạt từ 2026"),
        ("/bieu-theo-doi", "61 Thiếu, hạn từ 2027"),
        ("/bieu-theo-doi", "6 Thiếu, chỉ theo dõi"),
    ]
    assert "Mục tiêu đến hạn đầu tiên: 31/12/2026, còn 31 ngày." in html
