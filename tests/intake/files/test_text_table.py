"""A text file is split into the cells its writer meant, its rows numbered as a spreadsheet's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.checks.check import check_file
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.read import read_file
from indicators.settings.sections import Limits
from indicators.wording.letters import visible
from tests.intake.tidy import CATALOGUE, TODAY

HEADER = ("ma_chi_tieu", "nam", "gia_tri")
ROWS = (("ML02", "2025", "76,98"), ("ML03", "2025", "1.234"))


def written(separator: str, ending: str = "\n", before: str = "") -> bytes:
    lines = [separator.join(f'"{cell}"' if separator in cell else cell for cell in row)
             for row in (HEADER, *ROWS)]  # fmt: skip
    return (before + ending.join(lines) + ending).encode()


def read(content: bytes, **limits: int):
    return read_file("tep.csv", content, Limits(**limits))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("told", [False, True])
def test_any_separator_and_line_ending_gives_the_same_table(separator, ending, told):
    before = f"sep={separator}{ending}" if told else ""
    (table,) = read(written(separator, ending, before)).tables
    assert table.header == CellRow(1, HEADER)
    assert table.rows == (CellRow(2, ROWS[0]), CellRow(3, ROWS[1]))


def test_the_separator_is_seen_past_title_lines_with_other_ones():
    title = "SỞ GIÁO DỤC, VÀ ĐÀO TẠO, HẢI PHÒNG;;\nBiểu 1, năm 2025, số liệu;;\n\n"
    (table,) = read(written(";", before=title)).tables
    assert (table.header.number, table.rows) == (4, (CellRow(5, ROWS[0]), CellRow(6, ROWS[1])))


def test_blank_columns_without_end_are_no_reason_to_refuse():
    (table,) = read(b"ma_chi_tieu,nam,gia_tri" + b"," * 600 + b"\nML02,2025,1" + b"," * 600).tables
    assert table.rows[0].cells[:4] == ("ML02", "2025", "1", "")


def test_cells_know_their_column_and_are_stripped_text():
    (table,) = read(b"ma_chi_tieu,nam,gia_tri\nML02 ,2025,\xc2\xa076.98\n").tables
    cells = table.rows[0].cells
    assert cells == ("ML02", "2025", "76.98")
    assert [(cell.column, cell.kind, cell.number) for cell in cells] == [
        ("1", "text", None), ("2", "text", None), ("3", "text", None),
    ]  # fmt: skip


def test_a_line_break_inside_quotes_is_one_row_of_the_spreadsheet():
    (table,) = read(
        b'"ma_chi\n_tieu",nam,gia_tri\r\nML02,2025,"7\r\n6"\r\n\r\nML03,2025,1\r\n'
    ).tables
    assert table.rows == (CellRow(2, ("ML02", "2025", "7\r\n6")), CellRow(4, ("ML03", "2025", "1")))


@pytest.mark.parametrize(
    ("rest", "warned"),
    [
        ("80,5", True), ("80,05%", True), ('"80,5",', False), ("80,x", False), ("80,12345", False),
        ("80.5,5", False), ("80,", False), ('"80","5"', True),
    ],
)  # fmt: skip
def test_a_number_torn_apart_by_its_comma_is_told(rest, warned):
    for heading in ("nguon", "ghi_chu", "Cột lạ"):
        reading = read(f"ma_chi_tieu,nam,gia_tri,{heading}\nML02,2025,{rest}\n".encode())
        found = [f for f in reading.findings if f.kind == "ragged_row"]
        assert [(f.severity, f.row, f.column) for f in found] == [
            ("warning", 2, "gia_tri")
        ] * warned


def test_nothing_is_torn_apart_where_semicolons_separate():
    assert read(b"ma_chi_tieu;nam;gia_tri;nguon\nML02;2025;80;5\n").findings == ()


@pytest.mark.parametrize("code", ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "Err:502"])
def test_a_formula_that_failed_is_no_text_in_a_text_file_either(code):
    reading = read(f"ma_chi_tieu,nam,gia_tri\nML02,2025,{code}\n".encode())
    assert [cell.kind for cell in reading.tables[0].rows[0].cells] == ["text", "text", "error"]


@pytest.mark.parametrize(
    ("content", "limits", "kind"),
    [
        (b"", {}, "empty_file"),
        (b"\xef\xbb\xbf\r\n;;;\r\n", {}, "empty_file"),
        (b"sep=;\n", {}, "empty_file"),
        (b"ma_chi_tieu,nam,gia_tri\n", {}, "no_data_rows"),
        (
            b"ma_chi_tieu;nam;gia_tri\nGhi ch\xc3\xba: kh\xc3\xb4ng c\xc3\xb3;;\n",
            {},
            "no_data_rows",
        ),
        (b'ma_chi_tieu,nam,gia_tri\n"ML02,2025,1\n', {}, "not_a_table"),
        (b'ma_chi_tieu,nam,gia_tri,nguon\nML02,2025,1,"' + b"x" * 200_000, {}, "text_too_long"),
        (b"a,b\nx\0y,1\n", {}, "not_a_table"),
        (written(","), {"upload_bytes": 40}, "too_large"),
        (written(","), {"upload_rows": 1}, "too_large"),
        (written(","), {"upload_columns": 2}, "too_large"),
        (b"ma,2023,2024,2025\nML02,1,2,3\n", {"upload_rows": 2}, "too_large"),
        (written(","), {"upload_cells": 5}, "too_large"),
        (b"PK\x03\x04xxxx", {}, "unsupported_format"),
        (b"%PDF-1.7", {}, "unsupported_format"),
        (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table>", {}, "unsupported_format"),
    ],
)
def test_what_is_no_table_or_too_large_is_refused_with_the_reason(content, limits, kind):
    reading = read(content, **limits)
    assert reading.tables == ()
    errors = [each for each in reading.findings if each.severity == "error"]
    assert [each.kind for each in errors] == [kind]


@pytest.mark.parametrize(
    "name", ["a.xls", "a.ods", "a.xlsm", "a.xlsb", "a.pdf", "a.txt", "a.numbers", "a", "a.csv.zip"]
)
def test_another_format_is_refused_with_what_to_do(name):
    (finding,) = read_file(name, b"x").findings
    assert (finding.severity, finding.kind) == ("error", "unsupported_format")
    assert finding.message.startswith(f"Tệp {name} ")


@pytest.mark.parametrize(
    ("text", "heading", "rows"),
    [
        ("ma_chi_tieu,nam,gia_tri\nML02;2025;77,5\nML03;2025;3\n", "dấu phẩy (,)",
         "dấu chấm phẩy (;)"),
        ("Báo cáo\n\nMã chỉ tiêu;Năm;Giá trị\nML02,2025,77.5\n", "dấu chấm phẩy (;)",
         "dấu phẩy (,)"),
        ("sep=|\nma_chi_tieu|2024|2025\nML02\t77,5\t80", "dấu gạch đứng (|)", "dấu tab"),
    ],
)  # fmt: skip
def test_rows_with_another_separator_than_their_heading_are_told_to_be_so(text, heading, rows):
    (finding,) = read(text.encode()).findings
    assert (finding.severity, finding.kind) == ("error", "not_a_table")
    assert finding.message == (
        f"Tệp tep.csv: dòng tiêu đề ngăn các cột bằng {heading}, các dòng số liệu lại bằng {rows}; "
        "hãy dùng một dấu cho cả tệp rồi gửi lại."
    )


def test_separators_inside_the_cells_of_even_rows_are_no_other_separator():
    (table,) = read(b"ma_chi_tieu;nam;gia_tri\nML02;2025;1,2\nML03;2025;3,4\n").tables
    assert [row.cells for row in table.rows] == [("ML02", "2025", "1,2"), ("ML03", "2025", "3,4")]


def test_cells_written_as_formulas_of_text_are_their_texts():
    content = b'="ma_chi_tieu",="nam",="gia_tri"\n="ML02","=""2025""",="77.5"\n'
    (table,) = read(content).tables
    assert [row.cells for row in (table.header, *table.rows)] == [
        ("ma_chi_tieu", "nam", "gia_tri"), ("ML02", "2025", "77.5"),
    ]  # fmt: skip


