"""A catalogue file as lines of typed records, each with the line an editor shows."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from indicators.catalogue.cells import CellError, converter
from indicators.catalogue.faults import Fault


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One row: its text by column, and its record unless a cell is wrong."""

    number: int
    cells: dict[str, str]
    record: Any


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """All rows of one file; `usable` is false when the file itself could not be read."""

    file: str
    lines: tuple[CatalogueRow, ...]
    faults: tuple[Fault, ...]
    usable: bool

    @property
    def records(self) -> tuple[Any, ...]:
        """List the records of the lines without a wrong cell, in file order."""
        return tuple(line.record for line in self.lines if line.record is not None)

    def texts(self, column: str) -> frozenset[str]:
        """Collect what the column says, wrong lines included: one fault must not cause others."""
        return frozenset(line.cells[column] for line in self.lines)


class UnreadableRowsError(Exception):
    """The file cannot be taken apart into rows."""

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason


def read_sheet(path: Path, record: type) -> CatalogueFile:
    """Read one file of `record`; faults are collected, never raised."""
    try:
        return _typed(path.name, _rows(_text(path), record), record)
    except UnreadableRowsError as error:
        return CatalogueFile(
            path.name, (), (Fault(path.name, error.line, "", error.reason),), usable=False
        )


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableRowsError(
            1, "không đọc được tệp (tệp không có hoặc không được phép đọc)"
        ) from error
    return decoded(content)


def decoded(content: bytes) -> str:
    """Give the text of a file; raises UnreadableRowsError with the first line that is no UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableRowsError(
            line, "không phải mã UTF-8; hãy lưu lại tệp dạng CSV UTF-8"
        ) from error


def _rows(text: str, record: type) -> list[tuple[int, list[str]]]:
    """Split into rows with the line each begins on, the header checked and taken off."""
    rows = list(numbered_rows(text))
    expected = [field.name for field in fields(record)]
    if not rows or rows[0][1] != expected:
        raise UnreadableRowsError(1, f"dòng đầu phải là: {','.join(expected)}")
    return rows[1:]


def numbered_rows(text: str, separator: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Split a text into rows with the line each begins on; raises UnreadableRowsError."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        begin = reader.line_num + 1
        try:
            yield begin, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableRowsError(begin, "dấu ngoặc kép không khớp") from error


def _typed(file: str, rows: list[tuple[int, list[str]]], record: type) -> CatalogueFile:
    columns = [field.name for field in fields(record)]
    lines, faults = [], []
    for number, cells in rows:
        if len(cells) != len(columns):
            reason = f"có {len(cells)} ô, phải có {len(columns)}" if cells else "dòng trống"
            faults.append(Fault(file, number, "", reason))
            continue
        line, wrong = _line(file, number, dict(zip(columns, cells, strict=True)), record)
        lines.append(line)
        faults += wrong
    return CatalogueFile(file, tuple(lines), tuple(faults), usable=True)


def _line(
    file: str, number: int, cells: dict[str, str], record: type
) -> tuple[CatalogueRow, list[Fault]]:
    readers = {column: converter(record, column) for column in cells}
    values, faults = typed_cells(file, number, cells, readers)
    return CatalogueRow(number, cells, None if faults else record(**values)), faults


def typed_cells(
    file: str, number: int, cells: Mapping[str, str], readers: Mapping[str, Callable[[str], Any]]
) -> tuple[dict[str, Any], list[Fault]]:
    """Read the cells of a row by the reader of each column; what does not fit is a fault."""
    values, faults = {}, []
    for column, text in cells.items():
        try:
            values[column] = readers[column](text)
        except CellError as error:
            faults.append(Fault(file, number, column, str(error)))
    return values, faults
