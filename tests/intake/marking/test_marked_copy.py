"""A file comes back with its findings in place, and sent again it reads as it did before."""

import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font, PatternFill

from indicators.intake.checks.check import Checked, check_file
from indicators.intake.files.heading_words import NOTED_SHEET
from indicators.intake.findings import Finding
from indicators.intake.marking import marked_copy as module
from indicators.intake.marking.finding_places import SheetNotes
from indicators.intake.marking.general_findings import HEADINGS
from indicators.intake.marking.marked_copy import can_be_marked, copy_name, marked_copy
from indicators.intake.marking.noted_sheet import write_noted_sheet
from indicators.intake.marking.styles import COLOURS, Styles
from indicators.intake.read import read_file
from tests.intake.books import raw_workbook, saved, workbook
from tests.intake.tables.test_layout import AROUND, TWO_LINES, WIDE, as_csv, merged_workbook
from tests.intake.test_fuzz import ROWS, WORDS, fuzzed, sheet
from tests.intake.tidy import CATALOGUE, TODAY

TIDY = ("Mã chỉ tiêu", "Năm", "Giá trị", "Ghi chú")
WRONG = [
    TIDY, ("ML02", 2025, 76.98, "đúng"), ("ML99", 2025, 1, None), ("ML03", "25", "≥85", None),
    ("ML03", 2024, 3, None), ("ML03", 2025, None, "sau"),
]  # fmt: skip


def check(name: str, content: bytes) -> Checked:
    return check_file(read_file(name, content), CATALOGUE, {}, TODAY)


def copied(content: bytes, name: str = "a.xlsx") -> bytes:
    copy = marked_copy(read_file(name, content).source, check(name, content).findings)
    assert copy is not None
    return copy


def opened(copy: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(copy))


def texts(page) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def colours(page) -> dict[str, str]:
    """Give the cells with a ground of a severity."""
    names = {colour: severity for severity, colour in COLOURS.items()}
    return {
        cell.coordinate: names[cell.fill.fgColor.rgb]
        for row in page.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in names
    }


def test_findings_stand_in_the_row_and_colour_the_cell_they_are_about():
    page = opened(copied(workbook(WRONG)))["So lieu"]
    assert [row[4] for row in texts(page)] == [
        "Phát hiện",
        None,
        "Lỗi ở cột A: Không có chỉ tiêu mang mã này; hãy dùng mã trong danh mục, như ML02.",
        "Lỗi ở cột B: Năm phải là bốn chữ số, từ 1990 đến 2045; năm học 2025-2026 hãy ghi 2025.\n"
        "Lỗi ở cột C: Đây là một khoảng hoặc mức chặn; hãy ghi đúng một số, như 85 hay 76,9.",
        "Cảnh báo ở cột B: Thành phố Hải Phòng có từ ngày 01/07/2025; số liệu năm 2024 chỉ được "
        "nhập khi là số liệu tính lại theo địa giới mới. Nếu đúng vậy hãy đánh dấu xác nhận.",
        "Lưu ý ở cột C: Chưa có số liệu nên dòng này không nhập; khi có số liệu hãy ghi rồi gửi "
        "lại.",
    ]
    assert colours(page) == {
        "A3": "error", "E3": "error", "B4": "error", "C4": "error", "E4": "error",
        "B5": "warning", "E5": "warning", "C6": "remark", "E6": "remark",
    }  # fmt: skip
    assert [row[:4] for row in texts(page)] == [list(row) for row in WRONG]


def rich_workbook() -> bytes:
    """A workbook as an office keeps it: dark heading, formulas, formats, a chart, hidden things."""
    book = Workbook()
    page = book.active
    page.title = "Biểu 1"
    for row in (*AROUND, ("3", "ML99", 2025, 0.85, "lạ")):
        page.append(row)
    page.merge_cells("A1:E1")
    for cell in page[4]:
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor="FF1F4E79")
    page["D15"].number_format = "0%"
    page["D20"] = "=D7*2"
    page.column_dimensions["E"].width = 44
    page.row_dimensions[7].hidden = True
    page.freeze_panes = "C5"
    chart = BarChart()
    chart.add_data(Reference(page, min_col=4, min_row=4, max_row=9))
    page.add_chart(chart, "J2")
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book["Ẩn"].append(TIDY)
    return saved(book)


