"""A row becomes a figure, or a finding says what is wrong in it and what to do."""

from datetime import date
from math import inf

import pytest

from indicators.catalogue.loader import load
from indicators.intake.checks.check import check_file, check_table
from indicators.intake.read import read_file, read_table
from indicators.store.records import Observation

CATALOGUE = load()
TODAY = date(2026, 11, 22)
COLUMNS = ("ma_chi_tieu", "nam", "gia_tri", "tu_so", "mau_so", "don_vi", "nhom", "trang_thai",
           "ky", "dvt", "so_van_ban", "ngay_van_ban", "nguon", "lien_ket", "ghi_chu")  # fmt: skip


def check(*rows: dict[str, str]):
    lines = [
        ",".join(f'"{row.get(column, "")}"' for column in COLUMNS)
        for row in ({"ma_chi_tieu": "ML02", "nam": "2025", **row} for row in rows)
    ]
    return check_text("\n".join([",".join(COLUMNS), *lines]))


def check_text(text: str):
    return check_table(read_table("tep.csv", text.encode()), CATALOGUE, TODAY)


def told(checked) -> list[tuple[str, str, int | None, str]]:
    return [(each.severity, each.kind, each.row, each.column) for each in checked.findings]


def test_a_full_row_becomes_a_figure_with_all_it_says():
    checked = check(
        {
            "gia_tri": "76,9%", "tu_so": "656", "mau_so": "853", "don_vi": "Phường Thành Đông",
            "nhom": "loại hình=Công lập; cấp học=thcs", "trang_thai": "SƠ BỘ", "ky": "9T",
            "dvt": "%", "so_van_ban": "12/BC", "ngay_van_ban": "30/09/2025", "nguon": "Sở",
            "lien_ket": "https://sgddt.gov.vn", "ghi_chu": " tạm tính ",
        }
    )  # fmt: skip
    expected = Observation(
        indicator="ML02", area="10507", group="cấp học=THCS; loại hình=Công lập", year=2025,
        period="9t", value=76.9, numerator=656, denominator=853, label="", status="sơ bộ",
        back_cast=False, break_before=False, source="Sở", document="12/BC",
        document_date=date(2025, 9, 30), link="https://sgddt.gov.vn", note="tạm tính",
        sheet="", row=2,
    )  # fmt: skip
    assert checked.observations == (expected,)
    assert checked.findings == ()


def test_what_is_left_out_means_the_final_total_of_the_whole_city_and_year():
    (figure,) = check_text("Mã chỉ tiêu,NĂM,Giá trị\nml02,2025,85").observations
    assert (figure.area, figure.group, figure.period, figure.status) == (
        "31", "", "nam", "chính thức",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "value", "label"),
    [
        ({"tu_so": "656", "mau_so": "840"}, 656 / 840 * 100, ""),
        ({"ma_chi_tieu": "HD03", "gia_tri": "−1,5"}, -1.5, ""),
        ({"ma_chi_tieu": "HD01", "gia_tri": "0.644"}, 0.644, ""),
        ({"ma_chi_tieu": "NL06", "gia_tri": "120"}, 120, ""),
        ({"ma_chi_tieu": "DH17", "gia_tri": "201-250"}, 250, "201–250"),
        ({"ma_chi_tieu": "DH17", "gia_tri": "Chưa xếp hạng"}, inf, "chưa xếp hạng"),
        ({"ma_chi_tieu": "ML01", "gia_tri": "có"}, 100, "có"),
        ({"ma_chi_tieu": "ML01", "gia_tri": "Không"}, 0, "không"),
        ({"ma_chi_tieu": "ML01", "gia_tri": "40"}, 40, ""),
        ({"gia_tri": "80", "don_vi": "toàn thành phố"}, 80, ""),
    ],
)
def test_a_value_is_read_as_it_is_meant(row, value, label):
    checked = check(row)
    assert checked.findings == ()
    assert [(each.value, each.label) for each in checked.observations] == [(value, label)]


