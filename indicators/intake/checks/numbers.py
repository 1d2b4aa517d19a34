"""Numbers as people type them: 1.234,5 and 1,234.5, and which of the two a column means.

Nothing is guessed: a form that is not listed here is not a number.
"""

import re
from collections.abc import Iterable
from math import isnan, nan
from typing import Literal, NamedTuple

from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import plain_digits, same_name, unaccented

NumberForm = Literal["number", "ambiguous", "missing", "bound", "date", "unclear", "bad"]
DecimalMark = Literal[",", ".", ""]

PLAIN = re.compile(r"[0-9]+")
SPACED = re.compile(r"([1-9][0-9]{0,2}(?: [0-9]{3})+)(?:([.,])([0-9]+))?")
ONE_MARK = re.compile(r"(0|[1-9][0-9]*)([.,])([0-9]+)")
DOTTED = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:(,)([0-9]+))?")
COMMAED = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:(\.)([0-9]+))?")
# In the form of `unaccented`, without the dots and brackets around it.
NOTHING = {
    "", "-", "--", "–", "—", "…", "x", "n/a", "na", "chua co so lieu", "khong co so lieu",
    "chua co", "chua thong ke",
}  # fmt: skip
BOUND = re.compile(
    r"[<>≤≥~≈±].*|.*[0-9]\s*(?:[-–—÷]|đến|tới)\s*[0-9].*|[0-9.,]+\s*\+"
    r"|(?:trên|dưới|hơn|gần|khoảng|từ|đến|tối thiểu|tối đa|ít nhất|không quá|xấp xỉ|đạt)\b.*"
)
# Beyond this many digits before the mark a float no longer holds every whole number.
MOST_DIGITS = 15


class WrittenNumber(NamedTuple):
    """What a cell writes; `grouped` is the other reading of an ambiguous number.

    `mark` is the decimal mark that the writing proves, '' when it proves none; `decimals` counts
    those typed, None for a native number.
    """

    form: NumberForm
    value: float = nan
    grouped: float = nan
    decimals: int | None = None
    percent: bool = False
    mark: DecimalMark = ""


def read_number(cell: Cell) -> WrittenNumber:
    """Tell what a cell writes; a native number is itself, whatever it looks like."""
    if cell.kind == "date":
        return WrittenNumber("date")
    if cell.kind == "unclear":
        return WrittenNumber("unclear")
    if cell.number is not None:
        return WrittenNumber("number", cell.number, percent=cell.endswith("%"))
    text = plain_digits(cell)
    digits = text.removesuffix("%").rstrip()
    sign = -1.0 if digits.startswith("-") else 1.0
    written = _unsigned(digits.removeprefix("-" if sign < 0 else "+"))
    if written is None:
        return _no_number(text)
    value, grouped, decimals, mark = written
    form: NumberForm = "number" if isnan(grouped) else "ambiguous"
    return WrittenNumber(
        form, sign * value, sign * grouped, decimals, percent=digits != text, mark=mark
    )


def _unsigned(text: str) -> tuple[float, float, int, DecimalMark] | None:
    """Give value, other reading, decimals typed and the mark proven; None for no number."""
    if PLAIN.fullmatch(text):
        return _valued(text, "", "")
    one = ONE_MARK.fullmatch(text)
    if one and len(one[3]) == 3 and len(one[1]) <= 3 and one[1] != "0":
        return float(f"{one[1]}.{one[3]}"), float(one[1] + one[3]), 3, ""
    if one:
        return _valued(one[1], one[2], one[3])
    for pattern, proven in ((DOTTED, ","), (COMMAED, "."), (SPACED, "")):
        many = pattern.fullmatch(text)
        if many:
            whole = re.sub("[ .,]", "", many[1])
            return _valued(whole, many[2] or proven, many[3] or "")
    return None


def _valued(whole: str, mark: str, fraction: str) -> tuple[float, float, int, DecimalMark] | None:
    proven: DecimalMark = "," if mark == "," else "." if mark == "." else ""
    if len(whole.lstrip("0")) > MOST_DIGITS:
        return None
    return float(f"{whole}.{fraction or 0}"), nan, len(fraction), proven


def _no_number(text: str) -> WrittenNumber:
    name = same_name(text)
    if unaccented(name).strip("(). ") in NOTHING:
        return WrittenNumber("missing")
    return WrittenNumber("bound" if BOUND.fullmatch(name) else "bad")


def proven_marks(column: Iterable[WrittenNumber]) -> frozenset[str]:
    """Collect the decimal marks the texts of a column prove; two of them settle nothing."""
    return frozenset({written.mark for written in column} - {""})
