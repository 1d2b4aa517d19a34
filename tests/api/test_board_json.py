"""The board as plain objects for other programs."""

import json
from datetime import date

import pytest

from indicators.api.board import as_json
from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.store.connection import Store
from tests.planning import send_plans
from tests.recording import figure, record, seen_on, series

BOARDS = [(name, scope) for name in ("published", "filled") for scope in ("city", "national")]
DAY = date(2029, 6, 10)
FIELDS = [
    "code", "area", "group", "scope", "rule", "status", "basis", "stale", "provisional", "baseline",
    "latest", "milestones", "achieved_pace", "cagr_ratio", "trend", "robust", "sentence",
    "plans", "year_on_year",
]  # fmt: skip
MILESTONE = [
    "year", "comparator", "value", "status", "required_at_latest", "required_now", "ratio",
    "needed_pace", "needed_pace_now",
]  # fmt: skip


@pytest.mark.parametrize(("name", "scope"), BOARDS)
def test_every_row_has_the_agreed_fields_and_numbers_that_json_knows(
    request: pytest.FixtureRequest, name: str, scope: str
):
    store = request.getfixturevalue(name)
    rows = as_json(assess(store, seen_on(store, DAY), scope))
    assert [list(row) for row in rows] == [FIELDS] * len(rows)
    milestones = [milestone for row in rows for milestone in row["milestones"]]
    assert [list(milestone) for milestone in milestones] == [MILESTONE] * len(milestones)
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows


def test_every_indicator_is_in_document_order(published: Store):
    board = assess(published, as_of(published))
    assert [row["code"] for row in as_json(board)] == [i.code for i in board.catalogue.indicators]


def test_a_row_carries_its_whole_working(own: Store):
    record(own, *series("CS02", "2025 75; 2026 77; 2027 84p"))
    found = as_json(assess(own, seen_on(own, date(2028, 6, 1))))
    row = next(row for row in found if row["code"] == "CS02")
    sentence = row.pop("sentence")
    assert sentence.startswith("Từ 75,0% năm 2025 lên 84,0% (sơ bộ) năm 2027")
    assert row == {
        "code": "CS02",
        "area": "31",
        "group": None,
        "scope": "city",
        "rule": "reach",
        "status": "on_track",
        "basis": "baseline",
        "stale": False,
        "provisional": False,
        "baseline": {"year": 2025, "value": 75.0},
        "latest": {"year": 2027, "value": 84.0},
        "milestones": [
            {
                "year": 2030,
                "comparator": ">",
                "value": 95.0,
                "status": "on_track",
                "required_at_latest": 83.0,
                "required_now": 87.0,
                "ratio": 9 / 8,
                "needed_pace": 11 / 3,
                "needed_pace_now": 5.5,
            }
        ],
        "achieved_pace": 4.5,
        "cagr_ratio": pytest.approx(((84 / 75) ** 0.5 - 1) / ((95 / 75) ** 0.2 - 1)),
        "trend": {"value": pytest.approx(78 + 2 / 3 + 4 * 4.5), "low": None, "high": None},
        "robust": ["last"],
        "plans": [],
        "year_on_year": {"year": 2027, "period": "nam", "difference": 7.0, "ratio": None},
    }


def test_a_figure_of_the_target_year_that_is_not_final_makes_the_verdict_provisional(own: Store):
    record(own, *series("CS02", "2025 75; 2030 96p"), *series("CS03", "2025 75; 2030 96"))
    rows = as_json(assess(own, seen_on(own, date(2030, 12, 1))))
    told = {row["code"]: (row["status"], row["provisional"]) for row in rows}
    assert (told["CS02"], told["CS03"]) == (("achieved", True), ("achieved", False))


def test_no_rank_is_null_and_not_infinity(own: Store):
    record(own, *series("DH17", "2025 unranked; 2027 unranked"))
    rows = as_json(assess(own, seen_on(own, date(2028, 6, 1))))
    row = next(row for row in rows if row["code"] == "DH17")
    points = [row["baseline"], row["latest"]]
    assert points == [{"year": 2025, "value": None}, {"year": 2027, "value": None}]
    assert json.loads(json.dumps(row, allow_nan=False)) == row


def test_without_a_figure_there_is_no_number(published: Store):
    row = as_json(assess(published, seen_on(published, date(2026, 11, 22))))[0]
    assert row == {
        "code": "ML01",
        "area": "31",
        "group": None,
        "scope": "city",
        "rule": "reach",
        "status": "pending",
        "basis": None,
        "stale": False,
        "provisional": False,
        "baseline": None,
        "latest": None,
        "milestones": [
            {"year": 2030, "comparator": "done", "value": None, "status": "pending"}
            | dict.fromkeys(MILESTONE[4:])
        ],
        "achieved_pace": None,
        "cagr_ratio": None,
        "trend": None,
        "robust": None,
        "plans": [],
        "year_on_year": None,
        "sentence": "Hạn năm 2030 (hoàn thành); chưa có báo cáo tiến độ.",
    }


def test_plans_stand_with_the_figures_of_their_years(own: Store):
    record(
        own, *series("DH04", "2026 15000; 2027 16500"), figure("DH04", 2028, 9000.0, period="9t")
    )
    send_plans(own, "DH04;15000;16000;17000", head="ma_chi_tieu;KH 2026;KH 2027;KH 2028")
    rows = as_json(assess(own, seen_on(own, date(2028, 12, 1))))
    row = next(row for row in rows if row["code"] == "DH04")
    names = ("year", "value", "actual", "period", "ratio", "difference", "outcome")
    assert [tuple(plan[name] for name in names) for plan in row["plans"]] == [
        (2026, 15000.0, 15000.0, "nam", 1.0, 0.0, "met"),
        (2027, 16000.0, 16500.0, "nam", 1.03125, 500.0, "exceeded"),
        (2028, 17000.0, None, None, None, None, None),
    ]
    assert row["year_on_year"] == {
        "year": 2027, "period": "nam", "difference": 1500.0, "ratio": 1.1,
    }  # fmt: skip


def test_figures_after_the_year_judged_are_not_set_against_their_plan(own: Store):
    record(own, *series("DH04", "2026 15000; 2027 16500"))
    send_plans(own, "DH04;16000", head="ma_chi_tieu;KH 2027")
    rows = as_json(assess(own, seen_on(own, date(2026, 12, 1))))
    [plan] = next(row for row in rows if row["code"] == "DH04")["plans"]
    assert (plan["value"], plan["actual"], plan["ratio"]) == (16000.0, None, None)
