"""A native number of a workbook as the cell that a person sees.

openpyxl is loaded with the first workbook that has a date.
"""

from datetime import date, datetime, time
from decimal import Decimal

from indicators.intake.files.cell import Cell
from indicators.intake.files.cell_styles import CellStyle
from indicators.intake.files.looks import Looks
from indicators.intake.files.number_formats import Section


def number_cell(text: str, style: CellStyle, column: str, *, since_1904: bool) -> Cell:
    """Make the cell of a native number as its style means it."""
    number = float(f"{float(text):.15g}")
    if not abs(number) < float("inf"):
        return Cell("#NUM!", kind="error", column=column)
    section = style.format.section(number)
    if section.meaning == "date":
        return _date_cell(number, column, since_1904=since_1904)
    cell = _number(number, section, column)
    if section.unit or style.struck or style.raised:
        cell.looks = Looks(withdrawn=style.struck, small=style.raised, unit=section.unit)
    return cell


def _number(number: float, section: Section, column: str) -> Cell:
    if section.meaning == "percent":
        number = float(Decimal(repr(number)) * 100)
        return Cell(f"{number:.15g}%", number, "number", column)
    return Cell(
        f"{number:.15g}", number, "unclear" if section.meaning == "unclear" else "number", column
    )


def _date_cell(number: float, column: str, *, since_1904: bool) -> Cell:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
    try:
        moment = from_excel(number, epoch)
    except (ValueError, OverflowError, TypeError):
        return Cell(f"{number:.15g}", None, "date", column)
    return Cell(date_text(moment), None, "date", column)


def date_text(moment: object) -> str:
    """Write a date as people here do, with the time where it says one."""
    if isinstance(moment, datetime) and moment.time() != time():
        return f"{moment:%d/%m/%Y %H:%M}"
    return f"{moment:%d/%m/%Y}" if isinstance(moment, date) else str(moment)
