"""Plain tables to take away, and their CSV; text from files never becomes a formula."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

T = TypeVar("T")
SheetValue = str | float | int | date | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Only looks like a formula.
PLAIN_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)*%?")


class FormattedNumber(float):
    """A number with the format in which a workbook shows it, as the page writes it."""

    def __new__(cls, value: float, code: str) -> "FormattedNumber":
        """Keep the format beside the number."""
        made = super().__new__(cls, value)
        made.code = code
        return made

    code: str


class Tinted(str):
    """A text on a ground of its own, as a verdict has it; colours as '#RRGGBB'."""

    def __new__(cls, text: str, fill: str, ink: str) -> "Tinted":
        """Keep the colours beside the text."""
        made = super().__new__(cls, text)
        made.fill, made.ink = fill, ink
        return made

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column's heading, its width in characters and its number format."""

    heading: str
    width: float = 12
    format: str = "General"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title lines; a row of one cell is a heading of the rows below it.

    The last note names the data; it is printed below every page, a mark above it. So many columns
    stay in sight beside the heads; a filtered table has a list to choose from under every head.
    Of a table that is read on the screen alone only so many rows are `printed`; 0 means all.
    """

    name: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]
    mark: str = ""
    fixed: int = 0
    filtered: bool = False
    printed: int = 0


def neutral(value: T) -> T | str:
    """Keep text that starts like a formula from being one; numbers stay, written ones too."""
    if not isinstance(value, str) or PLAIN_NUMBER.fullmatch(value):
        return value
    if value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def as_csv(sheet: Sheet) -> bytes:
    """Write a table as CSV, UTF-8 with BOM so that Excel reads it; title and notes at the end."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow(["" if value is None else neutral(value) for value in row])
    writer.writerow([])
    for line in (sheet.title, *sheet.notes):
        writer.writerow([neutral(line)])
    return out.getvalue().encode("utf-8-sig")
