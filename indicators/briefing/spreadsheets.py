"""CSV and workbook files of plain tables; text from files never becomes a formula."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

T = TypeVar("T")
Value = str | float | int | date | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Only looks like a formula.
PLAIN_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)*%?")
FONT = "Times New Roman"
RULE = Border(bottom=Side("thin", color="C9D1DA"))
GROUND = PatternFill("solid", fgColor="E8EEF5")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, its width in characters and its number format."""

    heading: str
    width: float = 12
    format: str = "General"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title lines; a row of one cell is a heading of the rows below it.

    A mark is printed above every page.
    """

    name: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    mark: str = ""


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


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Write tables as a workbook: frozen heads, filters, printable on A4 landscape."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        fill_sheet(book.create_sheet(sheet.name[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fill_sheet(page: Worksheet, sheet: Sheet) -> None:
    """Write title, notes, heads and rows of one table."""
    append(page, (sheet.title,))[0].font = Font(FONT, size=14, bold=True)
    for note in sheet.notes:
        append(page, (note,))[0].font = Font(FONT, size=11, italic=True)
    for cell in append(page, [column.heading for column in sheet.columns]):
        dress(cell, bold=True)
        cell.fill = GROUND
    head = page.max_row
    for row in sheet.rows:
        write_row(page, sheet, row)
    arrange(page, sheet, head)


def append(page: Worksheet, values: Sequence[Value]) -> tuple[Cell, ...]:
    """Add a row; text stays text, without the control signs that a workbook cannot hold."""
    page.append([ILLEGAL_CHARACTERS_RE.sub("", v) if isinstance(v, str) else v for v in values])
    cells: tuple[Cell, ...] = page[page.max_row]
    for cell in cells:
        if cell.data_type == "f":
            cell.data_type, cell.quotePrefix = "s", True
    return cells


def write_row(page: Worksheet, sheet: Sheet, row: tuple[Value, ...]) -> None:
    """Write one row with the number formats of its columns."""
    heading = len(row) == 1
    for cell, column in zip(append(page, row), sheet.columns, strict=False):
        dress(cell, bold=heading)
        if not heading:
            cell.number_format = column.format


def dress(cell: Cell, *, bold: bool) -> None:
    """Give a cell the look of an office table."""
    cell.font = Font(FONT, size=11, bold=bold)
    cell.border = RULE
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def arrange(page: Worksheet, sheet: Sheet, head: int) -> None:
    """Set widths, frozen heads and the printed page."""
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = page.cell(head + 1, 1)
    page.print_title_rows = f"{head}:{head}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.oddHeader.center.text = sheet.mark or None
    page.sheet_properties.pageSetUpPr.fitToPage = True
