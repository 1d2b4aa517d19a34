"""A name beside a code is that indicator's, or other words; another's or a part's is an error."""

from dataclasses import replace

import pytest

from indicators.intake.checks.check import Checked, check_file
from indicators.intake.examination import examine
from indicators.intake.read import read_file
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_catalogue
from tests.intake.tidy import CATALOGUE, TODAY

PC02 = CATALOGUE.indicators_by_code["PC02"]


def checked(*rows: str, head: str = "Mã chỉ tiêu;Tên chỉ tiêu;Năm;Giá trị", **more) -> Checked:
    content = "\n".join([head, *rows, ""]).encode()
    return check_file(read_file("bang.csv", content), CATALOGUE, on=TODAY, **more)


def errors(found: Checked) -> list[tuple[str, int | None]]:
    return [(each.kind, each.row) for each in found.findings if each.severity == "error"]


def codes(found: Checked) -> list[str]:
    return [row.indicator for row in found.observations]


@pytest.mark.parametrize(
    "name",
    [
        "Phổ cập THCS mức độ 3",
        "PHỔ CẬP THCS MỨC ĐỘ 3",
        "pho cap thcs muc do 3",
        "4. Phổ cập THCS mức độ 3 (%)",
        "- Phổ cập THCS mức độ 3",
        CATALOGUE.indicators_by_code["PC04"].name,
    ],
)
def test_the_name_of_another_indicator_keeps_its_row_out(name):
    found = checked(f"PC02;{name};2025;88,2", "PC03;Phổ cập tiểu học mức độ 3;2025;99,4")
    assert (errors(found), codes(found)) == ([("unknown_indicator", 2)], ["PC03"])
    (finding,) = (each for each in found.findings if each.severity == "error")
    assert finding.message.startswith("Mã PC02 đứng cạnh tên của PC04; ")
    assert finding.column == "2"


@pytest.mark.parametrize(
    "name",
    [
        PC02.name,
        PC02.short_name,
        f"2. {PC02.short_name} (%)",
        f"- {PC02.name}",
        "Phổ cập giáo dục mầm non, theo báo cáo của các xã",
        "Tỷ lệ xã đạt phổ cập",
        "",
    ],
)
def test_its_own_name_and_other_words_are_no_error(name):
    found = checked(f"PC02;{name};2025;88,2")
    assert (errors(found), codes(found)) == ([], ["PC02"])


@pytest.mark.parametrize(
    "name",
    [
        "Trong đó: lớp tiểu học",
        "trong đó lớp tiểu học",
        "Số lớp, trong đó: tiểu học",
        "Chia ra: tiểu học",
        "- Chia ra",
        "- cấp tiểu học",
        "+ Cấp THCS",
        "Tiểu học",
        "- Tiểu học",
        "Riêng cấp tiểu học",
    ],
)
def test_the_name_of_a_part_beside_the_code_of_the_whole_is_an_error(name):
    found = checked("BC01;Số trường;2025;412", f"BC02;{name};2025;2100")
    assert (errors(found), codes(found)) == ([("unknown_group", 3)], ["BC01"])


def test_a_part_that_the_column_of_groups_names_is_one():
    head = "Mã chỉ tiêu;Tên chỉ tiêu;Năm;Cấp học;Giá trị"
    found = checked("BC02;- cấp tiểu học;2025;Tiểu học;2100", head=head)
    assert errors(found) == []
    assert [row.group for row in found.observations] == ["cấp học=Tiểu học"]


def test_years_across_are_held_against_the_name_of_their_row():
    found = checked(
        "PC02;Phổ cập THCS mức độ 3;88;88,2",
        "BC01;Trong đó: tiểu học;210;212",
        "PC03;Phổ cập tiểu học mức độ 3;99;99,4",
        head="Mã chỉ tiêu;Chỉ tiêu;2025;2026",
    )
    assert errors(found) == [("unknown_indicator", 2), ("unknown_group", 3)]
    assert codes(found) == ["PC03", "PC03"]


def test_names_under_an_unknown_heading_are_held_against_the_code_too():
    head = "Mã chỉ tiêu;Diễn giải;Năm;Giá trị"
    found = checked(
        "PC02;Phổ cập THCS mức độ 3;2025;88,2", "BC01;Gồm cả trường mới;2025;4", head=head
    )
    assert (errors(found), codes(found)) == ([("unknown_indicator", 2)], ["BC01"])


def test_a_name_of_an_earlier_catalogue_is_known():
    earlier = (replace(PC02, code="PC04", name="Tên cũ của phổ cập", short_name="Tên cũ"),)
    rows = ("PC02;Tên cũ;2025;88,2", "PC04;Tên cũ;2025;97,1")
    assert errors(checked(*rows)) == []
    found = checked(*rows, earlier=earlier)
    assert (errors(found), codes(found)) == ([("unknown_indicator", 2)], ["PC04"])


@pytest.mark.own_board
def test_a_name_that_the_board_once_had_is_known_of_its_earlier_versions(own: Store):
    before = catalogue_at(own, latest(own).number)
    renamed = tuple(
        replace(each, short_name="Tên khác") if each.code == "PC04" else each
        for each in before.indicators
    )
    record_catalogue(own, replace(before, indicators=renamed), "Lan")
    content = "ma_chi_tieu;ten_chi_tieu;nam;gia_tri\nPC02;Phổ cập THCS mức độ 3;2025;88,2\n"
    findings = examine(own, "bang.csv", content.encode()).findings
    assert [(each.severity, each.kind, each.row) for each in findings] == [
        ("error", "unknown_indicator", 2)
    ]
