"""The catalogue says what the programme says, and every indicator says enough to be followed."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from indicators.catalogue.checks import PROPOSABLE
from indicators.catalogue.loader import load
from indicators.catalogue.records import Indicator, Target

CATALOGUE = load()
INDICATORS = {indicator.code: indicator for indicator in CATALOGUE.indicators}
PROGRAMME = [each for each in CATALOGUE.indicators if each.rule != "context"]


def by_code(indicator: Indicator) -> str:
    return indicator.code


def test_the_catalogue_holds_the_whole_programme():
    assert {name: len(getattr(CATALOGUE, name)) for name in CATALOGUE.__dataclass_fields__} == {
        "documents": 4,
        "groups": 8,
        "agencies": 14,
        "indicators": 79,
        "targets": 90,
        "areas": 118,
        "area_origins": 114,
        "breakdowns": 15,
        "indicator_breakdowns": 190,
        "task_groups": 8,
        "tasks": 42,
        "settings": 6,
    }
    assert len(PROGRAMME) == 75
    assert Counter(target.scope for target in CATALOGUE.targets) == {"city": 72, "national": 18}


def test_groups_and_their_indicators_stand_in_document_order():
    assert Counter(each.group for each in CATALOGUE.indicators) == {
        "ML": 8, "PC": 9, "CL": 7, "DH": 21, "CS": 12, "HD": 3, "NL": 15, "BC": 4,
    }  # fmt: skip
    groups = [group.code for group in CATALOGUE.groups]
    assert groups == list(dict.fromkeys(each.group for each in CATALOGUE.indicators))
    codes = list(INDICATORS)
    assert codes[codes.index("DH15") : codes.index("DH15") + 3] == ["DH15", "DH21", "DH16"]
    assert [each.position for each in CATALOGUE.indicators] == list(range(1, 80))


@pytest.mark.parametrize(
    ("key", "comparator", "value", "from_year", "doc_ref", "wording"),
    [
        (("ML02", "city", 2030), ">=", 85, None, "II.1.b gạch 1", "ít nhất"),
        (("ML06", "city", 2030), ">=", 2, None, "II.1.b gạch 1", "có"),
        (("PC05", "city", 2030), ">=", 95, None, "II.1.b gạch 2", "phấn đấu"),
        (("PC06", "city", 2026), "done", None, None, "II.1.a", "đủ điều kiện"),
        (("PC08", "city", 2045), "maintain", None, None, "II.3", "duy trì"),
        (("DH04", "city", 2030), "about", 16000, None, "II.1.b gạch 4", "khoảng"),
        (("DH07", "city", 2030), ">=", 0.5, None, "II.1.b gạch 4", "tối thiểu"),
        (("DH17", "city", 2035), "<=", 150, None, "II.2", "phấn đấu"),
        (("DH20", "city", 2030), ">=", 20, None, "II.1.b gạch 4", "hướng tới … ít nhất"),
        (("CS02", "city", 2030), ">", 95, None, "II.1.b gạch 5", "trên"),
        (("HD01", "city", 2030), ">", 0.82, None, "II.1.b gạch 6", "trên"),
        (("HD01", "city", 2035), ">=", 0.87, None, "II.2", "tối thiểu"),
        (("HD02", "city", 2030), "<", 10, None, "II.1.b gạch 6", "giảm xuống dưới"),
        (("NL01", "city", 2030), ">=", 20, 2026, "III.2 gạch 3", "tối thiểu"),
        (("NL14", "city", 2030), "<=", 0, 2026, "III.2 gạch 4", "không để … nào"),
        (("ML02", "national", 2030), ">=", 80, None, "theo Dân trí 30/8/2025", "ít nhất"),
        (("DH13", "national", 2030), ">=", 12, None, "theo Vietnam.vn 2025", "đạt"),
        (("HD01", "national", 2035), ">", 0.85, None, "theo Dân trí 30/8/2025", "trên"),
    ],
)
def test_a_target_says_what_the_document_says(key, comparator, value, from_year, doc_ref, wording):
    found = [each for each in CATALOGUE.targets if (each.indicator, each.scope, each.year) == key]
    doc = "02-CTr/TU" if key[1] == "city" else "71-NQ/TW"
    expected = Target(*key, comparator, value, from_year, doc, doc_ref, wording, note="")
    assert [replace(each, note="") for each in found] == [expected]


def test_the_documents_are_those_of_the_programme():
    assert [
        (each.code, each.issuer, f"{each.issued:%d/%m/%Y}") for each in CATALOGUE.documents
    ] == [
        ("71-NQ/TW", "Bộ Chính trị", "22/08/2025"),
        ("02-CTr/TU", "Thành ủy Hải Phòng", "20/10/2025"),
        ("14-KH/TU", "Thành ủy Hải Phòng", "14/11/2025"),
        ("979/KH-SGDĐT", "Sở Giáo dục và Đào tạo Hải Phòng", "23/02/2026"),
    ]


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=by_code)
def test_an_indicator_says_what_it_is_and_who_answers_for_it(indicator):
    milestone = indicator.kind == "milestone"
    assert indicator.definition.endswith(".")
    assert indicator.definition.count(". ") == 0, "one sentence"
    assert indicator.collection.endswith(".")
    assert bool(indicator.unit) != milestone
    assert indicator.lead in {agency.name for agency in CATALOGUE.agencies}
    assert {"definition", "collection", "lead"} <= set(indicator.proposed.split("; "))


@pytest.mark.parametrize("indicator", PROGRAMME, ids=by_code)
def test_an_indicator_of_the_programme_names_its_document_and_section(indicator):
    assert indicator.doc == "02-CTr/TU"
    assert re.match(r"I{2,3}\.\d", indicator.doc_ref)


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=by_code)
def test_an_indicator_has_a_target_or_a_reason_for_none(indicator):
    scopes = {target.scope for target in CATALOGUE.targets if target.indicator == indicator.code}
    reason = re.search(r"chưa lượng hóa|chưa đặt mức|không có mục tiêu", indicator.note)
    assert ("city" in scopes) != bool(reason)


@pytest.mark.parametrize("indicator", CATALOGUE.indicators, ids=by_code)
def test_a_percent_never_leaves_its_bounds(indicator):
    if indicator.kind != "percent":
        assert not indicator.is_share
    elif indicator.is_share:
        assert (indicator.lower, indicator.upper) == (0, 100)
    else:
        assert (indicator.code, indicator.upper) in {
            ("HD02", 100), ("NL04", 200), ("NL05", 200), ("NL06", 200), ("NL15", 200),
        }  # fmt: skip


def test_what_the_text_does_not_name_is_marked_as_proposed():
    for indicator in PROGRAMME:
        named = indicator.proposed.split("; ")
        if "không nêu năm" in indicator.note or "mốc 2030 là đề xuất" in indicator.note:
            assert "target_year" in named, indicator.code
        assert set(named) <= PROPOSABLE
    assert {each.code for each in PROGRAMME if "from_year" in each.proposed} == {
        "NL01", "NL02", "NL03", "NL14",
    }  # fmt: skip


def test_general_school_indicators_refuse_preschools():
    refused = {
        code for code, each in INDICATORS.items()
        if "phổ thông" in each.name and "mầm non" not in each.name
    }  # fmt: skip
    reported = {
        (each.indicator, each.value)
        for each in CATALOGUE.indicator_breakdowns
        if each.dimension == "cấp học"
    }
    by_level = {code for code, _ in reported}
    assert refused & by_level == {"ML02", "CS02", "CS04", "CS08", "CS10"}
    assert not {(code, "Mầm non") for code in refused} & reported
    assert {("CS01", "Mầm non"), ("NL12", "Mầm non"), ("BC01", "Mầm non")} <= reported


def test_levels_of_attainment_are_a_distribution_and_never_a_partition():
    roles = {(each.dimension, each.role) for each in CATALOGUE.indicator_breakdowns}
    assert {role for dimension, role in roles if dimension == "mức độ"} == {"distribution"}
    assert {
        each.indicator for each in CATALOGUE.indicator_breakdowns if each.role == "partial"
    } == {"NL14"}


def test_the_city_has_its_114_units_since_the_merger():
    units = [area for area in CATALOGUE.areas if area.parent == "31"]
    assert Counter(area.kind for area in units) == {"xã": 67, "phường": 45, "đặc khu": 2}
    assert {f"{area.valid_from}" for area in units} == {"2025-07-01"}
    assert Counter(origin.province for origin in CATALOGUE.area_origins) == {
        "Hải Dương": 64,
        "Hải Phòng": 50,
    }
    assert [(a.code, a.name, str(a.valid_to)) for a in CATALOGUE.areas if a.valid_to] == [
        ("HP-CU", "Thành phố Hải Phòng (trước 1/7/2025)", "2025-06-30"),
        ("HD-CU", "Tỉnh Hải Dương (trước 1/7/2025)", "2025-06-30"),
    ]


def test_records_are_looked_up_by_code_and_name():
    indicator, area = CATALOGUE.indicators_by_code["ML02"], CATALOGUE.areas_by_code["31"]
    agency = next(each for each in CATALOGUE.agencies if each.name == indicator.lead)
    assert CATALOGUE.groups_by_code[indicator.group] in CATALOGUE.groups
    assert CATALOGUE.documents_by_code[indicator.doc] in CATALOGUE.documents
    assert CATALOGUE.indicator_names["ML02"] == indicator.short_name
    assert CATALOGUE.area_names["31"] == area.short_name
    assert CATALOGUE.agency_names[agency.name] == agency.short_name
    assert CATALOGUE.agencies_by_short_name[agency.short_name] == agency


def test_the_targets_of_an_indicator_stay_in_the_order_of_the_catalogue():
    own = CATALOGUE.targets_by_indicator
    assert own["ML02"] == tuple(t for t in CATALOGUE.targets if t.indicator == "ML02")
    assert own.keys() == {target.indicator for target in CATALOGUE.targets}


def test_communes_are_those_of_all_times_and_breakdowns_go_by_indicator():
    assert {area.kind for area in CATALOGUE.communes.values()} == {"xã", "phường", "đặc khu"}
    assert len(CATALOGUE.communes) == 114
    assert [each.value for each in CATALOGUE.breakdowns_by_indicator["DH04"]] == [
        each.value for each in CATALOGUE.indicator_breakdowns if each.indicator == "DH04"
    ]