@pytest.mark.parametrize(
    ("row", "kind", "column", "message"),
    [
        ({"ma_chi_tieu": "ML99"}, "unknown_indicator", "ma_chi_tieu",
         "Không có chỉ tiêu mang mã này; hãy dùng mã trong danh mục, như ML02."),
        ({"don_vi": "Hà Nội"}, "unknown_area", "don_vi",
         "Không có đơn vị này. Hãy dùng mã hoặc tên đầy đủ trong danh mục đơn vị."),
        ({"don_vi": "HD-CU", "nam": "2026"}, "unknown_area", "don_vi",
         "Tỉnh Hải Dương (trước 1/7/2025) không còn là đơn vị hành chính từ sau năm 2025; hãy ghi "
         "đơn vị hiện nay."),
        ({"nhom": "Mầm non"}, "unknown_group", "nhom",
         "Chỉ tiêu ML02 không có nhóm này. Hãy chọn cấp học: Tiểu học, THCS, THPT, "
         "Phổ thông nhiều cấp học; loại hình: Công lập, Ngoài công lập; "
         "khu vực: Thành thị, Nông thôn; số chung thì để trống."),
        ({"ma_chi_tieu": "ML03", "nhom": "THCS"}, "unknown_group", "nhom",
         "Chỉ tiêu ML03 không có nhóm này. Chỉ tiêu này không chia nhóm; hãy để trống ô này."),
        ({"nhom": "cấp học=THCS; cấp học=THPT"}, "unknown_group", "nhom", None),
        ({"nhom": "xã phường đặc khu=*"}, "unknown_group", "nhom", None),
        ({"nam": "25"}, "bad_year", "nam",
         "Năm phải là bốn chữ số, từ 1990 đến 2045; năm học 2025-2026 hãy ghi 2025."),
        ({"nam": "2025-2026"}, "bad_year", "nam", None),
        ({"nam": "1989"}, "bad_year", "nam", None),
        ({"nam": "2027"}, "future_year", "nam",
         "Năm 2027 chưa đến nên chưa thể có số thực hiện; hãy kiểm tra lại năm. Số kế hoạch "
         "và mục tiêu không ghi ở đây."),
        ({"gia_tri": "≥85"}, "bad_number", "gia_tri",
         "Đây là một khoảng hoặc mức chặn; hãy ghi đúng một số, như 85 hay 76,9."),
        ({"gia_tri": "80-85"}, "bad_number", "gia_tri", None),
        ({"gia_tri": "1.234,56.7"}, "bad_number", "gia_tri", None),
        ({"gia_tri": "nan"}, "bad_number", "gia_tri", None),
        ({"ma_chi_tieu": "ML03", "gia_tri": "85%"}, "bad_number", "gia_tri", None),
        ({"ma_chi_tieu": "DH14", "gia_tri": "1.234"}, "ambiguous_number", "gia_tri",
         "Không rõ dấu ngăn hàng nghìn hay dấu thập phân; hãy ghi 1234 hoặc 1,2340."),
        ({"gia_tri": "100,1"}, "out_of_range", "gia_tri",
         "Giá trị ngoài khoảng cho phép; hãy ghi số từ 0 đến 100."),
        ({"ma_chi_tieu": "ML03", "gia_tri": "-1"}, "out_of_range", "gia_tri",
         "Giá trị ngoài khoảng cho phép; hãy ghi số từ 0 trở lên."),
        ({"ma_chi_tieu": "HD01", "gia_tri": "64,4"}, "out_of_range", "gia_tri", None),
        ({"ma_chi_tieu": "DH17", "gia_tri": "0"}, "out_of_range", "gia_tri", None),
        ({"ma_chi_tieu": "ML03", "gia_tri": "1,5"}, "not_integer", "gia_tri",
         "Chỉ tiêu tính bằng trường: hãy ghi số nguyên, như 1234."),
        ({"tu_so": "chín", "mau_so": "10"}, "bad_number", "tu_so", None),
        ({"tu_so": "9"}, "ratio_mismatch", "tu_so",
         "Tử số và mẫu số phải có đủ cả hai; hãy ghi số còn thiếu."),
        ({"tu_so": "9", "mau_so": "8"}, "ratio_mismatch", "tu_so",
         "Tử số lớn hơn mẫu số; hãy kiểm tra lại hai số này."),
        ({"tu_so": "1", "mau_so": "0"}, "ratio_mismatch", "tu_so",
         "Hãy kiểm tra lại: mẫu số phải lớn hơn 0, tử số không được âm."),
        ({"gia_tri": "78,2", "tu_so": "656", "mau_so": "840"}, "ratio_mismatch", "tu_so",
         "Giá trị không khớp với tử số chia mẫu số; hãy kiểm tra lại ba số này."),
        ({"ma_chi_tieu": "ML03", "tu_so": "1", "mau_so": "2"}, "ratio_mismatch", "tu_so",
         "Chỉ tiêu này không phải tỷ lệ phần trăm; hãy để trống tử số và mẫu số."),
        ({"ma_chi_tieu": "DH14", "gia_tri": "5", "dvt": "triệu đồng"}, "unit_mismatch", "dvt",
         "Đơn vị tính của DH14 là: tỷ đồng; hãy đổi số liệu theo đơn vị tính này."),
        ({"trang_thai": "tạm"}, "not_allowed", "trang_thai",
         "Không dùng được; hãy ghi một trong: ước, sơ bộ, chính thức, rút."),
        ({"ky": "quý"}, "not_allowed", "ky", "Không dùng được; hãy ghi một trong: 6t, 9t, nam."),
        ({"ngay_van_ban": "09/30/2025"}, "not_allowed", "ngay_van_ban",
         "Ngày không đọc được; hãy ghi như 22/11/2026."),
        ({"lien_ket": "javascript:alert(1)"}, "not_allowed", "lien_ket",
         "Liên kết không dùng được; hãy ghi địa chỉ bắt đầu bằng https:// hoặc http://."),
        ({"ghi_chu": "a" * 1001}, "text_too_long", "ghi_chu",
         "Nội dung dài quá 1000 ký tự; hãy rút gọn."),
    ],
)  # fmt: skip
def test_a_wrong_cell_keeps_its_row_out_and_says_why(row, kind, column, message):
    checked = check({"gia_tri": "50", **row} if "tu_so" not in row else row)
    assert told(checked) == [("error", kind, 2, column)]
    assert checked.observations == ()
    if message is not None:
        assert checked.findings[0].message == message