HEADING = "ma_chi_tieu;nam;gia_tri;tu_so;mau_so;don_vi;ghi_chu\n"


@pytest.mark.parametrize("row", ["ML02;2025;50", "ML02;2025;50;1;2", "ML02;2025;50;1;2;"])
def test_a_row_may_end_before_columns_that_it_needs_no_more(row):
    reading = read(f"{HEADING}{row}\n".encode())
    cells = row.split(";")
    assert [each.cells for each in reading.tables[0].rows] == [(*cells, *[""] * (7 - len(cells)))]


@pytest.mark.parametrize(
    "text",
    [f"{HEADING}ML02;2025\n", "ma_chi_tieu;2024;2025;ghi_chu\nML02;77,5\n",
     "ma_chi_tieu;nam;tu_so;mau_so;ghi_chu\nML02;2025;1\n",
     "ghi_chu;nam;gia_tri;ma_chi_tieu\nx;2025;1\n"],
)  # fmt: skip
def test_a_row_that_ends_before_its_figure_is_refused(text):
    found = check_file(read(text.encode()), CATALOGUE, {}, TODAY)
    errors = [each.kind for each in found.findings if each.severity == "error"]
    assert (found.observations, errors) == ((), ["ragged_row"])


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=12)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_whatever_is_written_in_a_note_is_read_back(notes, separator):
    rows = [("ma_chi_tieu", "nam", "gia_tri", "nguon", "ghi_chu")]
    rows += [("ML02", "2025", "1", *note) for note in notes]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    content = "\n".join(separator.join(row) for row in quoted).encode()
    reading = read(content)
    if reading.tables:
        assert [tuple(map(as_typed, row.cells)) for row in reading.tables[0].rows] == [
            ("ML02", "2025", "1", *map(as_read, note)) for note in notes
        ]
    else:
        assert [each.kind for each in reading.findings] == ["encoding"]


def as_typed(cell: Cell) -> str:
    return cell.looks.whole if cell.looks else cell


def as_read(text: str) -> str:
    return unicodedata.normalize("NFC", visible(text)).strip()
