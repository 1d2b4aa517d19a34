"""What the cells of a row leave unsaid comes from the nearest place that says it, and is asked."""

import pytest

from indicators.intake.checks.check import Checked, check_file
from indicators.intake.read import read_file
from tests.intake.books import workbook
from tests.intake.tidy import CATALOGUE, TODAY

HEAD = ("Mã chỉ tiêu", "Năm", "Giá trị")
ROW = ("PC02", 2026, 99.1)


def check(rows, sheet: str = "Sheet1", *, plan: bool = False) -> Checked:
    content = workbook(**{sheet: rows})
    return check_file(read_file("a.xlsx", content, plan=plan), CATALOGUE, on=TODAY, plan=plan)


def recorded(checked: Checked) -> list[tuple[str, str, str, int, str, str]]:
    return [
        (o.indicator, o.area, o.group, o.year, o.period, o.status) for o in checked.observations
    ]


def asked(checked: Checked) -> list[tuple[str, str]]:
    return [(f.severity, f.kind) for f in checked.findings if f.severity != "remark"]


@pytest.mark.parametrize(
    ("over", "sheet", "figure", "kind"),
    [
        (["Phường Lê Chân"], "S", ("11383", "", "nam", "chính thức"), "filled_in"),
        ([], "Phường Lê Chân", ("11383", "", "nam", "chính thức"), "filled_in"),
        (["UBND phường Hải An"], "Phường Lê Chân", ("11383", "", "nam", "chính thức"),
         "filled_in"),
        (["Phường Hải An"], "Phường Lê Chân", ("11413", "", "nam", "chính thức"),
         "filled_in"),
        (["9 tháng đầu năm 2026"], "S", ("31", "", "9t", "chính thức"), "filled_in"),
        ([], "6T 2026", ("31", "", "6t", "chính thức"), "filled_in"),
        (["Ước thực hiện năm 2026"], "S", ("31", "", "nam", "ước"), "estimate"),
    ],
)  # fmt: skip
def test_what_is_said_around_a_table_is_read_and_asked_about(over, sheet, figure, kind):
    checked = check([*[(text,) for text in over], HEAD, ROW], sheet)
    area, group, period, status = figure
    assert recorded(checked) == [("PC02", area, group, 2026, period, status)]
    assert asked(checked) == [("warning", kind)]


@pytest.mark.parametrize(
    "said", ["Toàn thành phố", "Cả năm 2026", "Số chính thức", "Kết quả thực hiện năm 2026"]
)
def test_what_goes_without_saying_is_not_asked_about(said):
    checked = check([(said,), HEAD, ROW])
    assert recorded(checked) == [("PC02", "31", "", 2026, "nam", "chính thức")]
    assert asked(checked) == []


def test_a_nearer_place_that_says_the_default_keeps_a_farther_one_out():
    rows = [("9 tháng 2026",), HEAD, ("Cả năm",), ROW]
    checked = check(rows, "Phường Lê Chân")
    assert recorded(checked) == [("PC02", "11383", "", 2026, "nam", "chính thức")]


def test_a_section_speaks_for_the_rows_below_it_and_the_cell_before_all():
    head = (*HEAD, "Đơn vị")
    rows = [
        head, (*ROW, "Phường Lê Chân"), ("Phường Hải An",), ("PC03", 2026, 98),
        ("CS10", 2026, 45, "31"), ("Phường Hồng Bàng",), ("PC04", 2026, 97),
    ]  # fmt: skip
    areas = [(o.indicator, o.area) for o in check(rows).observations]
    assert areas == [("PC02", "11383"), ("PC03", "11413"), ("CS10", "31"), ("PC04", "11311")]


def test_a_section_of_a_level_holds_beside_a_cell_of_another_breakdown():
    rows = [
        (*HEAD, "Nhóm"),
        ("Tiểu học",),
        ("BC01", 2025, 210, "Công lập"),
        ("PC03", 2025, 98, None),
    ]
    checked = check(rows)
    groups = [(o.indicator, o.group) for o in checked.observations]
    assert groups == [("BC01", "cấp học=Tiểu học; loại hình=Công lập"), ("PC03", "")]


@pytest.mark.parametrize(
    ("over", "kind"),
    [
        (["Quý III năm 2026"], "not_allowed"),
        (["UBND huyện Vĩnh Bảo"], "unknown_area"),
        (["Trường THPT Ngô Quyền"], "unknown_area"),
        (["Phường Hải An", "Phường Lê Chân"], "unknown_area"),
        (["6 tháng đầu năm", "9 tháng"], "not_allowed"),
        (["Đơn vị tính: con"], "unit_mismatch"),
        (["Đơn vị tính: triệu đồng"], "unit_mismatch"),
    ],
)
def test_what_cannot_be_placed_or_is_said_twice_otherwise_keeps_its_rows_out(over, kind):
    checked = check([*[(text,) for text in over], HEAD, ROW])
    assert (recorded(checked), asked(checked)) == ([], [("error", kind)])


@pytest.mark.parametrize(("section", "recorded_too"), [("Trong đó:", True), ("Nữ", False)])
def test_a_part_said_above_is_known_by_the_rows_group_unless_no_group_can_say_it(
    section, recorded_too
):
    rows = [(*HEAD, "Nhóm"), (section,), ("BC02", 2025, 300, None), ("BC01", 2025, 210, "THCS")]
    checked = check(rows)
    assert [o.group for o in checked.observations] == ["cấp học=THCS"] * recorded_too
    assert asked(checked) == [("error", "unknown_group")]


