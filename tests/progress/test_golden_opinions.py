"""Second opinions worked by hand: compound growth, trend with its band, robustness."""

from math import atan, pi, sqrt

import pytest

from indicators.progress.judging import judge
from indicators.progress.results import Judgement, Trend
from tests.progress.reading import read_goals, read_measure, read_points

UP, DOWN = "amount reach up 2025", "amount reach down 2025"
T3, T4 = 1.6377443536962102, 1.5332062740589438


def judged(measure: str, points: str, goals: str, year: int) -> Judgement:
    return judge(read_measure(measure), read_points(points), read_goals(goals), year)


def near(value: float | None):
    return None if value is None else pytest.approx(value, rel=1e-9)


# 161.051 = 100·1.1⁵ and 59.049 = 100·0.9⁵, so ±10% a year is what is asked.
CAGR = [
    ("up at the asked growth", UP, "2025 100; 2026 110", ">=161.051@2030", 1),
    ("up at twice the asked growth", UP, "2025 100; 2026 120", ">=161.051@2030", 2),
    ("up over several years", UP, "2025 100; 2027 121", ">=161.051@2030", 1),
    ("up is asked and it falls", UP, "2025 100; 2026 95", ">=161.051@2030", -0.5),
    ("up is asked and it stands", UP, "2025 100; 2026 100", ">=161.051@2030", 0),
    ("down at the asked growth", DOWN, "2025 100; 2026 90", "<=59.049@2030", 1),
    ("down is asked and it rises", DOWN, "2025 100; 2026 105", "<=59.049@2030", -0.5),
    ("a negative base comes up to zero", UP, "2025 -100; 2026 -90", ">=-59.049@2030", 1),
    ("a negative base falls deeper", UP, "2025 -100; 2026 -105", ">=-59.049@2030", -0.5),
    ("a negative base is asked down", DOWN, "2025 -100; 2026 -110", "<=-161.051@2030", 1),
    ("a negative base asked down comes up", DOWN, "2025 -100; 2026 -95", "<=-161.051@2030", -0.5),
    ("a decided headline has one too", UP, "2025 100; 2030 161.051", ">=161.051@2030", 1),
    ("the headline's own target counts", UP, "2025 50; 2030 80.5255",
     ">=60@2030; >=129.687123005@2035", 1),
    ("about asks for 95 percent", UP, "2025 100; 2026 110", "about169.52736842105262@2030", 1),
    ("none for base zero", UP, "2025 0; 2026 10", ">=50@2030", None),
    ("none for value zero", UP, "2025 10; 2026 0", ">=50@2030", None),
    ("none for target zero", UP, "2025 -5; 2026 -4", ">=0@2030", None),
    ("none where base is the target", UP, "2025 50; 2026 51", ">50@2030", None),
    ("none where the value crosses zero", UP, "2025 -5; 2026 5", ">=-1@2030", None),
    ("none where the target is across zero", UP, "2025 -5; 2026 -4", ">=5@2030", None),
    ("none where base alone is negative", UP, "2025 -5; 2026 4", ">=5@2030", None),
    ("none with one point", UP, "2025 100", ">=161.051@2030", None),
    ("none without a point", UP, "", ">=161.051@2030", None),
    ("none where the baseline is as late as the target", UP, "2030 100; 2031 110p",
     ">=161.051@2030", None),
    ("none for an unranked year", "rank reach down 2025", "2025 300; 2026 unranked",
     "<=200@2030", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "points", "goals", "ratio"),
    [pytest.param(*case, id=name) for name, *case in CAGR],
)
def test_compound_growth_ratio(measure: str, points: str, goals: str, ratio: float | None):
    assert judged(measure, points, goals, 2032).cagr_ratio == near(ratio)


