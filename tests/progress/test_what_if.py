"""What would be if: golden cases worked by hand, and what holds for every series."""

from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.progress.judging import judge
from indicators.progress.what_if import FARTHEST, Outlook, changes_to_ask, outlook_of
from tests.progress.reading import golden_cases, judged, read_goals, read_measure, read_value
from tests.progress.strategies import Board, boards

quarters = st.integers(-80, 80).map(lambda n: n / 4)


def outlook(row: dict[str, str]) -> Outlook:
    found = outlook_of(judged({**row, "year": "2030"}), read_goals(row["goals"]))
    assert found
    return found


def reached(looked: Outlook, change: float) -> str:
    years = ((aim.year, looked.year_held(aim, change)) for aim in looked.aims)
    return "; ".join(f"{due} {f'in {year}' if year else 'never'}" for due, year in years)


@pytest.mark.parametrize("row", golden_cases("what_if"))
def test_a_supposed_change_leads_where_the_hand_says(row: dict[str, str]):
    looked, change = outlook(row), float(row["change"])
    values = "; ".join(f"{y} {looked.value_in(y, change):.10g}" for y in (2030, 2035))
    assert (values, reached(looked, change)) == (row["values"], row["reached"])
    wanted = read_value(row["needed"])
    assert looked.needed() == (None if wanted is None else pytest.approx(wanted, rel=1e-9))


NO_QUESTION = [
    ("a thing to be completed", "milestone reach - -", "2025 40", "done@2030"),
    ("growth", "amount growth up 2025", "2025 100", ">=14@2030"),
    ("a bound in every year", "percent each_year up 2025", "2026 21", ">=20@2026..2030"),
    ("a context figure", "count context - -", "2025 500", ">=600@2030"),
    ("no figure", "percent reach up 2025", "", ">=85@2030"),
    ("a year without rank", "rank reach down 2025", "2025 310; 2026 unranked", "<=200@2030"),
    ("no number to reach", "percent reach up 2025", "2025 40", ">=?@2030"),
    ("no target", "percent reach up 2025", "2025 40", ""),
    ("targets of the past alone", "percent reach up 2025", "2025 40; 2030 80", ">=85@2030"),
]


@pytest.mark.parametrize(
    ("measure", "points", "goals"), [pytest.param(*case, id=name) for name, *case in NO_QUESTION]
)
def test_a_yearly_change_has_no_meaning_for(measure: str, points: str, goals: str):
    row = {"measure": measure, "points": points, "goals": goals, "year": "2030"}
    assert outlook_of(judged(row), read_goals(goals)) is None


def test_the_slider_goes_from_the_needed_change_backwards_to_three_times_it():
    changes = changes_to_ask(outlook_for("2025 75", ">=85@2030"))
    assert (changes[0], changes[-1], len(changes)) == (-2.0, 6.0, 81)
    assert {round(b - a, 9) for a, b in pairwise(changes)} == {0.1}


def test_a_needed_change_between_two_steps_is_there_to_be_chosen():
    changes = changes_to_ask(outlook_for("2025 76.98", ">=85@2030"))
    near = changes.index(1.604)
    assert changes[near - 1 : near + 2] == (1.6, 1.604, 1.7)


def outlook_for(points: str, goals: str) -> Outlook:
    measure = "percent reach up 2025 0..100"
    return outlook({"measure": measure, "points": points, "goals": goals})


reach_boards = boards(rules=("reach", "maintain"), fewest=1)


def looked_at(board: Board) -> Outlook | None:
    return outlook_of(board.judged(), board.goals)


@given(reach_boards, quarters)
def test_every_value_lies_within_the_bounds_and_moves_one_way(board: Board, change: float):
    looked = looked_at(board)
    if looked is None:
        return
    values = [value for _, value in looked.line(change, 2060)][1:]
    low, high = board.measure.lower, board.measure.upper
    assert all((low is None or v >= low) and (high is None or v <= high) for v in values)
    assert sorted(values, reverse=change < 0) == values


@given(reach_boards)
def test_the_needed_change_is_offered_and_reaches_its_target_in_time(board: Board):
    looked = looked_at(board)
    needed = looked.needed() if looked else None
    if looked is None or needed is None:
        return
    ahead = next(aim for aim in looked.aims if not aim.held_by(looked.latest.value))
    if looked.year_held(
        ahead, needed * 1e6
    ):  # a bound at the edge may be out of any change's reach
        assert ahead.held_by(looked.value_in(ahead.year, needed))
    changes = changes_to_ask(looked)
    assert needed in changes
    assert max(map(abs, changes)) <= FARTHEST * abs(needed) * (1 + 1e-9) or len(changes) < 9


@given(reach_boards)
def test_the_needed_change_is_the_one_the_verdict_names_but_for_its_last_figure(board: Board):
    looked, result = looked_at(board), board.judged()
    named = {m.goal.year: m.needed_pace for m in result.milestones}
    needed = looked.needed() if looked else None
    if looked is None or needed is None:
        return
    ahead = next(aim for aim in looked.aims if not aim.held_by(looked.latest.value))
    pace = named[ahead.year]
    assert pace is None or isclose(needed, pace, rel_tol=0.01, abs_tol=1e-3)


def test_a_breakdown_is_looked_at_with_the_targets_of_the_whole():
    measure = read_measure("percent reach up 2025 0..100")
    whole = judged({"measure": "percent reach up 2025 0..100", "points": "2025 75",
                    "goals": "", "year": "2026"})  # fmt: skip
    found = outlook_of(judge(measure, whole.points, (), 2026), read_goals(">=85@2030"))
    assert found
    assert found.needed() == 2.0
