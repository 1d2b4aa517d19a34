"""How a board stands, in one sentence, and what stands quietly below it."""

from collections import Counter

import pytest

from indicators.progress.results import Status
from indicators.wording.standing import (
    Reason,
    earlier_sentence,
    standing_sentence,
    unjudged_sentence,
    unreported_sentence,
)

# Each: the verdicts with their counts, how many of how many have figures.
STANDINGS = [
    ("all kinds of verdict", "achieved 16, on_track 21, slow 9, off_track 6, worsening 4, missed 2",
     68, 75,
     "Trong 58 chỉ tiêu đánh giá được, 37 đã đạt hoặc đúng tiến độ; 21 chậm, có nguy cơ, ngược "
     "chiều hoặc không đạt"),
    ("what has no verdict is not counted", "achieved 2, slow 1, pending 4, no_data 5, monitored 3",
     9, 21,
     "Trong 3 chỉ tiêu đánh giá được, 2 đã đạt; 1 chậm"),
    ("only the verdicts that occur are named", "on_track 3, off_track 1, missed 1", 5, 5,
     "Trong 5 chỉ tiêu đánh giá được, 3 đúng tiến độ; 2 có nguy cơ hoặc không đạt"),
    ("thousands have a dot", "on_track 1000, worsening 234", 1234, 1234,
     "Trong 1.234 chỉ tiêu đánh giá được, 1.000 đúng tiến độ; 234 ngược chiều"),
    ("all are well", "achieved 2, on_track 3", 5, 8,
     "Cả 5 chỉ tiêu đánh giá được đều đã đạt hoặc đúng tiến độ"),
    ("all have the same verdict", "achieved 2", 4, 8,
     "Cả 2 chỉ tiêu đánh giá được đều đã đạt"),
    ("none is well", "slow 1, worsening 2", 4, 8,
     "Cả 3 chỉ tiêu đánh giá được đều chậm hoặc ngược chiều"),
    ("a single one is well", "on_track 1, pending 2", 3, 3,
     "Chỉ tiêu duy nhất đánh giá được đúng tiến độ"),
    ("a single one is not well", "off_track 1", 1, 3,
     "Chỉ tiêu duy nhất đánh giá được có nguy cơ"),
    ("figures and no verdict", "insufficient 2, monitored 1, no_data 72", 3, 75,
     "Mới có số liệu của 3 trong 75 chỉ tiêu, chưa đánh giá được tiến độ"),
    ("figures of all and no verdict", "insufficient 3", 3, 3,
     "Cả 3 chỉ tiêu đã có số liệu, chưa đánh giá được tiến độ"),
    ("no figures", "no_data 68, monitored 7", 0, 75,
     "Chưa có số liệu của chỉ tiêu nào trong 75 chỉ tiêu"),
    ("a single indicator without figures", "no_data 1", 0, 1, "Chưa có số liệu"),
    ("a single indicator with a figure and no verdict", "pending 1", 1, 1,
     "Đã có số liệu, chưa đánh giá được tiến độ"),
]  # fmt: skip


def counted(statuses: str) -> Counter[Status]:
    """Read counts such as 'achieved 2, slow 1'."""
    pairs = (pair.split() for pair in statuses.split(", "))
    return Counter({Status(status): int(count) for status, count in pairs})


@pytest.mark.parametrize(
    ("statuses", "with_figures", "total", "told"),
    [pytest.param(*case, id=name) for name, *case in STANDINGS],
)
def test_a_board_is_told_in_a_sentence_whose_numbers_add_up(
    statuses: str, with_figures: int, total: int, told: str
):
    assert standing_sentence(counted(statuses), with_figures, total) == told


UNJUDGED: list[tuple[list[tuple[Reason, int]], str]] = [
    ([("pending", 1)], "1 chỉ tiêu chưa đến hạn."),
    (
        [("monitored", 7), ("pending", 6), ("insufficient", 2), ("stale", 1), ("no_data", 1)],
        "17 chỉ tiêu chưa đánh giá: 7 chỉ theo dõi vì văn bản chưa đặt mức, 6 chưa đến hạn, 2 chưa "
        "đủ căn cứ, 1 chỉ có số liệu cũ, 1 chưa có số liệu.",
    ),
    ([("stale", 2)], "2 chỉ tiêu chỉ có số liệu cũ."),
    (
        [("no_data", 1200), ("vacant", 34)],
        "1.234 chỉ tiêu chưa đánh giá: 1.200 chưa có số liệu, 34 không có đối tượng.",
    ),
]


@pytest.mark.parametrize(("reasons", "told"), UNJUDGED)
def test_those_without_a_verdict_are_counted_by_their_reasons(
    reasons: list[tuple[Reason, int]], told: str
):
    assert unjudged_sentence(reasons) == told


UNREPORTED = [
    (7, 8, 16, "7 cơ quan chưa nộp báo cáo năm 2026, quá hạn 16 ngày"),
    (8, 8, 7, "cả 8 cơ quan chưa nộp báo cáo năm 2026, quá hạn 7 ngày"),
    (1, 8, 1, "1 cơ quan chưa nộp báo cáo năm 2026, quá hạn 1 ngày"),
    (1, 1, 1, "1 cơ quan chưa nộp báo cáo năm 2026, quá hạn 1 ngày"),
    (3, 8, 0, "3 cơ quan chưa nộp báo cáo năm 2026"),
    (3, 8, 1000, "3 cơ quan chưa nộp báo cáo năm 2026, quá hạn 1.000 ngày"),
]


@pytest.mark.parametrize(("missing", "agencies", "days", "told"), UNREPORTED)
def test_who_has_sent_nothing_is_counted_with_how_late_it_is(
    missing: int, agencies: int, days: int, told: str
):
    assert unreported_sentence(missing, agencies, "báo cáo năm 2026", days) == told


def test_missed_earlier_milestones_are_introduced_with_each_year_once():
    assert earlier_sentence([2028]) == "Không đạt mốc năm 2028"
    assert earlier_sentence([2030, 2028, 2030]) == "Không đạt mốc năm 2028, 2030"
