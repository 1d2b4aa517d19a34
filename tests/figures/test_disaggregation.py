"""The ways in which the figures of one indicator stand side by side."""

import pytest

from indicators.catalogue.loader import load
from indicators.figures.disaggregation import places_of, slug, ways_of

CATALOGUE = load()
LEVELS = ("cấp học=Tiểu học", "cấp học=THCS")
WAYS = [
    ("one series alone is no comparison", [("31", "")], ()),
    ("the city and the country", [("31", ""), ("VN", "")], ("địa bàn",)),
    ("a commune is no area beside the city", [("31", ""), ("10507", "")], ()),
    ("two communes", [("10525", ""), ("10507", "")], ("xã phường đặc khu",)),
    ("two areas of one level", [("HP-CU", LEVELS[0]), ("HD-CU", LEVELS[0])], ("địa bàn",)),
    ("two areas of two levels", [("HP-CU", LEVELS[0]), ("HD-CU", LEVELS[1])], ()),
    ("two levels of one area", [("31", LEVELS[0]), ("31", LEVELS[1])], ("cấp học",)),
    ("two dimensions at once", [("31", f"{LEVELS[0]}; loại hình=Công lập"),
     ("31", f"{LEVELS[1]}; loại hình=Công lập")], ()),
    ("all of them", [("31", ""), ("VN", ""), ("31", LEVELS[0]), ("31", LEVELS[1]),
     ("31", "loại hình=Công lập"), ("31", "loại hình=Ngoài công lập")],
     ("địa bàn", "cấp học", "loại hình")),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "ways"), [pytest.param(*w, id=name) for name, *w in WAYS])
def test_a_way_needs_two_series(keys: list[tuple[str, str]], ways: tuple[str, ...]):
    assert ways_of(CATALOGUE, keys) == ways


def test_places_stand_in_the_order_of_the_catalogue_the_total_first():
    keys = [(area, group) for group in (*LEVELS[::-1], "") for area in ("HD-CU", "HP-CU")]
    assert places_of(CATALOGUE, keys, "địa bàn") == ("", *LEVELS)
    assert places_of(CATALOGUE, keys, "cấp học") == ("HP-CU", "HD-CU")


def test_a_way_is_written_without_marks_in_an_address():
    assert [slug(way) for way in ("địa bàn", "cấp học", "xã phường đặc khu")] == [
        "dia-ban",
        "cap-hoc",
        "xa-phuong-dac-khu",
    ]
