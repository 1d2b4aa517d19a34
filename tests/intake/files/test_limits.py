"""How much a file may hold is a setting, and the one in force when the file is examined."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from indicators.commands.sent_files import examine_file
from indicators.intake.examination import examine
from indicators.intake.read import read_file
from indicators.settings.sections import Limits
from indicators.store.connection import Store
from tests.intake.books import MAIN, OFFICE, raw_workbook, saved

TWO_ROWS = b"ma_chi_tieu,nam,gia_tri\nML02,2026,84.9\nML02,2025,77.5\n"


def told(findings) -> list[tuple[str, str]]:
    return [(each.kind, each.message) for each in findings]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"upload_rows": 1}, "Tệp a.csv có hơn 1 dòng số liệu; hãy chia nhỏ tệp."),
        ({"upload_bytes": 40}, "Tệp a.csv lớn hơn 40 byte; hãy chia nhỏ tệp."),
        ({"upload_columns": 2},
         "Tệp a.csv, dòng 1: quá nhiều cột; hãy xóa những ô nằm xa bảng số liệu "
         "(nhiều nhất 2 cột)."),
    ],
)  # fmt: skip
def test_a_file_is_examined_by_the_limits_in_force(
    own: Store, setting, message, monkeypatch: pytest.MonkeyPatch
):
    assert examine(own, "a.csv", TWO_ROWS).findings == ()
    for name, value in setting.items():
        monkeypatch.setenv(f"BOARD_{name.upper()}", str(value))
    assert told(examine(own, "a.csv", TWO_ROWS).findings) == [("too_large", message)]


def sheet(*values: object, number_format: str = "General") -> Workbook:
    book = Workbook()
    book.active.append(("ma_chi_tieu", "nam", "gia_tri", "nguon"))
    book.active.append(values)
    book.active["C2"].number_format = number_format
    return book


def many(count: int, add: Callable[[Workbook, int], object]) -> bytes:
    book = sheet("ML02", 2025, 77.5)
    for number in range(count):
        add(book, number)
    return saved(book)


def shared(*texts: str) -> bytes:
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    kinds = ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
    relations = "".join(
        f'<Relationship Id="r{at}" Type="x/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(kinds, 1)
    )
    parts = {
        "sharedStrings.xml": f"<sst>{strings}</sst>",
        "_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
    }
    return raw_workbook("", parts={f"xl/{name}": xml.encode() for name, xml in parts.items()})


def styled(book: Workbook, number: int) -> None:
    book.active.cell(9, number + 1).font = Font(size=number + 1)


def formatted(book: Workbook, number: int) -> None:
    book.active.cell(9, number + 1).number_format = f'0"{number}"'


@pytest.mark.parametrize(
    ("content", "limits", "kind", "message"),
    [
        (many(2, lambda book, _: book.create_sheet()), {"upload_sheets": 2}, "too_large",
         "Tệp a.xlsx có hơn 2 trang tính; hãy xóa trang trống hoặc chia nhỏ tệp."),
        (many(3, styled), {"upload_styles": 3}, "too_large",
         "Tệp a.xlsx có quá nhiều kiểu ô hoặc định dạng số; hãy chép số liệu sang một tệp mới (Dán "
         "đặc biệt, Giá trị) rồi gửi tệp đó."),
        (many(3, formatted), {"upload_formats": 38}, "too_large",
         "Tệp a.xlsx có quá nhiều kiểu ô hoặc định dạng số; hãy chép số liệu sang một tệp mới (Dán "
         "đặc biệt, Giá trị) rồi gửi tệp đó."),
        (saved(sheet("ML02", 2025, 1, number_format=f'0"{"x" * 300}"')), {}, "text_too_long",
         "Tệp a.xlsx có định dạng số dài hơn 255 ký tự; hãy chép số liệu sang một tệp mới (Dán "
         "đặc biệt, Giá trị) rồi gửi tệp đó."),
        (shared("a", "b", "c"), {"upload_strings": 2}, "too_large",
         "Tệp a.xlsx có quá nhiều nội dung chữ; hãy chia nhỏ tệp."),
        (saved(sheet("ML02", 2025, 1, "x" * 2001)), {}, "text_too_long",
         "Tệp a.xlsx, ô D2: có từ dài hơn 2.000 ký tự; hãy rút gọn nội dung ô, hoặc sửa dấu ngoặc "
         "kép, dấu ngăn cách."),
        (saved(sheet("ML02", 2025, 1, "x " * 3000)), {"upload_cell_letters": 3000},
         "text_too_long",
         "Tệp a.xlsx, ô D2: có ô dài hơn 3.000 ký tự; hãy rút gọn nội dung ô, hoặc sửa dấu ngoặc "
         "kép, dấu ngăn cách."),
    ],
)  # fmt: skip
def test_a_workbook_past_a_limit_is_told_which(content, limits, kind, message):
    found = read_file("a.xlsx", content, Limits(**limits)).findings
    assert told(found) == [(kind, message)]


def test_a_long_word_of_a_text_file_is_told_with_its_row():
    found = read_file("a.csv", TWO_ROWS + b"ML03,2025," + b"x" * 2001).findings
    message = (
        "Tệp a.csv, dòng 4: có từ dài hơn 2.000 ký tự; hãy rút gọn nội dung ô, hoặc sửa dấu ngoặc "
        "kép, dấu ngăn cách."
    )
    assert told(found) == [("text_too_long", message)]


def test_two_sheets_in_one_part_are_damage():
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(2, 20_000))
    book = (f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>').encode()
    content = raw_workbook("", parts={"xl/workbook.xml": book})
    ((kind, _),) = told(read_file("a.xlsx", content, Limits(upload_sheets=50_000)).findings)
    assert kind == "not_a_table"


def test_of_a_file_that_is_too_large_only_what_is_allowed_is_read(
    own: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BOARD_UPLOAD_BYTES", "1500000")
    path = tmp_path / "a.csv"
    path.write_bytes(TWO_ROWS + b"\n" * 2_000_000)

    examined = examine_file(own, path)

    message = "Tệp a.csv lớn hơn 1,5 MB; hãy chia nhỏ tệp."
    assert told(examined.findings) == [("too_large", message)]
    assert len(examined.upload.content) == 1_500_001
    assert examined.upload.sha256 == sha256(path.read_bytes()).hexdigest()
