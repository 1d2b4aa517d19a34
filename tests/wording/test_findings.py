"""Every kind of finding has a name to show, and a note of the journal is told in words."""

from typing import get_args

import pytest

from indicators.intake.findings import FindingKind, Severity
from indicators.wording.findings import KIND_NAMES, SEVERITY_NAMES, agreed, in_words


def test_every_kind_and_severity_has_a_name_of_its_own():
    assert set(KIND_NAMES) == set(get_args(FindingKind))
    assert set(SEVERITY_NAMES) == set(get_args(Severity))
    assert len(set(KIND_NAMES.values())) == len(KIND_NAMES)


def test_ticking_says_what_is_agreed_to():
    assert agreed("before_merger") == (
        "Số liệu của thời kỳ trước sáp nhập: đây là số liệu tính lại theo địa giới mới"
    )
    assert agreed("duplicate_key") == "Dòng lặp lại: đã xem và đồng ý ghi nhận"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Tệp a.csv; đã xác nhận jump, estimate",
         "Tệp a.csv; đã xác nhận thay đổi lớn bất thường, số ước thực hiện"),
        ("Tệp jump.csv; chỉ nhập dòng đúng, bỏ bad_year",
         "Tệp jump.csv; chỉ nhập dòng đúng, bỏ năm không đọc được"),
        ("Hoàn tác phiên bản 3", "Hoàn tác phiên bản 3"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_note_of_the_journal_is_told_in_words(note: str, told: str):
    assert in_words(note) == told
