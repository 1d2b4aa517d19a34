"""A text file with separators as a grid, whichever separator and line ending it has."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from indicators.intake.columns import fold, is_heading
from indicators.intake.encodings import decode
from indicators.intake.findings import UnreadableFileError
from indicators.intake.grid import CellMaker, Grid, GridRows
from indicators.intake.limits import Limits

DELIMITERS = ",;\t|"
# The line by which Excel is told the separator; it does not count as a row.
SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*(\r\n|\r|\n|$)', re.IGNORECASE)
SAMPLE_ROWS = 60


def read_text_table(name: str, content: bytes, limits: Limits) -> Grid:
    """Split a text file into cells; raises UnreadableFileError with a Vietnamese sentence."""
    text = decode(name, content)
    told = SEPARATOR_LINE.match(text)
    if told:
        text = text[told.end() :]
    rows = GridRows(name, limits)
    columns: list[CellMaker] = []
    separator = told[1] if told else delimiter(text)
    for number, texts in enumerate(_records(name, text, separator), 1):
        if len(texts) > limits.upload_columns and not any(texts[limits.upload_columns :]):
            del texts[limits.upload_columns :]
        if len(texts) > len(columns):
            missing = range(len(columns), min(len(texts), limits.upload_columns + 1))
            columns.extend(CellMaker(str(place + 1)) for place in missing)
        rows.add(number, [make[text] for make, text in zip(columns, texts, strict=False)])
    return Grid("", tuple(rows.rows), separator=separator)


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


def delimiter(text: str) -> str:
    """Choose the separator that shows the most headings in a row, else the commonest one."""
    return max(DELIMITERS, key=lambda each: (_headings(text, each), text.count(each, 0, 10_000)))


def _headings(text: str, separator: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return max((_known(row) for row in islice(reader, SAMPLE_ROWS)), default=0)
    except csv.Error:
        return 0


def _known(cells: Iterable[str]) -> int:
    """Count the different headings among the cells."""
    return len({fold(cell) for cell in islice(cells, 200) if is_heading(cell)})
