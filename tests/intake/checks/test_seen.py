"""What a person sees of a cell is what is read of it: no raised, struck or hidden digit counts."""

import datetime

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from indicators.intake.checks.check import check_file
from indicators.intake.read import read_file
from tests.intake.books import saved
from tests.intake.tidy import CATALOGUE, TODAY

HEADER = ("ma_chi_tieu", "nam", "gia_tri", "tu_so", "mau_so", "dvt", "ghi_chu")


def piece(text: str, **font: object) -> TextBlock:
    return TextBlock(InlineFont(**font), text)


def raised(text: str) -> TextBlock:
    return piece(text, vertAlign="superscript")


def struck(text: str) -> TextBlock:
    return piece(text, strike=True)


def book(*cells: object, code: str = "BC01", number_format: str = "", **font: object):
    """A workbook of one row: a code, 2025 and these cells, the value in a format and a font."""
    made = Workbook()
    made.active.append(HEADER)
    made.active.append([code, 2025])
    for place, value in enumerate(cells, 3):
        made.active.cell(2, place, value)
    if number_format:
        made.active["C2"].number_format = number_format
    made.active["C2"].font = Font(**font)
    return made


def checked(content: bytes, name: str = "a.xlsx"):
    found = check_file(read_file(name, content), CATALOGUE, {}, TODAY)
    told = [(each.severity, each.kind, each.column, each.text) for each in found.findings]
    return [each.value for each in found.observations], told


def asked(text: str, column: str = "gia_tri"):
    return [("warning", "ambiguous_number", column, text)]


@pytest.mark.parametrize(
    ("cell", "value", "text"),
    [
        (CellRichText("412", raised("1")), 412, "412¹"),
        (CellRichText(piece("412", b=True), raised("1")), 412, "412¹"),
        (CellRichText("412", raised("(1)")), 412, "412⁽¹⁾"),
        (CellRichText("412", raised("a")), 412, "412ᵃ"),
        (CellRichText("412", raised("1,2")), 412, "412^1,2"),
        (CellRichText("412 ", raised("*")), 412, "412 ^*"),
        (CellRichText(raised("1"), "412"), 412, "¹412"),
        (CellRichText("412", piece("2", vertAlign="subscript")), 412, "412²"),
        (CellRichText(struck("48"), "412"), 412, "412"),
        (CellRichText(struck("48"), " ", piece("412", color="FF0000")), 412, "412"),
        ("412¹", 412, "412¹"),
        ("412 ⁽¹⁾", 412, "412 ⁽¹⁾"),
    ],
)
def test_digits_that_are_raised_or_struck_are_asked_about_and_not_read(cell, value, text):
    assert checked(saved(book(cell))) == ([value], asked(text))


@pytest.mark.parametrize("cell", [412, "412", CellRichText(struck("41"), struck("2"))])
def test_a_figure_that_is_struck_through_as_a_whole_is_asked_about(cell):
    assert checked(saved(book(cell, strike=True))) == ([412], asked("412"))


def test_a_whole_cell_in_raised_letters_is_asked_about():
    assert checked(saved(book(412, vertAlign="superscript"))) == ([412], asked("412"))


def test_a_piece_with_a_font_of_its_own_is_not_struck_by_that_of_its_cell():
    rich = CellRichText(piece("412", b=True))
    assert checked(saved(book(rich, strike=True))) == ([412], [])


def test_a_mark_between_digits_is_no_number():
    values, told = checked(saved(book(CellRichText("4", raised("1"), "12"))))
    assert (values, told) == ([], [("error", "bad_number", "gia_tri", "4¹12")])


def test_raised_letters_of_a_note_stay_in_it():
    note = CellRichText("Diện tích 5 m", raised("2"))
    found = check_file(
        read_file("a.xlsx", saved(book(412, None, None, None, note))), CATALOGUE, {}, TODAY
    )
    assert [each.note for each in found.observations] == ["Diện tích 5 m²"]
    assert found.findings == ()


def test_marks_in_codes_and_years_are_asked_about():
    made = book(412)
    made.active["A2"], made.active["B2"] = (
        CellRichText("BC01", raised("1")), CellRichText(struck("2024"), "2025")
    )  # fmt: skip
    told = asked("BC01¹", "ma_chi_tieu") + asked("2025", "nam")
    assert checked(saved(made)) == ([412], told)


def test_a_footnoted_year_heads_its_column_and_is_asked_about():
    made = Workbook()
    made.active.append(["Mã chỉ tiêu", 2026, CellRichText("2025", raised("1"))])
    made.active.append(["BC01", 415, 412])
    told = [("warning", "bad_year", "C", "2025")]
    assert checked(saved(made)) == ([415, 412], told)
    typed = "Mã chỉ tiêu;2026;2025¹\nBC01;415;412\n".encode()
    assert checked(typed, "a.csv") == ([415, 412], [("warning", "bad_year", "3", "2025")])


def test_a_column_whose_year_is_struck_through_is_asked_about():
    made = Workbook()
    made.active.append(["Mã chỉ tiêu", "2026", "2025"])
    made.active.append(["BC01", 415, 412])
    made.active["C1"].font = Font(strike=True)
    assert checked(saved(made)) == ([415, 412], [("warning", "bad_year", "C", "2025")])


