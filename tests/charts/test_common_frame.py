"""The frame that pictures beside each other share."""

from collections.abc import Sequence

import pytest

from indicators.charts.common_frame import common_frame, group_years
from indicators.charts.small_trajectory import Years
from indicators.charts.trajectory import Trajectory
from indicators.progress.results import Point
from tests.wording.writing import judged, notation, targets


def shown(code: str, points: str, year: int = 2029, nation: Sequence[Point] = ()) -> Trajectory:
    return Trajectory(
        "", "", notation(code), judged(code, points, year), targets(code), nation, (), (), year
    )


def spans(*pictures: Trajectory) -> list[tuple[float, float]]:
    return [(scale.low, scale.high) for scale in common_frame(pictures).scales]


def test_pictures_of_one_unit_have_one_scale_and_the_others_their_own():
    pictures = [
        shown("ML02", "2025 70; 2029 80"),
        shown("CS02", "2025 40; 2029 60"),
        shown("HD01", "2025 0.6; 2029 0.7"),
    ]
    frame = common_frame(pictures)
    assert spans(*pictures) == [(40, 95), (40, 95), (0.6, 0.87)]
    assert (frame.shared, frame.apart, frame.unequal) == (("%",), True, False)
    assert frame.years == Years(2025, 2035)


def test_a_line_that_would_lie_flat_has_its_own_scale():
    pictures = [shown("DH09", "2025 20; 2029 30"), shown("DH18", "2025 900; 2029 5000")]
    frame = common_frame(pictures)
    assert (frame.shared, frame.apart, frame.unequal) == ((), True, True)
    assert frame.scales[0].high < frame.scales[1].low


def test_figures_in_grey_stand_in_the_frame():
    nation = [Point(2020, 50.0), Point(2021, 55.0)]
    picture = shown("ML02", "2025 70; 2029 80", nation=nation)
    assert (spans(picture), common_frame([picture]).years) == ([(50, 85)], Years(2020, 2030))


def test_where_nothing_is_asked_for_the_frame_ends_with_the_last_figure():
    picture = shown("BC03", "1999 10; 2001 30; 2021 50", year=2026)
    assert common_frame([picture]).years == Years(2001, 2021)
    assert common_frame([shown("BC03", "2021 50", year=2026)]).years == Years(2020, 2021)


def test_counts_have_no_parts_of_one_on_their_scale():
    frame = common_frame([shown("ML03", "2025 2; 2029 3")])
    assert frame.scales[0].levels() == [2, 3]


@pytest.mark.parametrize("code", ["ML01", "ML02"])
def test_nothing_to_draw_makes_no_fault(code: str):
    picture = shown(code, "")
    picture = Trajectory("", "", picture.notation, picture.judgement, (), (), (), (), 2029)
    frame = common_frame([picture, picture])
    assert (frame.shared, frame.apart) == ((), False)


def test_pictures_of_a_group_have_the_same_years_where_none_stands_half_empty():
    pictures = [shown("ML02", "2025 70; 2029 80"), shown("CS02", "2025 40; 2029 60")]
    assert group_years(pictures) == [Years(2025, 2030)] * 2


def test_where_one_would_stand_half_empty_each_has_years_of_its_own():
    long = shown("ML02", "2020 60; 2025 70; 2029 80")
    pictures = [long, shown("CS02", "2029 60")]
    assert group_years(pictures) == [Years(2020, 2030), Years(2029, 2030)]
