"""Whatever offices put around a table, its rows come out tidy and everything left out is named."""

from itertools import product

import pytest
from openpyxl import Workbook

from indicators.intake.files.heading_words import meanings
from indicators.intake.read import read_file
from tests.intake.books import saved, workbook

TIDY = ("Mã chỉ tiêu", "Năm", "Giá trị")
MADE = ("nam", "gia_tri", "trang_thai", "ky")


def as_csv(rows) -> bytes:
    return "\n".join(";".join("" if c is None else str(c) for c in row) for row in rows).encode()


FORMS = {"a.csv": as_csv, "a.xlsx": workbook}


def read(rows, form: str = "a.xlsx", *, plan: bool = False):
    return read_file(form, FORMS[form](rows), plan=plan)


def cells(reading, table: int = 0):
    return [(row.number, *row.cells) for row in reading.tables[table].rows]


def told(reading):
    return [(each.severity, each.kind, each.row, each.column) for each in reading.findings]


AROUND = [
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", None, None, None, None),
    ("BIỂU TỔNG HỢP SỐ LIỆU NĂM 2025", None, None, None, None),
    (None,),
    ("STT", "Mã chỉ tiêu", "Năm", "Giá trị", "Ghi chú"),
    ("(1)", "(2)", "(3)", "(4)", "(5)"),
    ("I", "Mạng lưới trường lớp", None, None, None),
    (1, "ML02", 2025, "76,98", "tạm tính"),
    (None,),
    (2, "ML03", 2025, "-", None),
    ("Tổng cộng", None, None, 88, None),
    ("Ghi chú: số liệu đến ngày 31 tháng 12 năm 2025", None, None, None, None),
    ("Nơi nhận:", None, None, "Hải Phòng, ngày 5 tháng 1 năm 2026", None),
    ("Người lập biểu", None, None, "GIÁM ĐỐC", None),
    (None, None, None, "Nguyễn Văn A", None),
]


@pytest.mark.parametrize("form", FORMS)
def test_titles_numbering_groups_notes_and_signatures_are_no_data(form):
    reading = read(AROUND, form)
    assert cells(reading) == [
        (7, "1", "ML02", "2025", "76,98", "tạm tính"), (9, "2", "ML03", "2025", "-", ""),
    ]  # fmt: skip
    assert reading.tables[0].header.number == 4
    assert told(reading) == [
        ("remark", "non_data_row", 6, ""),
        ("remark", "non_data_row", 10, ""),
        ("remark", "non_data_row", 11, ""),
    ]
    assert [each.message for each in reading.findings] == [
        "Dòng 6 không phải dòng số liệu nên không đọc.",
        "Dòng 10 là dòng tổng cộng nên không đọc; nếu là số của cả thành phố, hãy ghi mã chỉ tiêu "
        "và đơn vị 'Toàn thành phố'.",
        "Các dòng 11–14 không phải dòng số liệu nên không đọc.",
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("ML02", None, None), ("ML02", None, "80"), (None, 2025, 80), ("Không rõ", 2025, 80),
        ("Không rõ", None, "≥85"), (None, "2024-2025", "x"), ("ml 02", "n", "y"),
        ("Mầm non", None, "80-85"),
    ],
)  # fmt: skip
def test_a_row_that_may_be_data_is_kept_to_be_checked(row):
    reading = read([TIDY, ("ML01", 2025, 1), row])
    assert cells(reading)[1] == (3, *("" if cell is None else str(cell) for cell in row))
    assert reading.findings == ()


def test_a_heading_repeated_on_every_page_is_no_data():
    reading = read([TIDY, ("ML02", 2025, 1), TIDY, ("ML03", 2025, 2)])
    assert [row[0] for row in cells(reading)] == [2, 4]
    assert told(reading) == [("remark", "non_data_row", 3, "")]


