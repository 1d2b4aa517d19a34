"""UNDP's education index of Viet Nam, as published and as judged."""

import csv
from math import sqrt

import pytest

from indicators.progress.judging import judge
from indicators.progress.results import Point, Trend
from indicators.wording.numbers import number
from tests.progress.reading import read_goals, read_measure, shown
from tests.project import PROJECT

PUBLISHED = PROJECT / "data" / "published" / "published_actuals.csv"


def education_index() -> dict[int, float]:
    """HD01 of the whole country by year, worked out at the source as (MYS/15 + EYS/18)/2."""
    with PUBLISHED.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["ma_chi_tieu"] == "HD01"]
    return {int(row["nam"]): float(row["gia_tri"]) for row in rows}


def test_the_education_index_of_2022_is_0729():
    assert number(education_index()[2022], 3) == "0,729"


def test_the_education_index_is_judged_by_its_pace_up_to_2023():
    """The last six years rose by 0.1766/17.5 a year where 0.0713/7 is needed, up to 0.8 in 2030."""
    points = [Point(year, value) for year, value in education_index().items()]
    goals = read_goals(">0.8@2030; >0.85@2035")
    result = judge(read_measure("index reach up 2025 0..1"), points, goals, 2026)
    line = 4.2524 / 6 + 0.1766 / 17.5 * 9.5
    apart = 3.01566152 - 4.2524**2 / 6
    half = 1.5332062740589438 * sqrt((apart - 0.1766**2 / 17.5) / 4 * (1 + 1 / 6 + 9.5**2 / 17.5))
    assert shown(result) == {
        "status": "on_track",
        "milestones": "2030 on_track; 2035 on_track",
        "baseline": 2023,
        "latest": 2023,
        "stale": True,
        "achieved_pace": None,
        "path": "2023 0.7287; 2030 0.8; 2035 0.85",
        "reason": None,
        "headline": 2030,
        "decided": None,
        "value": 0.7287,
        "basis": "history",
        "provisional": False,
        "at_latest": 0.7287,
        "now": pytest.approx(0.7287 + 3 * 0.0713 / 7),
        "ratio": pytest.approx((0.1766 / 17.5) / (0.0713 / 7)),
        "pace": pytest.approx(0.0713 / 7),
        "pace_now": pytest.approx(0.0713 / 4),
        "margin": None,
        "met": None,
    }
    assert (result.cagr_ratio, result.robust) == (None, None)
    assert result.trend == Trend(
        pytest.approx(line), pytest.approx(line - half), pytest.approx(line + half)
    )
