"""What the rows and heads of the roadmap say."""

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.store.connection import Store
from indicators.wording.roadmap import kept_words, milestone_notes, summary, way_words

NOTES = [
    ("HD01", ["Chậm so với mục tiêu năm 2035"]),
    ("CS10", ["Không đạt mốc năm 2028"]),
    ("ML02", []),
    ("DH05", []),
    ("CL03", []),
]
KEPT = [
    ("NL02", "đạt 0 trong 3 năm có số liệu chính thức"),
    ("NL03", "đạt 1 trong 3 năm có số liệu chính thức"),
    ("PC03", "đã từng đạt, nay không giữ được"),
    ("PC04", "đang giữ được mức"),
    ("PC08", "đang giữ được mức"),
]


@pytest.mark.parametrize(("code", "notes"), NOTES)
def test_a_row_tells_other_milestones_that_are_not_well(
    illustrative: Store, code: str, notes: list[str]
):
    row = assess(illustrative, as_of(illustrative)).by_code[code]
    assert milestone_notes(row.judgement) == notes


@pytest.mark.parametrize(("code", "told"), KEPT)
def test_a_level_that_has_no_way_is_told_in_words(illustrative: Store, code: str, told: str):
    row = assess(illustrative, as_of(illustrative)).by_code[code]
    assert kept_words(row.judgement) == told


def test_a_picture_of_a_way_is_told_in_words():
    assert way_words(0.625, 0.8) == "đi được 63% quãng đường, theo lộ trình phải được 80%"
    assert way_words(-0.06, 0.8) == "lùi 6% quãng đường, theo lộ trình phải được 80%"
    assert way_words(1, None) == "đi được 100% quãng đường"


def test_the_parts_add_up_and_none_is_left_out():
    assert summary(18, 33, 3, 4) == (
        "58 chỉ tiêu đánh giá được: 51 đi theo lộ trình (18 còn thiếu, 33 kịp hoặc đã đạt) "
        "và 7 phải giữ mức hằng năm (3 chưa giữ được, 4 giữ được)."
    )
    assert (
        summary(0, 2, 0, 0) == "2 chỉ tiêu đánh giá được: 2 đi theo lộ trình (2 kịp hoặc đã đạt)."
    )
    assert summary(0, 0, 1, 0) == (
        "1 chỉ tiêu đánh giá được: 1 phải giữ mức hằng năm (1 chưa giữ được)."
    )
