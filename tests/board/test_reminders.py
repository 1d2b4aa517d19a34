"""The reminders as they are sent: plain text, to one agency or to all."""

from datetime import date

from indicators.board.agencies import agency_standings
from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.board.reminders import reminder_to, reminder_to_all
from indicators.store.connection import Store
from tests.recording import seen_on

TO_FINANCE = """\
Kính gửi: Sở Tài chính

Báo cáo năm 2026 của Chương trình hành động số 02-CTr/TU đến hạn ngày 15/11/2026 (ngày đề xuất). \
Tính đến ngày 30/11/2026, đã quá hạn 15 ngày, bảng theo dõi chưa nhận được số liệu của 3 chỉ tiêu \
do Sở Tài chính chủ trì:

1. Tỷ lệ chi ngân sách địa phương cho giáo dục và đào tạo (tối thiểu 20%, mỗi năm từ 2026)
2. Tỷ lệ chi đầu tư phát triển trường, lớp học (ít nhất 5%, mỗi năm từ 2026)
3. Tỷ lệ chi cho giáo dục đại học trên địa bàn (ít nhất 3%, mỗi năm từ 2026)

Đề nghị Sở Tài chính nộp số liệu tại mục Nhập số liệu của bảng theo dõi. Kỳ tiếp theo: báo cáo \
6 tháng năm 2027, hạn ngày 10/06/2027 (ngày đề xuất)."""


def test_an_agency_is_reminded_of_all_it_owes_with_days_that_are_proposed(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 30)))
    finance = next(each for each in agency_standings(board) if each.agency.name == "Sở Tài chính")
    assert reminder_to(board, finance) == TO_FINANCE


def test_all_are_reminded_in_one_text_each_of_its_own(published: Store):
    board = assess(published, seen_on(published, date(2026, 11, 30)))
    paragraphs = reminder_to_all(board, agency_standings(board)).split("\n\n")
    assert paragraphs[0].startswith("Kính gửi: Sở Giáo dục và Đào tạo; Sở Khoa học và Công nghệ; ")
    assert "của 74 chỉ tiêu, theo cơ quan chủ trì:" in paragraphs[1]
    assert [part.splitlines()[0] for part in paragraphs[2:-1]] == [
        "1. Sở Giáo dục và Đào tạo (51 chỉ tiêu):",
        "2. Sở Khoa học và Công nghệ (8 chỉ tiêu):",
        "3. Sở Nội vụ (6 chỉ tiêu):",
        "4. Sở Tài chính (3 chỉ tiêu):",
        "5. UBND thành phố (2 chỉ tiêu):",
        "6. Thống kê thành phố (2 chỉ tiêu):",
        "7. Sở Văn hóa, Thể thao và Du lịch (1 chỉ tiêu):",
        "8. Công an thành phố (1 chỉ tiêu):",
    ]
    assert sum(part.count("\n- ") for part in paragraphs) == 74
    assert paragraphs[-1].startswith("Đề nghị các cơ quan nộp số liệu")


def test_who_owes_nothing_is_not_reminded_and_made_up_figures_say_so(illustrative: Store):
    board = assess(illustrative, as_of(illustrative))
    texts = {each.agency.name: reminder_to(board, each) for each in agency_standings(board)}
    assert texts["Sở Tài chính"] == ""
    assert texts["Sở Nội vụ"].startswith(
        "SỐ LIỆU MINH HỌA: lời nhắc này chỉ để giới thiệu, không gửi đi.\n\nKính gửi: Sở Nội vụ\n\n"
    )
