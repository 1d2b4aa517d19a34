"""A text file with separators as a grid, whichever separator and line ending it has."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from indicators.intake.files.cell import Cell
from indicators.intake.files.encodings import decode
from indicators.intake.files.grid import CellGrid, CellMaker, GridRows, refuse_long
from indicators.intake.files.separators import delimiter, refuse_other_separator
from indicators.intake.findings import UnreadableFileError
from indicators.settings.sections import Limits

# The line by which Excel is told the separator; it does not count as a row.
SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*(\r\n|\r|\n|$)', re.IGNORECASE)
# So many rows are held as plain texts at a time.
BATCH = 8192


def read_text_table(name: str, content: bytes, limits: Limits) -> CellGrid:
    """Split a text file into cells; raises UnreadableFileError with a Vietnamese sentence."""
    text = decode(name, content)
    named = SEPARATOR_LINE.match(text)
    if named:
        text = text[named.end() :]
    rows = GridRows(name, limits)
    columns: list[CellMaker] = []
    separator = named[1] if named else delimiter(text)
    refuse_other_separator(name, text, separator)
    records = _records(name, text, separator)
    number = 1
    # Rows of one width are turned into cells a column at a time, which is several times faster.
    while batch := list(islice(records, BATCH)):
        for width, same in groupby(_bounded(name, number, batch, limits), key=len):
            texts, missing = list(same), range(len(columns), width)
            columns.extend(CellMaker(str(place + 1)) for place in missing)
            rows.add(enumerate(_cells(texts, columns), number))
            number += len(texts)
    return CellGrid("", tuple(rows.rows), separator=separator)


def _bounded(name: str, first: int, rows: list[list[str]], limits: Limits) -> list[list[str]]:
    """Cut what lies far to the right: blanks fall away, more than that is refused further on."""
    most = limits.upload_columns
    # Hardly a row is as long as a single word may be.
    if max(map(len, map("".join, rows))) > limits.upload_word_letters:
        for number, texts in enumerate(rows, first):
            for text in texts:
                refuse_long(name, limits, f"dòng {number}", text)
    if max(map(len, rows)) <= most:
        return rows
    return [texts[: most + any(texts[most:])] for texts in rows]


def _cells(
    texts: Sequence[Sequence[str]], columns: Sequence[CellMaker]
) -> Iterable[tuple[Cell, ...]]:
    """Make the cells of rows that are all of one width."""
    if not texts[0]:
        return [()] * len(texts)
    made = (
        map(make.__getitem__, column)
        for make, column in zip(columns, zip(*texts, strict=True), strict=False)
    )
    return zip(*made, strict=True)


def _records(name: str, text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begun = 1
    try:
        for record in reader:
            yield record
            begun = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            message = f"Tệp {name}, dòng {begun}: có ô quá dài; hãy rút gọn hoặc sửa dấu ngoặc kép."
            raise UnreadableFileError("text_too_long", message) from error
        message = (
            f"Tệp {name}, dòng {begun}: dấu ngoặc kép không khớp; hãy bỏ dấu ngoặc kép thừa, hoặc "
            "lưu lại từ Excel dạng CSV UTF-8."
        )
        raise UnreadableFileError("not_a_table", message) from error
