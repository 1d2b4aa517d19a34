"""A figure against its plan and against a year before: golden cases worked by hand, and what
holds for every figure."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.records import Kind
from indicators.progress.against import (
    FigureComparison,
    Outcome,
    against_plan,
    against_year_before,
)
from indicators.progress.results import WHOLE_YEAR, Goal, Measure, Point
from tests.progress.reading import (
    golden_cases,
    matched,
    parts,
    read_goals,
    read_measure,
    read_value,
)

# `2025 70; |2026/9t 60; 2026 250b`  (| a break before it, b a band of ranks)
FIGURE = re.compile(r"(\|?)(\d{4})(?:/(6t|9t))? (unranked|-?[\d.]+)(b?)")
PARTS = {"6t": 0, "9t": 1, None: WHOLE_YEAR}


def read_figures(text: str) -> list[Point]:
    return [
        Point(int(year), read_value(value), break_before=bool(broken), part=PARTS[part], label=band)
        for broken, year, part, value, band in (matched(FIGURE, each) for each in parts(text))
    ]


def shown(found: FigureComparison | None) -> dict[str, object]:
    if found is None:
        return {"difference": None, "ratio": None, "outcome": None}
    outcome = found.outcome and found.outcome.value
    return {"difference": found.difference, "ratio": found.ratio, "outcome": outcome}


def expected(row: dict[str, str]) -> dict[str, object]:
    numbers = {name: read_value(row[name]) for name in ("difference", "ratio")}
    near = {n: v if v is None else pytest.approx(v, rel=1e-9) for n, v in numbers.items()}
    return near | {"outcome": row.get("outcome") or None}


@pytest.mark.parametrize("row", golden_cases("against_plan"))
def test_a_figure_stands_to_its_plan_as_the_hand_says(row: dict[str, str]):
    [figure], [plan] = read_figures(row["figure"]), read_goals(row["plan"])
    assert shown(against_plan(read_measure(row["measure"]), figure, plan)) == expected(row)


@pytest.mark.parametrize("row", golden_cases("year_before"))
def test_a_figure_stands_to_the_year_before_as_the_hand_says(row: dict[str, str]):
    figures = read_figures(row["figures"])
    year, _, part = row["now"].partition("/")
    [now] = [f for f in figures if (f.year, f.part) == (int(year), PARTS[part or None])]
    assert shown(against_year_before(read_measure(row["measure"]), now, figures)) == expected(row)


numbers = st.integers(-400, 400).map(lambda n: n / 4)
kinds = st.sampled_from(["percent", "count", "amount", "index", "ratio", "rank", "difference"])


@given(kinds, st.sampled_from(["up", "down"]), numbers, numbers)
def test_the_outcome_turns_with_the_direction(
    kind: Kind, direction: str, value: float, plan: float
):
    """Mirrored at zero with the other direction the outcome is the same."""
    other, sign = ("down", "<=") if direction == "up" else ("up", ">=")
    own = against_plan(
        Measure(kind, "reach", direction, 2025),
        Point(2026, value),
        Goal(2026, ">=" if direction == "up" else "<=", plan),
    )
    mirrored = against_plan(
        Measure(kind, "reach", other, 2025),
        Point(2026, -value),
        Goal(2026, sign, -plan),
    )
    assert own
    assert mirrored
    assert (own.outcome, own.difference) == (mirrored.outcome, -mirrored.difference)
    assert (own.outcome is Outcome.MET) == (own.difference == 0)
