"""The sentences of a comparison."""

import pytest

from indicators.progress.results import UNRANKED, Point
from indicators.wording.comparisons import (
    against,
    alone_sentence,
    apart,
    frame_sentence,
    no_area,
    no_indicator,
    of_one_unit,
    standing,
    too_many,
)
from tests.wording.writing import notation

STANDINGS = [
    ("ML02", [("A", 80.0), ("B", 76.25), ("C", 78.0)], 3,
     "năm 2029 cao nhất là A (80,00%), thấp nhất là B (76,25%)"),
    ("ML02", [("A", 80.0), ("B", 76.25)], 2,
     "năm 2029 A (80,00%) cao hơn B (76,25%) là 3,75 điểm phần trăm"),
    ("ML02", [("A", 80.0), ("B", 76.25)], 5,
     "năm 2029 (trong 2/5 có số liệu) cao nhất là A (80,00%), thấp nhất là B (76,25%)"),
    ("ML02", [("A", 80.0), ("B", 80.0), ("C", 80.0), ("D", 70.0)], 4,
     "năm 2029 cao nhất là A và 2 nơi khác (80,00%), thấp nhất là D (70,00%)"),
    ("ML02", [("A", 80.0), ("B", 80.0)], 2, "năm 2029 cùng ở mức 80,00%"),
    ("DH17", [("A", 150.0), ("B", 90.0)], 2,
     "năm 2029 B (hạng 90) cao hơn A (hạng 150) là 60 bậc"),
    ("ML01", [("A", 40.0), ("B", 100.0)], 2,
     "năm 2029 cao nhất là B (đã hoàn thành), thấp nhất là A (hoàn thành 40%)"),
    ("HD03", [("A", -0.5), ("B", -2.0)], 2, "năm 2029 A (−0,5 điểm) cao hơn B (−2,0 điểm) là "
     "1,5 điểm"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "stands", "of", "told"), STANDINGS)
def test_the_highest_and_the_lowest_are_named(
    code: str, stands: list[tuple[str, float]], of: int, told: str
):
    assert standing(2029, stands, notation(code), of) == told


def test_without_a_common_year_the_newest_figures_are_told():
    ends = [("Hải Phòng", Point(2025, 76.98)), ("Cả nước", Point(2024, 60.0)), ("B", None)]
    assert apart(ends, notation("ML02")) == (
        "chưa có năm nào cùng có số liệu. Hải Phòng: 76,98% năm 2025; Cả nước: 60,00% năm 2024"
    )
    unranked = [("A", Point(2025, UNRANKED)), ("B", None)]
    assert apart(unranked, notation("DH17")) == "chưa có số liệu"
    assert (
        alone_sentence("A", Point(2025, UNRANKED), notation("DH17")) == "A chưa xếp hạng năm 2025"
    )
    assert alone_sentence("A", None, notation("DH17")) == "A chưa có số liệu"


@pytest.mark.parametrize(
    ("code", "value", "total", "told"),
    [
        ("ML02", 94.0, 81.6, "Cao hơn mức chung 12,4 điểm phần trăm"),
        ("ML02", 42.0, 81.6, "Thấp hơn mức chung 39,6 điểm phần trăm"),
        ("ML02", 81.6, 81.6, "Bằng mức chung"),
        ("DH17", 90, 150, "Cao hơn mức chung 60 bậc"),
    ],
)
def test_a_part_is_held_against_the_whole(code: str, value: float, total: float, told: str):
    assert against("mức chung", value, total, notation(code)) == told


FRAMES = [
    (["%"], False, False, "Cùng trục năm 2025–2030, cùng thang giá trị (%)."),
    ([""], False, False, "Cùng trục năm 2025–2030, cùng thang giá trị."),
    (["%", "trường"], False, False, "Cùng trục năm 2025–2030, cùng thang giá trị."),
    (["%"], True, False, "Cùng trục năm 2025–2030; các hình tính bằng % cùng thang giá trị, "
     "các hình khác mỗi hình một thang riêng."),
    ([], True, False, "Cùng trục năm 2025–2030; mỗi hình một thang giá trị riêng."),
    ([], True, True, "Cùng trục năm 2025–2030; mỗi hình một thang giá trị riêng, vì độ lớn chênh "
     "nhau nhiều."),
    ([], False, False, "Cùng trục năm 2025–2030."),
]  # fmt: skip


@pytest.mark.parametrize(("shared", "own", "unequal", "told"), FRAMES)
def test_the_frame_is_said(shared: list[str], own: bool, unequal: bool, told: str):
    assert frame_sentence(2025, 2030, shared, apart=own, unequal=unequal) == told


def test_what_is_left_out_is_said_in_one_sentence_however_much_it_is():
    names = [f"X{n}" for n in range(9)]
    assert too_many("địa bàn", names[:2], tabled=True) == (
        "Chỉ vẽ 6 địa bàn cạnh nhau; không vẽ X0, X1, chỉ ghi trong bảng."
    )
    assert too_many("chỉ tiêu", names, tabled=False) == (
        "Chỉ vẽ 6 chỉ tiêu cạnh nhau; không vẽ X0, X1, X2, X3, X4, X5 và 3 chỉ tiêu khác."
    )
    assert no_indicator(names).startswith(
        "Không có chỉ tiêu mang mã 'X0', 'X1', 'X2', 'X3', 'X4', 'X5' và 3 mã khác ở phạm vi"
    )
    assert no_area(["Q1"], "ML02").endswith("ở địa bàn mang mã 'Q1'.")


@pytest.mark.parametrize(
    ("count", "of", "unit", "told"),
    [
        (6, 9, "%", "6 trong 9 chỉ tiêu tính bằng %"),
        (2, 2, "hạng", "2 chỉ tiêu xếp hạng"),
        (3, 3, "trường", "3 chỉ tiêu tính bằng trường"),
        (2, 2, "", "2 chỉ tiêu cùng loại"),
    ],
)
def test_indicators_counted_alike_are_named(count: int, of: int, unit: str, told: str):
    assert of_one_unit(count, of, unit) == told
