"""CSV and workbook files that open as what they are; text never becomes a formula."""

import csv
import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.briefing.tables.sheet import Sheet, SheetColumn, SheetValue, as_csv, neutral
from indicators.briefing.tables.xlsx import table_xlsx

COLUMNS = (
    SheetColumn("Chỉ tiêu", 40),
    SheetColumn("Giá trị"),
    SheetColumn("Ngày", 13, "dd/mm/yyyy"),
)
ROWS: tuple[tuple[SheetValue, ...], ...] = (
    ("Nhóm 1",),
    ("Tỷ lệ trường, lớp", 76.98, date(2026, 11, 22)),
    ('Ghi "chú"\nhai dòng', -0.24, None),
)
SHEET = Sheet("Bảng", "BẢNG THEO DÕI", ("Số liệu đến 22/11/2026",), COLUMNS, ROWS)

TEXTS = [
    ("a formula", "=1+1", "'=1+1"),
    ("a formula with plus", "+84 225", "'+84 225"),
    ("a formula with minus", "-1+1", "'-1+1"),
    ("a call", "@SUM(A1)", "'@SUM(A1)"),
    ("a tab", "\t=1", "'\t=1"),
    ("a carriage return", "\r=1", "'\r=1"),
    ("spaces before a formula", " =1", " =1"),
    ("a true minus", "−0,2", "−0,2"),
    ("plain text", "Sở GD&ĐT", "Sở GD&ĐT"),
    ("a negative number", -0.24, -0.24),
    ("a negative whole number", -5, -5),
    ("a written negative number", "-5,2", "-5,2"),
    ("a written change", "+1.234%", "+1.234%"),
    ("a number and more", "-5+cmd", "'-5+cmd"),
    ("nothing", None, None),
]


@pytest.mark.parametrize(("value", "kept"), [pytest.param(*case, id=name) for name, *case in TEXTS])
def test_text_that_starts_like_a_formula_is_marked_as_text(value: SheetValue, kept: SheetValue):
    assert neutral(value) == kept


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_starts_with_the_mark_by_which_excel_knows_utf_8():
    assert as_csv(SHEET).startswith("\ufeffChỉ tiêu,Giá trị,Ngày\r\n".encode())


def test_csv_has_heads_first_and_titles_last():
    assert read_csv(as_csv(SHEET)) == [
        ["Chỉ tiêu", "Giá trị", "Ngày"],
        ["Nhóm 1"],
        ["Tỷ lệ trường, lớp", "76.98", "2026-11-22"],
        ['Ghi "chú"\nhai dòng', "-0.24", ""],
        [],
        ["BẢNG THEO DÕI"],
        ["Số liệu đến 22/11/2026"],
    ]


def test_csv_neutralises_every_cell_and_every_note():
    sheet = Sheet("B", "=tiêu đề", ("@ghi chú",), COLUMNS, (("=1+1", -1, "-x"),))
    assert read_csv(as_csv(sheet))[1:] == [
        ["'=1+1", "-1", "'-x"],
        [],
        ["'=tiêu đề"],
        ["'@ghi chú"],
    ]


def workbook(*sheets: Sheet) -> Workbook:
    return load_workbook(io.BytesIO(table_xlsx(sheets)))


@pytest.fixture(scope="module")
def page() -> Worksheet:
    return workbook(SHEET).active


def test_a_workbook_has_title_notes_heads_and_rows(page: Worksheet):
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["BẢNG THEO DÕI", None, None],
        ["Số liệu đến 22/11/2026", None, None],
        ["Chỉ tiêu", "Giá trị", "Ngày"],
        ["Nhóm 1", None, None],
        ["Tỷ lệ trường, lớp", 76.98, page["C5"].value],
        ['Ghi "chú"\nhai dòng', -0.24, None],
    ]
    assert page["C5"].value.date() == date(2026, 11, 22)


def test_numbers_are_numbers_and_days_are_days(page: Worksheet):
    assert [page[cell].data_type for cell in ("A5", "B5", "C5", "B6")] == ["s", "n", "d", "n"]
    assert page["C5"].number_format == "dd/mm/yyyy"


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(A1)", "+1", "-1", "@a", "'x"])
def test_a_workbook_keeps_formula_like_text_as_text(text: str):
    cell = workbook(Sheet("B", text, (text,), COLUMNS, ((text, 1, None),))).active["A4"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_no_cell_of_a_workbook_is_a_formula():
    text = "=1+1"
    sheet = Sheet("B", text, (text,), (SheetColumn(text),), ((text,), (text, text)))
    cells = [cell for row in workbook(sheet).active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}


def test_heads_stay_in_sight_and_on_every_printed_page(page: Worksheet):
    assert (page.freeze_panes, page.print_title_rows) == ("A4", "$3:$3")


def test_a_workbook_prints_on_a4_across_as_wide_as_the_page(page: Worksheet):
    setup = page.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, setup.fitToHeight) == (True, 0)


def test_columns_have_their_widths(page: Worksheet):
    assert [page.column_dimensions[c].width for c in "ABC"] == pytest.approx([40, 12, 13], abs=0.8)


def test_text_stands_apart_from_a_number_before_it_and_heads_over_what_they_head(page: Worksheet):
    sides = [(page[cell].alignment.horizontal, page[cell].alignment.indent) for cell in CELLS]
    assert sides == [("left", 1), ("right", 0), ("right", 0), ("left", 1), (None, 0)]


CELLS = ("A3", "B3", "C3", "A5", "B5")


def test_every_table_is_a_sheet_with_a_name_that_excel_takes():
    long = "Bảng theo dõi chỉ tiêu giáo dục và đào tạo"
    book = workbook(SHEET, Sheet(long, "T", (), COLUMNS, ()))
    assert book.sheetnames == ["Bảng", long[:31]]


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "\x1f"])
def test_signs_that_a_workbook_cannot_hold_are_left_out(text: str):
    cell = workbook(Sheet("B", "T", (), COLUMNS, ((text, 1, None),))).active["A3"]
    assert (cell.value or "").replace("b", "") in ("a", "")
