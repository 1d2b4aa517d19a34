"""The small trend line of a row."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from indicators.charts.sparkline import sparkline
from tests.progress.reading import read_points


def picture(points: str) -> ElementTree.Element:
    address = sparkline(read_points(points))
    assert address is not None
    head, _, body = address.partition(",")
    assert head == "data:image/svg+xml"
    return ElementTree.fromstring(unquote(body))  # noqa: S314 (our own picture)


def corners(points: str) -> list[tuple[float, float]]:
    line = picture(points).find("{*}polyline")
    return [tuple(map(float, corner.split(","))) for corner in line.get("points").split()]


def test_a_rise_goes_from_the_lower_left_to_the_upper_right():
    assert corners("2025 70; 2027 80") == [(3.0, 19.0), (85.0, 3.0)]


def test_years_keep_their_distances():
    assert corners("2020 0; 2021 10; 2025 5") == [(3.0, 19.0), (19.4, 3.0), (85.0, 11.0)]


def test_a_level_stands_in_the_middle():
    assert corners("2025 70; 2026 70") == [(3.0, 11.0), (85.0, 11.0)]


def test_the_last_point_is_marked():
    dot = picture("2025 70; 2027 80").find("{*}circle")
    assert (dot.get("cx"), dot.get("cy")) == ("85.0", "3.0")


@pytest.mark.parametrize("points", ["", "2025 70", "2025 70; 2026 unranked"])
def test_fewer_than_two_numbers_make_no_line(points: str):
    assert sparkline(read_points(points)) is None