def test_blank_columns_and_rows_around_a_table_do_not_move_it():
    reading = read([(), (None, None, *TIDY), (), (None, None, "ML02", 2025, 1)])
    (table,) = reading.tables
    assert cells(reading) == [(4, "", "", "ML02", "2025", "1")]
    assert [cell.column for cell in table.rows[0].cells] == ["A", "B", "C", "D", "E"]
    assert told(reading) == []


def test_what_stands_under_no_heading_is_named():
    reading = read([(*TIDY, None), ("ML02", 2025, 1, "lạ"), ("ML03", 2025, 1, None, "xa")])
    assert told(reading) == [
        ("remark", "unknown_column", 2, "D"), ("remark", "unknown_column", 3, "E"),
    ]  # fmt: skip


WIDE = [
    ("STT", "Mã", "Chỉ tiêu", "ĐVT", "2023", "Năm 2024", "Thực hiện 2025", "Ghi chú"),
    (1, "ML02", "Tỷ lệ trường đạt chuẩn", "%", 75, None, "76,98", "g"),
    (2, "ML03", "Trường quốc tế", "trường", 1, 2, 3, None),
]


@pytest.mark.parametrize("form", FORMS)
def test_years_across_become_a_row_for_every_figure(form):
    reading = read(WIDE, form)
    assert reading.tables[0].header.cells == ("Mã", "ĐVT", "Ghi chú", *MADE)
    assert cells(reading) == [
        (2, "ML02", "%", "g", "2023", "75", "", ""),
        (2, "ML02", "%", "g", "2024", "", "", ""),
        (2, "ML02", "%", "g", "2025", "76,98", "", ""),
        (3, "ML03", "trường", "", "2023", "1", "", ""),
        (3, "ML03", "trường", "", "2024", "2", "", ""),
        (3, "ML03", "trường", "", "2025", "3", "", ""),
    ]
    assert reading.findings == ()


def test_a_figure_of_a_wide_table_remembers_its_column_and_number():
    first = read(WIDE).tables[0].rows[0]
    code, _, _, year, figure, *_ = first.cells
    assert (first.number, code.column, year.column, figure.column) == (2, "B", "E", "E")
    assert (year.number, figure.number, figure.kind) == (2023.0, 75.0, "number")


TWO_LINES = [
    ("TT", "Nội dung", "ĐVT", "Thực hiện", None, "Năm 2026", None),
    (None, None, None, "2024", "2025", "Kế hoạch", "Ước TH"),
    ("A", "B", "C", "1", "2", "3", "4"),
    ("1", "ML02", "%", "75", "76", "80", "79"),
]


def merged_workbook() -> bytes:
    book = Workbook()
    for row in TWO_LINES:
        book.active.append(row)
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"):
        book.active.merge_cells(area)
    return saved(book)


@pytest.mark.parametrize("plan", [False, True])
@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", merged_workbook()), ("a.csv", as_csv(TWO_LINES))]
)
def test_headings_in_two_lines_are_joined_and_plans_only_read_when_asked_for(name, content, plan):
    reading = read_file(name, content, plan=plan)
    assert reading.tables[0].header.cells == ("Nội dung", "ĐVT", *MADE)
    assert cells(reading) == [
        (4, "ML02", "%", "2024", "75", "", ""),
        (4, "ML02", "%", "2025", "76", "", ""),
        (4, "ML02", "%", "2026", "79", "ước", ""),
    ]
    planned = [cells(reading, 1)] if plan else []
    assert planned == ([[(4, "ML02", "%", "2026", "80", "", "")]] if plan else [])
    assert [table.scope for table in reading.tables] == ["actual", "plan"][: 1 + plan]
    columns = ("6", "7") if name == "a.csv" else ("F", "G")
    told_of_plan = [("remark", "plan_column", 1, columns[0])]
    assert told(reading) == [*told_of_plan * (not plan), ("warning", "estimate", 1, columns[1])]