# Five points 70, 72, 71, 74, 73 about 2025: slope 8/10, squared misses 3.6, 5²/10 = 2.5.
FIVE = "2023 70; 2024 72; 2025 71; 2026 74; 2027 73"
HALF_FIVE = T3 * sqrt(3.6 / 3) * sqrt(1 + 1 / 5 + 2.5)
# Six points 70 + n missed by 1, −1, 0, 0, −1, 1: slope 1, squared misses 4, mean year 2024.5.
SIX = "2022 71; 2023 70; 2024 72; 2025 73; 2026 73; 2027 76"
HALF_SIX = T4 * sqrt(4 / 4) * sqrt(1 + 1 / 6 + 5.5**2 / 17.5)
PERCENT = "percent reach up 2025 0..100"
GOAL = ">=85@2030"

TREND = [
    ("three points make a line without a band", PERCENT, "2025 70; 2026 72; 2027 74", GOAL,
     Trend(80)),
    ("three points are fitted by least squares", PERCENT, "2025 70; 2026 73; 2027 74", GOAL,
     Trend(217 / 3 + 2 * 4)),
    ("two points make none", PERCENT, "2025 70; 2026 72", GOAL, None),
    ("four scattered points have no band", PERCENT, "2024 70; 2025 71; 2026 73; 2027 74", GOAL,
     Trend(72 + 1.4 * 4.5)),
    ("five scattered points have a band", PERCENT, FIVE, GOAL,
     Trend(76, 76 - HALF_FIVE, 76 + HALF_FIVE)),
    ("five points in a line have no band", PERCENT,
     "2023 70.1; 2024 70.2; 2025 70.3; 2026 70.4; 2027 70.5", GOAL, Trend(70.8)),
    ("six scattered points have a narrower band", PERCENT, SIX, GOAL,
     Trend(78, 78 - HALF_SIX, 78 + HALF_SIX)),
    ("a seventh point back is not used", PERCENT, f"2021 5; {SIX}", GOAL,
     Trend(78, 78 - HALF_SIX, 78 + HALF_SIX)),
    ("years without a figure keep their place", PERCENT, "2021 62; 2025 70; 2027 74", GOAL,
     Trend(80)),
    ("provisional points count", PERCENT, "2025 70; 2026 72; 2027 74p", GOAL, Trend(80)),
    ("only points since a break count", PERCENT,
     "2023 10; 2024 90; |2025 70; 2026 72; 2027 74", GOAL, Trend(80)),
    ("a break that leaves two points leaves none", PERCENT,
     "2023 66; 2024 68; 2025 70; |2026 72; 2027 74", GOAL, None),
    ("the line is clipped to the upper bound", PERCENT, "2025 80; 2026 90; 2027 99", ">=99@2030",
     Trend(100)),
    ("the line is clipped to the lower bound", "percent reach down 2025 0..100",
     "2025 20; 2026 12; 2027 5", "<=1@2030", Trend(0)),
    ("the band is clipped to the bounds", "percent reach up 2025 74..77", FIVE, GOAL,
     Trend(76, 74, 77)),
    ("without bounds nothing is clipped", "percent reach up 2025", "2025 80; 2026 90; 2027 100",
     ">=99@2030", Trend(130)),
    ("twice the span beyond the last year is the horizon", PERCENT, "2025 70; 2026 72; 2027 74",
     ">=85@2031", Trend(82)),
    ("a year beyond the horizon there is none", PERCENT, "2025 70; 2026 72; 2027 74", ">=85@2032",
     None),
    ("the span is that of the six points used", PERCENT,
     "2000 5; 2022 70; 2023 71; 2024 72; 2025 73; 2026 74; 2027 75", ">=95@2038", None),
    ("a decided headline keeps its trend", PERCENT, "2026 70; 2028 74; 2030 78", GOAL, Trend(78)),
    ("unranked years have no place on a line", "rank reach down 2025 1..9999",
     "2024 300; 2025 290; 2026 unranked; 2027 270", "<=200@2030", Trend(240)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "points", "goals", "trend"),
    [pytest.param(*case, id=name) for name, *case in TREND],
)
def test_trend_at_the_target_year(measure: str, points: str, goals: str, trend: Trend | None):
    actual = judged(measure, points, goals, 2030).trend
    assert actual == (trend and Trend(near(trend.value), near(trend.low), near(trend.high)))


