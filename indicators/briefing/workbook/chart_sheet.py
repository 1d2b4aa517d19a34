"""A sheet of charts a group: for each indicator its finding, its chart, the chart's own numbers."""

from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from indicators.board.board import Board, Row
from indicators.briefing.brief import Brief
from indicators.briefing.tables.sheet import FormattedNumber
from indicators.briefing.tables.xlsx import A4, APART, FONT, HEADS, TABLE, Book
from indicators.briefing.workbook.placed_chart import place_chart
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.native.cells import Cells
from indicators.charts.native.chart_xml import chart_xml
from indicators.charts.native.data import ChartData, chart_data
from indicators.charts.native.frame import ChartSize
from indicators.charts.trajectory import Trajectory
from indicators.wording.illustrative import MARK

SIZE = ChartSize(9.7, 3.7, 13, FONT)
CHART_ROWS, ROW = 19, 20  # rows that a chart covers, pixels of one
NAMES, YEAR = 27, 8.4  # characters of the columns
YEARS_ACROSS = 12  # that fit a page beside the names
ON_PAGE = 2  # indicators that one holds
ROWS_ON_PAGE = 71  # that one holds, the wrapped ones among them counted as one
SCALE = 68  # percent, at which the width of a chart is that of an upright A4
LETTERS = 115  # of a line of text as wide as the chart


def add_group_charts(book: Book, brief: Brief, part: Board) -> None:
    """Add the sheet of one group: two indicators a page, at the end those without a chart."""
    group = part.catalogue.groups_by_code[part.rows[0].indicator.group]
    marks = ("MINH HỌA ", f"{MARK} · ", MARK) if brief.illustrative else ("", "", "")
    name, title = f"{marks[0]}Biểu đồ {group.code}", f"{marks[1]}BIỂU ĐỒ, {group.name}"
    page = book.add_page(name, title, (brief.version_line,), marks[2])
    drawn = [(row, trajectory_of(brief.dossier(row))) for row in part.rows]
    charts = [(row, trajectory) for row, trajectory in drawn if is_drawn(row, trajectory)]
    top, tops, widest = 3, [0], YEARS_ACROSS
    for row, trajectory in charts:
        data = chart_data(trajectory)
        top = add_indicator(book, page, name, top, row, data)
        widest = max(widest, len(data.years))
        tops.append(top)
    rest = [row for row, _ in drawn if row not in [each for each, _ in charts]]
    add_undrawn(book, page, top, rest)
    highest = max((below - above for above, below in pairwise(tops)), default=0)
    last = top + len(rest) + bool(rest)
    arrange(page, widest, highest, tops if rest else tops[:-1])
    page.print_area(0, 0, last, widest)


def is_drawn(row: Row, trajectory: Trajectory) -> bool:
    """Whether there is a chart; how far a thing to be completed has come is told in a number."""
    return row.indicator.kind != "milestone" and trajectory.has_figures()


def add_indicator(
    book: Book, page: Worksheet, sheet: str, top: int, row: Row, data: ChartData
) -> int:
    """Write finding, chart, numbers, verdict and source from a row on; the first row below."""
    title = f"{row.indicator.code} · {data.trajectory.title}"
    write_line(book, page, top, title, bold=True, font_size=12)
    table = top + 1 + CHART_ROWS
    xml = chart_xml(data, SIZE, Cells(sheet, table + 1, across=True))
    place_chart(book, page, top + 1, xml, SIZE, title)
    write_numbers(book, page, table, data)
    below = table + len(data.lines) + 1
    write_line(book, page, below, row.sentence)
    write_line(book, page, below + 1, data.trajectory.source, italic=True, font_size=10)
    return below + 3


def write_numbers(book: Book, page: Worksheet, top: int, data: ChartData) -> None:
    """Write the cells that the chart draws: years across, a row a line."""
    heads: tuple[str | int, ...] = ("Năm", *data.years)
    for column, head in enumerate(heads):
        side = {} if column else APART
        book.write(page, top, column, head, **TABLE, **HEADS, num_format="0", **side)
    for row, line in enumerate(data.lines, start=top + 1):
        book.write_in_table(page, row, 0, line.name)
        for column, year in enumerate(data.years, start=1):
            value = line.values.get(year)
            number = None if value is None else FormattedNumber(value, data.code_of(value))
            book.write_in_table(page, row, column, number)


def write_line(book: Book, page: Worksheet, row: int, text: str, **look: object) -> None:
    """Write a text across the width of a chart, in a row that is high enough."""
    style = book.look(text_wrap=True, valign="top", **look)
    page.merge_range(row, 0, row, YEARS_ACROSS, "", style)
    book.write(page, row, 0, text, text_wrap=True, valign="top", **look)
    page.set_row_pixels(row, ROW * (1 + len(text) // LETTERS))


def add_undrawn(book: Book, page: Worksheet, top: int, rows: list[Row]) -> None:
    """Tell of those without a chart in words."""
    if not rows:
        return
    write_line(
        book,
        page,
        top,
        "Chỉ tiêu chưa có gì để vẽ, hoặc theo dõi bằng mức hoàn thành",
        bold=True,
        font_size=12,
    )
    for below, row in enumerate(rows, start=top + 1):
        i = row.indicator
        write_line(book, page, below, f"{i.code} · {i.name}: {row.label}. {row.sentence}")


def arrange(page: Worksheet, years: int, rows: int, tops: list[int]) -> None:
    """Set widths and the printed page: as many years and rows as there are, two indicators each.

    `rows` are those of the highest indicator, `tops` where each begins.
    """
    page.set_column(0, 0, NAMES)
    page.set_column(1, years, YEAR)
    page.set_portrait()
    page.set_paper(A4)
    wide = (NAMES + YEAR * YEARS_ACROSS) / (NAMES + YEAR * years)
    high = ROWS_ON_PAGE / max(ON_PAGE * rows, 1)
    page.set_print_scale(int(SCALE * min(wide, high, 1)))
    page.set_h_pagebreaks(tops[ON_PAGE::ON_PAGE])
    page.freeze_panes(2, 0)
