"""The sentence of every verdict under every rule, read and worked by hand in tests/golden."""

import csv

import pytest

from indicators.progress.results import Judgement, Status
from indicators.wording.labels import judgement_label
from indicators.wording.opinions import opinion_lines
from indicators.wording.sentences import explain, milestone_sentences, robustness_line
from tests.progress.reading import GOLDEN
from tests.wording.writing import indicator, judged, notation, targets


def golden() -> list[dict[str, str]]:
    with (GOLDEN / "sentences.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def judged_row(row: dict[str, str]) -> Judgement:
    return judged(row["code"], row["points"], int(row["year"]), row["scope"])


@pytest.mark.parametrize("row", golden(), ids=lambda row: row["case"])
def test_a_verdict_is_explained_with_its_arithmetic(row: dict[str, str]):
    judgement = judged_row(row)
    notes = notation(row["code"], row["scope"])
    told = {
        "status": judgement.status.value,
        "label": judgement_label(judgement),
        "sentence": explain(judgement, targets(row["code"], row["scope"]), notes),
        "robust": robustness_line(judgement) or "",
    }
    assert told == {name: row[name] for name in told}


def test_every_status_of_every_rule_has_a_sentence_above():
    told = {(rule_of(row["code"]), row["status"]) for row in golden()}
    graded = {"achieved", "on_track", "slow", "off_track", "worsening", "missed"}
    unknown = {"insufficient", "no_data"}
    expected = {
        "reach": graded | unknown | {"pending", "monitored"},
        "each_year": {"achieved", "missed", "pending", "no_data"},
        "maintain": {"achieved", "on_track", "worsening", "missed", "monitored"} | unknown,
        "growth": graded | unknown,
        "complete": graded - {"worsening"} | {"pending", "no_data"},
        "keep": {"achieved", "worsening", "missed", "pending", "no_data"},
        "context": {"monitored"},
    }
    assert told == {(rule, status) for rule in expected for status in expected[rule]}


def rule_of(code: str) -> str:
    kind, rule = indicator(code).kind, indicator(code).rule
    return {"reach": "complete", "maintain": "keep"}[rule] if kind == "milestone" else rule


def test_every_milestone_is_explained():
    judgement = judged("DH17", "2025 310; 2030 250; 2032 240", 2032)
    assert milestone_sentences(judgement, targets("DH17"), notation("DH17")) == {
        2030: "Không đạt mục tiêu năm 2030: hạng 250, mục tiêu phấn đấu hạng 200, vượt 50 bậc. "
        "Giá trị mới nhất: hạng 240 (năm 2032).",
        2035: "Từ hạng 310 năm 2025 lên hạng 240 năm 2032, mỗi năm tăng 10 bậc; theo lộ trình "
        "phải đạt hạng 180: bằng 53% mức cần. Để đạt mục tiêu năm 2035 (phấn đấu hạng 150) cần "
        "tăng 30 bậc mỗi năm.",
        2045: "Từ hạng 310 năm 2025 lên hạng 240 năm 2032, mỗi năm tăng 10 bậc; theo lộ trình "
        "phải đạt hạng 237: bằng 95% mức cần. Để đạt mục tiêu năm 2045 (phấn đấu hạng 100) cần "
        "tăng 10,8 bậc mỗi năm.",
    }


OPINIONS = [
    ("one point has none", "2025 75", 2026, []),
    ("two points tell compound growth", "2025 75; 2027 81", 2027,
     ["Tính theo tốc độ tăng bình quân, nhịp độ bằng 81% mức cần."]),
    ("three points tell a trend", "2025 75; 2026 78; 2027 81", 2027,
     ["Theo xu thế tuyến tính, năm 2030: 90,0%.",
      "Tính theo tốc độ tăng bình quân, nhịp độ bằng 81% mức cần."]),
    ("five scattered points tell a band", "2025 75; 2026 80; 2027 79; 2028 86; 2029 85", 2029,
     ["Theo xu thế tuyến tính, năm 2030: 88,8%; khoảng dự báo 80%, giả định xu thế tuyến tính: "
      "83,6% đến 94,0%.",
      "Tính theo tốc độ tăng bình quân, nhịp độ bằng 65% mức cần."]),
    ("a band ends where the indicator does", "2025 84; 2026 89; 2027 88; 2028 95; 2029 94", 2029,
     ["Theo xu thế tuyến tính, năm 2030: 97,8%; khoảng dự báo 80%, giả định xu thế tuyến tính: "
      "92,6% đến 100,0%.",
      "Tính theo tốc độ tăng bình quân, nhịp độ bằng 114% mức cần."]),
    ("a decided verdict needs none", "2028 75; 2029 78; 2030 81", 2030, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("points", "year", "lines"), [pytest.param(*case, id=name) for name, *case in OPINIONS]
)
def test_second_opinions_are_told(points: str, year: int, lines: list[str]):
    assert opinion_lines(judged("CS02", points, year), notation("CS02")) == lines


def test_robustness_is_not_claimed_where_nothing_can_be_judged():
    judgement = judged("ML01", "2027 40", 2027)
    assert (judgement.status, robustness_line(judgement)) == (Status.ON_TRACK, None)
