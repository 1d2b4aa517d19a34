"""The head of a board: its numbers add up, whichever rows it has."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.board.summary import finding
from indicators.catalogue.loader import load
from indicators.store.connection import Store
from tests.rounds import rounds

ATTENTION = re.compile(
    r"(?P<how>[^;]+)(?:; (?P<all>\d+) chỉ tiêu cần chú ý"
    r"(?:, trong đó (?:(?P<old>\d+) đánh giá trên số liệu cũ)?(?: và )?"
    r"(?:(?P<earlier>\d+) không đạt mốc trước)?)?)?"
)
JUDGED = "chỉ tiêu đánh giá được đã đạt hoặc đúng tiến độ"
# How many are well, and how many are judged; None where the words have the number.
WELL: dict[str, tuple[int | None, int | None]] = {
    rf"(\d+) trong (\d+) {JUDGED}": (None, None),
    rf"Cả (\d+) {JUDGED}": (None, None),
    r"Chưa chỉ tiêu nào trong (\d+) chỉ tiêu đánh giá được đạt hoặc đúng tiến độ": (0, None),
    r"Chỉ tiêu duy nhất đánh giá được đã đạt hoặc đúng tiến độ": (1, 1),
    r"Chỉ tiêu duy nhất đánh giá được chưa đạt, chưa đúng tiến độ": (0, 1),
}


def well_of(how: str) -> tuple[int, int] | None:
    """Read how many are well of how many; None where nothing is judged."""
    for pattern, (good, judged) in WELL.items():
        if found := re.fullmatch(pattern, how):
            numbers = [int(number) for number in found.groups()]
            first, last = (numbers[0], numbers[-1]) if numbers else (0, 0)
            return first if good is None else good, last if judged is None else judged
    return None


@pytest.mark.parametrize("day", [date(2027, 11, 20), date(2029, 11, 20)])
@settings(
    max_examples=rounds(60, few=15),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chosen=st.sets(st.sampled_from([each.code for each in load().indicators]), min_size=1))
def test_the_numbers_of_a_finding_add_up_and_are_those_of_the_lists(
    illustrative: Store, day: date, chosen: set[str]
):
    whole = assess(illustrative, as_of(illustrative, day), "city")
    board = replace(whole, rows=tuple(r for r in whole.rows if r.indicator.code in chosen))
    told = ATTENTION.fullmatch(finding(board))
    well = told and well_of(told["how"])
    if told is None or well is None:
        assert not board.assessed
        return
    attention, old, earlier = (int(told[name] or 0) for name in ("all", "old", "earlier"))
    good, judged = well
    assert (judged, attention) == (len(board.assessed), len(board.attention))
    assert judged - good + old + earlier == attention
