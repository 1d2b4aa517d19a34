"""What would be if, in words: values, the year each target is reached, changes read and written."""

import pytest

from indicators.progress.what_if import outlook_of
from indicators.wording.notation import goal_of
from indicators.wording.what_if import change_heading, change_label, read_change, what_if_sentences
from tests.wording.writing import judged, notation, targets

TOLD = [
    ("ML02", "2025 76.98", 1.604,
     ["Nếu từ mức 76,98% năm 2025 mỗi năm tăng 1,604 điểm phần trăm thì năm 2030 là 85,00%, "
      "năm 2035 là 93,02%.",
      "Mục tiêu năm 2030 (ít nhất 85%): đạt năm 2030, đúng năm phải đạt."]),
    ("ML02", "2025 76.98", 1.6,
     ["Nếu từ mức 76,98% năm 2025 mỗi năm tăng 1,6 điểm phần trăm thì năm 2030 là 84,98%, "
      "năm 2035 là 92,98%.",
      "Mục tiêu năm 2030 (ít nhất 85%): đạt năm 2031, chậm 1 năm."]),
    ("HD02", "2025 25", -5.0,
     ["Nếu từ mức 25,00% năm 2025 mỗi năm giảm 5 điểm phần trăm thì năm 2030 là 0,00%, "
      "năm 2035 là 0,00%.",
      "Mục tiêu năm 2030 (giảm xuống dưới 10%): đạt năm 2029, sớm 1 năm."]),
    ("ML02", "2026 86", 0.0,
     ["Nếu từ mức 86,00% năm 2026 giữ nguyên thì năm 2030 là 86,00%, năm 2035 là 86,00%.",
      "Mục tiêu năm 2030 (ít nhất 85%): đã đạt và vẫn giữ được."]),
    ("ML02", "2026 86", -1.0,
     ["Nếu từ mức 86,00% năm 2026 mỗi năm giảm 1 điểm phần trăm thì năm 2030 là 82,00%, "
      "năm 2035 là 77,00%.",
      "Mục tiêu năm 2030 (ít nhất 85%): đã đạt nhưng không giữ được."]),
    ("DH17", "2025 310; 2027 266", -11.0,
     ["Nếu từ mức hạng 266 năm 2027 mỗi năm tăng 11 bậc thì năm 2030 là hạng 233, năm 2035 là "
      "hạng 178, năm 2045 là hạng 68.",
      "Mục tiêu năm 2030 (phấn đấu hạng 200): đạt năm 2033, chậm 3 năm.",
      "Mục tiêu năm 2035 (phấn đấu hạng 150): đạt năm 2038, chậm 3 năm.",
      "Mục tiêu năm 2045 (phấn đấu hạng 100): đạt năm 2043, sớm 2 năm."]),
    ("HD01", "2025 0.7; 2031 0.75", -0.01,
     ["Nếu từ mức 0,750 năm 2031 mỗi năm giảm 0,01 thì năm 2035 là 0,710.",
      "Mục tiêu năm 2035 (tối thiểu 0,87): không đạt."]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "points", "change", "told"), TOLD)
def test_what_would_be_is_told(code: str, points: str, change: float, told: list[str]):
    outlook = outlook_of(judged(code, points, 2031), [goal_of(t) for t in targets(code)])
    assert outlook
    assert what_if_sentences(outlook, change, targets(code), notation(code)) == told


@pytest.mark.parametrize(
    ("change", "label"), [(1.604, "1,604"), (-0.5, "−0,5"), (0.0, "0"), (2400.0, "2400")]
)
def test_a_change_is_written_for_the_address_and_read_back(change: float, label: str):
    assert (change_label(change), read_change(label)) == (label, change)


@pytest.mark.parametrize(
    "text", ["", "abc", "1,6,2", "1.600,5", "--1", ",5", "−", "1e9", "²", "9" * 13]
)
def test_what_is_no_change_is_not_read(text: str):
    assert read_change(text) is None


@pytest.mark.parametrize(("text", "change"), [("-1,6", -1.6), ("1.6", 1.6), ("-0.5", -0.5)])
def test_a_change_typed_by_hand_is_read(text: str, change: float):
    assert read_change(text) == change


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        ("ML02", "Thay đổi mỗi năm (điểm phần trăm)"),
        ("DH17", "Thay đổi mỗi năm (bậc; số âm là tăng hạng)"),
        ("HD01", "Thay đổi mỗi năm"),
    ],
)
def test_the_slider_says_what_it_changes(code: str, heading: str):
    assert change_heading(notation(code)) == heading


def test_a_figure_that_is_not_final_is_called_so():
    outlook = outlook_of(judged("ML02", "2029 80p", 2031), [goal_of(t) for t in targets("ML02")])
    assert outlook
    [first, _] = what_if_sentences(outlook, 5.0, targets("ML02"), notation("ML02"))
    assert first.startswith("Nếu từ mức 80,00% (ước) năm 2029 mỗi năm tăng 5 điểm")
