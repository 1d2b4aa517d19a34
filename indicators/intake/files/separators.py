"""Which separator stands between the cells of a text file, and whether its rows have the same."""

import csv
import io
from collections.abc import Iterable
from itertools import islice

from indicators.intake.files.heading_words import is_heading
from indicators.intake.files.spelling import fold
from indicators.intake.findings import UnreadableFileError

DELIMITERS = ",;\t|"
NAMES = {",": "dấu phẩy (,)", ";": "dấu chấm phẩy (;)", "\t": "dấu tab", "|": "dấu gạch đứng (|)"}
SAMPLE_ROWS, SAMPLE_LENGTH = 60, 1_000_000
# A heading of fewer cells may well have a comma in the text beside it.
FEWEST_CELLS = 3


def delimiter(text: str) -> str:
    """Choose the separator that shows the most headings in a row, else the commonest one."""
    return max(DELIMITERS, key=lambda each: (_headings(text, each), text.count(each, 0, 10_000)))


def refuse_other_separator(name: str, text: str, separator: str) -> None:
    """Refuse a file whose rows have another separator than their heading."""
    rows = _sample(text, separator)
    at = max(range(len(rows)), key=lambda each: _known(rows[each]), default=0)
    if not rows or len(rows[at]) < FEWEST_CELLS or _known(rows[at]) < FEWEST_CELLS:
        return
    below, width = [row for row in rows[at + 1 :] if any(row)], len(rows[at])
    for other in DELIMITERS.replace(separator, ""):
        split = [_sample(separator.join(row), other) for row in below if len(row) != width]
        if 2 * sum(len(row) == width for lines in split for row in lines[:1]) > len(below):
            message = (
                f"Tệp {name}: dòng tiêu đề ngăn các cột bằng {NAMES[separator]}, các dòng số liệu "
                f"lại bằng {NAMES[other]}; hãy dùng một dấu cho cả tệp rồi gửi lại."
            )
            raise UnreadableFileError("not_a_table", message)


def _headings(text: str, separator: str) -> int:
    return max(map(_known, _sample(text, separator)), default=0)


def _sample(text: str, separator: str) -> list[list[str]]:
    """Split the first rows of a text; none when they cannot be."""
    reader = csv.reader(io.StringIO(text[:SAMPLE_LENGTH], newline=""), delimiter=separator)
    try:
        return list(islice(reader, SAMPLE_ROWS))
    except csv.Error:
        return []


def _known(cells: Iterable[str]) -> int:
    """Count the different headings among the cells."""
    return len({fold(cell) for cell in islice(cells, 200) if is_heading(cell)})
