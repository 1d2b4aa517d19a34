"""The workbook inside a chart: what Office opens when somebody edits the data."""

import io

from xlsxwriter import Workbook

from indicators.charts.native.cells import SHEET
from indicators.charts.native.data import ChartData
from indicators.typesetting.xml_text import clean

NOTES = "Nguồn"


def workbook(data: ChartData) -> bytes:
    """Write a row a year and a column a line, and on a second sheet title and source."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet, notes = book.add_worksheet(SHEET), book.add_worksheet(NOTES)
    head = book.add_format({"bold": True, "text_wrap": True})
    formats = {code: book.add_format({"num_format": code}) for code in format_codes(data)}
    sheet.set_column(0, len(data.lines), 14)
    sheet.write_string(0, 0, "Năm", head)
    for column, line in enumerate(data.lines, start=1):
        sheet.write_string(0, column, clean(line.name), head)
    for row, year in enumerate(data.years, start=1):
        sheet.write_number(row, 0, year)
        for column, line in enumerate(data.lines, start=1):
            if year in line.values:
                value = line.values[year]
                sheet.write_number(row, column, value, formats[data.code_of(value)])
    notes.write_string(0, 0, clean(data.trajectory.title), book.add_format({"bold": True}))
    notes.write_string(1, 0, clean(data.trajectory.source))
    book.close()
    return out.getvalue()


def format_codes(data: ChartData) -> set[str]:
    """Give the formats of all numbers."""
    return {data.code_of(value) for line in data.lines for value in line.values.values()}
