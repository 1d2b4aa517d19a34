"""Every line of the lists of statuses, worked by hand; a case is a line of tests/golden."""

import pytest

from tests.progress.reading import assert_as_written, drawn, golden_cases, judged


@pytest.mark.parametrize("row", golden_cases("reach"))
def test_one_target_to_reach(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("milestones"))
def test_several_milestones(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("steps"))
def test_few_big_steps(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("ranks"))
def test_ranks(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("yearly"))
def test_bounds_for_every_year(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("maintain"))
def test_levels_to_keep(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("growth"))
def test_growth(row: dict[str, str]):
    assert_as_written(row)


@pytest.mark.parametrize("row", golden_cases("stages"))
def test_things_to_complete(row: dict[str, str]):
    assert_as_written(row)


PATHS = [
    ("reach leads from the baseline to the target", "percent reach up 2025",
     "2024 68; 2025 70; 2027 80", ">=85@2030", "2025 70; 2030 85"),
    ("reach about leads to 95 percent of it", "count reach up 2025", "2025 50", "about100@2030",
     "2025 50; 2030 95"),
    ("reach is level where the baseline holds", "percent reach up 2025", "2025 90", ">=85@2030",
     "2025 90"),
    ("reach starts anew after a break", "percent reach up 2025", "2025 70; |2027 60", ">=85@2030",
     "2027 60; 2030 85"),
    ("an unranked baseline leads nowhere", "rank reach down 2025", "2025 unranked", "<=200@2030",
     ""),
    ("without a point there is no line", "percent reach up 2025", "", ">=85@2030", ""),
    ("without a target there is no line", "percent reach up 2025", "2025 70", "", ""),
    ("growth is a curve year by year", "count growth up 2025", "2025 100", ">=10@2028",
     "2025 100; 2026 110; 2027 121; 2028 133.1"),
    ("growth from zero has no curve", "count growth up 2025", "2025 0", ">=10@2028", ""),
    ("yearly bounds are steps", "percent each_year up 2025", "2025 70",
     ">=85@2027..2030; >=95@2031..2035", "2027 85; 2030 85; 2031 95; 2035 95"),
    ("a level never held is led to", "percent maintain up 2025", "2025 90", ">=98@2030",
     "2025 90; 2030 98"),
    ("a thing to complete has no line", "milestone reach - -", "2026 20", "done@2030", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "points", "goals", "path"), [pytest.param(*case, id=name) for name, *case in PATHS]
)
def test_the_line_that_is_drawn(measure: str, points: str, goals: str, path: str):
    row = {"measure": measure, "points": points, "goals": goals, "year": "2028"}
    assert drawn(judged(row)) == path
