"""An area named in the first row alone: the blank cells below it hardly mean the whole city."""

from collections.abc import Iterator, Mapping

from indicators.intake.checks.keys import Known
from indicators.intake.files.cell import Cell
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

# One or two rows of the city may well follow one of a commune.
FEWEST_BLANK = 3
ONCE = (
    "Chỉ dòng đầu ghi đơn vị, các ô trống bên dưới được hiểu là toàn thành phố; nếu là số liệu của "
    "đơn vị này, hãy ghi đơn vị vào từng dòng, nếu đúng là toàn thành phố thì xác nhận."
)


def area_once(table: Table, places: Mapping[str, int], known: Known) -> Iterator[Finding]:
    """Ask about the rows without an area where only the first one names one."""
    place = places.get("don_vi")
    if place is None or not table.rows:
        return
    first = table.rows[0]
    cell = first.cells[place] if place < len(first.cells) else Cell("")
    if not cell or known.areas.find(cell) in (None, known.areas.city):
        return
    below = [row for row in table.rows if row.number != first.number]
    if any(row.cells[place] for row in below if place < len(row.cells)):
        return
    if len({row.number for row in below}) >= FEWEST_BLANK:
        text = excerpt(cell)
        yield Finding("warning", "ambiguous_area", table.sheet, first.number, "don_vi", text, ONCE)
