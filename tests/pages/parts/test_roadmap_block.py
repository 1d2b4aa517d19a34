"""The block of the roadmap as HTML: a table that can be read without its picture."""

import re

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import Board, assess
from indicators.board.partition import part_of
from indicators.progress.results import Status
from indicators.progress.way import Way
from indicators.store.connection import Store
from pages.parts.links import Links
from pages.parts.roadmap import drawn_way, roadmap_block

ROW = re.compile(r'<tr role="row" class="row s-\w+">.*?</tr>')
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def board(illustrative: Store) -> Board:
    return assess(illustrative, as_of(illustrative))


@pytest.fixture(scope="module")
def block(board: Board) -> str:
    return roadmap_block(board, Links())


def rows(block: str) -> list[list[str]]:
    """The rows as a screen reader says them, cell by cell."""
    cells = (re.findall(r"<t[hd] .*?</t[hd]>", row) for row in ROW.findall(block))
    return [[" ".join(TAG.sub("", cell).split()) for cell in row] for row in cells]


def test_a_row_is_read_whole_without_its_picture(block: str):
    read = {row[0]: row[1:] for row in rows(block)}
    assert len(read) == 58
    assert read["Học tiếp sau THPT, Ngược chiều"] == [
        "lùi 6% quãng đường, theo lộ trình phải được 80%", "43,4% → 70%",
        "cần +26,6 điểm %/năm", "−0,4",
    ]  # fmt: skip
    assert read["Chỉ số giáo dục (HDI), Đúng tiến độ Chậm so với mục tiêu năm 2035"][1] == (
        "0,813 → trên 0,82"
    )
    assert read["Bỏ học vì khó khăn, Không đạt"] == [
        "đạt 0 trong 3 năm có số liệu chính thức", "71 (2028) → 0 người", "vượt 71 người", "−31,5",
    ]  # fmt: skip
    assert read["Điều kiện vào mạng lưới UNESCO, Không đạt"][1:3] == [
        "hoàn thành 70% → 100% (2027)", "đã quá hạn",
    ]  # fmt: skip


def test_the_lists_say_how_many_they_are(block: str):
    heads = re.findall(r'scope="rowgroup">(.*?)</th>', block)
    assert heads == [
        "18 chỉ tiêu còn thiếu so với lộ trình",
        "3 chỉ tiêu chưa giữ được mức hằng năm",
        "33 chỉ tiêu kịp lộ trình hoặc đã đạt",
        "4 chỉ tiêu giữ được mức hằng năm",
    ]
    assert "<summary>37 chỉ tiêu đúng tiến độ, đã đạt</summary>" in block


def test_a_status_filters_the_rows_and_opens_what_a_telephone_folds(board: Board):
    only = roadmap_block(board, Links(), part_of(board, Status.ON_TRACK))
    assert all(", Đúng tiến độ" in row[0] for row in rows(only))
    assert (len(rows(only)), "<details" in only) == (20, False)
    assert roadmap_block(board, Links(), part_of(board, None)) == ""


def test_what_lies_beyond_the_scale_stands_at_its_end():
    drawn = [drawn_way(Way(made, 0.5)) for made in (0.0, 1.0, -3.0, 9.0)]
    assert [(each.made, each.due, each.beyond) for each in drawn] == [
        ("12.0", "48.0", ""),
        ("84.0", "48.0", ""),
        ("1.0", "48.0", "under"),
        ("99.0", "48.0", "over"),
    ]
