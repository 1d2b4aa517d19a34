"""Days as people type them, and what is not guessed."""

from datetime import date

import pytest

from indicators.wording.days import read_day

WRITTEN = ["22/11/2026", "2026-11-22", "22112026", "22.11.2026", "22 11 2026", " 22-11-2026 "]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_day_is_read_as_people_write_it(written: str):
    assert read_day(written) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "day"), [("1/3/2026", date(2026, 3, 1)), ("01/3/2026", date(2026, 3, 1))]
)
def test_a_leading_nought_may_be_left_out(written: str, day: date):
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written", ["", "hôm qua", "1112026", "22/11/26", "22/13/2026", "30/02/2027", "2026", "v12"]
)
def test_what_is_no_day_or_could_be_two_is_none(written: str):
    assert read_day(written) is None
