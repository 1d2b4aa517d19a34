"""Tables as files of their own address: `/tai/so-lieu.xlsx?ma=HD01&v=12`, linked from pages.

A page's address and that of its table read alike; what is linked names its data version, so that
the file holds what the page showed. Plain links cost a page no widget and the browser no time.
"""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators.board.board import assess
from indicators.briefing.brief import chosen_on
from indicators.briefing.tables.comparison import comparison_sheet
from indicators.briefing.tables.sheet import Sheet, as_csv
from indicators.briefing.tables.sources import sources_sheet
from indicators.briefing.tables.tracking import tracking_sheet
from indicators.briefing.tables.values import values_sheet
from indicators.charts.compared_panels import first_year
from indicators.comparison.comparison import codes_of
from indicators.comparison.making import compare
from indicators.quality.remarks import listed_sources
from indicators.store.errors import StoreError
from indicators.wording.comparisons import no_indicator
from pages.parts.downloads import XLSX
from pages.parts.links import read_question, read_selection
from pages.parts.view import View
from pages.tai.answering import answer, dated, file_answer, no_code, not_there
from pages.tai.asked import asked_dossier


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table, and the name of its file without ending."""

    sheet: Sheet
    name: str


def tracking_file(view: View) -> TableFile:
    """Lay out the tracking table of the rows asked for."""
    board = assess(view.store, view.moment, view.scope)
    selection = read_selection(view.parameters, board.catalogue)
    rows = chosen_on(view.store, view.moment, selection, view.scope).rows
    group = f"{selection.groups[0]}-" if len(selection.groups) == 1 else ""
    return TableFile(tracking_sheet(board, list(rows)), f"bang-theo-doi-{group}{dated(view)}")


def values_file(view: View) -> TableFile:
    """Lay out the figures of one indicator in one breakdown."""
    dossier = asked_dossier(view)
    return TableFile(values_sheet(dossier), f"{dossier.row.indicator.code}-so-lieu")


def comparison_file(view: View) -> TableFile:
    """Lay out the table of a comparison."""
    question = read_question(view.parameters)
    if not question.codes:
        raise StoreError(no_code("chỉ tiêu", "So sánh"))
    comparison = compare(view.store, view.moment, view.scope, question)
    if comparison is None:
        raise StoreError(no_indicator(question.codes))
    name = f"so-sanh-{'-'.join(codes_of(comparison))}-{dated(view)}"
    return TableFile(comparison_sheet(comparison, first_year(comparison)), name)


def sources_file(view: View) -> TableFile:
    """Lay out the sources, of all or of one agency's indicators."""
    board = assess(view.store, view.moment, view.scope)
    agency = view.parameters.get("co-quan") or None
    if agency is not None and agency not in board.catalogue.agencies_by_short_name:
        raise StoreError(f"Không có cơ quan tên ngắn '{agency}' ở thời điểm trong địa chỉ.")
    sheet = sources_sheet(board, listed_sources(view.store, board, agency), agency or "")
    return TableFile(sheet, f"nguon-so-lieu-{dated(view)}")


TABLES: dict[str, Callable[[View], TableFile]] = {
    "bang-theo-doi": tracking_file,
    "so-lieu": values_file,
    "so-sanh": comparison_file,
    "nguon-so-lieu": sources_file,
}


def table_workbook(sheet: Sheet) -> bytes:
    """Write a table as a workbook; XlsxWriter is loaded with the first."""
    from indicators.briefing.tables.xlsx import table_xlsx

    return table_xlsx([sheet])


WRITERS: dict[str, tuple[Callable[[Sheet], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (table_workbook, XLSX),
}


def hand_over(request: Request) -> Response:
    """Answer with the file, or with a page that says why there is none.

    Not a coroutine, so that Starlette runs it beside its event loop.
    """
    name, _, ending = request.path_params["name"].rpartition(".")
    if name not in TABLES or ending not in WRITERS:
        return not_there()
    return answer(request, lambda view: table_file(view, name, ending))


def table_file(view: View, name: str, ending: str) -> Response:
    """Make the file that an address asks for."""
    table = TABLES[name](view)
    write, kind = WRITERS[ending]
    return file_answer(write(table.sheet), f"{table.name}.{ending}", kind)


ROUTES = [Route("/tai/{name}", hand_over)]
