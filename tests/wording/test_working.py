"""The arithmetic behind a verdict, as it can be done again by hand."""

import re

import pytest

from indicators.board.board import Row
from indicators.methodology.illustrative_series import illustrative_rows
from indicators.progress.results import Thresholds
from indicators.wording.working import ratio_words, threshold_words, working
from tests.progress.reading import golden_cases
from tests.wording.writing import judged, notation, targets

SUMS = str.maketrans({",": ".", "−": "-", "×": "*", "÷": "/", ".": None, "%": None})
IS_SUM = re.compile(r"[\d.,()% +−×÷/^*-]+")
WORKED = [
    ("CS02", "2025 75; 2027 81", 2027, [
        "Lộ trình năm 2027: 75 + (95 − 75) × 2/5 = 83",
        "Tỷ số nhịp độ: (81 − 75) ÷ (83 − 75) = 6 ÷ 8 = 0,75",
        "0,60 ≤ 0,75 < 0,95: Chậm tiến độ"]),
    ("CS02", "2025 75; 2027 74", 2027, [
        "Lộ trình năm 2027: 75 + (95 − 75) × 2/5 = 83",
        "Tỷ số nhịp độ: (74 − 75) ÷ (83 − 75) = −1 ÷ 8 = −0,13",
        "−0,13 < 0: Ngược chiều mục tiêu"]),
    ("CS02", "2025 75; 2030 94p", 2030, [
        "Lộ trình năm 2030: 75 + (95 − 75) × 5/5 = 95",
        "Tỷ số nhịp độ: (94 − 75) ÷ (95 − 75) = 19 ÷ 20 = 0,95",
        "0,95 ≥ 0,95: Đúng tiến độ",
        "Số ước, sơ bộ còn thiếu so với mục tiêu: cao nhất là Chậm tiến độ"]),
    ("CS02", "2025 75; 2030 96", 2030, ["Năm 2030: 96,0 > 95, đạt"]),
    ("CS02", "2025 75; 2030 95", 2030, ["Năm 2030: 95,0 ≤ 95, chưa đạt"]),
    ("PC05", "2025 75; 2030 94.96", 2030, ["Năm 2030: 94,96 < 95, chưa đạt"]),
    ("ML02", "2025 76.98", 2026, [
        "Còn 85 − 76,98 = 8,02; mỗi năm 8,02 ÷ (2030 − 2025) = 1,604"]),
    ("CS02", "2025 96; 2027 94", 2027, [
        "Năm 2025: 96,0 > 95, đạt", "Năm 2027: 94,0 ≤ 95, chưa đạt"]),
    ("ML02", "2025 84.9; 2026 84.88", 2026, [
        "Lộ trình năm 2026: 84,9 + (85 − 84,9) × 1/5 = 84,92",
        "Tỷ số nhịp độ: (84,88 − 84,9) ÷ (84,92 − 84,9) = −0,02 ÷ 0,02 = −1,00",
        "−1,00 < 0: Ngược chiều mục tiêu",
        "1% của 85 là 0,85; kỳ gốc cách 0,1, số mới nhất cách 0,12: chỉ xếp Chậm tiến độ"]),
    ("DH04", "2025 12800; 2027 15200", 2027, [
        "Mức chấp nhận của “khoảng 16.000”: 0,95 × 16.000 = 15.200",
        "Năm 2027: 15.200 ≥ 15.200, đạt"]),
    ("ML05", "2025 0; 2028 1", 2028, [
        "Lộ trình năm 2028: 0 + (2 − 0) × 3/5 = 1,2", "Làm tròn về phía kỳ gốc: 1; đã có 1"]),
    ("DH17", "2025 310; 2027 266", 2027, [
        "Lộ trình năm 2027: 310 + (200 − 310) × 2/5 = 266",
        "Tỷ số nhịp độ: (266 − 310) ÷ (266 − 310) = −44 ÷ (−44) = 1,00",
        "1,00 ≥ 0,95: Đúng tiến độ"]),
    ("DH17", "2025 310; 2030 unranked", 2030, []),
    ("HD03", "2025 -5; 2027 -4", 2027, [
        "Lộ trình năm 2027: −5 + (0 − (−5)) × 2/10 = −4",
        "Tỷ số nhịp độ: (−4 − (−5)) ÷ (−4 − (−5)) = 1 ÷ 1 = 1,00",
        "1,00 ≥ 0,95: Đúng tiến độ"]),
    ("HD03", "2025 0; 2027 0", 2027, [
        "Kỳ gốc 0 đã bằng mức của mục tiêu nên lộ trình không đòi hỏi thay đổi; chỉ xét có đi "
        "ngược chiều hay không"]),
    ("HD01", "2025 0.7; 2030 0.8; 2031 0.81", 2031, [
        "Lộ trình năm 2031: 0,82 + (0,87 − 0,82) × 1/5 = 0,83",
        "Tỷ số nhịp độ: (0,81 − 0,7) ÷ (0,83 − 0,7) = 0,11 ÷ 0,13 = 0,84",
        "0,60 ≤ 0,84 < 0,95: Chậm tiến độ"]),
    ("NL01", "2026 21; 2027 19.4", 2027, [
        "Năm 2027: 19,4 < 20, chưa đạt", "Chênh: 19,4 − 20 = −0,6"]),
    ("NL01", "", 2026, [
        "Năm đánh giá 2026 ≤ năm áp dụng đầu tiên 2026, chưa có số chính thức của năm này"]),
    ("ML01", "", 2026, ["Năm đánh giá 2026 ≤ năm hạn 2030"]),
    ("ML01", "", 2031, ["Năm đánh giá 2031 > năm hạn 2030"]),
    ("ML01", "2026 0", 2026, [
        "Báo cáo năm 2026: 0% < 100%", "Năm đánh giá 2026 ≤ năm hạn 2030",
        "Cần mỗi năm: (100 − 0) ÷ (2030 − 2026) = 25"]),
    ("ML01", "2030 90", 2031, ["Báo cáo năm 2030: 90% < 100%", "Năm đánh giá 2031 > năm hạn 2030"]),
    ("ML01", "2029 100", 2029, ["Báo cáo năm 2029: 100% = 100%"]),
    ("NL01", "2025 18", 2026, [
        "Năm đánh giá 2026 ≤ năm áp dụng đầu tiên 2026, chưa có số chính thức của năm này"]),
    ("NL01", "2025 18", 2027, ["Từ năm 2026 đến năm 2027 chưa có số chính thức"]),
    ("DH13", "2025 1000; 2027 1240", 2027, [
        "Tăng bình quân: (1.240 ÷ 1.000)^(1/2) − 1 = 11,4%",
        "Tỷ số nhịp độ: 11,4% ÷ 14% = 0,81",
        "0,60 ≤ 0,81 < 0,95: Chậm tiến độ"]),
    ("ML01", "2027 30", 2027, [
        "Thời gian đã qua: (2027 − 2025) ÷ (2030 − 2025) = 40%",
        "Tỷ số nhịp độ: 30% ÷ 40% = 0,75",
        "0,60 ≤ 0,75 < 0,95: Chậm tiến độ",
        "Cần mỗi năm: (100 − 30) ÷ (2030 − 2027) = 23,3"]),
    ("CS02", "2025 75; 2029 90", 2031, [
        "Số liệu mới nhất năm 2029 < năm đích 2030 < năm đánh giá 2031"]),
    ("CL01", "2025 3", 2026, []),
]  # fmt: skip


