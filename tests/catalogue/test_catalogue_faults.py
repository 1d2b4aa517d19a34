"""A wrong row in a catalogue file stops the start, named by file, line, column and reason."""

import csv
import shutil
from pathlib import Path

import pytest

from indicators.catalogue.faults import CatalogueError
from indicators.catalogue.loader import FOLDER, load


def change(folder: Path, file: str, line: int, column: str, text: str) -> None:
    """Set one cell; lines are rows, for no cell of the catalogue holds a line break."""
    path = folder / file
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    rows[line - 1][rows[0].index(column)] = text
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "catalogue"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(CatalogueError) as refusal:
        load(folder)
    return list(map(str, refusal.value.faults))


IND, TAR, BRK = "indicators", "targets", "indicator_breakdowns"
NUMBERS_ONLY = "bắt buộc với chỉ tiêu là con số, để trống với số liệu bối cảnh"
OF_SERVER = "giới hạn của tệp nay là cài đặt máy chủ: đặt trong board.toml, mục [limits]"
EACH_YEAR_ONLY = "bắt buộc với quy tắc each_year, để trống với quy tắc khác"
NOT_A_DAY = "không phải ngày dạng năm-tháng-ngày (2025-07-01)"
KINDS = "percent, count, amount, index, ratio, rank, difference, milestone"


