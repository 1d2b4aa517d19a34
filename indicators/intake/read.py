"""From the bytes of a file to a table of text cells that still knows its row numbers."""

import csv
import io
from pathlib import PurePath

from indicators.intake.cell import Cell
from indicators.intake.findings import UnreadableFileError
from indicators.intake.table import Reading, Row, Table

MOST_BYTES = 20_000_000


def read_file(name: str, content: bytes, *, plan: bool = False) -> Reading:
    """Read a file into its tables; what cannot be read at all is a finding, never an exception.

    Columns of planned figures become tables of scope `plan` when `plan` asks for them.
    """
    del plan
    try:
        return Reading((read_table(name, content),), ())
    except UnreadableFileError as error:
        return Reading((), (error.finding,))


def read_table(name: str, content: bytes) -> Table:
    """Read a comma-separated UTF-8 file; raises UnreadableFileError with a Vietnamese sentence."""
    if PurePath(name).suffix.lower() != ".csv":
        raise UnreadableFileError("unsupported_format", f"Tệp {name} không phải tệp CSV.")
    if len(content) > MOST_BYTES:
        raise UnreadableFileError("too_large", f"Tệp {name} lớn hơn 20 MB; hãy chia nhỏ tệp.")
    rows = _rows(name, _text(name, content))
    if not rows:
        raise UnreadableFileError("empty_file", f"Tệp {name} không có dòng nào.")
    if len(rows) == 1:
        raise UnreadableFileError("no_data_rows", f"Tệp {name} chỉ có tiêu đề, không có số liệu.")
    return Table(name, "", rows[0], tuple(rows[1:]))


def _text(name: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = f"Tệp {name}, dòng {line}: không phải mã UTF-8; hãy lưu lại dạng CSV UTF-8."
        raise UnreadableFileError("encoding", message) from error
    if "\0" in text:
        raise UnreadableFileError("not_a_table", f"Tệp {name} không phải tệp văn bản.")
    return text


def _rows(name: str, text: str) -> list[Row]:
    """Split into rows, leaving out the empty ones without losing count."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        numbered = [Row(number, _cells(texts)) for number, texts in enumerate(reader, 1)]
    except csv.Error as error:
        message = f"Tệp {name}, dòng {reader.line_num}: dấu ngoặc kép không khớp."
        raise UnreadableFileError("not_a_table", message) from error
    return [row for row in numbered if any(cell.strip() for cell in row.cells)]


def _cells(texts: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text, column=str(place)) for place, text in enumerate(texts, 1))
