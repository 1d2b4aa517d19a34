"""Tables as a workbook: frozen heads, number formats, printable; text never becomes a formula."""

import io
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from indicators.briefing.tables.long_sheet import LongPage
from indicators.briefing.tables.sheet import (
    FORMULA_STARTS,
    FormattedNumber,
    Sheet,
    SheetColumn,
    SheetValue,
    Tinted,
)
from indicators.typesetting.xml_text import clean

FONT, SIZE = "Times New Roman", 11
LETTERS = 1.1  # in a width of one digit
LINE, MOST_LINES = 15, 27  # points of a line of text, lines of the highest row Excel has
RULE, GROUND = "#C9D1DA", "#E8EEF5"
TABLE = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": RULE}
HEADING = {"bold": True, "bottom": 1, "bottom_color": RULE}
# The side is named: beside a place at the top XlsxWriter writes none, and no office leaves a blank.
APART = {"align": "left", "indent": 1}
HEADS = {"bold": True, "bg_color": GROUND}
TEXT = "@"
A3, A4 = 8, 9
MOST_ON_A4 = 220  # characters of a table's width that can be read on A4; wider ones go on A3
EDGE = f'&"{FONT},Regular"&9 '  # the space keeps its size apart from a digit
TITLE_LETTERS, MARK_LETTERS, DATA_LETTERS = 110, 40, 130  # Excel takes 255 with all signs
PRODUCT = "Bảng theo dõi Nghị quyết 71"


