"""How the chosen indicators stand: counts by group and verdict, with a chart Excel edits."""

from xlsxwriter.worksheet import Worksheet

from indicators.board import Board
from indicators.briefing.brief import Brief
from indicators.briefing.report.opening import status_rows
from indicators.briefing.report.status_chart import Counts, bars_size, bars_xml, status_counts
from indicators.briefing.workbook.placed_chart import PIXELS, place_chart
from indicators.briefing.workbooks import A4, TABLE, Book
from indicators.charts.native.cells import Cells
from indicators.wording.illustrative import MARK, standing_line

TITLE = "TÌNH HÌNH CHUNG"
ROW, NAMES, COUNT = 20, 34, 10
CODES_TO = 9  # the last column of the list of codes


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
    book.write_head(page, head, ["Nhóm", *(look[0] for look in counts), "Tổng"])
    for row, name in enumerate(names, start=1):
        book.write_in_table(page, head + row, 0, name)
        found = [each[row - 1] for each in counts.values()]
        for column, count in enumerate((*found, sum(found)), start=1):
            book.write_in_table(page, head + row, column, count, "0")
    last = head + len(names) + 1
    book.write(page, last, 0, "Tổng cộng", **TABLE, bold=True)
    sums = [sum(found) for found in counts.values()]
    for column, count in enumerate((*sums, sum(sums)), start=1):
        book.write(page, last, column, count, **TABLE, bold=True)


def write_verdicts(book: Book, page: Worksheet, head: int, board: Board) -> None:
    """List which indicators have each verdict."""
    heads = ["Kết quả đánh giá", "Số chỉ tiêu", "Mã chỉ tiêu", *[""] * (CODES_TO - 2)]
    book.write_head(page, head, heads)
    for row, (label, count, codes) in enumerate(status_rows(board), start=head + 1):
        book.write_in_table(page, row, 0, str(label))
        book.write(page, row, 1, int(str(count)), **TABLE, align="center")
        page.merge_range(row, 2, row, CODES_TO, "", book.look(**TABLE))
        book.write(page, row, 2, str(codes), **TABLE)
        page.set_row_pixels(row, ROW * (1 + len(str(codes)) // 95))
