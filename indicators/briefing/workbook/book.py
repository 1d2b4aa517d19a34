"""The workbook of a briefing: tables with every figure and its source, charts that Excel edits."""

from collections.abc import Callable
from functools import partial

from indicators.briefing.brief import Brief
from indicators.briefing.steps import Progress, no_progress, with_progress
from indicators.briefing.tables.sheet import Sheet
from indicators.briefing.tables.sources import sources_sheet
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.xlsx import Book
from indicators.briefing.workbook.all_values import all_values_sheet
from indicators.briefing.workbook.chart_sheet import add_group_charts
from indicators.briefing.workbook.definitions import definitions_sheet
from indicators.briefing.workbook.overview import add_overview
from indicators.briefing.workbook.targets import targets_sheet
from indicators.quality.sources import sources_at

SheetMaker = Callable[[Book, Brief], None]


def as_workbook(brief: Brief, progress: Progress = no_progress) -> bytes:
    """Make the workbook."""
    book = Book(brief.title)
    for page in with_progress(sheet_makers(brief), progress):
        page(book, brief)
    return book.saved()


def sheet_makers(brief: Brief) -> list[SheetMaker]:
    """List the sheets: what is told of all, a sheet of charts a group, then all that is known."""
    whole: list[SheetMaker] = [add_overview] if brief.chosen.programme else []
    parts = [brief.chosen.of_group(group.code) for group in brief.board.catalogue.groups]
    charts = [partial(add_group_charts, part=part) for part in parts if part.rows]
    listed = map(table, (targets_sheet, all_values_sheet, definitions_sheet, sources))
    return [*whole, table(tracking), *charts, *listed]


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