def table_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Write tables as a workbook."""
    book = Book(sheets[0].title, sheets[0].mark)
    for sheet in sheets:
        book.add_table(sheet)
    return book.saved()


class Book:
    """A workbook as it grows."""

    def __init__(self, title: str, mark: str = "") -> None:
        self.out = io.BytesIO()
        typed = {"font_name": FONT, "font_size": SIZE}
        options = {"in_memory": True, "default_format_properties": typed}
        self.file = Workbook(self.out, options)
        said = {"subject": mark, "keywords": mark, "category": mark} if mark else {}
        self.file.set_properties({"title": clean(title), "author": PRODUCT, **said})
        self.looks: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.properties: dict[Format, dict[str, Any]] = {}
        self.plain: dict[str, Format] = {}

    def look(self, **properties: Any) -> Format:  # noqa: ANN401 (whatever a property holds)
        """Give cells their type, ground and number format."""
        key = tuple(properties.items())
        if key not in self.looks:
            self.looks[key] = self.file.add_format(
                {"font_name": FONT, "font_size": SIZE, **properties}
            )
            self.properties[self.looks[key]] = properties
        return self.looks[key]

    def add_table(self, sheet: Sheet) -> None:
        """Write title, notes, heads and rows of one table on a sheet of its own."""
        page = self.add_page(sheet.name, sheet.title, sheet.notes, sheet.mark)
        head = 1 + len(sheet.notes)
        for column, each in enumerate(sheet.columns):
            page.set_column(column, column, each.width)
        self.write_head(page, head, sheet.columns, sheet.rows)
        for row, values in enumerate(sheet.rows, start=head + 1):
            self.write_row(page, row, values, sheet.columns)
        page.freeze_panes(head + 1, sheet.fixed)
        page.repeat_rows(head)
        if sheet.filtered and sheet.rows:
            page.autofilter(head, 0, head + len(sheet.rows), len(sheet.columns) - 1)
        wide = sum(column.width for column in sheet.columns) > MOST_ON_A4
        page.set_paper(A3 if wide else A4)
        page.fit_to_pages(1, 0)
        shown = min(sheet.printed or len(sheet.rows), len(sheet.rows))
        page.print_area(0, 0, head + shown, len(sheet.columns) - 1)

    def add_page(self, name: str, title: str, notes: Sequence[str], mark: str) -> LongPage:
        """Begin a sheet with its title and notes; on paper it lies across, its pages numbered."""
        page: LongPage = self.file.add_worksheet(name[:31], LongPage)
        self.write(page, 0, 0, title, bold=True, font_size=14)
        for row, note in enumerate(notes, start=1):
            self.write(page, row, 0, note, italic=True)
        page.set_landscape()
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        # In the middle a long title would run into it.
        beside = f"&R{EDGE}{page_words(mark, MARK_LETTERS)}" if mark else ""
        page.set_header(f"&L{EDGE}{page_words(title, TITLE_LETTERS)}{beside}")
        data = page_words(notes[-1], DATA_LETTERS) if notes else ""
        page.set_footer(f"&L{EDGE}{data}&R{EDGE}Trang &P/&N")
        return page

    def write_head(
        self,
        page: LongPage,
        row: int,
        columns: Sequence[SheetColumn],
        rows: Sequence[Sequence[SheetValue]],
    ) -> None:
        """Write the heads of columns on the side of what stands below them."""
        heads = [column.heading for column in columns]
        for place, text in enumerate(heads):
            side = {"align": "right"} if holds_numbers(place, rows) else APART
            self.write(page, row, place, text, **TABLE, **HEADS, **side)
        page.set_row(row, LINE * row_lines(heads, columns))

    def write_row(
        self, page: LongPage, row: int, values: Sequence[SheetValue], columns: Sequence[SheetColumn]
    ) -> None:
        """Add one row of a table; a single value heads the rows below it."""
        if len(values) == 1:
            rest = [None] * (len(columns) - 1)
            page.add_row(row, [(text, self.look(**HEADING)) for text in (values[0], *rest)])
            return
        lines = row_lines(values, columns)
        height = LINE * min(lines, MOST_LINES) if lines > 1 else None
        looks = map(self.look_in_table, values, (column.format for column in columns))
        page.add_row(row, zip(values, looks, strict=False), height)

    def look_in_table(self, value: SheetValue, code: str = "General") -> Format:
        """Give a cell the look of an office table, with a number format of its own if any."""
        if isinstance(value, Tinted):
            return self.look(**TABLE, bg_color=value.fill, font_color=value.ink, **APART)
        if isinstance(value, str):
            return self.as_text(value, self.look_of(TEXT))
        return self.look_of(value.code if isinstance(value, FormattedNumber) else code)

    def look_of(self, code: str) -> Format:
        """Give the look of a table's cells in one number format."""
        if code not in self.plain:
            apart = APART if code == TEXT else {}
            self.plain[code] = self.look(**TABLE, **apart, num_format=code)
        return self.plain[code]

    def as_text(self, value: SheetValue, look: Format) -> Format:
        """Keep what looks like a formula a text, edited too."""
        if isinstance(value, str) and value.startswith(FORMULA_STARTS):
            return self.look(**self.properties[look], quote_prefix=True)
        return look

    def write_in_table(
        self, page: LongPage, row: int, column: int, value: SheetValue, code: str = "General"
    ) -> None:
        """Write a single cell in the look of an office table."""
        self.put(page, row, column, value, self.look_in_table(value, code))

    def write(
        self, page: LongPage, row: int, column: int, value: SheetValue, **properties: object
    ) -> None:
        """Write a cell in a look of its own."""
        self.put(page, row, column, value, self.as_text(value, self.look(**properties)))

    def put(self, page: LongPage, row: int, column: int, value: SheetValue, look: Format) -> None:
        """Write a cell."""
        if value is None or value == "":
            page.write_blank(row, column, None, look)
        elif isinstance(value, str):
            page.write_string(row, column, clean(value), look)
        elif isinstance(value, date):
            page.write_datetime(row, column, value, look)
        else:
            page.write_number(row, column, value, look)

    def saved(self) -> bytes:
        """Give the file."""
        self.file.close()
        return self.out.getvalue()


def holds_numbers(place: int, rows: Sequence[Sequence[SheetValue]]) -> bool:
    """Whether the first cell of a column that holds anything holds a number or a day."""
    cells = (row[place] for row in rows if place < len(row) > 1)
    found = next((cell for cell in cells if cell is not None and cell != ""), None)
    return isinstance(found, int | float | date)


def row_lines(values: Sequence[SheetValue], columns: Sequence[SheetColumn]) -> int:
    """Count the lines that a row needs for its longest text, as not every office does by itself."""
    return max(
        1,
        *(
            ceil(len(value) / column.width / LETTERS)
            for value, column in zip(values, columns, strict=False)
            if isinstance(value, str)
        ),
    )


def page_words(text: str, most: int) -> str:
    """Write a text at the edge of a printed page, where '&' begins a code."""
    legible = clean(text)
    return (legible if len(legible) <= most else f"{legible[: most - 1]}…").replace("&", "&&")
