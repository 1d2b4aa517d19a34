"""What a file holds once it is read: tables of cells that know where they stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.intake.files.cell import Cell, CellRow, TableScope
from indicators.intake.files.opened import OpenedFile
from indicators.intake.files.year_headings import YearHeading
from indicators.intake.findings import Finding
from indicators.intake.tables.headed_tables import SheetFrame
from indicators.intake.tables.places import Place


@dataclass(frozen=True, slots=True)
class Unused:
    """A column that nothing is taken from: its heading, as typed, and its cells by their row."""

    heading: Cell
    cells: Mapping[int, Cell]

    @property
    def texts(self) -> frozenset[str]:
        """The different texts of the column."""
        return frozenset(self.cells.values())


@dataclass(frozen=True, slots=True)
class Table:
    """A tidy heading and the rows under it; `sheet` is '' in a file without sheets.

    The headings are as typed, or the column names where years stood across. The rows of a `plan`
    table are planned figures, never actual ones: there is one only when it was asked for. `named`
    are the columns that name indicators beside their codes. `places`
    are the texts around the rows that may say something of the figures, `across` the headings of
    years by the column (letter) of their values.
    """

    name: str
    sheet: str
    header: CellRow
    rows: tuple[CellRow, ...]
    scope: TableScope = "actual"
    unused: tuple[Unused, ...] = ()
    named: tuple[Unused, ...] = ()
    places: tuple[Place, ...] = ()
    across: Mapping[str, YearHeading] = field(default_factory=dict)

    def column_of(self, name: str, place: int | None, cell: Cell) -> str:
        """Give a column's name, or its letter where years stood across and it has no name."""
        headed = place is None or self.header.cells[place].column == cell.column
        return name if headed or not cell.column else cell.column


@dataclass(frozen=True, slots=True)
class Source:
    """What a marked copy is made from: the file as it was opened, and where its headings stand."""

    file: OpenedFile
    frames: tuple[SheetFrame, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of a file, and what its reading found; rows that a finding barred are not there.

    Without a table the findings say why. What could not be opened is no source of a copy.
    """

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]
    source: Source | None = field(default=None, compare=False)
