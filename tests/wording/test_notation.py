"""Every indicator's own way of writing values, gaps, paces and targets."""

import csv
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.records import Target
from indicators.wording.notation import notation_of, stage
from tests.progress.reading import GOLDEN
from tests.wording.writing import catalogue, indicator, notation

VALUES = [
    ("percent has no space", "ML02", 76.98, "76,98%"),
    ("a count has its unit", "ML03", 3, "3 trường"),
    ("a large count has dots", "DH04", 16000, "16.000 học sinh, sinh viên"),
    ("an amount has decimals", "DH14", 155.54, "155,5 tỷ đồng"),
    ("an index has no unit", "HD01", 0.644, "0,644"),
    ("a difference may be negative", "HD03", -0.24, "−0,2 điểm"),
    ("a ratio names both sides", "DH06", 260, "260 sinh viên/vạn dân"),
    ("a rank stands before its number", "CL02", 3, "hạng 3"),
    ("no rank", "DH17", inf, "chưa xếp hạng"),
    ("a stage on the way", "ML01", 40, "hoàn thành 40%"),
    ("a stage not begun", "ML01", 0, "chưa triển khai"),
    ("a stage at its end", "ML01", 100, "đã hoàn thành"),
]


@pytest.mark.parametrize(
    ("code", "value", "text"), [pytest.param(*case, id=name) for name, *case in VALUES]
)
def test_a_value_is_written_with_its_unit(code: str, value: float, text: str):
    assert notation(code).value(value) == text


NUMBERS = [("CS02", 94.0, "94,0"), ("DH17", 310.0, "310"), ("DH17", inf, "chưa xếp hạng")]


@pytest.mark.parametrize(("code", "value", "text"), NUMBERS)
def test_a_number_is_written_without_its_unit(code: str, value: float, text: str):
    assert notation(code).number(value) == text


AGREEING = [
    ("just short of at least", "PC05", 94.96, "94,96%"),
    ("at least", "PC05", 95.0, "95,0%"),
    ("just above at least", "PC05", 95.04, "95,0%"),
    ("far from it", "PC05", 84.96, "85,0%"),
    ("one figure more is not always enough", "PC05", 94.9996, "94,9996%"),
    ("just above a strict bound", "CS02", 95.04, "95,04%"),
    ("just short of a strict bound", "CS02", 94.96, "95,0%"),
    ("just below a strict upper bound", "HD02", 9.996, "9,996%"),
    ("just above a strict upper bound", "HD02", 10.004, "10,00%"),
    ("just above a small strict bound", "HD01", 0.8201, "0,8201"),
    ("just short of the second milestone", "HD01", 0.8696, "0,8696"),
    ("just above nothing", "HD03", 0.04, "0,04 điểm"),
    ("just short of about", "DH04", 15199.6, "15.199,6 học sinh, sinh viên"),
    ("nine decimals are the most", "PC05", 94.99999989999, "94,9999999%"),
    ("a growth is not compared with its values", "DH13", 13.96, "14 công bố"),
    ("a stage is not either", "ML01", 99.6, "hoàn thành 99,6%"),
]


@pytest.mark.parametrize(
    ("code", "value", "text"), [pytest.param(*case, id=name) for name, *case in AGREEING]
)
def test_decimals_are_added_until_text_and_verdict_agree(code: str, value: float, text: str):
    assert notation(code).value(value) == text


