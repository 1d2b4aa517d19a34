"""The head of a board: its numbers add up, whichever rows it has."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.as_of import as_of
from indicators.at_a_glance import finding
from indicators.board import assess
from indicators.catalogue import load
from indicators.store.connection import Store

COUNTS = re.compile(
    r"(\d+) trong (\d+) chỉ tiêu đánh giá được đã đạt hoặc đúng tiến độ"
    r"(?:; (\d+) chỉ tiêu cần chú ý"
    r"(?:, trong đó (?:(\d+) đánh giá trên số liệu cũ)?(?: và )?(?:(\d+) không đạt mốc trước)?)?)?"
)


@pytest.mark.parametrize("day", [date(2027, 11, 20), date(2029, 11, 20)])
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chosen=st.sets(st.sampled_from([each.code for each in load().indicators]), min_size=1))
def test_the_numbers_of_a_finding_add_up_and_are_those_of_the_lists(
    illustrative: Store, day: date, chosen: set[str]
):
    whole = assess(illustrative, as_of(illustrative, day), "city")
    board = replace(whole, rows=tuple(r for r in whole.rows if r.indicator.code in chosen))
    told = COUNTS.fullmatch(finding(board))
    if told is None:
        assert not board.assessed
        return
    good, assessed, attention, old, earlier = (int(number or 0) for number in told.groups())
    assert (assessed, attention) == (len(board.assessed), len(board.attention))
    assert assessed - good + old + earlier == attention
