"""A workbook gives its cells with their native numbers, or is refused for what it lacks."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from indicators.intake.files.cell import CellRow
from indicators.intake.files.number_formats import number_format
from indicators.intake.read import read_file
from indicators.settings.sections import Limits
from tests.intake.books import raw_workbook, saved, workbook

HEADER = ("ma_chi_tieu", "nam", "gia_tri")
RAW_HEADER = (
    '<row r="1"><c t="inlineStr"><is><t>ma_chi_tieu</t></is></c>'
    '<c t="inlineStr"><is><t>nam</t></is></c><c t="inlineStr"><is><t>gia_tri</t></is></c></row>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def read(content: bytes, **limits: int):
    return read_file("tep.xlsx", content, Limits(**limits))


def raw_row(number: int, code: str, cell: str) -> str:
    named = f'<c t="inlineStr"><is><t>{code}</t></is></c>'
    return f'<row r="{number}">{named}<c><v>2025</v></c>{cell}</row>'


def value(cell: str, **more):
    """Read a third cell given as XML, beside an indicator and a year."""
    reading = read(raw_workbook(RAW_HEADER + raw_row(2, "ML02", cell), **more))
    return reading.tables[0].rows[0].cells[2]


def formatted(number: object, code: str):
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(("ML02", 2025, number))
    book.active["C2"].number_format = code
    (table,) = read(saved(book)).tables
    return table.rows[0].cells[2]


@pytest.mark.parametrize(
    ("number", "code", "text", "native", "kind"),
    [
        (76.98, "General", "76.98", 76.98, "number"),
        (0.1 + 0.2, "General", "0.3", 0.3, "number"),
        (1234567, "#,##0", "1234567", 1234567.0, "number"),
        (0.7698, "0.00%", "76.98%", 76.98, "number"),
        (0.85, "0%", "85%", 85.0, "number"),
        (0.07, "0.0%;[Red]-0.0%", "7%", 7.0, "number"),
        (76.98, '0.00"%"', "76.98", 76.98, "number"),
        (76.98, r"0.00\%", "76.98", 76.98, "number"),
        (datetime.date(2026, 11, 22), "dd/mm/yyyy", "22/11/2026", None, "date"),
        (datetime.datetime(2026, 11, 22, 7, 30), "d/m/yy h:mm", "22/11/2026 07:30", None, "date"),
        (45000, "mmm-yy", "15/03/2023", None, "date"),
        ("76,98 ", "@", "76,98", None, "text"),
        ("1.234", "@", "1.234", None, "text"),
        (True, "General", "TRUE", None, "text"),
        (-3, "General", "-3", -3.0, "number"),
    ],
)  # fmt: skip
def test_a_cell_is_its_text_with_the_number_its_format_means(number, code, text, native, kind):
    cell = formatted(number, code)
    assert (str(cell), cell.number, cell.kind, cell.column) == (text, native, kind, "C")


@pytest.mark.parametrize(
    ("code", "meanings"),
    [
        ("0%", "percent percent percent"), ('0.0" %"', "number number number"),
        ("0.0 %", "percent percent percent"), ("[$-42A]d/m/yyyy", "date date date"),
        ("General", "number number number"), ("@", "number number number"),
        ("#,##0.00_);(#,##0.00)", "number number number"), ("_-* 0%", "percent percent percent"),
        ("0*%", "number number number"), ('0%;-0%;"-"', "percent percent percent"),
        ('_(* 0.0%_);_(* \\(0.0%\\);_(* "-"??_);_(@_)', "percent percent percent"),
        ('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "number number number"),
        ("0.0;-0.0%", "number percent number"), ("0%;0", "percent number percent"),
        ("0%;-0%;0", "percent percent percent"), ("0;-0;", "number number unclear"),
        (";;;", "unclear unclear unclear"), ('"Có";;"Không"', "unclear unclear unclear"),
        ("#,##0,", "unclear unclear unclear"), ('#,##0.0,,"triệu"', "unclear unclear unclear"),
        ("[>=1000]#,##0,;0", "number number number"), ("[<1]0%;0.0", "number percent percent"),
        ("[>9]#,##0,;0", "unclear number number"), ('0"000"', "unclear unclear unclear"),
        ("00-00", "unclear unclear unclear"), ('"≥"0', "unclear unclear unclear"),
        ('0"."0', "unclear unclear unclear"), ('"-"0', "unclear unclear unclear"),
        ("0.00E+00", "number number number"), ("# ?/?", "number number number"),
        ("# ##0", "number number number"), ("0 [Red]", "number number number"),
    ],
)  # fmt: skip
def test_the_part_of_a_format_that_holds_for_a_number_says_what_is_seen(code, meanings):
    found = [number_format(code).section(number).meaning for number in (12, -12, 0)]
    assert found == meanings.split()


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ('#,##0" triệu đồng"', "triệu đồng"), (r"#,##0\ \t\ỷ", "tỷ"), ('0.0" %"', "%"), ("0%", ""),
        ("[$₫-42A] #,##0", "₫"), ("#,##0 [$VND]", "VND"), ('"khoảng "0', "khoảng"),
        ('_("$"* #,##0.00_)', "$"), ("#,##0.00_);(#,##0.00)", ""), ('0" ¹"', ""),
        ('General"đ"', "đ"), ("0 đ", "đ"), ("+0;-0", ""), ('_(* "-"??_)', ""),
        ('@" nghìn"', "nghìn"),
    ],
)  # fmt: skip
def test_words_and_signs_that_a_format_writes_beside_a_number_are_its_unit(code, unit):
    assert number_format(code).section(12).unit == unit


@pytest.mark.parametrize(
    ("cell", "text", "number", "kind"),
    [
        ('<c r="C2"><f>A1+1</f><v>80.5</v></c>', "80.5", 80.5, "number"),
        ('<c r="C2"><f>A1-A1</f><v>0</v></c>', "0", 0, "number"),
        ('<c r="C2" t="str"><f>"x"</f><v>80,5</v></c>', "80,5", None, "text"),
        ('<c r="C2" t="inlineStr"><is><r><t>8</t></r><r><t>0</t></r></is></c>', "80", None, "text"),
        ('<c r="C2" t="b"><v>0</v></c>', "FALSE", None, "text"),
        ('<c r="C2" t="d"><v>2026-11-22</v></c>', "22/11/2026", None, "date"),
        ('<c r="C2" t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb", None, "text"),
        ('<c r="C2"><v> 7.6980000000000004E1</v></c>', "76.98", 76.98, "number"),
    ],
)
def test_the_kinds_of_cells_a_workbook_knows_are_read(cell, text, number, kind):
    read_cell = value(cell)
    assert (str(read_cell), read_cell.number, read_cell.kind) == (text, number, kind)


@pytest.mark.parametrize(
    ("cell", "more", "text"),
    [
        ('<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', {}, "#DIV/0!"),
        ('<c r="C2" t="e"><v>#N/A</v></c>', {}, "#N/A"),
        ('<c r="C2"><f>SUM(A1:A9)</f></c>', {}, "=SUM(A1:A9)"),
        ('<c r="C2"><f>SUM(A1:A9)</f><v></v></c>', {}, "=SUM(A1:A9)"),
        ('<c r="C2"><f>B2</f><v>0</v></c>', {"book": '<calcPr fullCalcOnLoad="1"/>'}, "=B2"),
        ('<c r="C2"><f>B2</f><v>0</v></c>', {"book": '<calcPr calcCompleted="0"/>'}, "=B2"),
        ('<c r="C2"><f>B2</f><v>0.0</v></c>', {}, "=B2"),
        ('<c r="C2"><f>B2</f><v>-0</v></c>', {}, "=B2"),
        ('<c r="C2"><f>B2</f><v>0E0</v></c>', {}, "=B2"),
        ('<c r="C2"><v>1e999</v></c>', {}, "#NUM!"),
    ],
)
def test_a_formula_without_a_value_bars_its_row_and_says_where(cell, more, text):
    rows = raw_row(2, "ML02", cell) + raw_row(3, "ML03", "<c><v>7</v></c>")
    reading = read(raw_workbook(RAW_HEADER + rows, **more))
    assert [table.rows for table in reading.tables] == [(CellRow(3, ("ML03", "2025", "7")),)]
    (finding,) = reading.findings
    assert (finding.severity, finding.kind) == ("error", "formula_error")
    assert (finding.sheet, finding.row, finding.column, finding.text) == ("S", 2, "C", text)


def test_dates_counted_from_1904_are_those_people_see():
    parts = {"xl/styles.xml": b'<s><cellXfs><xf numFmtId="14"/></cellXfs></s>'}
    rels = (
        b'<R><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
        b'<Relationship Id="r2" Type="x/styles" Target="/xl/styles.xml"/></R>'
    )
    parts["xl/_rels/workbook.xml.rels"] = rels
    cell = value('<c r="C2" s="0"><v>1</v></c>', book='<workbookPr date1904="1"/>', parts=parts)
    assert (str(cell), cell.kind) == ("02/01/1904", "date")


def test_hidden_sheets_are_no_data_and_hidden_rows_are():
    book = Workbook()
    hidden, shown = book.active, book.create_sheet("Số liệu")
    for sheet, figure in ((hidden, 1), (shown, 2)):
        sheet.append(HEADER)
        sheet.append(("ML02", 2025, figure))
    hidden.sheet_state = "veryHidden"
    shown.row_dimensions[2].hidden = True
    book.active = 1
    reading = read(saved(book))
    assert [(table.sheet, table.rows) for table in reading.tables] == [
        ("Số liệu", (CellRow(2, ("ML02", "2025", "2")),))
    ]
    assert reading.findings == ()


def test_a_second_sheet_with_data_is_read_and_announced():
    reading = read(
        workbook(A=[HEADER, ("ML02", 2025, 1)], B=[HEADER, ("ML03", 2025, 2)], C=[("Hướng dẫn",)])
    )
    assert [(table.sheet, len(table.rows)) for table in reading.tables] == [("A", 1), ("B", 1)]
    assert [(f.severity, f.kind, f.sheet) for f in reading.findings] == [
        ("remark", "extra_sheet", "B")
    ]


def test_a_sheet_with_numbers_and_no_heading_is_announced_not_dropped():
    reading = read(workbook(A=[HEADER, ("ML02", 2025, 1)], B=[("cột", "khác"), (1, 2), (3, 4)]))
    assert [table.sheet for table in reading.tables] == ["A"]
    assert [(f.severity, f.kind, f.sheet) for f in reading.findings] == [
        ("warning", "extra_sheet", "B")
    ]


def with_part(name: str, data: bytes, content: bytes | None = None) -> bytes:
    stream = io.BytesIO(content or workbook([HEADER, ("ML02", 2025, 1)]))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def zipped(part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(part, b"x")
    return stream.getvalue()


def encrypted() -> bytes:
    content = bytearray(workbook([HEADER]))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty_file"),
        (OLE, "unsupported_format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
        (encrypted(), "password_protected"),
        (b"ma_chi_tieu,nam,gia_tri\nML02,2025,1\n", "not_a_table"),
        (b"PK\x03\x04 and no more", "not_a_table"),
        (zipped("content.xml"), "unsupported_format"),
        (zipped("xl/workbook.bin"), "unsupported_format"),
        (zipped("word/document.xml"), "unsupported_format"),
        (zipped("any.txt"), "not_a_table"),
        (workbook([HEADER, ("ML02", 2025, 1)])[:-300], "not_a_table"),
        (with_part("xl/vbaProject.bin", b"x"), "unsupported_format"),
        (workbook([]), "empty_file"),
        (workbook([HEADER]), "no_data_rows"),
        (raw_workbook(RAW_HEADER + "<row"), "not_a_table"),
        (raw_workbook('<row r="2"><c r="ZZZZ1"><v>1</v></c></row>'), "not_a_table"),
        (raw_workbook('<row r="2"><c t="s"><v>7</v></c></row>'), "not_a_table"),
        (raw_workbook('<row r="2"/><row r="1"/>'), "not_a_table"),
    ],
)
def test_what_is_no_readable_workbook_is_refused_by_name(content, kind):
    reading = read(content)
    assert reading.tables == ()
    assert [(each.severity, each.kind) for each in reading.findings] == [("error", kind)]
    assert "tep.xlsx" in reading.findings[0].message


def test_a_protected_old_workbook_is_told_to_be_protected():
    (finding,) = read_file("a.xls", OLE + "EncryptedPackage".encode("utf-16-le")).findings
    assert finding.kind == "password_protected"


def test_entities_that_grow_are_not_expanded():
    bomb = (
        b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    )
    reading = read(raw_workbook("", parts={"xl/worksheets/sheet1.xml": bomb}))
    assert [each.kind for each in reading.findings] == ["not_a_table"]


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (with_part("xl/media/a.bin", b"\0" * 3_000_000), {"upload_unpacked_bytes": 2_000_000}),
        (workbook([HEADER] + [("ML02", 2025, n) for n in range(4)]), {"upload_rows": 3}),
        (workbook([HEADER, ("ML02", 2025, 1)]), {"upload_bytes": 1000}),
        (raw_workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), {}),
        (workbook([HEADER, ("ML02", 2025, 1)]), {"upload_cells": 5}),
    ],
)
def test_a_workbook_past_a_limit_is_refused_as_too_large(content, limits):
    reading = read(content, **limits)
    assert (reading.tables, [each.kind for each in reading.findings]) == ((), ["too_large"])


def test_a_million_blank_rows_are_passed_over():
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, 100_000))
    last = '<row r="1048576"><c r="A1048576" s="1"/></row>'
    first = raw_row(2, "ML02", "<c><v>1</v></c>")
    reading = read(raw_workbook(RAW_HEADER + first + blank + last))
    assert [table.rows for table in reading.tables] == [(CellRow(2, ("ML02", "2025", "1")),)]
    assert reading.findings == ()


def test_tags_with_a_prefix_and_cells_without_places_are_read():
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<x:sheetData>"
        + RAW_HEADER.replace("<", "<x:").replace("<x:/", "</x:")
        + '<x:row><x:c t="inlineStr"><x:is><x:t>ML02</x:t></x:is></x:c><x:c><x:v>2025</x:v></x:c>'
        "<x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    (table,) = read(raw_workbook("", parts={"xl/worksheets/sheet1.xml": sheet.encode()})).tables
    assert table.rows == (CellRow(2, ("ML02", "2025", "5")),)


def renamed(content: bytes, name) -> bytes:
    """The same package with other names of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            part = zipfile.ZipInfo()
            part.filename = name(info.filename)
            new.writestr(part, old.read(info))
    return stream.getvalue()


@pytest.mark.parametrize(
    "name",
    [str.upper, str.lower, str.swapcase, lambda part: part.replace("/", "\\"),
     lambda part: f"/{part}"],
)  # fmt: skip
def test_parts_are_found_whatever_the_case_and_the_slashes_of_their_names(name):
    content = workbook(A=[HEADER, ("ML02", 2025, 77.5)], B=[HEADER, ("ML03", 2025, 3)])
    reading = read(renamed(content, name))
    assert [(each.sheet, each.rows) for each in reading.tables] == [
        ("A", (CellRow(2, ("ML02", "2025", "77.5")),)),
        ("B", (CellRow(2, ("ML03", "2025", "3")),)),
    ]


def test_two_parts_of_one_name_are_damage():
    (finding,) = read(with_part("XL/Workbook.xml", b"<workbook/>")).findings
    assert finding.kind == "not_a_table"
