"""Whatever bytes and cells a file is made of, it is read or refused in words, never more.

`make fuzz` looks for longer, here and in test_fuzz_check.py.
"""

import io
import os
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.intake.read import read_file
from indicators.settings.sections import Limits
from tests.intake.books import raw_workbook, workbook
from tests.rounds import rounds

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", rounds(100, few=30)))
fuzzed = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
LIMITS = Limits(upload_rows=500, upload_unpacked_bytes=5_000_000, upload_cells=50_000)
NAMES = st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a"])
BEGINNINGS = (
    b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"sep=;\n", b"ma_chi_tieu,nam,gia_tri\n", b"M\xe3 chi ti\xeau;2024;KH 2025\n",
)  # fmt: skip
WORDS = (
    "ma_chi_tieu", "Chỉ tiêu", "nam", "Năm", "gia_tri", "Giá trị", "Đơn vị", "ĐVT", "STT", "2024",
    "KH 2026", "Ước TH 2025", "2024-2025", "ML02", "ML 03", "Tổng cộng", "I", "1", "(2)", "76,98",
    "1.234", "-", "%", "Xã Vĩnh Bảo", "Tr­êng", "tr??ng", "ngày 5 tháng 1", "#N/A", "=1+1",
    '"', ";", ",", "\n", "\t", "|", "",
)  # fmt: skip
GOOD = workbook(
    [("ma_chi_tieu", "nam", "gia_tri"), ("ML02", 2025, 76.98), ("ML03", 2025, "x")],
    Other=[("Mã", "2024", "KH 2025"), ("ML02", 1, 2)],
)
CELLS = st.one_of(
    st.sampled_from(WORDS), st.integers(-10, 3000), st.floats(), st.none(), st.booleans(),
    st.datetimes(), st.text(max_size=8),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=9)


def rows_of(reading) -> int:
    """Count the rows of the file that figures come from, one sheet and scope at a time."""
    return sum(len({row.number for row in table.rows}) for table in reading.tables)


def assert_told(reading, *, rows: int, cells: int) -> None:
    """Without a table there is an error; and nothing is made up that the file does not hold."""
    errors = [each for each in reading.findings if each.severity == "error"]
    assert reading.tables or errors
    assert all(each.message.endswith(".") for each in reading.findings)
    assert rows_of(reading) <= rows
    assert sum(len(table.rows) for table in reading.tables) <= cells
    for table in reading.tables:
        assert all(any(row.cells) for row in table.rows)


@fuzzed
@given(NAMES, st.sampled_from(BEGINNINGS), st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(name, beginning, rest, plan):
    content = beginning + rest
    reading = read_file(name, content, LIMITS, plan=plan)
    assert_told(reading, rows=len(content) + 1, cells=len(content) + 1)


@fuzzed
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(",;\t|"), st.booleans())
def test_any_words_of_a_table_in_any_order_are_read_or_refused(words, separator, plan):
    text = "".join(word + ("\n" if at % 4 == 3 else separator) for at, word in enumerate(words))
    reading = read_file("a.csv", text.encode(), LIMITS, plan=plan)
    lines = text.count("\n") + 1
    assert_told(reading, rows=lines, cells=len(text) + 1)


@fuzzed
@given(ROWS, ROWS, st.booleans())
def test_any_cells_of_a_workbook_are_read_or_refused(first, second, plan):
    content = workbook(sheet(first), Two=sheet(second))
    reading = read_file("a.xlsx", content, LIMITS, plan=plan)
    cells = sum(len(row) for row in (*first, *second))
    assert_told(reading, rows=(len(first) + len(second)) * 2, cells=cells)


def sheet(rows: list[list[object]]) -> list[list[object]]:
    """Leave out of the texts what openpyxl itself refuses to write."""
    return [[_writable(cell) for cell in row] for row in rows]


def _writable(cell: object) -> object:
    if isinstance(cell, str):
        return "".join(c for c in cell if c >= " " and not "\ud800" <= c <= "\udfff")
    return cell if not isinstance(cell, float) or abs(cell) < float("inf") else None


@fuzzed
@given(st.data())
def test_a_workbook_with_bytes_changed_is_read_or_refused(data):
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reading = read_file("a.xlsx", bytes(content), LIMITS)
    assert_told(reading, rows=4, cells=6)


@fuzzed
@given(st.data())
def test_a_workbook_with_the_xml_of_a_part_changed_is_read_or_refused(data):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(stream, "w") as changed:
        spoilt = data.draw(st.sampled_from(good.namelist()))
        for part in good.namelist():
            content = bytearray(good.read(part))
            if part == spoilt:
                at = data.draw(st.integers(0, len(content) - 1))
                content[at : at + data.draw(st.integers(0, 9))] = data.draw(PIECES)
            changed.writestr(part, bytes(content))
    assert_told(read_file("a.xlsx", stream.getvalue(), LIMITS), rows=6, cells=12)


PIECES = st.sampled_from(
    [b"", b"<", b">", b'"', b"&#0;", b"&lt;", b"<c/>", b"<v>", b"9999999", b"-1", b'r="A0"',
     b"\xff",
     b'<row r="0">', b't="s"', b't="e"', b's="99"', b"<!DOCTYPE x>", b"<f>1</f>", b"1e400", b"nan"]
)  # fmt: skip
TAGS = ("c", "v", "f", "is", "t", "row", "r", "rPh")
KINDS = ("s", "b", "e", "str", "inlineStr", "d", "n", "zz")


@st.composite
def raw_cells(draw) -> str:
    kind, style = draw(st.sampled_from(KINDS)), draw(st.integers(-2, 9))
    place = draw(st.sampled_from(["A1", "B2", "C9", "ZZ1", "XFE1", "1", "a1", "", "A"]))
    text = draw(
        st.sampled_from(["", "0", "7", "-1", "1e9", "2024", "x", "2026-01-01", "NaN", "ML02"])
    )
    tag = draw(st.sampled_from(TAGS))
    return f'<c r="{place}" t="{kind}" s="{style}"><{tag}>{text}</{tag}></c>'


@fuzzed
@given(st.lists(st.lists(raw_cells(), max_size=4), max_size=4))
def test_any_cells_in_xml_are_read_or_refused(rows):
    content = raw_workbook("".join(f"<row>{''.join(cells)}</row>" for cells in rows))
    assert_told(read_file("a.xlsx", content, LIMITS), rows=len(rows) + 16, cells=64)
