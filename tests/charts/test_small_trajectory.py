"""The picture of one trajectory among many."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from indicators.charts.small_trajectory import (
    EDGE,
    HEIGHT,
    WIDTH,
    PictureScale,
    Years,
    small_trajectory,
)
from indicators.charts.theme import DARK, LIGHT
from indicators.charts.trajectory import Trajectory
from indicators.progress.results import Point
from tests.wording.writing import judged, notation, targets

FRAME = Years(2025, 2035)
LEFT, RIGHT, TOP, FOOT = EDGE, WIDTH - EDGE, EDGE, HEIGHT - EDGE


def picture(
    code: str, points: str, frame: Years = FRAME, year: int = 2028, ink=LIGHT
) -> ElementTree.Element:
    shown = Trajectory(
        "", "", notation(code), judged(code, points, year), targets(code), (), (), (), year
    )
    head, _, body = small_trajectory(shown, frame, ink).partition(",")
    assert head == "data:image/svg+xml"
    return ElementTree.fromstring(unquote(body))  # noqa: S314 (our own picture)


def lines(drawn: ElementTree.Element, name: str) -> list[list[tuple[float, float]]]:
    found = drawn.findall(f"{{*}}polyline[@class='{name}']")
    return [
        [tuple(map(float, corner.split(","))) for corner in line.get("points").split()]
        for line in found
    ]


def diamonds(drawn: ElementTree.Element) -> list[str]:
    return [mark.get("d").partition("l")[0] for mark in drawn.findall("{*}path[@class='target']")]


def dots(drawn: ElementTree.Element) -> list[tuple[str, str]]:
    return [(dot.get("cx"), dot.get("fill")) for dot in drawn.findall("{*}circle")]


def test_figures_path_and_targets_share_one_scale():
    drawn = picture("HD01", "2025 0.67; 2030 0.82", year=2030)
    assert lines(drawn, "actual") == [[(LEFT, FOOT), (WIDTH / 2, 30.5)]]
    assert lines(drawn, "required") == [[(LEFT, FOOT), (WIDTH / 2, 30.5), (RIGHT, TOP)]]
    assert diamonds(drawn) == ["M160.0 23.5", "M311.0 2.0"]


def test_the_same_year_stands_at_the_same_place_in_every_picture():
    assert [dots(picture(code, "2027 4; 2028 5"))[0][0] for code in ("CS05", "ML02", "HD02")] == [
        "69.4"
    ] * 3


def test_what_is_not_final_is_hollow():
    assert [fill for _, fill in dots(picture("ML02", "2026 70; 2027 72p"))] == [
        LIGHT.actual,
        LIGHT.paper,
    ]


def test_figures_before_a_break_are_not_drawn():
    drawn = picture("ML02", "2025 70; 2026 71; |2027 60; 2028 62")
    assert [x for x, _ in dots(drawn)] == ["69.4", "99.6"]
    assert [len(line) for line in lines(drawn, "actual")] == [2]


def test_what_lies_outside_the_years_is_left_out_and_the_path_ends_at_the_edge():
    drawn = picture("ML02", "2025 65; 2027 75", Years(2026, 2028))
    assert [x for x, _ in dots(drawn)] == ["160.0"]
    assert [[x for x, _ in line] for line in lines(drawn, "required")] == [[LEFT, RIGHT]]
    assert diamonds(drawn) == []


@pytest.mark.parametrize("points", ["2027 85", "2027 unranked"])
def test_a_single_level_or_none_is_drawn_without_fault(points: str):
    assert picture("ML02", points).tag.endswith("svg")


@pytest.mark.parametrize(
    ("low", "high", "levels"),
    [
        (20, 88, [20, 40, 60, 80]),
        (0, 1, [0, 0.5, 1]),
        (0.6, 0.9, [0.6, 0.7, 0.8, 0.9]),
        (48_000, 200_212, [50_000, 100_000, 150_000, 200_000]),
        (-0.24, 0, [-0.2, -0.1, 0]),
        (5, 5, [5]),
    ],
)
def test_a_scale_has_a_few_round_values(low: float, high: float, levels: list[float]):
    assert PictureScale(FRAME, low, high).levels() == levels


def test_a_shared_scale_is_drawn_with_its_levels_and_what_stands_behind_in_grey():
    shown = Trajectory(
        "", "", notation("ML02"), judged("ML02", "2025 70; 2026 80", 2028), (),
        [Point(2024, 1.0), Point(2025, 60.0), Point(2026, 65.0)], (), (), 2028,
    )  # fmt: skip
    body = small_trajectory(shown, FRAME, LIGHT, PictureScale(FRAME, 60, 100)).partition(",")[2]
    drawn = ElementTree.fromstring(unquote(body))  # noqa: S314 (our own picture)
    assert lines(drawn, "around") == [[(LEFT, FOOT), (39.2, 84.2)]]
    assert lines(drawn, "actual") == [[(LEFT, 73.5), (39.2, 52.0)]]
    heights = [mark.get("d") for mark in drawn.findall("{*}path[@class='level']")]
    assert heights == [f"M0 {y}H320" for y in ("95.0", "52.0", "9.0")]


def test_a_dark_page_has_its_own_colours():
    assert dots(picture("ML02", "2026 70", ink=DARK))[0][1] == DARK.actual
