"""The sentences of the written report read as a civil servant writes them."""

from datetime import date

import pytest

from indicators.progress.results import Status
from indicators.wording.report import (
    abstract,
    appended,
    by_status,
    extent,
    foot_line,
    joined,
    listed,
    made_up,
    missing_sentence,
    opening,
    stale_sentence,
    verdict_sentence,
)

PROGRAMME = "Chương trình 02"


@pytest.mark.parametrize(
    ("parts", "told"),
    [(["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_the_last_part_of_an_enumeration_is_joined_by_a_word(parts: list[str], told: str):
    assert joined(parts) == told


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({Status.ACHIEVED: 3}, "3 chỉ tiêu đã đạt"),
        (
            {Status.SLOW: 2, Status.ACHIEVED: 3, Status.NO_DATA: 1, Status.MISSED: 0},
            "3 chỉ tiêu đã đạt, 2 chậm tiến độ và 1 chưa có số liệu",
        ),
    ],
)
def test_verdicts_are_counted_in_the_order_of_the_board(counts: dict[Status, int], told: str):
    assert by_status(counts) == told


@pytest.mark.parametrize(
    ("label", "sentence", "told"),
    [
        ("Đúng tiến độ", "Từ 68% lên 81%.", "Tên: đúng tiến độ. Từ 68% lên 81%."),
        ("Đã đạt", "Đã đạt mục tiêu.", "Tên: đã đạt mục tiêu."),
        ("Không đạt", "Không đạt mục tiêu.", "Tên: không đạt mục tiêu."),
    ],
)
def test_a_verdict_is_not_said_twice(label: str, sentence: str, told: str):
    assert verdict_sentence("Tên", label, sentence) == told


def test_the_report_says_what_it_covers():
    assert extent(75, 75, "chương trình") == "Chương trình có 75 chỉ tiêu"
    assert extent(8, 8, "nhóm") == "Nhóm có 8 chỉ tiêu"
    assert extent(2, 8, "nhóm") == "Báo cáo trình bày 2 trong 8 chỉ tiêu của nhóm"
    assert extent(2, 2, "nhóm", national=True) == (
        "Nhóm có 2 chỉ tiêu có mục tiêu hoặc số liệu cả nước"
    )
    assert abstract(PROGRAMME) == "Tình hình thực hiện các chỉ tiêu của Chương trình 02"
    assert abstract(PROGRAMME, "A, B") == (
        "Tình hình thực hiện các chỉ tiêu nhóm “A, B” của Chương trình 02"
    )
    assert opening(PROGRAMME, "Sở A", date(2026, 1, 2)) == (
        "Triển khai Chương trình 02, Sở A báo cáo tình hình thực hiện các chỉ tiêu, số liệu đến "
        "ngày 02/01/2026, như sau:"
    )


def test_the_appendices_are_named_as_they_are_headed():
    assert appended(("",)) == "Biểu theo dõi từng chỉ tiêu nêu tại Phụ lục."
    assert appended(("I", "II")) == (
        "Biểu theo dõi từng chỉ tiêu nêu tại Phụ lục I; nguồn của số liệu nêu tại Phụ lục II."
    )


def test_what_is_missing_is_counted_and_named():
    assert (
        missing_sentence("Báo cáo năm 2026", 0, 5)
        == "Báo cáo năm 2026: 5/5 chỉ tiêu đã có số liệu."
    )
    assert missing_sentence("Báo cáo năm 2026", 2, 5) == (
        "Báo cáo năm 2026: 2/5 chỉ tiêu chưa có số liệu."
    )
    assert listed("Chưa có số liệu", ["Tên A, B", "Tên C"]) == (
        "Chưa có số liệu: 2 chỉ tiêu (Tên A, B; Tên C)."
    )
    assert stale_sentence(["Tên"]) == "Có 1 chỉ tiêu chỉ có số liệu cũ, cần cập nhật: Tên."


def test_source_and_nature_are_named():
    assert foot_line("Phiên bản 3") == "Phiên bản 3 · Nguồn: Bảng theo dõi Nghị quyết 71"
    assert made_up() == (
        "SỐ LIỆU MINH HỌA: các số liệu trong báo cáo này được đặt ra để giới thiệu Bảng theo dõi "
        "Nghị quyết 71, không phải kết quả thực hiện của thành phố."
    )
