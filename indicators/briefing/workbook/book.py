"""The workbook of a briefing: tables with every figure and its source, charts that Excel edits."""

from collections.abc import Callable
from functools import partial

from indicators.board.board import Board
from indicators.briefing.brief import Brief
from indicators.briefing.steps import Progress, no_progress, with_progress
from indicators.briefing.tables.sheet import Sheet
from indicators.briefing.tables.sources import sources_sheet
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.xlsx import Book
from indicators.briefing.workbook.all_values import all_values_sheet
from indicators.briefing.workbook.chart_sheet import add_group_charts
from indicators.briefing.workbook.cover import Content, add_cover, sheet_name
from indicators.briefing.workbook.definitions import definitions_sheet
from indicators.briefing.workbook.overview import add_overview
from indicators.briefing.workbook.targets import targets_sheet
from indicators.quality.sources import sources_at
from indicators.wording.illustrative import MARK

SheetMaker = Callable[[Book, Brief], None]
OVERVIEW = ("Tổng hợp", "Số chỉ tiêu theo nhóm và kết quả đánh giá", "A4 ngang", add_overview)


def as_workbook(brief: Brief, progress: Progress = no_progress) -> bytes:
    """Make the workbook."""
    book = Book(brief.title, MARK if brief.illustrative else "")
    for page in with_progress(sheet_makers(brief), progress):
        page(book, brief)
    return book.saved()


def sheet_makers(brief: Brief) -> list[SheetMaker]:
    """List the sheets: the contents, what is told of all, the charts, then all that is known."""
    told = contents(brief)
    return [partial(add_cover, contents=[each for each, _ in told]), *(make for _, make in told)]


def contents(brief: Brief) -> list[tuple[Content, SheetMaker]]:
    """List the sheets after the first: what is said of each, and how it is made."""
    parts = [brief.chosen.of_group(group.code) for group in brief.board.catalogue.groups]
    named: list[tuple[str, str, str, SheetMaker]] = [
        *([OVERVIEW] if brief.chosen.programme else []),
        ("Bảng theo dõi", "Số liệu, mục tiêu, đánh giá từng chỉ tiêu", "A3 ngang", table(tracking)),
        *(chart_part(brief, part) for part in parts if part.rows),
        ("Mục tiêu và kế hoạch", "Mục tiêu theo văn bản, kế hoạch năm", "A3 ngang",
         table(targets_sheet)),
        ("Số liệu và nguồn", "Mọi số liệu, địa bàn, phân tổ, nguồn; để lọc trên máy",
         "A3 ngang, chỉ phần đầu", table(all_values_sheet)),
        ("Định nghĩa", "Định nghĩa, đơn vị, căn cứ của từng chỉ tiêu", "A3 ngang",
         table(definitions_sheet)),
        ("Nguồn số liệu", "Các nguồn và số lượng số liệu của mỗi nguồn", "A4 ngang",
         table(sources)),
    ]  # fmt: skip
    return [(Content(sheet_name(brief, n), about, paper), make) for n, about, paper, make in named]


def chart_part(brief: Brief, part: Board) -> tuple[str, str, str, SheetMaker]:
    """Name the sheet of a group's charts."""
    group = brief.board.catalogue.groups_by_code[part.rows[0].indicator.group]
    about = f"Biểu đồ từng chỉ tiêu, nhóm {group.name}"
    return f"Biểu đồ {group.code}", about, "A4 dọc", partial(add_group_charts, part=part)


def table(sheet_of: Callable[[Brief], Sheet]) -> SheetMaker:
    """Make a sheet of a plain table."""
    return lambda book, brief: book.add_table(sheet_of(brief))


def tracking(brief: Brief) -> Sheet:
    """Lay out the tracking table of the chosen rows."""
    return tracking_sheet(brief.board, list(brief.rows))


def sources(brief: Brief) -> Sheet:
    """Lay out the sources of the figures of the chosen indicators."""
    codes = {row.indicator.code for row in brief.rows}
    version = brief.board.as_of.version.number
    return sources_sheet(brief.board, sources_at(brief.store, version, codes))