def test_all_findings_of_a_row_are_told_at_once():
    checked = check({"nam": "25", "gia_tri": "cao", "don_vi": "Hà Nội"})
    assert told(checked) == [
        ("error", "unknown_area", 2, "don_vi"),
        ("error", "bad_year", 2, "nam"),
        ("error", "bad_number", 2, "gia_tri"),
    ]


@pytest.mark.parametrize("text", ["", "-", "…", "x", "N/A", "chưa có số liệu"])
def test_missing_is_not_zero(text):
    checked = check({"gia_tri": text})
    assert told(checked) == [("remark", "missing_value", 2, "gia_tri")]
    assert checked.observations == ()


def test_a_figure_from_before_the_merger_waits_for_its_tick_and_is_marked():
    checked = check({"nam": "2024", "gia_tri": "77"})
    assert [(each.year, each.back_cast) for each in checked.observations] == [(2024, True)]
    assert [(each.severity, each.kind, each.message) for each in checked.findings] == [
        (
            "warning",
            "before_merger",
            "Thành phố Hải Phòng có từ ngày 01/07/2025; số liệu năm 2024 chỉ được nhập khi là "
            "số liệu tính lại theo địa giới mới. Nếu đúng vậy hãy đánh dấu xác nhận.",
        )
    ]


