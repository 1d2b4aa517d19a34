"""The first sheet: what the workbook is about, how things stand, what is on which sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.briefing.brief import Brief
from indicators.briefing.tables.sheet import SheetColumn
from indicators.briefing.tables.xlsx import A4, TABLE, Book
from indicators.wording.illustrative import MARK, standing_line

NAME = "Mục lục"
HEADS = (
    SheetColumn("Trang tính", 34),
    SheetColumn("Nội dung", 72),
    SheetColumn("Khổ giấy khi in", 24),
)


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet of the workbook: its name, what is on it, on which paper it prints."""

    name: str
    about: str
    paper: str


def add_cover(book: Book, brief: Brief, contents: Sequence[Content]) -> None:
    """Add the sheet; the name of every other leads to it."""
    made_up = [standing_line(brief.board.as_of.day)] if brief.illustrative else []
    notes = (*made_up, brief.programme, f"{brief.finding}.", brief.version_line)
    name, title = sheet_name(brief, NAME), brief.title.upper()
    if brief.illustrative:
        title = f"{MARK} · {title}"
    page = book.add_page(name, title, notes, MARK if brief.illustrative else "")
    head = len(notes) + 2
    for column, each in enumerate(HEADS):
        page.set_column(column, column, each.width)
    rows = [(each.name, each.about, each.paper) for each in contents]
    book.write_head(page, head, HEADS, rows)
    link = book.look(**TABLE, font_color="#0D4F8B", underline=1, align="left", indent=1)
    for row, (sheet, about, paper) in enumerate(rows, start=head + 1):
        page.write_url(row, 0, f"internal:'{sheet}'!A1", link, sheet)
        book.write_in_table(page, row, 1, about)
        book.write_in_table(page, row, 2, paper)
    page.set_paper(A4)
    page.fit_to_pages(1, 1)
    page.print_area(0, 0, head + len(rows), len(HEADS) - 1)


def sheet_name(brief: Brief, name: str) -> str:
    """Name a sheet; one of made-up figures says so."""
    return f"MINH HỌA {name}" if brief.illustrative else name
