"""How far along its way a series is: golden cases worked by hand."""

import pytest

from indicators.progress.way import Way, way_of
from tests.progress.reading import golden_cases, judged, read_value


@pytest.mark.parametrize("row", golden_cases("ways"))
def test_a_way_is_as_long_as_the_hand_says(row: dict[str, str]):
    way, made, due = way_of(judged(row)), read_value(row["made"]), read_value(row["due"])
    if made is None:
        assert way is None
        return
    assert way
    assert way.made == pytest.approx(made)
    assert way.due == (None if due is None else pytest.approx(due))


def test_a_gap_is_what_is_due_and_not_made():
    assert Way(0.5, 0.75).gap == 0.25
    assert Way(1.0, 0.75).gap == -0.25
    assert Way(1.0, None).gap is None
