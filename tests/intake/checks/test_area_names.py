"""Codes and names of areas side by side: one column where they agree."""

import pytest

from indicators.intake.checks.check import Checked, check_file
from indicators.intake.read import read_file
from tests.intake.tidy import CATALOGUE, TODAY

HEAD = "Mã đơn vị;Tên đơn vị;Mã chỉ tiêu;Năm;Giá trị"


def checked(*rows: str, head: str = HEAD) -> Checked:
    content = "\n".join([head, *rows, ""]).encode()
    return check_file(read_file("bang.csv", content), CATALOGUE, on=TODAY)


def areas(found: Checked) -> list[str]:
    return [row.area for row in found.observations]


def told(found: Checked) -> list[tuple[str, str, int | None]]:
    return [(each.severity, each.kind, each.row) for each in found.findings]


ROWS = ("11413;Phường Hải An;PC02;2025;99,1", "11383;UBND phường Lê Chân;PC02;2025;98,1")


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        "Mã xã;Tên xã;Mã chỉ tiêu;Năm;Giá trị",
        "ma_don_vi;Địa bàn;Mã chỉ tiêu;Năm;Giá trị",
        "Mã xã, phường;Xã, phường, đặc khu;Mã chỉ tiêu;Năm;Giá trị",
    ],
)
def test_code_and_name_that_agree_are_one_column(head):
    found = checked(*ROWS, head=head)
    assert (areas(found), told(found)) == (["11413", "11383"], [])


def test_the_order_of_the_columns_does_not_matter():
    found = checked(
        "Phường Hải An;11413;PC02;2025;99,1",
        head="Tên đơn vị;Mã đơn vị;Mã chỉ tiêu;Năm;Giá trị",
    )
    assert (areas(found), told(found)) == (["11413"], [])


def test_years_across_have_them_too():
    found = checked(
        "11413;Phường Hải An;PC02;98,1;99,1", head="Mã đơn vị;Tên đơn vị;Mã chỉ tiêu;2025;2026"
    )
    assert (areas(found), told(found)) == (["11413", "11413"], [])


def test_a_code_of_another_area_than_the_name_keeps_its_row_out():
    found = checked("11413;Phường Lê Chân;PC02;2025;99,1", ROWS[1])
    assert (areas(found), told(found)) == (["11383"], [("error", "unknown_area", 2)])
    assert found.findings[0].message == (
        "Mã 11413 là Phường Hải An mà tên ghi Phường Lê Chân; hãy sửa lại mã hoặc tên."
    )


@pytest.mark.parametrize("name", ["Quận Hải An", "Phường Hải Ân", "Trường THPT Hải An"])
def test_a_name_that_is_not_that_of_the_code_is_an_error(name):
    found = checked(f"11413;{name};PC02;2025;99,1")
    assert (areas(found), told(found)) == ([], [("error", "unknown_area", 2)])


def test_a_row_with_one_of_both_is_known_by_it():
    found = checked(";Phường Hải An;PC02;2025;99,1", "11383;;PC02;2025;98,1")
    assert areas(found) == ["11413", "11383"]
    assert [each for each in told(found) if each[0] == "error"] == []


def test_two_columns_of_names_are_still_one_too_many():
    found = checked(*ROWS, head="Địa bàn;Tên đơn vị;Mã chỉ tiêu;Năm;Giá trị")
    assert [each[:2] for each in told(found)] == [("error", "duplicate_column")]
