"""TH/KH and so cùng kỳ in the words and signs of the offices."""

import pytest

from indicators.figures.points import measure_of
from indicators.progress.against import (
    FigureComparison,
    against_plan,
    against_year_before,
)
from indicators.progress.results import WHOLE_YEAR, Goal, Point
from indicators.wording.against import (
    outcome_word,
    plan_percent,
    plan_share,
    rounded_difference,
    year_change,
    year_percent,
)
from tests.wording.writing import indicator, notation


def planned(code: str, value: float, plan: float, part: int = WHOLE_YEAR) -> FigureComparison:
    measure = measure_of(indicator(code))
    goal = Goal(2026, "<=" if measure.direction == "down" else ">=", plan)
    found = against_plan(measure, Point(2026, value, part=part), goal)
    assert found
    return found


def changed(code: str, before: float, now: float) -> FigureComparison:
    figures = [Point(2025, before), Point(2026, now)]
    found = against_year_before(measure_of(indicator(code)), figures[-1], figures)
    assert found
    return found


PLANNED = [
    ("a count", "ML03", 4, 5, "80%", "80%", "chưa đạt kế hoạch"),
    ("a large count", "DH04", 16368, 16000, "102,3%", "102,3%", "vượt kế hoạch"),
    ("a count as planned", "ML03", 5, 5, "100%", "100%", "đạt kế hoạch"),
    ("a count that only looks as planned", "DH04", 15998, 16000, "99,99%", "99,99%",
     "chưa đạt kế hoạch"),
    ("many times the plan", "DH04", 16000, 1000, "1.600%", "1.600%", "vượt kế hoạch"),
    ("a share", "CS02", 81.2, 80, "+1,2 điểm %", "+1,2 điểm %", "vượt kế hoạch"),
    ("a share short", "CS02", 78.5, 80, "−1,5 điểm %", "−1,5 điểm %", "chưa đạt kế hoạch"),
    ("a share that only looks as planned", "CS02", 79.98, 80, "−0,02 điểm %", "−0,02 điểm %",
     "chưa đạt kế hoạch"),
    ("a share as planned", "CS02", 80, 80, "bằng KH", "bằng KH", "đạt kế hoạch"),
    ("a falling share", "HD02", 14, 15, "−1 điểm %", "−1 điểm %", "vượt kế hoạch"),
    ("an index", "HD01", 0.738, 0.75, "98,4%", "98,4%", "chưa đạt kế hoạch"),
    ("a better rank", "DH17", 198, 200, "hơn 2 bậc", "hơn 2 bậc", "vượt kế hoạch"),
    ("a worse rank", "DH17", 210, 200, "kém 10 bậc", "kém 10 bậc", "chưa đạt kế hoạch"),
    ("a difference", "HD03", -0.2, 0.1, "−0,3 điểm", "−0,3", "chưa đạt kế hoạch"),
    ("a stage", "ML01", 40, 60, "−20 điểm %", "−20 điểm %", "chưa đạt kế hoạch"),
    ("a plan of zero", "NL14", 3, 0, "+3 người", "+3", "chưa đạt kế hoạch"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "value", "plan", "text", "narrow", "word"),
    [pytest.param(*case, id=name) for name, *case in PLANNED],
)
def test_a_figure_against_its_plan(
    code: str, value: float, plan: float, text: str, narrow: str, word: str
):
    found, writes = planned(code, value, plan), notation(code)
    told = plan_share(found, writes), plan_share(found, writes, narrow=True), outcome_word(found)
    assert told == (text, narrow, word)


def test_before_the_year_is_full_nothing_is_said_of_the_plan():
    found = planned("DH04", 12000, 16000, part=1)
    assert (plan_share(found, notation("DH04")), outcome_word(found)) == ("75%", "")


CHANGED = [
    ("a count", "DH04", 15000, 16080, "+7,2%", "+7,2%"),
    ("a falling count", "DH04", 16000, 15000, "−6,3%", "−6,3%"),
    ("a count that hardly changed", "DH04", 16000, 16001, "+0,01%", "+0,01%"),
    ("a share", "CS02", 75, 76.2, "+1,2 điểm %", "+1,2 điểm %"),
    ("an index", "HD01", 0.7, 0.712, "+0,012", "+0,012"),
    ("a rank that rises", "DH17", 310, 266, "tăng 44 bậc", "tăng 44 bậc"),
    ("a rank that falls", "DH17", 266, 269, "giảm 3 bậc", "giảm 3 bậc"),
    ("a stage", "ML01", 20, 60, "+40 điểm %", "+40 điểm %"),
    ("from nothing", "ML03", 0, 3, "+3 trường", "+3"),
    ("nothing changed", "ML03", 3, 3, "không đổi", "không đổi"),
]


@pytest.mark.parametrize(
    ("code", "before", "now", "text", "narrow"),
    [pytest.param(*case, id=name) for name, *case in CHANGED],
)
def test_a_figure_against_the_year_before(
    code: str, before: float, now: float, text: str, narrow: str
):
    found, writes = changed(code, before, now), notation(code)
    assert (year_change(found, writes), year_change(found, writes, narrow=True)) == (text, narrow)


def test_a_workbook_has_the_numbers_as_they_are_written():
    share, count = planned("CS02", 79.98, 80), planned("DH04", 15998, 16000)
    assert (plan_percent(share), rounded_difference(share, notation("CS02"))) == (None, -0.02)
    assert (plan_percent(count), rounded_difference(count, notation("DH04"))) == (99.99, -2)
    rising = changed("DH04", 15000, 16080)
    assert (year_percent(rising), rounded_difference(rising, notation("DH04"))) == (7.2, 1080)
