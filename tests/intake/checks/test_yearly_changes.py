"""The changes of a series laid out once say of every year what looking at each pair again says."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.intake.checks.yearly_changes import FEWEST_CHANGES, YearlyChanges
from tests.recording import figure
from tests.rounds import rounds

YEARS = st.integers(2016, 2026)
# Few values, so that equal changes are frequent.
VALUES = st.integers(0, 6).map(float)
SERIES = st.dictionaries(YEARS, VALUES, max_size=8)
SLACK = 0.05


def changes(series: dict[int, float]) -> dict[tuple[int, int], float]:
    return {(a, b): abs(series[b] - series[a]) / (b - a) for a, b in pairwise(sorted(series))}


def record_by_definition(held, series, year):
    """The change at a year, when it is beyond every other one known before or given beside it."""
    made = max((c for pair, c in changes(series).items() if year in pair), default=0.0)
    others = {pair: c for pair, c in changes(series).items() if year not in pair}
    known = [*changes(held).values(), *others.values()]
    pairs = changes(held).keys() | others.keys()
    beyond = made > max(known, default=0.0) + SLACK
    return made if beyond and len(pairs) >= FEWEST_CHANGES else None


@settings(max_examples=rounds(300, few=60), deadline=None)
@given(SERIES, SERIES.filter(bool))
def test_a_leap_is_a_change_beyond_all_others_known(held, given_now):
    laid = YearlyChanges.of(held, [figure("ML02", year, v) for year, v in given_now.items()])
    series = held | given_now
    found = {
        year: laid.record_at(year, SLACK) if year in laid.steepest else None for year in given_now
    }
    assert found == {year: record_by_definition(held, series, year) for year in given_now}


def test_the_rows_of_a_file_stand_before_the_figures_in_force():
    laid = YearlyChanges.of({2024: 5.0, 2025: 6.0}, [figure("ML02", 2025, 9.0)])
    assert laid.series == {2024: 5.0, 2025: 9.0}


def test_a_withdrawn_figure_is_no_figure_of_the_series():
    laid = YearlyChanges.of({2024: 5.0, 2025: 6.0}, [figure("ML02", 2025, None)])
    assert laid.series == {2024: 5.0}
