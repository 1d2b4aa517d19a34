"""A value is one its indicator can have, at the scale and in the unit it was sent in."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.checks.check import check_file
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.read import read_file
from indicators.intake.tables.table import Table
from tests.intake.tidy import CATALOGUE, TODAY, cell, check, check_tables, table, told, values


@pytest.mark.parametrize(
    ("code", "text", "value", "label"),
    [
        ("ML02", "76,98", 76.98, ""),
        ("ML02", "76,98%", 76.98, ""),
        ("ML02", "0", 0, ""),
        ("ML02", "100", 100, ""),
        ("NL06", "120", 120, ""),
        ("BC03", "1.234.567", 1234567, ""),
        ("DH14", "1.234,5", 1234.5, ""),
        ("HD01", "0,644", 0.644, ""),
        ("HD03", "−1,5", -1.5, ""),
        ("DH17", "225", 225, ""),
        ("DH17", "201–250", 250, "201–250"),
        ("DH17", "201 - 250", 250, "201–250"),
        ("DH17", "chưa xếp hạng", inf, "chưa xếp hạng"),
        ("ML01", "Có", 100, "có"),
        ("ML01", "KHÔNG", 0, "không"),
        ("ML01", "40", 40, ""),
        ("ML01", "40%", 40, ""),
        ("ML01", "Đạt", 100, "đạt"),
        ("ML01", "CHƯA ĐẠT", 0, "chưa đạt"),
        ("ML01", "Không đạt", 0, "không đạt"),
        ("ML01", "Đã hoàn thành", 100, "đã hoàn thành"),
        ("BC01", "523 trường", 523, ""),
        ("BC01", "1.234.567 TRƯỜNG", 1234567, ""),
        ("BC02", "523lớp", 523, ""),
        ("BC02", "523 (lớp)", 523, ""),
        ("ML02", "76,98 (%)", 76.98, ""),
        ("DH14", "1.234,5 tỉ đồng", 1234.5, ""),
        ("DH04", "15 500 học sinh, sinh viên", 15500, ""),
        ("ML02", "76,98 phần trăm", 76.98, ""),
        ("ML02", "76,98 %", 76.98, ""),
    ],
)
def test_a_value_fits_its_kind(code, text, value, label):
    checked = check({"ma_chi_tieu": code, "gia_tri": text})
    assert checked.findings == ()
    assert [(each.value, each.label) for each in checked.observations] == [(value, label)]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("BC01", "523 lớp", "unit_mismatch"),
        ("BC01", "523 nghìn trường", "unit_mismatch"),
        ("DH14", "1.250 triệu đồng", "unit_mismatch"),
        ("DH14", "1.250 tỷ", "unit_mismatch"),
        ("HD01", "0,7 điểm", "unit_mismatch"),
        ("BC01", "523 trường (2 mới)", "unit_mismatch"),
        ("BC01", "trên 523 trường", "bad_number"),
        ("BC01", "520-523 trường", "bad_number"),
        ("ML02", "Đạt", "bad_number"),
        ("ML01", "đạt 80%", "bad_number"),
        ("ML01", "chưa hoàn thành", "bad_number"),
        ("ML02", "100,1", "out_of_range"),
        ("ML02", "-0,1", "out_of_range"),
        ("NL06", "201", "out_of_range"),
        ("HD01", "64,4", "out_of_range"),
        ("ML01", "101", "out_of_range"),
        ("BC03", "-5", "out_of_range"),
        ("BC03", "5,5", "not_integer"),
        ("DH17", "0", "out_of_range"),
        ("DH17", "2,5", "not_integer"),
        ("DH17", "250-201", "bad_number"),
        ("DH17", "0-50", "bad_number"),
        ("ML02", "có", "bad_number"),
        ("ML02", "chưa xếp hạng", "bad_number"),
        ("ML01", "đang làm", "bad_number"),
        ("ML03", "85%", "bad_number"),
        ("HD01", "64%", "bad_number"),
    ],
)
def test_a_value_its_kind_cannot_have_is_an_error(code, text, kind):
    checked = check({"ma_chi_tieu": code, "gia_tri": text})
    assert told(checked) == [("error", kind, 2, "gia_tri")]
    assert checked.observations == ()


def test_a_native_percent_of_a_count_is_refused():
    shown = cell(85.0, 2)
    checked = check_tables(
        Table("a.xlsx", "S", table({}).header, (
            CellRow(2, (cell("ML03", 0), cell("2025", 1), type(shown)("85%", 85.0, "number", "C"))),
        ))
    )  # fmt: skip
    assert told(checked) == [("error", "bad_number", 2, "gia_tri")]


@pytest.mark.parametrize(
    ("others", "text", "expected"),
    [
        (["12,5"], "1.234", 1234),
        (["12.5"], "1.234", 1.234),
        (["1.234.567"], "1.234", 1234),
        (["0,5"], "1,234", 1.234),
    ],
)
def test_other_texts_of_the_column_settle_an_ambiguous_number(others, text, expected):
    rows = [{"ma_chi_tieu": "DH14", "nam": str(2026), "ky": "6t", "gia_tri": t} for t in others]
    checked = check(*rows, {"ma_chi_tieu": "DH14", "ky": "nam", "gia_tri": text})
    assert checked.findings == ()
    assert values(checked)[-1] == expected


@pytest.mark.parametrize("other", [12.5, "12", "≥12,5", "x"])
def test_a_native_or_plain_number_says_nothing_about_a_typed_one(other):
    rows = ({"ma_chi_tieu": "DH14", "ky": "6t", "gia_tri": other},
            {"ma_chi_tieu": "DH14", "gia_tri": "1.234"})  # fmt: skip
    checked = check(*rows)
    assert ("error", "ambiguous_number", 3, "gia_tri") in told(checked)


def test_the_same_text_as_a_native_number_and_typed_is_read_apart():
    checked = check(
        {"ma_chi_tieu": "DH14", "ky": "6t", "gia_tri": 1.234},
        {"ma_chi_tieu": "DH14", "ky": "nam", "gia_tri": "1.234"},
    )
    assert values(checked) == [1.234]
    assert told(checked) == [("error", "ambiguous_number", 3, "gia_tri")]


def test_the_texts_of_another_column_settle_nothing():
    checked = check(
        {"ma_chi_tieu": "DH14", "gia_tri": "1.234"},
        {"tu_so": "12,5", "mau_so": "20"},
    )
    assert ("error", "ambiguous_number", 2, "gia_tri") in told(checked)


def test_mixed_marks_settle_nothing_and_are_told_once():
    texts = ["12,5", "12.5", "1.234", "13.5"]
    periods = [("2025", "nam"), ("2025", "6t"), ("2025", "9t"), ("2026", "nam")]
    checked = check(*(
        {"ma_chi_tieu": "DH14", "gia_tri": text, "nam": year, "ky": period}
        for text, (year, period) in zip(texts, periods, strict=True)
    ))  # fmt: skip
    assert told(checked) == [
        ("warning", "mixed_number_format", 3, "gia_tri"),
        ("error", "ambiguous_number", 4, "gia_tri"),
    ]
    assert values(checked) == [12.5, 12.5, 13.5]


@pytest.mark.parametrize(
    ("text", "above", "below", "agrees"),
    [
        ("78", "656", "840", True),
        ("78,1", "656", "840", True),
        ("78,10", "656", "840", True),
        ("78,100", "656", "840", False),
        ("78,2", "656", "840", False),
        ("79", "656", "840", False),
        ("78,0", "656", "840", False),
        ("", "656", "840", True),
    ],
)
def test_a_value_agrees_with_its_fraction_to_the_rounding_it_was_typed_with(
    text, above, below, agrees
):
    evidence = {"gia_tri": "1,5", "nam": "2026"}
    checked = check({"gia_tri": text, "tu_so": above, "mau_so": below}, evidence)
    assert [each.kind for each in checked.findings] == ([] if agrees else ["ratio_mismatch"])


@pytest.mark.parametrize(
    ("texts", "flagged"),
    [
        (["0,77", "0,85"], True),
        (["0,77", "1"], True),
        (["0,77", "85"], False),
        (["0", "0"], False),
        (["0,77%", "0,85%"], False),
    ],
)
def test_a_column_of_fractions_is_flagged_and_kept(texts, flagged):
    checked = check(*(
        {"gia_tri": text, "don_vi": code}
        for text, code in zip(texts, ["10507", "10525"], strict=True)
    ))  # fmt: skip
    kinds = ["scale_suspect"] * 2 if flagged else []
    assert [each.kind for each in checked.findings] == kinds
    assert len(values(checked)) == 2
    assert max(v or 0 for v in values(checked)) == max(
        float(text.rstrip("%").replace(",", ".")) for text in texts
    )


def test_a_rate_that_may_be_below_one_percent_is_left():
    checked = check({"ma_chi_tieu": "DH07", "gia_tri": "0,3"})
    assert (checked.findings, values(checked)) == ((), [0.3])


def test_a_rate_that_stood_below_one_percent_is_left():
    current = {("ML02", "31", "", 2025, "nam"): (0.4, "chính thức")}
    checked = check({"gia_tri": "0,6", "nam": "2026"}, current=current)
    assert (checked.findings, values(checked)) == ((), [0.6])


@pytest.mark.parametrize(
    ("code", "unit", "fits"),
    [
        ("ML02", "%", True),
        ("ML02", "phần trăm", True),
        ("ML02", "Tỉ lệ phần trăm", True),
        ("DH14", "Tỷ đồng", True),
        ("DH14", "tỉ đồng", True),
        ("DH14", "triệu đồng", False),
        ("DH14", "triệu", False),
        ("DH14", "đồng", False),
        ("BC03", "nghìn học sinh", False),
        ("ML01", "có/không", True),
        ("ML01", "% hoàn thành", True),
        ("ML01", "trường", False),
    ],
)
def test_a_unit_that_is_not_the_indicators_is_an_error(code, unit, fits):
    checked = check({"ma_chi_tieu": code, "gia_tri": "50", "dvt": unit})
    assert told(checked) == ([] if fits else [("error", "unit_mismatch", 2, "dvt")])


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("", "chính thức"),
        ("Chính thức", "chính thức"),
        ("SƠ BỘ", "sơ bộ"),
        ("so bo", "sơ bộ"),
        ("ước", "ước"),
        ("sơ\u00a0bộ", "sơ bộ"),
        ("Ước thực hiện", "ước"),
        ("Ước TH", "ước"),
    ],
)
def test_a_status_is_known_by_its_words(status, kept):
    checked = check({"gia_tri": "50", "trang_thai": status})
    assert [each.status for each in checked.observations] == [kept]


@pytest.mark.parametrize(
    ("period", "kept"),
    [
        ("", "nam"),
        ("Năm", "nam"),
        ("9T", "9t"),
        ("9 tháng", "9t"),
        ("6 tháng", "6t"),
        ("6 tháng đầu năm", "6t"),
        ("Cả năm", "nam"),
    ],
)
def test_a_period_is_known_by_its_words(period, kept):
    checked = check({"gia_tri": "50", "ky": period})
    assert [each.period for each in checked.observations] == [kept]


def test_an_empty_value_under_rut_withdraws_and_a_value_under_it_is_an_error():
    withdrawn, kept = check({"trang_thai": "rút"}), check({"trang_thai": "rút", "gia_tri": "5"})
    assert [(each.value, each.label) for each in withdrawn.observations] == [(None, "")]
    assert withdrawn.findings == ()
    assert told(kept) == [("error", "not_allowed", 2, "gia_tri")]


def test_text_loses_its_control_characters_and_nothing_else():
    note = "=1+1 <b>đậm</b>\x00\x1b[31m $x$ \u202eabc\nhai"
    (figure,) = check({"gia_tri": "50", "ghi_chu": note}).observations
    assert figure.note == "=1+1 <b>đậm</b>[31m $x$ abc\nhai"


def test_a_formula_without_a_value_is_an_error():
    checked = check({"gia_tri": "50"})
    assert checked.findings == ()
    broken = type(cell("", 0))("#REF!", None, "error", "C")
    row = CellRow(2, (cell("ML02", 0), cell("2025", 1), broken))
    checked = check_tables(Table("a.xlsx", "S", table({}).header, (row,)))
    assert told(checked) == [("error", "formula_error", 2, "gia_tri")]


def test_planned_figures_are_kept_apart_and_only_when_asked_for():
    plans = table({"nam": "2030", "gia_tri": "85"}, scope="plan")
    assert check_tables(plans).plans == ()
    asked = check_tables(plans, plan=True)
    assert (asked.observations, [(each.year, each.value) for each in asked.plans]) == (
        (),
        [(2030, 85)],
    )


def test_a_plan_is_for_the_whole_city():
    plans = table({"nam": "2030", "gia_tri": "85", "don_vi": "10507"}, scope="plan")
    asked = check_tables(plans, plan=True)
    assert (asked.plans, told(asked)) == ((), [("error", "not_allowed", 2, "don_vi")])


def test_a_figure_under_a_year_is_pointed_at_by_its_letter():
    header = CellRow(4, tuple(type(cell("", 0))(n) for n in ("ma_chi_tieu", "nam", "gia_tri")))
    row = CellRow(5, (cell("ML02", 1), cell("2025", 6), cell("≥85", 6)))
    checked = check_tables(Table("a.xlsx", "Biểu 1", header, (row,)))
    assert told(checked) == [("error", "bad_number", 5, "G")]


def test_an_error_bars_all_figures_of_its_row():
    header = CellRow(4, tuple(type(cell("", 0))(n) for n in ("ma_chi_tieu", "nam", "gia_tri")))
    rows = (
        CellRow(5, (cell("ML02", 1), cell("2025", 5), cell("80", 5))),
        CellRow(5, (cell("ML02", 1), cell("2026", 6), cell("≥85", 6))),
    )
    assert check_tables(Table("a.xlsx", "Biểu 1", header, rows)).observations == ()


@given(st.integers(0, 10_000), st.booleans())
def test_a_typed_percentage_loads_as_itself_or_not_at_all(hundredths, comma):
    text = f"{hundredths // 100}{',' if comma else '.'}{hundredths % 100:02d}"
    (figure,) = check({"gia_tri": text}).observations
    assert figure.value == hundredths / 100


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("ML01", "sắp xong", "'có', 'không'"), ("ML01", "trên 50", "'có', 'không'"),
        ("DH17", "hạng 5", "201–250"), ("DH17", "≥5", "201–250"),
        ("ML02", "tám mươi", "để trống nếu chưa có"), ("ML02", "≥85", "mức chặn"),
        ("BC03", "12,5", "số nguyên, như 1234"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_told_what_its_indicator_takes(code, text, word):
    (finding,) = check({"ma_chi_tieu": code, "gia_tri": text}).findings
    assert word in finding.message


@pytest.mark.parametrize("text", ["1234567", "0.8"])
def test_a_number_shown_as_another_is_an_error(text):
    unclear = Cell(text, float(text), "unclear", "C")
    header = CellRow(1, (Cell("ma_chi_tieu"), Cell("nam"), Cell("gia_tri", column="C")))
    row = CellRow(2, (Cell("DH14"), Cell("2025"), unclear))
    checked = check_tables(Table("a.xlsx", "Biểu 1", header, (row,)))
    assert told(checked) == [("error", "bad_number", 2, "gia_tri")]
    assert "khác với số thật" in checked.findings[0].message


def test_what_is_wrong_in_a_row_across_is_told_once_and_a_year_by_its_letter():
    header = CellRow(
        1, tuple(cell(name, 0) for name in ("ma_chi_tieu", "don_vi", "nam", "gia_tri"))
    )
    rows = tuple(
        CellRow(number, (cell("BC01", 0), cell(area, 1), cell(year, place), cell("5", place)))
        for number, area in ((2, "10507"), (3, "Xã Không Có"))
        for place, year in ((3, "2023"), (4, "2024"))
    )
    assert told(check_tables(Table("a.xlsx", "Biểu 1", header, rows))) == [
        ("warning", "before_merger", 2, "D"), ("warning", "before_merger", 2, "E"),
        ("error", "unknown_area", 3, "B"),
    ]  # fmt: skip


def test_words_and_units_across_years_are_values_though_no_code_stands_beside_them():
    text = "Chỉ tiêu;2025;2026\nSố trường;523 trường;\nQuy hoạch mạng lưới;Đạt;Chưa đạt\n"
    checked = check_file(read_file("a.csv", text.encode()), CATALOGUE, on=TODAY)
    assert [(row.indicator, row.year, row.value) for row in checked.observations] == [
        ("BC01", 2025, 523),
        ("ML01", 2025, 100),
        ("ML01", 2026, 0),
    ]
    assert [(each.severity, each.kind) for each in checked.findings] == [
        ("remark", "missing_value")
    ]
