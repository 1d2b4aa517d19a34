"""The cells of a table's rows by the meaning of their columns."""

from indicators.intake.checks.qualifiers.nearest import Heard, Nearest
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.heading_words import meanings
from indicators.intake.files.year_headings import YearHeading
from indicators.intake.tables.table import Table

BLANK = Cell("")


def with_cell(row: CellRow, place: int, cell: Cell) -> CellRow:
    """Give a row with another cell at a place; one that ends before it stays so."""
    if place >= len(row.cells):
        return row
    return CellRow(row.number, (*row.cells[:place], cell, *row.cells[place + 1 :]))


class Look:
    """Looks at the cells of a table's rows by the meaning of their columns."""

    def __init__(self, table: Table) -> None:
        self.meant = meanings(table.header.cells)
        self._across = table.across
        self._year, self._value, self.code = map(self.place, ("nam", "gia_tri", "ma_chi_tieu"))

    def place(self, column: str) -> int | None:
        """Give the place of a column; None when there is none."""
        return self.meant.index(column) if column in self.meant else None

    def cell(self, row: CellRow, place: int | None) -> Cell:
        """Give the cell of a row at a place; a blank one beyond its end."""
        return row.cells[place] if place is not None and place < len(row.cells) else BLANK

    def heading(self, row: CellRow) -> YearHeading | None:
        """Give the heading of the year over a figure; None in a table with a column of years."""
        return self._across.get(self.cell(row, self._value).column)

    def says_actual(self, row: CellRow) -> bool:
        """Say whether the heading over a figure calls it an actual one."""
        says = self.heading(row)
        return says is not None and says.says_actual

    def choice(self, nearest: Nearest, row: CellRow) -> list[Heard]:
        """Give what is nearest to a row."""
        says, year = self.heading(row), self.cell(row, self._year)
        number = int(year) if year.isdecimal() and len(year) == 4 else None
        return nearest.of(row.number, number, says.mark if says else "")
