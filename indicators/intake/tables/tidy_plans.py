"""Planned figures beside the actual ones of a tidy table: each becomes a row of its own."""

from collections.abc import Iterator
from dataclasses import replace

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.heading_words import meanings
from indicators.intake.files.year_headings import is_plan_heading, read_year_heading
from indicators.intake.tables.columns import RATIO
from indicators.intake.tables.table import Table

# What a planned figure has from its own column and heading, whatever the row says of the actual.
OWN = ("nam", "gia_tri", *RATIO, "trang_thai", "ky")


def plan_columns(header: CellRow) -> list[int]:
    """Give the places of the columns of planned figures, with a year in the heading or without."""
    meant = meanings(header.cells)
    return [
        place
        for place, cell in enumerate(header.cells)
        if meant[place] is None and is_plan_heading(cell)
    ]


def has_plans(header: CellRow) -> bool:
    """Say whether a tidy table has planned figures that can be read: it has a column of years."""
    return bool(plan_columns(header)) and "nam" in meanings(header.cells)


def part_plans(table: Table) -> Iterator[Table]:
    """Part a tidy table with years into its actual figures, if it has any, and its planned ones."""
    planned, meant = plan_columns(table.header), meanings(table.header.cells)
    has_values = "gia_tri" in meant or all(name in meant for name in RATIO)
    if has_values:
        actual = [p for p in range(len(meant)) if p not in planned]
        header = _chosen(table.header, actual)
        rows = tuple(_chosen(row, actual) for row in table.rows)
        yield replace(table, header=header, rows=rows)
    yield _plans(table, planned, meant, has_values=has_values)


def _plans(table: Table, planned: list[int], meant: list[str | None], *, has_values: bool) -> Table:
    shared = [p for p, name in enumerate(meant) if name is not None and name not in OWN]
    header = (*_chosen(table.header, shared).cells, *map(Cell, ("nam", "gia_tri", "ky")))
    place = {name: p for p, name in enumerate(meant) if name}
    period = place.get("ky")
    rows = tuple(
        CellRow(row.number, (*_chosen(row, shared).cells, year, row.cells[at], when))
        for row in table.rows
        for at in planned
        # Beside an actual figure most rows have no plan; where only plans are, a blank is told.
        if row.cells[at] or not has_values
        for year, when in [_time(table.header.cells[at], row, place["nam"], period)]
    )
    return replace(table, header=CellRow(table.header.number, header), rows=rows, scope="plan")


def _time(heading: Cell, row: CellRow, year: int, period: int | None) -> tuple[Cell, Cell]:
    """Take year and period from the heading when it says a year, else from the row."""
    year_heading = read_year_heading(heading)
    if year_heading is not None:
        when = Cell(str(year_heading.year), float(year_heading.year), "number", heading.column)
        return when, Cell(year_heading.period or "nam")
    return row.cells[year], Cell("") if period is None else row.cells[period]


def _chosen(row: CellRow, places: list[int]) -> CellRow:
    return CellRow(row.number, tuple(row.cells[place] for place in places))