def test_a_workbook_stays_as_it_is_but_for_notes_and_colours():
    before = rich_workbook()
    after = copied(before)
    page, hidden = opened(after)["Biểu 1"], opened(after)["Ẩn"]
    assert [row[:5] for row in texts(page)] == texts(opened(before)["Biểu 1"])
    assert page["D20"].value == "=D7*2"
    assert (page["D15"].number_format, page.freeze_panes) == ("0%", "C5")
    assert (page.row_dimensions[7].hidden, page.column_dimensions["E"].width) == (True, 44)
    assert [str(each) for each in page.merged_cells.ranges] == ["A1:E1"]
    assert hidden.sheet_state == "hidden"
    assert opened(after).sheetnames == ["Biểu 1", "Ẩn", NOTED_SHEET]
    heading = page["F4"]
    assert (heading.value, heading.font.b, heading.fill.fgColor.rgb) == (
        "Phát hiện", True, "FF1F4E79",
    )  # fmt: skip
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (before, after))
    changed = {part for part in old.namelist() if old.read(part) != new.read(part)}
    assert changed == {
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml",
        "xl/worksheets/sheet1.xml",
    }  # fmt: skip
    assert set(new.namelist()) - set(old.namelist()) == {"xl/worksheets/phat_hien_chung.xml"}


def test_a_sheet_declares_each_of_its_namespaces_once():
    row = '<s:row xmlns:y="urn:y" r="{0}" y:own="1"><s:c r="A{0}" t="inlineStr"><s:is><s:t>{1}'
    rows = "".join(
        f"{row.format(number, text)}</s:t></s:is></s:c><!-- kept --></s:row>"
        for number, text in enumerate(("Mã", "ML99"), 1)
    )
    before = (
        '<s:worksheet xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:x="urn:x" x:kept="1"><s:sheetData>{rows}</s:sheetData><s:x/></s:worksheet>'
    )
    notes = SheetNotes("S", 1, existing=False, headings={1}, lines={2: [("error", "lạ")]})
    after = io.BytesIO()
    styles = zipfile.ZipFile(io.BytesIO(rich_workbook())).read("xl/styles.xml")
    write_noted_sheet(io.BytesIO(before.encode()), notes, Styles(styles), after)
    text = after.getvalue().decode()
    assert {kept: text.count(kept) for kept in ("xmlns:s=", "xmlns:x=", "xmlns:y=", "kept")} == {
        "xmlns:s=": 1, "xmlns:x=": 1, "xmlns:y=": 2, "kept": 3,
    }  # fmt: skip
    assert re.findall(r'r="(\w+)"', text) == ["1", "A1", "B1", "2", "A2", "B2"]
    assert text.endswith("</s:sheetData><s:x/></s:worksheet>")


def test_a_run_of_columns_with_one_width_is_split_around_the_notes():
    book = Workbook()
    for row in WRONG:
        book.active.append(row)
    widths = book.active.column_dimensions["C"]
    widths.min, widths.max, widths.width = 3, 16384, 21
    page = opened(copied(saved(book))).active
    said = [(each.min, each.max, each.width) for each in page.column_dimensions.values()]
    assert sorted(said) == [(3, 4, 21), (5, 5, 75), (6, 16384, 21)]


def test_a_row_is_as_high_as_its_note_needs():
    page = opened(copied(workbook(WRONG)))["So lieu"]
    assert [page.row_dimensions[row].height for row in (2, 3, 4)] == [None, 31.5, 63]


def test_a_bare_unit_column_is_coloured_when_it_turns_out_to_hold_units():
    rows = [("Mã", "Năm", "Giá trị", "Đơn vị"), ("ML02", 2025, 1, "tỷ đồng")]
    assert colours(opened(copied(workbook(rows))).active) == {"D2": "error", "E2": "error"}


def test_white_letters_turn_dark_on_the_light_ground_of_a_finding():
    book = Workbook()
    for row in [(*TIDY, "Cột lạ"), ("ML02", 2025, 1, "", "x")]:
        book.active.append(row)
    book.active["E1"].font = Font(bold=True, color="FFFFFFFF", name="Arial")
    font = opened(copied(saved(book))).active["E1"].font
    assert (font.b, font.name, font.color.rgb) == (True, "Arial", "FF1F2933")


def test_what_no_row_can_show_is_told_on_a_sheet_of_its_own():
    copy = opened(copied(workbook(WIDE_WITH_PLAN)))
    told = texts(copy[NOTED_SHEET])[3:]
    assert told == [
        list(HEADINGS),
        ["Lưu ý", "So lieu", "1", "C", "KH 2026", told[1][5]],
    ]  # fmt: skip
    assert told[1][5].startswith("Cột 'KH 2026' là kế hoạch")
    assert colours(copy["So lieu"]) == {"C1": "remark"}


WIDE_WITH_PLAN = [("Mã", "2025", "KH 2026"), ("ML02", 76, 80)]