@pytest.mark.parametrize(("over", "sheet"), [(["KẾ HOẠCH NĂM 2026"], "S"), ([], "KH 2026")])
def test_planned_figures_by_their_title_or_sheet_are_never_actual_ones(over, sheet):
    rows = [*[(text,) for text in over], HEAD, ROW]
    checked = check(rows, sheet)
    assert recorded(checked) == []
    assert sorted(asked(checked)) == [("error", "no_data_rows"), ("warning", "plan_column")]
    wanted = check(rows, sheet, plan=True)
    assert [(o.indicator, o.year, o.value) for o in wanted.plans] == [("PC02", 2026, 99.1)]
    assert asked(wanted) == []


def test_a_title_of_two_years_says_of_each_what_it_is():
    title = "KẾT QUẢ THỰC HIỆN NĂM 2025 VÀ KẾ HOẠCH NĂM 2026"
    checked = check([(title,), ("Mã chỉ tiêu", "2025", "2026"), ("PC02", 98, 99.1)])
    assert [(o.year, o.value) for o in checked.observations] == [(2025, 98)]


def test_a_unit_over_a_table_is_checked_against_each_indicator():
    rows = [("Đơn vị tính: %, trường",), HEAD, ROW, ("BC01", 2025, 412), ("DH14", 2025, 5)]
    checked = check(rows)
    assert [o.indicator for o in checked.observations] == ["PC02", "BC01"]
    assert asked(checked) == [("error", "unit_mismatch")]


def test_a_footnote_speaks_for_the_years_that_bear_its_mark():
    rows = [("Mã chỉ tiêu", "2025", "2026*"), ("PC02", 98, 99.1), ("* Số ước",)]
    assert [(o.year, o.status) for o in check(rows).observations] == [
        (2025, "chính thức"), (2026, "ước")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("under", "taken"),
    [(("Số lượng", "%"), 412), (("Số trường", "%"), 412), (("%", "Tổng số"), 98)],
)
def test_under_one_year_the_value_is_in_the_indicators_unit(under, taken):
    book = [
        ("Mã chỉ tiêu", "2025 " + under[0], "2025 " + under[1]),
        ("BC01", 412, 98),
        ("ML02", 7, 8),
    ]
    values = {o.indicator: o.value for o in check(book).observations}
    assert values["BC01"] == taken
    assert values["ML02"] == (8 if under[1] == "%" else 7)


@pytest.mark.parametrize(
    "heading",
    ["+/- 2025", "TH/KH 2025", "% TH 2025", "2025 so với cùng kỳ", "Tăng/giảm 2025", "± 2025",
     "2025/2024 (%)"],
)  # fmt: skip
def test_a_measure_of_another_kind_is_left_out_by_name(heading):
    checked = check([("Mã chỉ tiêu", "TH 2025", heading), ("BC01", 412, 4)])
    assert [o.value for o in checked.observations] == [412]
    assert [f.kind for f in checked.findings] == ["unknown_column"]


@pytest.mark.parametrize(
    ("heading", "status"),
    [("2025¹", "chính thức"), ("2025 (1)", "chính thức"), ("2025.0", "chính thức"),
     ("NĂM 2025", "chính thức"), ("Tổng số 2025", "chính thức"), ("Sơ bộ 2025", "sơ bộ"),
     ("Prel. 2025", "sơ bộ"), ("Sơ bộ Prel.2025", "sơ bộ"), ("2025 (trường)", "chính thức"),
     ("Kết quả thực hiện kế hoạch 2025", "chính thức")],
)  # fmt: skip
def test_a_heading_is_read_as_its_year(heading, status):
    checked = check([("Mã chỉ tiêu", "2026", heading), ("BC01", 410, 412)])
    assert [(o.year, o.value, o.status) for o in checked.observations] == [
        (2026, 410, "chính thức"), (2025, 412, status)
    ]  # fmt: skip


def test_a_heading_with_a_year_that_is_not_understood_is_asked_about():
    checked = check([("Mã chỉ tiêu", "2025", "2026 bổ sung"), ("BC01", 410, 412)])
    assert [o.year for o in checked.observations] == [2025]
    assert asked(checked) == [("warning", "unknown_column")]


@pytest.mark.parametrize("heading", ["2026", "Ước TH 2026"])
def test_a_label_above_blanks_holds_beside_years_across_too(heading):
    rows = [("Mã chỉ tiêu", "Kỳ", "2025", heading), ("BC01", "9 tháng", 1, 2), ("BC02", None, 3, 4)]
    checked = check(rows)
    assert [(o.indicator, o.year, o.period) for o in checked.observations] == [
        ("BC01", 2025, "9t"), ("BC01", 2026, "9t"), ("BC02", 2025, "9t"), ("BC02", 2026, "9t"),
    ]  # fmt: skip
    assert ("warning", "filled_in") in asked(checked)


@pytest.mark.parametrize(
    ("heading", "taken"),
    [
        ("Giá trị (%)", ["ML02"]),
        ("Giá trị (trường)", ["ML02", "BC01"]),
        ("Giá trị (triệu đồng)", []),
    ],
)
def test_a_unit_of_size_in_the_heading_of_values_is_checked_against_each_indicator(heading, taken):
    checked = check([("Mã chỉ tiêu", "Năm", heading), ("ML02", 2025, 77), ("BC01", 2025, 98)])
    assert [o.indicator for o in checked.observations] == taken
    assert asked(checked) == [("error", "unit_mismatch")] * (2 - len(taken))


def test_what_headings_say_is_no_label_over_the_columns_beside_them():
    checked = check([("Mã chỉ tiêu", "TH 9 tháng 2026", "2025"), ("BC01", 1, 2), ("BC02", 3, 4)])
    assert [(o.year, o.period) for o in checked.observations] == [(2026, "9t"), (2025, "nam")] * 2
    assert asked(checked) == []
