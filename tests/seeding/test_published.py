"""The published figures are those of their sources, each with its link."""

from collections import Counter
from datetime import date

import pytest

from indicators.catalogue.loader import load
from indicators.figures.editions import mixtures
from indicators.intake.checks.check import check_table
from indicators.intake.read import read_table
from tests.programme import PUBLISHED, PUBLISHED_FILE

CHECKED = check_table(
    read_table(PUBLISHED_FILE.name, PUBLISHED_FILE.read_bytes()), load(), date(2026, 11, 22)
)
FIGURES = {each.key: each for each in CHECKED.observations}


def test_every_indicator_has_as_many_figures_as_its_sources_gave():
    assert Counter(each.indicator for each in CHECKED.observations) == {
        "BC01": 198, "BC02": 194, "BC03": 194, "BC04": 194, "HD01": 24, "HD02": 14, "NL01": 15,
        "ML02": 2, "CL01": 6, "CL02": 15, "DH04": 1, "DH06": 18, "DH11": 8, "DH13": 1, "NL04": 2,
        "NL12": 1, "PC01": 1, "PC05": 1,
    }  # fmt: skip
    assert len(FIGURES) == len(PUBLISHED)


def test_no_old_province_lends_its_figures_to_the_new_city():
    assert Counter(each.area for each in CHECKED.observations) == {
        "HP-CU": 304,
        "HD-CU": 298,
        "VN": 280,
        "31": 7,
    }
    assert not [each for each in CHECKED.observations if each.back_cast]


@pytest.mark.parametrize(
    ("indicator", "area", "group", "year", "value"),
    [
        ("ML02", "31", "", 2025, 76.98),
        ("ML02", "HD-CU", "cấp học=THCS", 2024, 87.27),
        ("CL02", "HP-CU", "", 2025, 3),
        ("CL02", "31", "", 2026, 4),
        ("NL01", "VN", "", 2008, 18.0),
        ("NL01", "VN", "", 2022, 15.45),
        ("HD01", "VN", "", 2000, 0.4812),
        ("HD01", "VN", "", 2022, 0.7287),
        ("HD01", "VN", "", 2023, 0.7287),
        ("HD02", "VN", "", 2019, 17.64),
        ("HD02", "VN", "", 2020, 15.25),
        ("BC03", "HP-CU", "cấp học=Mầm non", 2004, 48541),
        ("BC03", "HD-CU", "cấp học=Tiểu học", 2021, 187176),
        ("BC01", "HP-CU", "cấp học=THPT", 2021, 57),
    ],
)
def test_a_figure_is_the_published_one(indicator, area, group, year, value):
    assert FIGURES[indicator, area, group, year, "nam"].value == value


def test_a_share_given_in_words_keeps_its_numbers():
    figure = FIGURES["NL12", "HD-CU", "", 2024, "nam"]
    assert (figure.value, figure.numerator, figure.denominator) == (28.33, 238, 840)


@pytest.mark.parametrize(
    ("indicator", "area", "year"), [("CL02", "31", 2025), ("ML02", "HD-CU", 2024)]
)
def test_what_is_of_another_area_or_over_another_base_is_not_published(indicator, area, year):
    assert (indicator, area, "", year, "nam") not in FIGURES


def test_no_series_mixes_editions():
    assert list(mixtures(CHECKED.observations)) == []
    assert {each.source for each in CHECKED.observations if each.indicator[:2] == "HD"} == {
        "UNDP HDR 2025"
    }


def test_every_figure_names_its_source_and_a_link():
    unnamed = [row for row in PUBLISHED if not row["nguon"] or row["lien_ket"][:8] != "https://"]
    assert unnamed == []
    assert PUBLISHED


def test_the_check_only_remarks_on_old_years():
    assert {(each.severity, each.kind) for each in CHECKED.findings} == {("remark", "bad_year")}
    old = [each for each in CHECKED.observations if each.year < 2015]
    assert len(CHECKED.findings) == len(old)
