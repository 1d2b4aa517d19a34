"""A file becomes rows of text with the numbers a spreadsheet shows, or is refused by name."""

import pytest

from indicators.intake.files.cell import CellRow
from indicators.intake.findings import UnreadableFileError
from indicators.intake.read import read_table
from indicators.intake.tables.places import Place
from indicators.intake.tables.table import Table

HEADER = "ma_chi_tieu,nam,gia_tri\n"


def test_a_table_keeps_row_numbers_past_blank_rows_and_line_breaks_in_cells():
    content = f'\ufeff{HEADER}\nML02,2025,"76,98"\r\nML03,2025,"a\nb"\n'.encode()
    assert read_table("tep.csv", content) == Table(
        "tep.csv",
        "",
        CellRow(1, ("ma_chi_tieu", "nam", "gia_tri")),
        (CellRow(3, ("ML02", "2025", "76,98")), CellRow(4, ("ML03", "2025", "a\nb"))),
        places=(Place("heading", "gia_tri", 1),),
    )


@pytest.mark.parametrize(
    ("name", "content", "kind", "message"),
    [
        (
            "a.csv",
            b"",
            "empty_file",
            "Tệp a.csv không có dòng nào; hãy kiểm tra lại tệp rồi gửi lại.",
        ),
        (
            "a.csv",
            b"\n\n",
            "empty_file",
            "Tệp a.csv không có dòng nào; hãy kiểm tra lại tệp rồi gửi lại.",
        ),
        (
            "a.csv",
            HEADER.encode(),
            "no_data_rows",
            "Tệp a.csv chỉ có tiêu đề, không có số liệu; hãy kiểm tra lại tệp rồi gửi lại.",
        ),
        (
            "a.doc",
            b"x",
            "unsupported_format",
            "Tệp a.doc không phải tệp CSV hoặc Excel (.xlsx); hãy gửi bảng số liệu dạng .xlsx hoặc "
            "CSV UTF-8.",
        ),
        ("a.csv", b"a,b\nx\0y,1\n", "not_a_table", "Tệp a.csv không phải tệp văn bản."),
        (
            "a.csv",
            b'a,b\n"x,1\n',
            "not_a_table",
            "Tệp a.csv, dòng 2: dấu ngoặc kép không khớp; hãy bỏ dấu ngoặc kép thừa, hoặc lưu lại "
            "từ Excel dạng CSV UTF-8.",
        ),
        ("a.csv", b"a" * 20_000_001, "too_large", "Tệp a.csv lớn hơn 20 MB; hãy chia nhỏ tệp."),
        (
            "a.csv",
            HEADER.encode() + b"ML02,2025,\xff\xff",
            "encoding",
            "Tệp a.csv, dòng 2: không phải mã UTF-8; hãy lưu lại dạng CSV UTF-8.",
        ),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(name, content, kind, message):
    with pytest.raises(UnreadableFileError) as refusal:
        read_table(name, content)
    assert str(refusal.value) == message
    assert (refusal.value.finding.kind, refusal.value.finding.message) == (kind, message)
