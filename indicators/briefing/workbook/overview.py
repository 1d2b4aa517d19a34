"""How the chosen indicators stand: counts by group and verdict, with a chart Excel edits."""

from xlsxwriter.worksheet import Worksheet

from indicators.board.board import Board
from indicators.briefing.brief import Brief
from indicators.briefing.report.opening import by_verdict
from indicators.briefing.report.status_chart import Counts, bars_size, bars_xml, status_counts
from indicators.briefing.tables.sheet import SheetColumn
from indicators.briefing.tables.xlsx import A4, APART, HEADS, TABLE, Book
from indicators.briefing.workbook.placed_chart import PIXELS, place_chart
from indicators.charts.native.cells import Cells
from indicators.wording.illustrative import MARK, standing_line

TITLE = "TÌNH HÌNH CHUNG"
ROW, NAMES, COUNT = 20, 34, 10
NAMES_TO = 9  # the last column of the list of names


def add_overview(book: Book, brief: Brief) -> None:
    """Add the sheet."""
    made_up = [standing_line(brief.board.as_of.day)] if brief.illustrative else []
    notes = (*made_up, brief.programme, f"{brief.finding}.", brief.version_line)
    name, title = "Tổng hợp", brief.title.upper()
    if brief.illustrative:
        name, title = f"MINH HỌA {name}", f"{MARK} · {title}"
    page = book.add_page(name, title, notes, MARK if brief.illustrative else "")
    names, counts = status_counts(brief.chosen)
    head = len(notes) + 2
    write_counts(book, page, head, names, counts)
    size = bars_size(names)
    xml = bars_xml(names, counts, Cells(name, head + 1))
    below = head + len(names) + 3
    place_chart(book, page, below, xml, size, f"Biểu đồ thanh ngang, mỗi nhóm một thanh: {title}")
    write_verdicts(book, page, below + int(size.height * PIXELS / ROW) + 2, brief.chosen)
    page.set_column(0, 0, NAMES)
    page.set_column(1, max(8, len(counts) + 1), COUNT)
    page.set_paper(A4)
    page.fit_to_pages(1, 1)


def write_counts(book: Book, page: Worksheet, head: int, names: list[str], counts: Counts) -> None:
    """Write a row a group, a column a verdict, and sums that Excel keeps."""
    columns = [SheetColumn(look[0], COUNT, "0") for look in counts]
    heads = [SheetColumn("Nhóm", NAMES), *columns, SheetColumn("Tổng", COUNT, "0")]
    rows = [
        (name, *found, sum(found))
        for name, found in zip(names, zip(*counts.values(), strict=True), strict=True)
    ]
    book.write_head(page, head, heads, rows)
    for place, row in enumerate(rows, start=head + 1):
        for column, value in enumerate(row):
            book.write_in_table(page, place, column, value, heads[column].format)
    last = head + len(names) + 1
    book.write(page, last, 0, "Tổng cộng", **TABLE, bold=True, **APART)
    sums = [sum(found) for found in counts.values()]
    for column, count in enumerate((*sums, sum(sums)), start=1):
        book.write(page, last, column, count, **TABLE, bold=True)


def write_verdicts(book: Book, page: Worksheet, head: int, board: Board) -> None:
    """List which indicators have each verdict."""
    wide = SheetColumn("Chỉ tiêu", COUNT * (NAMES_TO - 1))
    heads = (SheetColumn("Kết quả đánh giá", NAMES), SheetColumn("Số chỉ tiêu", COUNT, "0"), wide)
    rows = [
        (label, len(found), "; ".join(row.indicator.short_name for row in found))
        for label, found in by_verdict(board)
    ]
    book.write_head(page, head, heads, rows)
    merge_names(book, page, head, wide.heading, **HEADS)
    for row, (label, count, told) in enumerate(rows, start=head + 1):
        book.write_in_table(page, row, 0, label)
        book.write_in_table(page, row, 1, count, "0")
        merge_names(book, page, row, told)
        page.set_row_pixels(row, ROW * (1 + len(told) // 95))


def merge_names(book: Book, page: Worksheet, row: int, text: str, **look: object) -> None:
    """Write into the last column of the list, which takes up several of the sheet."""
    page.merge_range(row, 2, row, NAMES_TO, "", book.look(**TABLE, **look, **APART))
    book.write(page, row, 2, text, **TABLE, **look, **APART)
