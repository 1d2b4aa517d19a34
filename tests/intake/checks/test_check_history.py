"""A file is compared with what is in force: firmness, jumps, fractions, withdrawals."""

import pytest

from tests.intake.tidy import check, check_tables, table, told, values

GROWING = {2021: 70.0, 2022: 72.0, 2023: 73.0, 2024: 75.0, 2025: 76.98}


def in_force(series: dict[int, float], status: str = "chính thức", area: str = "VN"):
    return {("ML02", area, "", year, "nam"): (value, status) for year, value in series.items()}


def sent(year: int, value: str, **more: str):
    return {"nam": str(year), "gia_tri": value, "don_vi": "VN", **more}


@pytest.mark.parametrize(
    ("held", "given", "told_of"),
    [
        ("chính thức", "sơ bộ", True),
        ("chính thức", "ước", True),
        ("sơ bộ", "ước", True),
        ("sơ bộ", "sơ bộ", False),
        ("sơ bộ", "chính thức", False),
        ("ước", "sơ bộ", False),
    ],
)
def test_a_lower_status_over_a_higher_one_is_a_warning(held, given, told_of):
    checked = check(sent(2025, "77", trang_thai=given), current=in_force({2025: 76.98}, held))
    expected = [("warning", "status_regression", 2, "trang_thai")] if told_of else []
    assert told(checked) == expected
    assert values(checked) == [77]


@pytest.mark.parametrize(
    ("year", "value", "jumps"),
    [
        (2026, "78,9", False),
        (2026, "75", False),
        (2026, "79,5", True),
        (2026, "74", True),
        (2025, "76,98", False),
        (2025, "85", True),
        (2023, "73,5", False),
        (2023, "90", True),
    ],
)
def test_a_change_beyond_all_earlier_ones_is_a_warning(year, value, jumps):
    checked = check(sent(year, value), current=in_force(GROWING))
    assert told(checked) == ([("warning", "jump", 2, "gia_tri")] if jumps else [])
    assert len(values(checked)) == 1


def test_a_jump_says_how_large_it_is_and_how_large_they_were():
    checked = check(sent(2026, "85"), current=in_force(GROWING))
    assert checked.findings[0].message == (
        "Thay đổi 8,02 mỗi năm, hơn mọi lần trước của chuỗi số liệu này (nhiều nhất 2); "
        "hãy kiểm tra lại số, nếu đúng hãy xác nhận."
    )


@pytest.mark.parametrize("series", [{}, {2025: 76.98}, {2024: 75.0, 2025: 76.98}])
def test_a_series_too_short_has_no_jumps(series):
    assert check(sent(2026, "95"), current=in_force(series)).findings == ()


def test_a_gap_counts_as_so_many_years():
    short = {year: value for year, value in GROWING.items() if year < 2024}
    assert check(sent(2026, "78"), current=in_force(short)).findings == ()


def test_a_slip_within_a_file_is_found_by_its_own_series():
    rows = [sent(year, str(value)) for year, value in zip(
        range(2019, 2026), (70, 71, 72, 17, 74, 75, 76), strict=True)]  # fmt: skip
    checked = check(*rows, current={})
    assert ("warning", "jump", 5, "gia_tri") in told(checked)


def test_other_series_say_nothing_about_a_jump():
    current = in_force(GROWING) | {("ML02", "31", "", 2025, "nam"): (76.98, "chính thức")}
    checked = check({"nam": "2026", "gia_tri": "95", "don_vi": ""}, current=current)
    assert checked.findings == ()


def test_a_fraction_after_percentages_is_suspected_though_the_column_has_others():
    checked = check(
        sent(2026, "0,78"),
        {"ma_chi_tieu": "PC01", "don_vi": "31", "gia_tri": "97,5"},
        current=in_force(GROWING),
    )
    assert told(checked) == [("warning", "scale_suspect", 2, "gia_tri")]
    assert values(checked) == [0.78, 97.5]


def test_a_withdrawal_needs_something_to_withdraw():
    row = sent(2025, "", trang_thai="rút")
    withdrawn = check(row, current=in_force(GROWING))
    nothing = check(row, current={})
    assert (values(withdrawn), told(withdrawn)) == ([None], [])
    assert (values(nothing), told(nothing)) == (
        [],
        [("remark", "missing_value", 2, "trang_thai")],
    )


def test_the_same_figure_in_two_sheets_loads_once_with_the_lower_status():
    first = table(sent(2025, "77"), sheet="A")
    second = table(sent(2025, "77,0", trang_thai="sơ bộ"), sheet="B")
    checked = check_tables(first, second)
    assert [(each.sheet, each.status) for each in checked.observations] == [("A", "sơ bộ")]
    assert [each.message for each in checked.findings] == [
        "Trùng với dòng 2 trang 'A'; chỉ nhập một lần với trạng thái 'sơ bộ'. "
        "Hãy bỏ dòng thừa hoặc xác nhận."
    ]


def test_different_figures_for_one_key_in_two_sheets_load_neither():
    checked = check_tables(table(sent(2025, "77"), sheet="A"), table(sent(2025, "78"), sheet="B"))
    assert checked.observations == ()
    assert [(each.kind, each.sheet) for each in checked.findings] == [
        ("conflicting_duplicate", "A"),
        ("conflicting_duplicate", "B"),
    ]