@pytest.mark.parametrize(
    ("code", "value", "number_format"),
    [
        ("BC03", 51708, '#,##0" học sinh"'), ("DH14", 1250, r"#,##0\ \t\ỷ\ \đ\ồ\n\g"),
        ("ML02", 77.5, '0.0" %"'), ("ML02", 77.5, '0.0 "phần trăm"'), ("BC01", 412, '0" ¹"'),
        ("BC01", 412, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_)'), ("BC01", 412, '0;-0;"không có"'),
    ],
)  # fmt: skip
def test_the_indicators_own_unit_may_stand_in_the_format(code, value, number_format):
    made = book(value, code=code, number_format=number_format)
    assert checked(saved(made)) == ([value], [])


@pytest.mark.parametrize(
    ("code", "value", "number_format"),
    [
        ("DH14", 1250000, '#,##0" triệu đồng"'), ("BC03", 512, '0" nghìn"'), ("BC01", 4, '0" %"'),
        ("DH14", 1250, "#,##0 [$₫-42A]"), ("BC03", 512, r"0\ \h\ọ\c\ \s\i\n\h\/\l\ớ\p"),
        ("BC01", 412, '"khoảng "0'), ("DH14", "1250", '@" triệu đồng"'),
    ],
)  # fmt: skip
def test_another_unit_in_the_format_is_refused(code, value, number_format):
    made = book(value, code=code, number_format=number_format)
    assert checked(saved(made)) == ([], [("error", "unit_mismatch", "gia_tri", str(value))])


def test_a_unit_in_the_format_is_told_with_the_indicators_own():
    made = book(1250000, code="DH14", number_format='#,##0" triệu đồng"')
    (finding,) = check_file(read_file("a.xlsx", saved(made)), CATALOGUE, {}, TODAY).findings
    assert finding.message == (
        "Định dạng ô cho hiện 'triệu đồng' bên số 1250000, mà đơn vị tính của DH14 là tỷ đồng; hãy "
        "đổi số liệu theo đơn vị tính này rồi bỏ chữ khỏi định dạng ô."
    )


def test_numerators_may_be_counted_in_people_but_not_in_thousands():
    made = book(50, 1, 2, code="CS04")
    made.active["D2"].number_format = made.active["E2"].number_format = '0" trẻ"'
    assert checked(saved(made)) == ([50], [])
    made.active["D2"].number_format = '0" nghìn trẻ"'
    assert checked(saved(made)) == ([], [("error", "unit_mismatch", "tu_so", "1")])


@pytest.mark.parametrize(
    "number_format", ['0"000"', '0"."0', "0-0", ";;;", '"Có";;"Không"', '"≥"0', "#,##0,"]
)
def test_a_number_that_is_shown_as_another_is_refused(number_format):
    values, told = checked(saved(book(412, number_format=number_format)))
    assert (values, [each[:2] for each in told]) == ([], [("error", "bad_number")])


@pytest.mark.parametrize("number_format", ["0;-0;", "#,##0;(#,##0);;@"])
def test_a_zero_that_is_not_shown_is_refused(number_format):
    values, told = checked(saved(book(0, number_format=number_format)))
    assert (values, [each[:2] for each in told]) == ([], [("error", "bad_number")])


@pytest.mark.parametrize(
    "number_format",
    ['_(* 0.0%_);_(* \\(0.0%\\);_(* "-"??_);_(@_)', '0.0%;-0.0%;"-"', "0.0%;[Red]-0.0%;0.0"],
)
def test_accounts_show_percentages_and_a_dash_for_none(number_format):
    assert checked(saved(book(0.775, code="ML02", number_format=number_format))) == ([77.5], [])
    assert checked(saved(book(0, code="ML02", number_format=number_format))) == ([0], [])


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\xad", "\u200e", "\u202a", "\ufeff", "\u2060", "\u200d"]
)
def test_what_cannot_be_seen_in_codes_years_and_names_does_not_count(hidden):
    rows = [
        ("ma_chi_tieu", "nam", "gia_tri", "don_vi"),
        (
            f"ML{hidden}02{hidden}",
            f"{hidden}20{hidden}25",
            f"77{hidden},5",
            f"Toàn thành{hidden} phố",
        ),
    ]
    made = Workbook()
    for row in rows:
        made.active.append(row)
    text = "\n".join(";".join(row) for row in rows)
    assert checked(saved(made)) == checked(text.encode(), "a.csv") == ([77.5], [])


def test_a_broken_formula_in_a_column_that_is_not_read_bars_nothing():
    made = Workbook()
    made.active.append(["Mã chỉ tiêu", "KH 2026", "2025", "Phòng phụ trách", "STT"])
    made.active.append(["BC01", "#REF!", 412, "#N/A", "#VALUE!"])
    for column in "BDE":
        made.active[f"{column}2"].data_type = "e"
    values, told = checked(saved(made))
    assert (values, {each[0] for each in told}) == ([412], {"remark"})


def test_a_date_and_an_error_keep_what_they_are_in_a_struck_cell():
    made = book(datetime.date(2026, 11, 22), number_format="dd/mm/yyyy", strike=True)
    assert checked(saved(made))[1] == [("error", "bad_number", "gia_tri", "22/11/2026")]