def test_the_same_figure_twice_loads_once():
    checked = check({"gia_tri": "77"}, {"gia_tri": "77,0"})
    assert [each.row for each in checked.observations] == [2]
    assert told(checked) == [("warning", "duplicate_key", 3, "")]


def test_two_figures_for_one_key_load_neither():
    checked = check({"gia_tri": "77"}, {"gia_tri": "78"}, {"gia_tri": "79", "ky": "6t"})
    assert [each.row for each in checked.observations] == [4]
    assert told(checked) == [
        ("error", "conflicting_duplicate", 2, ""),
        ("error", "conflicting_duplicate", 3, ""),
    ]
    assert checked.findings[0].message == (
        "Cùng một số liệu mà dòng 3 cho giá trị khác; không nhập dòng nào. "
        "Hãy giữ lại một dòng đúng."
    )


def test_a_row_with_a_comma_too_many_is_not_shifted_into_other_columns():
    checked = check_text("ma_chi_tieu,nam,gia_tri,ghi_chu\nML02,2025,76,98,x\nML02,2025")
    assert told(checked) == [
        ("error", "ragged_row", 2, ""),
        ("error", "ragged_row", 3, ""),
    ]
    assert checked.observations == ()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ma_chi_tieu,gia_tri", [("error", "missing_column", 1, "nam")]),
        ("indicator,year,tu_so", [("error", "missing_column", 1, "gia_tri")]),
        ("indicator,year,value,Giá trị", [("error", "duplicate_column", 1, "gia_tri")]),
    ],
)
def test_a_heading_missing_or_doubled_stops_the_file(header, expected):
    checked = check_text(f"{header}\n1,2,3,4\n")
    assert told(checked) == expected
    assert checked.observations == ()


def test_a_column_nobody_knows_is_named_and_left_out():
    checked = check_text("indicator,year,value,Người lập\nML02,2025,77,An\n")
    assert told(checked) == [("remark", "unknown_column", 1, "Người lập")]
    assert [each.value for each in checked.observations] == [77]


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("Nơi báo cáo", ("Phường Thành Đông", "Xã Vĩnh Bảo"), "unknown_area"),
        ("Nơi báo cáo", ("UBND phường Thành Đông", "Huyện Thủy Nguyên"), "unknown_area"),
        ("Mã nơi báo cáo", ("10507", "10525"), "unknown_area"),
        ("Nơi báo cáo", ("Phường Thành Đông", "?"), "unknown_area"),
        ("Loại trường", ("Công lập", "Ngoài công lập"), "unknown_group"),
        ("", ("THCS", "THPT"), "unknown_group"),
        ("Ghi thêm", ("Nữ", "Nam"), "unknown_group"),
        ("Ghi thêm", ("Lớp 5", "Khối 9"), "unknown_group"),
        ("Mức tin cậy", ("sơ bộ", "ước"), "not_allowed"),
        ("Cột lạ", ("Kế hoạch", "chỉ tiêu giao"), "plan_column"),
        ("Thời điểm", ("9 tháng", "6 tháng"), "not_allowed"),
        ("Cột lạ", ("Quý III", "Quý II/2025"), "not_allowed"),
        ("Trường", ("A", "B"), "unknown_column"),
        ("Quận, huyện", ("A", ""), "unknown_column"),
        ("Nơi báo cáo", ("Sở Giáo dục", "Toàn thành phố"), None),
        ("Phòng phụ trách", ("Phòng Kế hoạch - Tài chính", "UBND phường Thành Đông"), None),
        ("Tiến độ", ("Đạt", "Chậm"), None),
        ("Cột lạ", ("a", "5"), None),
        ("Cột lạ", ("", ""), None),
    ],
)
@pytest.mark.parametrize("values", [("nam,gia_tri", "2025,80"), ("2025", "80")])
def test_a_column_that_says_of_what_the_figures_are_stops_its_rows(heading, cells, kind, values):
    columns, figures = values
    rows = [
        f'{code},{figures},"{cell}"' for code, cell in zip(("ML02", "CL05"), cells, strict=True)
    ]
    reading = read_file("a.csv", "\n".join([f'Mã,{columns},"{heading}"', *rows]).encode())
    checked = check_file(reading, CATALOGUE, on=TODAY)
    errors = {f.kind for f in checked.findings if f.severity == "error"}
    assert errors == ({kind} if kind else set())
    assert len(checked.observations) == (0 if kind else 2)


