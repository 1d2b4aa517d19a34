"""The column in which a marked copy tells what was found in its file; it is no data."""

import re
from dataclasses import replace

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import CellGrid
from indicators.intake.files.spelling import fold
from indicators.intake.tables.heading_rows import SEARCHED_ROWS

HEADING = "Phát hiện"
NOTE = re.compile(r"(Lỗi|Cảnh báo|Lưu ý)( ở cột [A-Z]{1,3})?: ")


def notes_place(grid: CellGrid) -> int | None:
    """Find the column under 'Phát hiện' that holds notes and nothing else; None without one."""
    headed = {
        place
        for row in grid.rows[:SEARCHED_ROWS]
        for place, cell in enumerate(row.cells)
        if cell.startswith(HEADING[0]) and _is_heading(cell)
    }
    return next((place for place in headed if _holds_notes(grid, place)), None)


def without_notes(grid: CellGrid) -> CellGrid:
    """Blank the column of notes, so that the sheet is read as it was before it was marked."""
    place = notes_place(grid)
    return grid if place is None else replace(
        grid, rows=tuple(_blanked(row, place) for row in grid.rows)
    )  # fmt: skip


def _holds_notes(grid: CellGrid, place: int) -> bool:
    cells = (row.cells[place] for row in grid.rows if place < len(row.cells))
    return all(not cell or _is_heading(cell) or NOTE.match(cell) for cell in cells)


def _is_heading(cell: Cell) -> bool:
    return fold(cell) == fold(HEADING)


def _blanked(row: CellRow, place: int) -> CellRow:
    if place >= len(row.cells):
        return row
    blank = Cell("", column=row.cells[place].column)
    return CellRow(row.number, (*row.cells[:place], blank, *row.cells[place + 1 :]))