FILES = {
    "around.xlsx": workbook(AROUND),
    "rich.xlsx": rich_workbook(),
    "wide.xlsx": workbook(WIDE),
    "plan.xlsx": workbook(WIDE_WITH_PLAN),
    "two-lines.xlsx": merged_workbook(),
    "two-sheets.xlsx": workbook(WRONG, Two=WIDE, Three=[("lời", "số"), (1, 2), (3, 4)]),
    "unit.xlsx": workbook([(*TIDY, "Đơn vị"), ("ML02", 2025, 1, "", "trường"), ("ML02", 2025, 2)]),
    "again.xlsx": workbook([("Mã", "2024"), ("ML02", 1), ("Mã", "2024"), ("ML99", 2)]),
    "stacked.xlsx": workbook(
        [("Biểu 1",), *WRONG, (), ("Biểu 2",), ("Mã", "Chỉ tiêu", "2024", "2025"), ("ML99", "x", 1)]
    ),
    "pages.xlsx": workbook([*WIDE, *WIDE, WIDE[0], ("1", "ML99", "lạ", "%", 1, 2)]),
    "stacked.csv": as_csv([*TWO_LINES, ("Biểu 2",), *WRONG, TIDY, ("ML99", 2025, "1", "b")]),
    "doubled.xlsx": workbook([("Mã", "Năm", "Giá trị", "value"), ("ML02", 2025, 1, 2)]),
    "no-columns.xlsx": workbook([("Mã", "Giá trị"), ("ML02", 2025)]),
    "no-heading.xlsx": workbook([("cột a", "cột b"), ("1", "2")]),
    "raw.xlsx": raw_workbook(
        '<row><c t="inlineStr"><is><t>Mã</t></is></c><c><v>2024</v></c></row>'
        '<row><c t="inlineStr"><is><t>ML99</t></is></c><c><f>1</f></c></row>'
    ),
    "around.csv": as_csv(AROUND),
    "wide.csv": as_csv(WIDE),
    "two-lines.csv": as_csv(TWO_LINES),
    "typed.csv": as_csv(
        [TIDY, ("ML02", 2025, "76,98", "=1+1"), ("ML03", "2025", "00123", "@x"),
         ("ML99", 2025, "-5", "+84"), ("ML05", 2025, "1.234", "_x0041_ <b>&"),
         ("ML06", 25, "7\x01", None)]
    ),
}  # fmt: skip


def told(checked: Checked) -> list[Finding]:
    """Give the findings without what a workbook says otherwise than a text file: sheet, column."""
    return [each._replace(sheet="", column="") for each in checked.findings]


@pytest.mark.parametrize("name", FILES)
def test_the_copy_sent_again_gives_the_same_rows_and_findings(name):
    content = FILES[name]
    before, copy = check(name, content), copied(content, name)
    after = check("a.xlsx", copy)
    if name.endswith(".xlsx"):
        assert after == before
    assert told(after) == told(before)
    figures = [each._replace(sheet="") for each in after.observations]
    assert figures == [each._replace(sheet="") for each in before.observations]


@pytest.mark.parametrize("name", FILES)
def test_a_copy_of_the_copy_has_the_same_notes_once(name):
    once, twice = copied(FILES[name], name), copied(copied(FILES[name], name))
    assert opened(once).sheetnames == opened(twice).sheetnames
    for before, after in zip(opened(once).worksheets[:-1], opened(twice), strict=False):
        assert (texts(before), colours(before)) == (texts(after), colours(after))


def test_what_was_mended_in_the_copy_loses_its_note_and_colour():
    book = opened(copied(workbook(WRONG)))
    page = book["So lieu"]
    page["A3"], page["C3"] = "ML03", 85
    again = opened(copied(saved(book)))["So lieu"]
    assert again["E3"].value is None
    assert [cell for cell in colours(again) if cell.endswith("3")] == []
    assert again["E4"].value == page["E4"].value


def test_each_of_two_tables_on_a_sheet_gets_a_heading_over_its_notes():
    page = opened(copied(FILES["stacked.xlsx"])).active
    notes = {cell.row: str(cell.value).partition(":")[0] for cell in page["E"] if cell.value}
    assert notes == {
        2: "Phát hiện", 4: "Lỗi ở cột A", 5: "Lỗi ở cột B", 6: "Cảnh báo ở cột B",
        7: "Lưu ý ở cột C", 10: "Phát hiện", 11: "Lỗi ở cột A",
    }  # fmt: skip