@pytest.mark.parametrize(
    ("areas", "read"),
    [
        (("Phường Thành Đông", "", "", ""), "AAAA"),
        (("Phường Thành Đông", "", "", "Phường Hải Dương"), "AAAB"),
        (("", "Phường Thành Đông", ""), "-AA"),
        (("Phường Thành Đông", "Toàn thành phố", ""), "A--"),
        (("Toàn thành phố", "", "", ""), "----"),
        (("Phường Thành Đông",), "A"),
    ],
)
@pytest.mark.parametrize("values", [("nam,gia_tri", "2026,8"), ("2025,2026", "8,8")])
def test_a_label_above_blank_cells_is_asked_about_and_read_for_them(areas, read, values):
    columns, figures = values
    rows = [f"BC0{place},{figures},{area}" for place, area in enumerate(areas, 1)]
    reading = read_file("a.csv", "\n".join([f"Mã,{columns},don_vi", *rows]).encode())
    checked = check_file(reading, CATALOGUE, on=TODAY)
    asked = [(f.severity, f.column) for f in checked.findings if f.kind == "filled_in"]
    assert asked == [("warning", "don_vi")] * ("" in areas and "A" in read and read[-1] != "-")
    codes = {"A": "10507", "B": "10525", "-": "31"}
    recorded = {(o.indicator, o.area) for o in checked.observations}
    assert recorded == {(f"BC0{place}", codes[c]) for place, c in enumerate(read, 1)}


def test_a_blank_cell_under_a_label_is_the_whole_where_the_file_has_that_part_elsewhere():
    rows = "BC01,2025,8,Phường Thành Đông\nBC01,2025,90,\nBC02,2025,9,Phường Thành Đông\n"
    checked = check_text(f"ma,nam,gia_tri,don_vi\n{rows}")
    assert [(o.indicator, o.area) for o in checked.observations] == [
        ("BC01", "10507"), ("BC01", "31"), ("BC02", "10507")
    ]  # fmt: skip
    assert told(checked) == []


def test_blank_cells_under_what_is_no_area_are_kept_out_with_it():
    checked = check_text("ma,nam,gia_tri,don_vi\nBC01,2025,8,Không có\nBC02,2025,9,\n")
    assert checked.observations == ()
    assert [each[1:3] for each in told(checked) if each[0] == "error"] == [
        ("unknown_area", 2), ("unknown_area", 3)
    ]  # fmt: skip


@pytest.mark.parametrize("values", [("80", "81"), ("80", "80")])
def test_rows_that_only_an_unknown_column_tells_apart_are_no_duplicates(values):
    rows = "".join(f"ML02,2025,{value},{part}\n" for value, part in zip(values, "AB", strict=True))
    checked = check_text(f"ma,nam,gia_tri,Cột lạ\n{rows}")
    assert checked.observations == ()
    errors = [each[1:3] for each in told(checked) if each[0] == "error"]
    assert errors == [("unknown_column", 2), ("unknown_column", 3)]


def test_rows_that_differ_in_who_answers_for_them_are_duplicates_still():
    checked = check_text("ma,nam,gia_tri,Phụ trách\nML02,2025,80,An\nML02,2025,80,Bình\n")
    assert [o.value for o in checked.observations] == [80]
    assert [each[:2] for each in told(checked)] == [
        ("remark", "unknown_column"), ("warning", "duplicate_key")
    ]  # fmt: skip
