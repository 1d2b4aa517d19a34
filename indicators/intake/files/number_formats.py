"""What the format of a number cell makes of its number: a percentage, a date, or nothing.

openpyxl is loaded with the first workbook that is read.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

from indicators.intake.files.cell import Cell
from indicators.intake.files.package import Attributes

Meaning = Literal["number", "percent", "date", "unclear"]
# What stands in a format for itself: "…", \x, [condition], _x (a space as wide), *x (a filling).
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


DIGIT = re.compile(r"[0#?]")
# A comma after the last digit shows thousands or millions of the number.
SCALED = re.compile(r"[0#?],+(?![0#?,])")


def meanings_of_styles(elements: Iterable[tuple[str, Attributes]]) -> list[Meaning]:
    """Give what each cell style of a workbook makes of numbers, by its index."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes = dict(BUILTIN_FORMATS)
    meanings: list[Meaning] = []
    in_cells = False
    for tag, attributes in elements:
        if tag == "numFmt" and "numFmtId" in attributes:
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            in_cells = tag == "cellXfs"
        elif tag == "xf" and in_cells:
            meanings.append(meaning_of(codes.get(int(attributes.get("numFmtId", "0")), "General")))
    return meanings


def meaning_of(code: str) -> Meaning:
    """Say what a format code makes of a number; a quoted % is only ink.

    It is unclear where only some of its sections (positive; negative; zero) show a percentage, and
    where thousands or millions are shown.
    """
    sections = [part for part in LITERAL.sub("", code).split(";")[:3] if DIGIT.search(part)]
    percents = {"%" in part for part in sections}
    if len(percents) > 1 or any(map(SCALED.search, sections)):
        return "unclear"
    if percents == {True}:
        return "percent"
    from openpyxl.styles.numbers import is_date_format

    return "date" if is_date_format(code) else "number"


def number_cell(text: str, meaning: Meaning, column: str, *, since_1904: bool) -> Cell:
    """Make the cell of a native number as its format means it."""
    number = float(f"{float(text):.15g}")
    if not abs(number) < float("inf"):
        return Cell("#NUM!", kind="error", column=column)
    if meaning == "date":
        return _date_cell(number, column, since_1904=since_1904)
    if meaning == "percent":
        number = float(Decimal(repr(number)) * 100)
    if meaning == "unclear":
        return Cell(f"{number:.15g}", number, "unclear", column)
    sign = "%" if meaning == "percent" else ""
    return Cell(f"{number:.15g}{sign}", number, "number", column)


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
