"""Every kind of finding has a name to show, and a note of the journal is told in words."""

from typing import get_args

import pytest

from indicators.intake.findings import Finding, FindingKind, Severity
from indicators.wording.findings import KIND_NAMES, SEVERITY_NAMES, agreed, in_short, in_words


def test_every_kind_and_severity_has_a_name_of_its_own():
    assert set(KIND_NAMES) == set(get_args(FindingKind))
    assert set(SEVERITY_NAMES) == set(get_args(Severity))
    assert len(set(KIND_NAMES.values())) == len(KIND_NAMES)


def test_ticking_says_what_is_agreed_to():
    assert agreed("before_merger") == (
        "Số liệu của thời kỳ trước sáp nhập: đây là số liệu tính lại theo địa giới mới"
    )
    assert agreed("estimate") == "Số ước thực hiện: ghi là số ước, chưa phải số chính thức"
    assert agreed("duplicate_key") == "Dòng lặp lại: đã xem và đồng ý ghi nhận"


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("Thay đổi 8,1 mỗi năm, hơn mọi lần trước (nhiều nhất 2,1); hãy kiểm tra lại số, nếu đúng "
         "hãy xác nhận.",
         "Thay đổi 8,1 mỗi năm, hơn mọi lần trước (nhiều nhất 2,1)"),
        ("'1.234' có thể đọc hai cách; đã đọc là 1234 vì chỉ tiêu chỉ nhận số như vậy. "
         "Hãy xác nhận hoặc ghi lại cho rõ.",
         "'1.234' có thể đọc hai cách; đã đọc là 1234 vì chỉ tiêu chỉ nhận số như vậy"),
        ("Trùng với dòng 2.", "Trùng với dòng 2"),
    ],
)  # fmt: skip
def test_a_finding_is_told_in_short_without_what_to_do(message: str, short: str):
    assert in_short(Finding("warning", "jump", "", 2, "gia_tri", "9", message)) == short


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Tệp a.csv; đã xác nhận jump, estimate",
         "Tệp a.csv; đã xác nhận thay đổi lớn bất thường, số ước thực hiện"),
        ("Tệp jump.csv; chỉ nhập dòng đúng, bỏ bad_year",
         "Tệp jump.csv; chỉ nhập dòng đúng, bỏ năm cần xem lại"),
        ("Hoàn tác phiên bản 3", "Hoàn tác phiên bản 3"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_note_of_the_journal_is_told_in_words(note: str, told: str):
    assert in_words(note) == told
