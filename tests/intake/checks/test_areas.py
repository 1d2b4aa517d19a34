"""An area is found by its code or name; anything else is reported with what it may mean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.loader import load
from indicators.intake.checks.areas import MOST_GUESSED, Areas, _whole
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import same_name, unaccented

CATALOGUE = load()
AREAS = Areas.of(CATALOGUE)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "31"),
        ("31", "31"),
        ("Toàn thành phố", "31"),
        ("TOÀN THÀNH PHỐ", "31"),
        ("toan thanh pho", "31"),
        ("Thành phố Hải Phòng", "31"),
        ("TP. Hải Phòng", "31"),
        ("TP Hải Phòng", "31"),
        ("Cả nước", "VN"),
        ("hd-cu", "HD-CU"),
        ("Hải Dương cũ", "HD-CU"),
        ("10507", "10507"),
        ("１０５０７", "10507"),
        ("Phường Thành Đông", "10507"),
        ("PHƯỜNG  THÀNH ĐÔNG ", "10507"),
        ("Phường\u00a0Thành Ðông", "10507"),
        ("phuong thanh dong", "10507"),
        ("P. Thành Đông", "10507"),
        ("P.Thành Đông", "10507"),
        ("P Thành Đông", "10507"),
        ("X An Thành", "10792"),
        ("ĐK Cát Hải", "11914"),
        ("\ufeff10507", "10507"),
        ("Phường Thành\u200b Đông", "10507"),
        ("TP.HP", "31"),
        ("TPHP", "31"),
        ("Toàn thành phố Hải Phòng", "31"),
        ("Phường Hoà Bình", "11533"),
        ("Phường Hòa Bình", "11533"),
        ("Phường Thủy Nguyên", "11560"),
        ("Phường Thuỷ Nguyên", "11560"),
        ("Xã Kiến Thụy", "11680"),
        ("Xã Vĩnh Hòa", "11848"),
        ("Xã Cẩm Giang", "10888"),
        ("Xã Cẩm Giàng", "10903"),
        ("Đặc khu Bạch Long Vĩ", "11948"),
    ],
)
def test_an_area_is_found_however_it_is_spelt(text, code):
    said = AREAS.read(Cell(text))
    assert (said.value.code if said.value else None, said.problems) == (code, ())


def test_a_native_number_is_a_code():
    assert AREAS.read(Cell("10,507", 10507.0, "number")).value.code == "10507"


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("Hà Nội", "unknown_area", []),
        ("Phường Thành", "unknown_area", None),
        ("Phường Thành Dông", "unknown_area", ["10507"]),
        ("Phường Thanh Đông", "unknown_area", ["10507"]),
        ("Phường Cẩm Thượng", "unknown_area", ["10507"]),
        ("phuong cam thuong", "unknown_area", ["10507"]),
        ("Xã Cộng Hòa", "unknown_area", ["10645", "10705", "10756"]),
        ("Thị trấn Phú Thái", "unknown_area", ["10750"]),
        ("Thị trấn Núi Đối", "unknown_area", ["11680"]),
        ("Huyện Cát Hải", "unknown_area", ["11914"]),
        ("Quận Lê Chân", "unknown_area", ["11383"]),
        ("Huyện An Lão", "unknown_area", ["11629"]),
        ("Thành Đông", "unknown_area", ["10507"]),
        ("Hải Dương", "ambiguous_area", ["HD-CU", "10525"]),
        ("xa cam giang", "ambiguous_area", ["10888", "10903"]),
        ("Trần Phú", "ambiguous_area", ["10532", "10537", "10633"]),
        ("99999", "unknown_area", []),
        ("TX. Kinh Môn", "unknown_area", ["10675"]),
        ("TT Phú Thái", "unknown_area", ["10750"]),
        ("Phường Thành Đông.", "unknown_area", ["10507"]),
        ("10507.0", "unknown_area", []),
    ],
)
def test_what_is_no_area_is_reported_with_what_it_may_mean(text, kind, named):
    said = Areas.of(CATALOGUE).read(Cell(text))
    assert said.value is None
    (problem,) = said.problems
    assert (problem.severity, problem.kind) == ("error", kind)
    if named is not None:
        assert [code for code in AREAS.codes if f"({code})" in problem.message] == named


@pytest.mark.parametrize("text", ["Tổng cộng", "TỔNG SỐ", "Cộng", "Tổng cộng:", "Tong cong 5 xã"])
def test_a_total_over_some_communes_is_not_the_city_and_is_mentioned(text):
    said = AREAS.read(Cell(text))
    assert said.value is None
    assert [(each.severity, each.kind) for each in said.problems] == [("remark", "non_data_row")]


def test_every_area_is_found_by_its_code_and_by_its_name():
    assert [AREAS.read(Cell(area.code)).value for area in CATALOGUE.areas] == list(CATALOGUE.areas)
    assert [AREAS.read(Cell(area.name)).value for area in CATALOGUE.areas] == list(CATALOGUE.areas)


SPELLINGS = (
    str.upper,
    str.lower,
    str.title,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace("oà", "òa").replace("uỷ", "ủy").replace("uỵ", "ụy"),
    unaccented,
)


@given(st.sampled_from(CATALOGUE.areas), st.lists(st.sampled_from(SPELLINGS), max_size=3))
def test_an_area_spelt_in_any_accepted_way_is_that_area_or_none(area, spellings):
    name = area.name
    for spell in spellings:
        name = spell(name)
    said = AREAS.read(Cell(name))
    assert said.value in (area, None)
    assert said.value == area or [each.kind for each in said.problems] == ["ambiguous_area"]


@given(st.sampled_from(CATALOGUE.areas), st.integers(0, 40), st.sampled_from(["", "x", "ă", " "]))
def test_a_misspelt_name_is_no_area_unless_it_is_the_name_of_one(area, place, letter):
    name = area.name
    place %= len(name)
    text = name[:place] + letter + name[place + 1 :]
    said = AREAS.read(Cell(text))
    assert said.value is None or unaccented(_whole(same_name(text))) in (
        unaccented(said.value.name),
        unaccented(said.value.short_name),
    )


@given(st.text(max_size=20))
def test_no_text_but_an_empty_one_becomes_the_whole_city(text):
    said = AREAS.read(Cell(text.strip()))
    city = said.value is not None and said.value.code == "31"
    assert city == (not text.strip() or text.strip() == "31")


def test_near_names_are_looked_for_only_so_often():
    areas = Areas.of(CATALOGUE)
    for count in range(MOST_GUESSED):
        areas.read(Cell(f"Phường Không Có {count}"))
    (problem,) = areas.read(Cell("Phường Thàn Đông")).problems
    assert problem.message == (
        "Không có đơn vị này. Hãy dùng mã hoặc tên đầy đủ trong danh mục đơn vị."
    )
