"""The table below a comparison, on the page and as a file."""

from datetime import date

from indicators.board.as_of import AsOf
from indicators.briefing.tables.comparison import comparison_sheet
from indicators.comparison.comparison import Comparison, Question
from indicators.comparison.making import compare
from indicators.comparison.table import comparison_lines, comparison_years
from indicators.store.connection import Store
from indicators.store.history import latest, version_at
from tests.recording import record, seen_on, series


def asked(store: Store, question: Question) -> Comparison:
    found = compare(store, AsOf(version_at(store, 4), date(2029, 6, 10), 2029), "city", question)
    assert found
    return found


def test_a_file_has_title_source_and_version_and_numbers_as_numbers(broken_down: Store):
    sheet = comparison_sheet(asked(broken_down, Question(("ML02", "HD01"))), 2024)
    assert [column.heading for column in sheet.columns] == [
        "Hạng", "Mã", "Chỉ tiêu", "ĐVT", "2024", "2025", "2026", "2027", "2028", "2029",
        "Mục tiêu", "Đánh giá", "Số ước, sơ bộ",
    ]  # fmt: skip
    name = "Tỷ lệ trường phổ thông đạt chuẩn quốc gia"
    assert sheet.rows[:2] == (
        (None, "ML02", name, "%", None, 68.0, 71.4, 74.8, 78.2, 81.6, "2030: ít nhất 85%",
         "Đúng tiến độ", "2029"),
        (None, "ML02", f"{name} (cả nước)", "%", 62.25, None, None, None, None, None,
         "2030: ít nhất 80%", "Chưa đủ căn cứ đánh giá", None),
    )  # fmt: skip
    head = latest(broken_down).head
    assert (sheet.title, sheet.notes) == (
        "Trong 2 chỉ tiêu đánh giá được, 1 đúng tiến độ; 1 chậm",
        (
            "Phạm vi: thành phố Hải Phòng",
            "Nguồn: Số liệu kiểm thử; Nguồn kiểm thử; UNDP HDR 2025",
            f"Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 4 · {head}",
        ),
    )


def test_communes_are_numbered_equals_alike_the_whole_and_the_missing_not(own: Store):
    values = {"10507": 60, "10525": 80, "10532": 80, "10543": 40}
    rows = [row for a, value in values.items() for row in series("NL13", f"2025 {value}", area=a)]
    record(own, *rows, *series("NL13", "2025 71"), *series("NL13", "2024 99", area="10546"))
    found = compare(own, seen_on(own, date(2026, 11, 22)), "city", Question(("NL13",)))
    assert found
    lines = comparison_lines(found, comparison_years(found, 2025))
    assert [(line.place, line.text(line.points[0])) for line in lines] == [
        (1, "80,0"), (1, "80,0"), (None, "71,0"), (3, "60,0"), (4, "40,0"), (None, "–"),
    ]  # fmt: skip


def test_what_is_not_final_is_marked(broken_down: Store):
    found = asked(broken_down, Question(("ML02",), "cap-hoc"))
    whole, part = comparison_lines(found, (2029,))[:2]
    assert [line.text(line.points[0]) for line in (whole, part)] == ["81,60*", "94,00"]