def read_back(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


COMPARED = [i.code for i in catalogue().indicators if notation(i.code).aims]


@given(st.data())
def test_the_shown_number_has_the_verdict_of_the_value(data: st.DataObject):
    # Nine decimals are as many as are ever shown.
    notes = notation(data.draw(st.sampled_from(COMPARED)))
    bound = data.draw(st.sampled_from(notes.aims)).bound
    away = data.draw(st.integers(-(10**9), 10**9)) / 10 ** data.draw(st.integers(0, 9))
    value = round(bound + away, 9)
    shown = read_back(notes.number(value))
    assert [a.held_by(shown) for a in notes.aims] == [a.held_by(value) for a in notes.aims]
    assert notes.rounded(value) == shown


def test_no_rank_has_no_rounded_number():
    assert notation("DH17").rounded(inf) is None


GAPS = [
    ("percent points", "ML02", 8.02, "8,02 điểm phần trăm"),
    ("without sign", "ML02", -8.02, "8,02 điểm phần trăm"),
    ("no needless zero", "PC05", 5.0, "5 điểm phần trăm"),
    ("never nothing when there is a gap", "PC05", 0.04, "0,04 điểm phần trăm"),
    ("nothing when there is none", "PC05", 0.0, "0 điểm phần trăm"),
    ("a count", "DH18", 30.0, "30 người"),
    ("ranks", "DH17", 110.0, "110 bậc"),
    ("an index", "HD01", 0.176, "0,176"),
]


@pytest.mark.parametrize(
    ("code", "size", "text"), [pytest.param(*case, id=name) for name, *case in GAPS]
)
def test_a_gap_is_written_in_the_unit_of_differences(code: str, size: float, text: str):
    assert notation(code).gap(size) == text


PACES = [
    ("percent points", "ML02", 1.604, "tăng 1,6 điểm phần trăm", "điểm %"),
    ("a fall", "HD02", -1.2, "giảm 1,2 điểm phần trăm", "điểm %"),
    ("growth is in percent", "DH13", 14.02, "tăng 14%", "%"),
    ("a rank rises when its number falls", "DH17", -22.0, "tăng 22 bậc", "bậc"),
    ("a rank falls when its number rises", "DH17", 5.0, "giảm 5 bậc", "bậc"),
    ("an index", "HD01", 0.0277, "tăng 0,028", ""),
    ("a count", "DH18", 9.0, "tăng 9 người", "người"),
]


@pytest.mark.parametrize(
    ("code", "change", "text", "unit"), [pytest.param(*case, id=name) for name, *case in PACES]
)
def test_a_pace_is_written_with_direction_and_unit(code: str, change: float, text: str, unit: str):
    notes = notation(code)
    assert f"{notes.moved(change)} {notes.pace(change)}" == text
    assert notes.pace_unit() == unit


STAGES = [(-1, "chưa triển khai"), (0.5, "hoàn thành 0,5%"), (33.3, "hoàn thành 33,3%")]


@pytest.mark.parametrize(("value", "text"), STAGES)
def test_a_stage_tells_how_far_a_thing_has_come(value: float, text: str):
    assert stage(value) == text


def written_targets() -> dict[tuple[str, str, int], str]:
    with (GOLDEN / "target_words.csv").open(encoding="utf-8", newline="") as lines:
        return {
            (row["indicator"], row["scope"], int(row["year"])): row["written"]
            for row in csv.DictReader(lines)
        }


def key(target: Target) -> tuple[str, str, int]:
    return target.indicator, target.scope, target.year


def written(target: Target) -> str:
    return notation_of(indicator(target.indicator), (target,)).target(target)


def test_every_target_is_written_as_read_in_the_documents():
    assert {key(t): written(t) for t in catalogue().targets} == written_targets()


STRONGER = ("ít nhất", "tối thiểu", "trên", "dưới", "hoàn thành", "đạt", "duy trì", "≥", ">", "≤")


@pytest.mark.parametrize("target", catalogue().targets, ids=lambda t: "-".join(map(str, key(t))))
def test_a_target_keeps_the_words_of_its_document_and_gains_none(target: Target):
    before, wording, after = written(target).partition(target.wording)
    assert wording == target.wording
    assert before == "" or (before.endswith(" (“") and "…" in wording)
    assert [word for word in STRONGER if word in before + after] == []


def test_a_column_of_stages_has_a_unit_too():
    assert [notation(code).unit for code in ("ML01", "ML02", "ML03")] == [
        "% hoàn thành", "%", "trường",
    ]  # fmt: skip
