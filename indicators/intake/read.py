"""From the bytes of a file to a table of text cells that still knows its row numbers."""

import csv
import io
from dataclasses import dataclass
from pathlib import PurePath

from indicators.intake.findings import UnreadableFileError

MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; `number` counts from 1 as the spreadsheet does."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and the rows under it, as text; `sheet` is '' in a file without sheets."""

    name: str
    sheet: str
    header: Row
    rows: tuple[Row, ...]


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
        numbered = [Row(number, tuple(cells)) for number, cells in enumerate(reader, 1)]
    except csv.Error as error:
        message = f"Tệp {name}, dòng {reader.line_num}: dấu ngoặc kép không khớp."
        raise UnreadableFileError("not_a_table", message) from error
    return [row for row in numbered if any(cell.strip() for cell in row.cells)]