@pytest.mark.parametrize(
    ("heading", "year", "scope", "status", "period"),
    [
        ("2024", "2024", "actual", "", ""),
        ("Năm 2024", "2024", "actual", "", ""),
        ("TH 2024", "2024", "actual", "", ""),
        ("Thực hiện năm 2024", "2024", "actual", "", ""),
        ("THỰC HIỆN\nNĂM 2024", "2024", "actual", "", ""),
        ("Kết quả 2024", "2024", "actual", "", ""),
        ("2024 (sơ bộ)", "2024", "actual", "sơ bộ", ""),
        ("Chính thức 2024", "2024", "actual", "chính thức", ""),
        ("Ước 2025", "2025", "actual", "ước", ""),
        ("Ước thực hiện năm 2025", "2025", "actual", "ước", ""),
        ("Ước TH cả năm 2025", "2025", "actual", "ước", "nam"),
        ("TH 9 tháng 2025", "2025", "actual", "", "9t"),
        ("6 tháng đầu năm 2025", "2025", "actual", "", "6t"),
        ("KH 2026", "2026", "plan", "", ""),
        ("Kế hoạch năm 2026", "2026", "plan", "", ""),
        ("Mục tiêu 2030", "2030", "plan", "", ""),
        ("Chỉ tiêu giao 2026", "2026", "plan", "", ""),
        ("Target 2030", "2030", "plan", "", ""),
    ],
)
def test_a_heading_over_figures_says_year_status_period_and_plan(
    heading, year, scope, status, period
):
    reading = read([("Mã", heading), ("ML02", 1)], plan=True)
    (table,) = reading.tables
    assert table.scope == scope
    assert cells(reading) == [(2, "ML02", year, "1", status, period)]


@pytest.mark.parametrize(
    ("heading", "severity", "kind"),
    [
        ("So sánh 2025/2024", "remark", "unknown_column"),
        ("Tăng giảm 2025", "remark", "unknown_column"),
        ("2024-2025", "error", "bad_year"),
        ("Năm học 2024-2025", "error", "bad_year"),
        ("KH 2025", "remark", "plan_column"),
        ("Kế hoạch", "remark", "plan_column"),
        ("Năm 2023", "error", "duplicate_column"),
    ],
)
def test_a_column_that_holds_no_actual_figures_is_named(heading, severity, kind):
    reading = read([("Mã", "2023", heading), ("ML02", 1, 2)])
    assert (severity, kind, 1, "C") in told(reading)
    read_years = [row[2] for table in reading.tables for row in cells(reading)]
    assert read_years == ([] if kind == "duplicate_column" else ["2023"])


def test_a_file_of_plans_alone_has_no_figures_unless_they_are_asked_for():
    rows = [("Mã", "KH 2026"), ("ML02", 80)]
    assert [each[:2] for each in told(read(rows))] == [
        ("remark", "plan_column"), ("error", "no_data_rows"),
    ]  # fmt: skip
    assert [table.scope for table in read(rows, plan=True).tables] == ["plan"]


