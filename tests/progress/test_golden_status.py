"""Every line of the lists of statuses, worked by hand; a case is a line of tests/golden."""

import pytest

from tests.progress.reading import assert_as_written, golden_cases


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