def test_the_factors_of_the_band_are_the_90th_percentiles_of_student():
    below3 = 0.5 + (T3 / sqrt(3) / (1 + T3**2 / 3) + atan(T3 / sqrt(3))) / pi
    below4 = 0.5 + 0.375 * T4 / sqrt(1 + T4**2 / 4) * (1 - T4**2 / (1 + T4**2 / 4) / 12)
    assert [below3, below4] == pytest.approx([0.9, 0.9], rel=1e-12)


COUNT = "count reach up 2025"
ROBUST = [
    ("at the pace every year nothing changes it", UP, "2025 70; 2026 73; 2027 76", GOAL, 2027, []),
    ("a great first year makes it hang on the baseline", UP, "2025 70; 2026 76; 2027 76", GOAL,
     2027, ["baseline"]),
    ("a great last year makes it hang on the last point", UP, "2025 70; 2026 71; 2027 76", GOAL,
     2027, ["last"]),
    ("a tenfold target makes it hang on the linear pace", UP, "2025 10; 2026 22; 2027 36",
     ">=100@2030", 2027, ["cagr"]),
    ("all three may change it", UP, "2025 10; 2026 30; 2027 36", ">=100@2030", 2027,
     ["baseline", "last", "cagr"]),
    ("base zero has no compound growth to try", UP, "2025 0; 2026 2; 2027 4", ">=10@2030", 2027,
     []),
    ("the whole step does not ask for compound growth", COUNT, "2025 2; 2026 2; 2027 3",
     ">=5@2030", 2027, ["last"]),
    ("met early and only by the last point", UP, "2025 70; 2026 73; 2027 86", GOAL, 2027,
     ["last"]),
    ("met early twice", UP, "2025 70; 2026 86; 2027 90", GOAL, 2027, []),
    ("a level lost hangs on the baseline", UP, "2025 90; 2026 70; 2027 80", GOAL, 2027,
     ["baseline"]),
    ("provisionally short in the target year", UP, "2025 70; 2029 84; 2030 84.5p", GOAL, 2030,
     ["baseline", "last"]),
    ("two points since the baseline are too few", UP, "2023 50; 2024 60; 2025 70; 2026 73", GOAL,
     2026, None),
    ("one point is too few", UP, "2025 70", GOAL, 2026, None),
    ("a break leaves too few", UP, "2025 70; 2026 73; 2027 76; |2028 79; 2029 82", GOAL, 2029,
     None),
    ("what is decided needs no test", UP, "2025 70; 2027 76; 2030 86", GOAL, 2030, None),
    ("what cannot be judged needs no test", UP, "2025 70; 2026 73; 2027 76", GOAL, 2031, None),
    ("the same milestone and year are tried", UP, "2025 70; 2027 80; 2028 79",
     ">=85@2030; >=95@2035", 2029, ["baseline"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "points", "goals", "year", "robust"),
    [pytest.param(*case, id=name) for name, *case in ROBUST],
)
def test_what_would_change_the_verdict(
    measure: str, points: str, goals: str, year: int, robust: list[str] | None
):
    assert judged(measure, points, goals, year).robust == robust


@pytest.mark.parametrize(
    ("measure", "goals"),
    [
        ("percent each_year up 2025", ">=85@2025..2030"),
        ("percent maintain up 2025", ">=85@2030"),
        ("count growth up 2025", ">=5@2030"),
        ("milestone reach - -", "done@2030"),
        ("percent reach up 2025", ""),
    ],
)
def test_only_a_numeric_reach_series_has_second_opinions(measure: str, goals: str):
    result = judged(measure, "2025 70; 2026 72; 2027 71; 2028 73; 2029 75", goals, 2029)
    assert (result.cagr_ratio, result.trend, result.robust) == (None, None, None)