@pytest.mark.parametrize(
    ("spelling", "column"),
    [
        ("ma_chi_tieu", 0), ("MÃ CHỈ TIÊU", 0), ("Mã chỉ\ntiêu", 0), ("ma chi tieu", 0),
        ("Ma\u0303 chi\u0309 tie\u0302u", 0), ("Indicator", 0),
        ("Mã  chi tiêu", 0), ("Chỉ tiêu", 0),
        ("năm", 1), ("YEAR", 1), ("Năm báo cáo", 1), ("Giá trị", 2), ("value", 2), ("gia tri", 2),
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_spelt(spelling, column):
    heading = ["ma_chi_tieu", "nam", "gia_tri"]
    heading[column] = spelling
    title = ["Sở", "", ""]
    for form, above in product(FORMS, ([], [title])):
        rows = [*above, heading, ["ML02", "2025", "1"]]
        if form == "a.csv" and "\n" in spelling:
            continue
        assert read(rows, form).tables[0].header.number == len(above) + 1


@pytest.mark.parametrize(
    ("heading", "values", "becomes"),
    [
        ("Đơn vị", ("%", "trường"), "dvt"),
        ("Đơn vị", ("Tỷ đồng", ""), "dvt"),
        ("Đơn vị", ("10507", "Xã Vĩnh Bảo"), "Đơn vị"),
        ("ĐƠN VỊ", ("Phường Thủy Nguyên", ""), "ĐƠN VỊ"),
        ("Đơn vị", ("", ""), "Đơn vị"),
        ("don_vi", ("%", "trường"), "don_vi"),
        ("Đơn vị tính", ("%", "x"), "Đơn vị tính"),
        ("ĐVT", ("%", "x"), "ĐVT"),
    ],
)
def test_a_bare_unit_heading_is_decided_by_its_cells(heading, values, becomes):
    rows = [(*TIDY, heading), *(("ML02", 2025, 1, value) for value in values)]
    reading = read(rows)
    assert reading.tables[0].header.cells == (*TIDY, becomes)
    assert reading.findings == ()


def test_a_bare_unit_heading_over_areas_and_units_is_an_error():
    rows = [(*TIDY, "Đơn vị"), ("ML02", 2025, 1, "%"), ("ML02", 2025, 2, "Xã Vĩnh Bảo")]
    reading = read(rows)
    assert (reading.tables, told(reading)) == (
        (), [("error", "unit_mismatch", 1, "D"), ("error", "no_data_rows", None, "")],
    )  # fmt: skip


def test_one_name_over_several_rows_is_repeated_and_one_value_is_refused():
    book = Workbook()
    for row in [(*TIDY, "don_vi"), ("ML02", 2025, 1, "a"), (None, 2025, 2, "b"),
                ("ML03", 2025, 3, "a"), ("ML03", 2025, None, "b")]:  # fmt: skip
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("C4:C5")
    reading = read_file("a.xlsx", saved(book))
    assert cells(reading) == [(2, "ML02", "2025", "1", "a"), (3, "ML02", "2025", "2", "b")]
    assert told(reading) == [("error", "not_allowed", 4, "C"), ("error", "not_allowed", 5, "C")]


def test_one_year_over_several_rows_is_repeated():
    book = Workbook()
    for row in [TIDY, ("ML02", 2025, 1), ("ML03", None, 2)]:
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    reading = read_file("a.xlsx", saved(book))
    assert cells(reading) == [(2, "ML02", "2025", "1"), (3, "ML03", "2025", "2")]


def test_a_row_of_a_wide_text_file_with_cells_too_many_is_refused():
    reading = read_file("a.csv", b"ma,2024,2025\nML02,75,76\nML03,75,7,76,8\nML05,1\n")
    assert [row[0] for row in cells(reading)] == [2, 2]
    assert told(reading) == [("error", "ragged_row", 3, ""), ("error", "ragged_row", 4, "")]


def test_without_a_known_heading_the_first_row_is_taken_for_one():
    reading = read([("cột a", "cột b"), ("1", "2")])
    assert reading.tables[0].header.cells == ("cột a", "cột b")
    assert cells(reading) == [(2, "1", "2")]


OTHER_YEARS = [("Mã", "2024", "2025"), ("ML02", 75, 76), (None,), ("Bảng 2",)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("second", "figures"),
    [
        ([("Mã", "2025", "2026"), ("BC01", 7, 8)], [("BC01", "2025", "7"), ("BC01", "2026", "8")]),
        ([("Mã", "KH 2026", "2026"), ("BC01", 7, 8)], [("BC01", "2026", "8")]),
        ([("Tên", "Mã", "2025", "2026"), ("a", "BC01", 7, 8)],
         [("BC01", "2025", "7"), ("BC01", "2026", "8")]),
        ([("Mã", "Thực hiện", None), (None, "2025", "2026"), ("BC01", 7, 8)],
         [("BC01", "2025", "7"), ("BC01", "2026", "8")]),
        ([("Mã", "Giá trị", "Năm"), ("BC01", 7, 2026)], [("BC01", "7", "2026")]),
        ([("Mã", "2024", "2025"), ("BC01", 7, 8)], [("BC01", "2024", "7"), ("BC01", "2025", "8")]),
    ],
)  # fmt: skip
def test_a_table_below_another_is_read_by_its_own_heading(form, second, figures):
    reading = read([*OTHER_YEARS, *second], form)
    rows = [row.cells for table in reading.tables for row in table.rows]
    assert [row[:3] for row in rows] == [
        ("ML02", "2024", "75"), ("ML02", "2025", "76"), *figures,
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("over", ["Năm 2026", "Giá trị"])
@pytest.mark.parametrize("parts", [("Công lập", "Ngoài công lập"), ("Tử số", "Mẫu số")])
def test_a_column_of_a_part_under_a_year_is_never_the_whole(form, over, parts):
    reading = read(
        [("Mã", "Tên", "Năm", over, None), (None, None, None, *parts), ("ML02", "a", 2026, 8, 9)],
        form,
    )
    headings = {cell for table in reading.tables for cell in table.header.cells}
    assert f"{over} {parts[0]}" in headings
    assert "gia_tri" not in headings


@pytest.mark.parametrize(
    ("heading", "own", "period"),
    [("2026", "9t", "9t"), ("2026", None, ""), ("TH 6 tháng 2026", None, "6t")],
)
def test_a_row_of_a_wide_table_may_say_its_period(heading, own, period):
    reading = read([("Mã", "Kỳ", heading), ("ML02", own, 80)])
    assert cells(reading) == [(2, "ML02", "2026", "80", "", period)]


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_around_the_rows_goes_with_them(form):
    rows = [("Biểu 1",), TIDY, ("I. Mạng lưới",), ("ML02", 2025, 78), ("Nơi nhận:", "Sở")]
    places = read(rows, form).tables[0].places
    assert [(place.kind, place.text, place.row) for place in places] == [
        ("heading", "Giá trị", 2), ("section", "I. Mạng lưới", 3),
        ("note", "Nơi nhận: Sở", 5), ("title", "Biểu 1", 1),
        *([("sheet", "So lieu", None)] if form == "a.xlsx" else []),
    ]  # fmt: skip


def test_the_column_of_units_counts_more_than_the_unit_over_the_table():
    reading = read([("ĐVT: triệu đồng",), (*TIDY, "dvt"), ("DH14", 2026, 5, "tỷ đồng")])
    assert cells(reading) == [(3, "DH14", "2026", "5", "tỷ đồng")]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["Tổng cộng", "Cộng", "TỔNG SỐ"])
def test_a_total_of_areas_is_no_figure_of_the_city_though_it_has_a_code(form, name):
    reading = read(
        [("STT", *TIDY, "don_vi"), (1, "BC01", 2026, 5, "10507"), (name, "BC01", 2026, 5, None)],
        form,
    )
    assert [row[0] for row in cells(reading)] == [2]
    assert told(reading) == [("remark", "non_data_row", 3, "")]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Mã chỉ tiêu\n(code)", "ma_chi_tieu"), ("Năm / Year", "nam"),
        ("Value - Giá trị", "gia_tri"),
        ("Giá trị (%)", "gia_tri"), ("Giá trị (kế hoạch)", None), ("Năm / Giá trị", None),
    ],
)  # fmt: skip
def test_a_heading_may_stand_in_two_languages(heading, column):
    assert meanings([heading]) == [column]


@pytest.mark.parametrize("heading", ["Kết quả thực hiện năm 2025", "Số thực hiện 2025"])
def test_words_for_what_was_done_may_stand_together(heading):
    assert cells(read([("Mã", heading), ("ML02", 1)])) == [(2, "ML02", "2025", "1", "", "")]


def test_a_school_year_alone_across_is_told_to_be_no_year():
    reading = read([("Mã", "Năm học 2025-2026"), ("ML02", 1)])
    assert told(reading) == [("error", "bad_year", 1, "B"), ("error", "no_data_rows", None, "")]
