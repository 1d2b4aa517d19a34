"""The tables of a sheet under their headings, and where those stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.intake.files.cell import CellRow
from indicators.intake.files.grid import CellGrid
from indicators.intake.tables.heading_rows import Heading, find_heading
from indicators.intake.tables.notes_column import notes_place, without_notes
from indicators.intake.tables.stacked import tables_of


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """The rows of one table, from the titles over it to its last, and its heading."""

    grid: CellGrid
    heading: Heading


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """The heading of a table, the row of its last line, and the last row of the table."""

    row: CellRow
    last_line: int
    last_row: int


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """What stays known of a sheet when its cells are let go.

    `notes` is the place (column) of findings in a marked copy; `noted` says that it has some.
    """

    sheet: str
    ragged: bool
    notes: int
    noted: bool
    headings: tuple[HeadingPlace, ...]


def headed_tables(grid: CellGrid) -> list[HeadedTable]:
    """Cut a sheet into its tables, and find the heading of each."""
    return [HeadedTable(each, find_heading(each)) for each in tables_of(without_notes(grid))]


def frame_of(grid: CellGrid, tables: Sequence[HeadedTable]) -> SheetFrame:
    """Keep what the findings of a sheet need to be placed in it."""
    noted = notes_place(grid)
    place = _column_count(grid) if noted is None else noted
    headings = tuple(map(_place_of, tables))
    return SheetFrame(grid.sheet, grid.ragged, place, noted is not None, headings)


def _place_of(table: HeadedTable) -> HeadingPlace:
    heading, rows = table.heading, table.grid.rows
    return HeadingPlace(heading.row, rows[heading.after - 1].number, rows[-1].number)


def _column_count(grid: CellGrid) -> int:
    """Count the columns up to the last that holds something or is merged into one that does."""
    widest = max(len(row.cells) for row in grid.rows)
    return max(widest, *(merge.right + 1 for merge in grid.merges), 0)
