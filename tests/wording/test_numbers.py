"""Numbers and dates as Vietnamese offices write them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.store.local_time import local_day
from indicators.wording.numbers import (
    counted,
    day,
    number,
    pace_decimals,
    pace_number,
    percent_of,
    plain,
    rounded,
    rounded_pace,
    share_of,
    signed_office_code,
    signed_pace,
    size,
)

WRITTEN = [
    ("comma before the decimals", 76.98, 2, "76,98"),
    ("zeros are kept", 81.6, 2, "81,60"),
    ("dots between thousands", 16000, 0, "16.000"),
    ("dots between millions", 1234567.5, 1, "1.234.567,5"),
    ("no dot below a thousand", 999, 0, "999"),
    ("half goes up", 2.5, 0, "3"),
    ("half goes up after an odd digit too", 0.35, 1, "0,4"),
    ("half of the written form, not of the binary one", 1.005, 2, "1,01"),
    ("half below zero goes away from zero", -2.5, 0, "−3"),
    ("a true minus sign", -0.24, 1, "−0,2"),
    ("no minus before nothing", -0.04, 1, "0,0"),
    ("rounding may reach a thousand", 999.6, 0, "1.000"),
    ("a very large amount", 1e22, 1, "10.000.000.000.000.000.000.000,0"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "decimals", "text"), [pytest.param(*case, id=name) for name, *case in WRITTEN]
)
def test_a_number_is_written_with_comma_and_dots(value: float, decimals: int, text: str):
    assert number(value, decimals) == text


@given(st.floats(-1e12, 1e12), st.integers(0, 9))
def test_a_written_number_reads_back_as_the_rounded_one(value: float, decimals: int):
    text = number(value, decimals).replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(text) == rounded(value, decimals)


@given(st.floats(-1e9, 1e9), st.integers(0, 9))
def test_rounding_moves_by_half_a_step_at_most(value: float, decimals: int):
    moved = abs(rounded(value, decimals) - Decimal(repr(value)))
    assert moved <= Decimal(5).scaleb(-decimals - 1)


PLAIN = [(85.0, "85"), (0.5, "0,5"), (0.82, "0,82"), (16000.0, "16.000"), (-1.50, "−1,5"), (0, "0")]


@pytest.mark.parametrize(("value", "text"), PLAIN)
def test_a_plain_number_has_no_needless_zero(value: float, text: str):
    assert plain(value) == text


PACES = [
    (1.604, "1,6"),
    (4.0, "4"),
    (9.96, "10"),
    (0.75, "0,75"),
    (0.0277, "0,028"),
    (0.0996, "0,1"),
    (0.00265, "0,0027"),
    (-1.2, "1,2"),
    (99.96, "100"),
    (733.3, "733"),
    (1234.5, "1.235"),
    (0.0, "0"),
]


@pytest.mark.parametrize(("change", "text"), PACES)
def test_a_pace_has_two_figures_below_one_and_no_sign(change: float, text: str):
    assert pace_number(change) == text
    assert abs(rounded_pace(change)) == float(text.replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (1.604, "+#,##0.0;-#,##0.0;0"),
        (4.0, "+#,##0;-#,##0;0"),
        (-0.0277, "+#,##0.000;-#,##0.000;0"),
    ],
)
def test_the_format_of_a_pace_shows_its_sign_and_no_needless_zero(change: float, code: str):
    assert signed_office_code(pace_decimals(change)) == code


def test_a_rounded_pace_keeps_its_sign():
    assert [rounded_pace(change) for change in (1.604, -22.04, -0.0277)] == [1.6, -22.0, -0.028]


@pytest.mark.parametrize(("change", "text"), [(1.604, "+1,6"), (-22.0, "−22"), (0.0, "0")])
def test_a_signed_pace_tells_its_direction(change: float, text: str):
    assert signed_pace(change) == text


@pytest.mark.parametrize(("ratio", "text"), [(0.75, "75%"), (0.125, "13%"), (-0.3, "−30%")])
def test_a_ratio_is_written_as_whole_percent(ratio: float, text: str):
    assert percent_of(ratio) == text


SHARES = [
    ("just short of the threshold", 0.9499, "94%"),
    ("the threshold", 0.95, "95%"),
    ("the threshold as it comes out of a division", (73.8 - 70) / 4, "95%"),
    ("just short of the lower threshold", 0.5999, "59%"),
    ("just short of what is needed", 0.999, "99%"),
    ("more than is needed", 2.5, "250%"),
    ("barely the wrong way", -0.001, "−1%"),
]


@pytest.mark.parametrize(
    ("ratio", "text"), [pytest.param(*case, id=name) for name, *case in SHARES]
)
def test_a_share_of_the_pace_never_reaches_a_threshold_by_rounding(ratio: float, text: str):
    assert share_of(ratio) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (75_302_300_000, "75,3 GB"),
        (20_000_000, "20 MB"),
        (1_500_000, "1,5 MB"),
        (300_000, "300 kB"),
        (40, "40 byte"),
    ],
)
def test_a_size_is_written_in_the_unit_in_which_it_is_short(count: int, text: str):
    assert size(count) == text


def test_a_count_has_dots_between_its_thousands():
    assert [counted(things) for things in (0, 999, 19878)] == ["0", "999", "19.878"]


def test_a_day_is_written_with_two_digits():
    assert [day(date(2026, 11, 22)), day(date(2027, 3, 5))] == ["22/11/2026", "05/03/2027"]


def test_a_moment_belongs_to_the_day_in_hanoi():
    evening, night = (datetime(2026, 11, 21, hour, 59, tzinfo=UTC) for hour in (16, 17))
    assert [local_day(evening), local_day(night)] == [date(2026, 11, 21), date(2026, 11, 22)]


def test_shares_grow_with_the_ratio():
    shares = [int(share_of(step / 1000)[:-1]) for step in range(1200)]
    assert all(before <= after for before, after in pairwise(shares))