def steps(code: str, points: str, year: int, scope: str = "city") -> list[str]:
    judgement = judged(code, points, year, scope)
    return working(judgement, targets(code, scope), notation(code, scope), Thresholds())


@pytest.mark.parametrize(("code", "points", "year", "told"), WORKED)
def test_the_steps_are_told(code: str, points: str, year: int, told: list[str]):
    assert steps(code, points, year) == told


def sums(lines: list[str]) -> list[list[float]]:
    """The two sides, or more, of every equation among the lines."""
    told = [line.rpartition(": ")[2].split("; mỗi năm ") for line in lines if " = " in line]
    sides = [part.split(" = ") for parts in told for part in parts]
    plain = [[side.removeprefix("Còn ") for side in each] for each in sides]
    assert all(IS_SUM.fullmatch(side) for each in plain for side in each), plain
    return [[worked_out(side) for side in each] for each in plain]


def worked_out(side: str) -> float:
    """Work out one side; a rate of growth, which a power tells, is written in percent."""
    value: float = eval(side.translate(SUMS).replace("^", "**"))  # noqa: S307 (only figures)
    return 100 * value if "^" in side else value


def assert_right(lines: list[str]) -> None:
    for first, *others in sums(lines):
        for other in others:
            # A ratio is rounded down to two decimals, a share of time to whole percent.
            near = pytest.approx(first, rel=0.02, abs=0.011)
            assert near in (other, other / 100), lines


@pytest.mark.parametrize("row", golden_cases("sentences"))
def test_every_sum_comes_out_as_told(row: dict[str, str]):
    assert_right(steps(row["code"], row["points"], int(row["year"]), row["scope"]))


@pytest.mark.parametrize("row", illustrative_rows(Thresholds()), ids=lambda row: row.sentence)
def test_the_sums_of_the_illustrative_series_come_out(row: Row):
    assert_right(working(row.judgement, row.targets, row.notation, Thresholds()))


def test_a_ratio_never_rounds_up_to_a_threshold():
    assert (ratio_words(0.9499), ratio_words(0.95), ratio_words(-0.001)) == (
        "0,94",
        "0,95",
        "−0,01",
    )


def test_thresholds_keep_their_decimals():
    assert [threshold_words(value) for value in (0.95, 0.6, 1.0, 0.975)] == [
        "0,95", "0,60", "1,00", "0,975",
    ]  # fmt: skip