def test_a_column_of_the_same_name_with_words_of_the_sender_is_left_alone():
    rows = [("Mã", "Năm", "Giá trị", "Phát hiện"), ("ML99", 2025, 1, "đã hỏi lại xã")]
    page = opened(copied(workbook(rows))).active
    assert [cell.value for cell in page[2]][3] == "đã hỏi lại xã"
    assert [cell.value for cell in page[1]][3:] == ["Phát hiện", "Phát hiện"]


def test_text_of_a_text_file_is_text_and_never_a_live_formula():
    page = opened(copied(FILES["typed.csv"], "typed.csv")).active
    cells = [(cell.value, cell.data_type, cell.number_format) for cell in page["D"][1:3]]
    assert cells == [("=1+1", "s", "@"), ("@x", "s", "@")]
    assert (page["C3"].value, page["C3"].data_type) == ("00123", "s")


def test_a_line_with_cells_too_many_stays_out_when_the_copy_is_sent():
    content = b"ma,nam,gia_tri\nML02,2025,76,98\nML03,2025,1\n"
    copy = copied(content, "a.csv")
    assert texts(opened(copy).active)[1][:2] == ["ML02 | 2025 | 76 | 98", "?"]
    after = check("a.xlsx", copy)
    assert [each.indicator for each in after.observations] == ["ML03"]
    assert {(each.severity, each.row) for each in after.findings} == {("error", 2)}


def test_a_workbook_of_an_unusual_make_is_copied_by_its_cells_and_says_so():
    copy = opened(copied(FILES["raw.xlsx"], "raw.xlsx"))
    assert any("chỉ có chữ và số của tệp đã gửi" in str(row[0]) for row in texts(copy[NOTED_SHEET]))
    assert copy["S"]["B2"].value == "=1"


def test_of_a_very_large_file_the_findings_alone_are_listed(monkeypatch):
    monkeypatch.setattr(module, "MOST_CELLS", 3)
    copy = opened(copied(as_csv(WRONG), "lớn.csv"))
    assert texts(copy.active) == [
        ["Tệp lớn.csv quá lớn để sao lại; các phát hiện ở trang “Phát hiện chung”."]
    ]
    assert [row[2] for row in texts(copy[NOTED_SHEET])[4:]] == ["3", "4", "4", "5", "6"]


def test_of_very_many_findings_the_worst_are_told(monkeypatch):
    monkeypatch.setattr(module, "MOST_FINDINGS", 1)
    copy = opened(copied(workbook(WRONG)))
    assert list(colours(copy["So lieu"]).values()) == ["error", "error"]
    assert (
        texts(copy[NOTED_SHEET])[2][0] == "Tệp có 5 phát hiện; bản sao ghi 1 phát hiện nặng nhất."
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b""), ("a.xlsx", workbook(WRONG)[:-300]), ("a.xls", b"x"),
        ("a.csv", b"\xff\xff"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    ],
)  # fmt: skip
def test_of_a_file_that_cannot_be_read_there_is_no_copy(name, content):
    reading = read_file(name, content)
    copy = marked_copy(reading.source, reading.findings)
    assert (can_be_marked(reading.findings), copy) == (False, None)


def test_a_torn_row_below_a_heading_of_two_years_is_marked():
    content = b"ma_chi_tieu,2024-2025\nML02,80\nML03,81,82\n"
    before = check("a.csv", content)
    after = check("a.xlsx", copied(content, "a.csv"))
    assert {finding.kind for finding in before.findings} >= {"bad_year", "ragged_row"}
    assert (before.observations, after.observations) == ((), ())


def test_without_findings_there_is_nothing_to_mark():
    assert not can_be_marked(check("a.xlsx", workbook(WRONG[:2])).findings)


def test_the_copy_is_named_after_its_file():
    assert copy_name("Báo cáo.2026.csv") == "Báo cáo.2026-phat-hien.xlsx"


@fuzzed
@given(ROWS, ROWS)
def test_a_copy_of_any_workbook_reads_like_the_workbook(first, second):
    content = workbook(sheet(first), Two=sheet(second))
    before = check("a.xlsx", content)
    if can_be_marked(before.findings):
        assert check("a.xlsx", copied(content)) == before


@fuzzed
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(",;\t|"))
def test_a_copy_of_any_table_of_words_gives_its_figures_and_no_other(words, separator):
    text = "".join(word + ("\n" if at % 4 == 3 else separator) for at, word in enumerate(words))
    before = check("a.csv", text.encode())
    if can_be_marked(before.findings):
        after = check("a.xlsx", copied(text.encode(), "a.csv"))
        figures = [each._replace(sheet="") for each in after.observations]
        assert figures == [each._replace(sheet="") for each in before.observations]