@pytest.mark.parametrize(
    ("file", "line", "column", "text", "fault"),
    [
        (IND, 3, "kind", "tỷ lệ", f"kind: 'tỷ lệ' không thuộc các giá trị cho phép: {KINDS}"),
        (IND, 3, "decimals", "1,5", "decimals: '1,5' không phải số nguyên"),
        (IND, 3, "decimals", "7", "decimals: số chữ số thập phân phải từ 0 đến 6"),
        (IND, 4, "decimals", "1", "decimals: count là số nguyên: phải là 0"),
        (IND, 3, "upper", "100%", "upper: '100%' không phải số (dùng dấu chấm thập phân)"),
        (IND, 3, "upper", "1_00", "upper: '1_00' không phải số (dùng dấu chấm thập phân)"),
        (IND, 3, "upper", "101", "upper: tỷ trọng phải có cận dưới 0 và cận trên 100"),
        (IND, 25, "upper", "0", "upper: cận trên 0 phải lớn hơn cận dưới 0"),
        (IND, 4, "lower", "", "lower: cận dưới của count ít nhất là 0"),
        (IND, 19, "lower", "0", "lower: cận dưới của rank ít nhất là 1"),
        (IND, 59, "upper", "100", "upper: cận trên của index nhiều nhất là 1"),
        (IND, 2, "upper", "1", "upper: thang của mốc công việc là 0–100"),
        (IND, 3, "is_share", "có", "is_share: 'có' không thuộc các giá trị cho phép: true, false"),
        (IND, 4, "is_share", "true", "is_share: chỉ tỷ lệ phần trăm mới là tỷ trọng"),
        (IND, 3, "definition", "", "definition: không được để trống"),
        (IND, 3, "name", " Tỷ lệ trường", "name: thừa dấu cách ở đầu hoặc cuối ô"),
        (IND, 3, "name", "Ty\u0309 lệ", "name: chữ phải ở dạng Unicode dựng sẵn (NFC)"),
        (IND, 3, "unit", "", "unit: thiếu đơn vị tính"),
        (IND, 3, "unit", "trường", "unit: đơn vị % đi với kind percent, và chỉ với kind đó"),
        (IND, 2, "unit", "%", "unit: mốc công việc để trống cột này"),
        (IND, 2, "rule", "growth", "rule: mốc công việc chỉ có quy tắc reach hoặc maintain"),
        (IND, 2, "base_year", "2025", "base_year: mốc công việc để trống cột này"),
        (IND, 3, "base_year", "", f"base_year: {NUMBERS_ONLY}"),
        (IND, 77, "direction", "up", f"direction: {NUMBERS_ONLY}"),
        (IND, 19, "direction", "up", "direction: thứ hạng càng nhỏ càng tốt: phải là down"),
        (IND, 20, "rule", "growth", "rule: quy tắc growth chỉ dùng cho count hoặc amount"),
        (IND, 3, "base_year", "1925", "base_year: năm phải từ 1990 đến 2045"),
        (IND, 3, "doc", "", "doc: thiếu văn bản nguồn"),
        (IND, 3, "doc", "03-CTr/TU", "doc: '03-CTr/TU' không có trong documents.csv"),
        (IND, 3, "doc_ref", "", "doc_ref: thiếu văn bản nguồn"),
        (IND, 3, "group", "XX", "group: 'XX' không có trong groups.csv"),
        (IND, 3, "lead", "Sở GD", "lead: 'Sở GD' không có trong agencies.csv"),
        (IND, 3, "position", "1", "position: số thứ tự phải lớn hơn 1 của dòng trước"),
        (IND, 3, "proposed", "định nghĩa", "proposed: 'định nghĩa' không phải tên cột"),
        (IND, 3, "proposed", "measure", "proposed: nêu measure khi và chỉ khi cách đo là đề xuất"),
        (TAR, 3, "indicator", "ML99", "indicator: 'ML99' không có trong indicators.csv"),
        (TAR, 3, "indicator", "BC01", "indicator: số liệu bối cảnh không có mục tiêu"),
        (TAR, 3, "doc", "71", "doc: '71' không có trong documents.csv"),
        (TAR, 3, "wording", "", "wording: không được để trống"),
        (TAR, 3, "value", "", "value: thiếu trị số mục tiêu"),
        (TAR, 3, "value", "850", "value: 850 nằm ngoài cận của chỉ tiêu ML02"),
        (TAR, 3, "comparator", "<=", "comparator: '<=' không hợp với chiều up"),
        (TAR, 38, "comparator", ">", "comparator: '>' không hợp với chiều down"),
        (TAR, 3, "comparator", "done", "comparator: 'done' không hợp với chiều up"),
        (TAR, 2, "comparator", ">=", "comparator: mốc công việc reach phải là done"),
        (TAR, 17, "comparator", "done", "comparator: mốc công việc maintain phải là maintain"),
        (TAR, 2, "value", "100", "value: mốc công việc không có trị số"),
        (TAR, 12, "comparator", "maintain", "value: có trị số thì dùng phép so sánh"),
        (TAR, 33, "value", "0", "value: tốc độ tăng bình quân phải lớn hơn 0"),
        (TAR, 3, "year", "2025", "year: năm đích phải sau kỳ gốc và không quá 2045"),
        (TAR, 3, "year", "2030.5", "year: '2030.5' không phải số nguyên"),
        (TAR, 60, "from_year", "", f"from_year: {EACH_YEAR_ONLY}"),
        (TAR, 3, "from_year", "2026", f"from_year: {EACH_YEAR_ONLY}"),
        (TAR, 60, "from_year", "2031", "from_year: năm đầu 2031 sau năm cuối 2030"),
        (TAR, 39, "year", "2030", "indicator: 'DH17 · city · 2030' trùng với dòng 38"),
        ("areas", 10, "parent", "32", "parent: '32' không có trong areas.csv"),
        ("areas", 2, "parent", "VN", "parent: đơn vị không thể là cấp trên của chính nó"),
        ("areas", 10, "valid_to", "2024-01-01", "valid_to: hết hiệu lực trước ngày có hiệu lực"),
        ("areas", 10, "valid_from", "1/7/2025", f"valid_from: '1/7/2025' {NOT_A_DAY}"),
        ("areas", 10, "valid_from", "2025-02-30", f"valid_from: '2025-02-30' {NOT_A_DAY}"),
        ("area_origins", 2, "area", "99999", "area: '99999' không có trong areas.csv"),
        (BRK, 2, "value", "Cấp 1", "value: 'cấp học=Cấp 1' không có trong breakdowns.csv"),
        (BRK, 3, "role", "distribution", "role: khác vai trò 'partition' ở dòng 2"),
        ("tasks", 3, "indicators", "NL99", "indicators: 'NL99' không có trong indicators.csv"),
        ("tasks", 3, "group", "9", "group: '9' không có trong task_groups.csv"),
        ("settings", 2, "value", "95", "value: ngưỡng phải là số lớn hơn 0 và không quá 1"),
        ("settings", 3, "value", "0.95", "value: ngưỡng slow_ratio phải nhỏ hơn on_track_ratio"),
        ("settings", 4, "value", "31/06", "value: hạn báo cáo phải có dạng ngày/tháng (15/11)"),
        ("settings", 7, "name", "upload_rows", f"name: {OF_SERVER}"),
        ("documents", 2, "issued", "22/8/2025", f"issued: '22/8/2025' {NOT_A_DAY}"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_by_file_line_column_and_reason(
    folder, file, line, column, text, fault
):
    change(folder, f"{file}.csv", line, column, text)
    assert faults_of(folder) == [f"{file}.csv, dòng {line}, cột {fault}"]


def test_all_faults_of_all_files_are_listed_at_once(folder):
    change(folder, "settings.csv", 2, "value", "cao")
    change(folder, "indicators.csv", 3, "lead", "")
    change(folder, "indicators.csv", 4, "kind", "số")
    (folder / "tasks.csv").write_text("mã,nhóm\n", encoding="utf-8")
    assert faults_of(folder) == [
        "indicators.csv, dòng 3, cột lead: không được để trống",
        f"indicators.csv, dòng 4, cột kind: 'số' không thuộc các giá trị cho phép: {KINDS}",
        "tasks.csv, dòng 1: dòng đầu phải là: code,group,summary,doc_ref,indicators,lead",
        "settings.csv, dòng 2, cột value: ngưỡng phải là số lớn hơn 0 và không quá 1",
    ]


def test_the_message_counts_and_lists_the_faults(folder):
    change(folder, "settings.csv", 2, "value", "cao")
    with pytest.raises(CatalogueError) as refusal:
        load(folder)
    assert str(refusal.value) == (
        "Danh mục chỉ tiêu có 1 lỗi:\n"
        "settings.csv, dòng 2, cột value: ngưỡng phải là số lớn hơn 0 và không quá 1"
    )


def test_a_file_in_another_encoding_is_refused_at_the_line_of_the_first_bad_byte(folder):
    path = folder / "agencies.csv"
    path.write_bytes(b"name,short_name\nA,A\nS\xf4 B,B\n")
    assert faults_of(folder)[0] == (
        "agencies.csv, dòng 3: không phải mã UTF-8; hãy lưu lại tệp dạng CSV UTF-8"
    )


def test_an_unreadable_file_is_told_once_and_not_by_every_row_that_names_it(folder):
    (folder / "groups.csv").unlink()
    assert faults_of(folder) == [
        "groups.csv, dòng 1: không đọc được tệp (tệp không có hoặc không được phép đọc)"
    ]


@pytest.mark.parametrize(
    ("tail", "fault"),
    [
        ("\n", "dòng 16: dòng trống"),
        ("Sở Mới\n", "dòng 16: có 1 ô, phải có 2"),
        ("Sở Mới,SM,thừa\n", "dòng 16: có 3 ô, phải có 2"),
        ('"Sở Mới,SM\n', "dòng 16: dấu ngoặc kép không khớp"),
        ('"Sở\nMới",SM\n,SM\n', "dòng 18, cột name: không được để trống"),
        ("Sở Tài chính,STC\n", "dòng 16, cột name: 'Sở Tài chính' trùng với dòng 6"),
    ],
)
def test_a_broken_row_is_named_by_the_line_an_editor_shows(folder, tail, fault):
    path = folder / "agencies.csv"
    path.write_text(path.read_text("utf-8") + tail, encoding="utf-8")
    assert faults_of(folder) == [f"agencies.csv, {fault}"]


def test_a_missing_setting_is_a_fault(folder):
    path = folder / "settings.csv"
    kept = [line for line in path.read_text("utf-8").splitlines(True) if "report_9t" not in line]
    path.write_text("".join(kept), encoding="utf-8")
    assert faults_of(folder) == ["settings.csv, dòng 1, cột name: thiếu thiết lập report_9t"]


def test_a_byte_order_mark_from_excel_does_no_harm(folder):
    path = folder / "agencies.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load(folder) == load()
