"""Years across: every figure of such a table becomes a row of its own."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.intake.files.cell import Cell, CellRow, TableScope
from indicators.intake.files.heading_words import DESCRIPTIVE, meanings
from indicators.intake.files.spelling import fold, same_name
from indicators.intake.files.year_headings import (
    YearHeading,
    is_compared,
    read_year_heading,
    spans_years,
)
from indicators.intake.findings import Finding, FindingKind, Severity, excerpt
from indicators.intake.tables.columns import unused_column
from indicators.intake.tables.table import Table

# The columns a figure of a wide table gets from the heading over it.
MADE = ("nam", "gia_tri", "trang_thai", "ky")


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column of figures of one year."""

    place: int
    cell: Cell
    says: YearHeading


def year_columns(header: CellRow) -> tuple[YearColumn, ...]:
    """Give the columns of a heading that hold the figures of a year, planned ones too."""
    headings = [(place, cell, read_year_heading(cell)) for place, cell in enumerate(header.cells)]
    return tuple(YearColumn(place, cell, says) for place, cell, says in headings if says)


def is_wide(header: CellRow) -> bool:
    """Say whether years stand across: there is no column of years, but one for a year."""
    across = year_columns(header) or any(spans_years(cell) for cell in header.cells)
    return "nam" not in meanings(header.cells) and bool(across)


def heading_findings(sheet: str, header: CellRow, *, plan: bool) -> Iterator[Finding]:
    """Name the columns that are estimates, plans, doubled, of two years, or of no use."""
    columns = year_columns(header)
    times = Counter(_named(column.says) for column in columns)
    for column in columns:
        same = times[_named(column.says)]
        if same > 1:
            message = f"Có {same} cột cùng là '{excerpt(column.cell)}'; hãy giữ một cột."
            yield _finding(sheet, header, "error", "duplicate_column", column.cell, message)
        elif column.says.scope == "plan" and not plan:
            yield unused_column(sheet, header.number, column.cell, column.cell.column)
        elif column.says.status == "ước":
            message = (
                f"Cột '{excerpt(column.cell)}' là số ước nên chỉ nhập thành số ước; hãy xác nhận."
            )
            yield _finding(sheet, header, "warning", "estimate", column.cell, message)
    used = {column.place for column in columns}
    for place, meaning in enumerate(meanings(header.cells)):
        cell = header.cells[place]
        if (
            place in used
            or not cell
            or meaning not in (None, "gia_tri")
            or fold(cell) in DESCRIPTIVE
        ):
            continue
        if spans_years(cell) and not is_compared(cell):
            message = f"Cột '{excerpt(cell)}' gồm hai năm; hãy ghi một năm bốn chữ số, như 2025."
            yield _finding(sheet, header, "error", "bad_year", cell, message)
        else:
            yield unused_column(sheet, header.number, cell, cell.column, plan=plan, wide=True)


def _named(says: YearHeading) -> YearHeading:
    """Give a heading with what goes without saying: the full year, an actual figure."""
    return replace(says, period=says.period or "nam", says_actual=False, mark="")


def rivals(across: Mapping[str, YearHeading]) -> dict[str, tuple[str, ...]]:
    """Give for each column the columns of the same year in other units, itself among them."""
    same: dict[YearHeading, list[str]] = {}
    for column, says in across.items():
        same.setdefault(replace(_named(says), unit=""), []).append(column)
    return {each: tuple(columns) for columns in same.values() if len(columns) > 1
            for each in columns}  # fmt: skip


def _finding(
    sheet: str, header: CellRow, severity: Severity, kind: FindingKind, cell: Cell, message: str
) -> Finding:
    return Finding(severity, kind, sheet, header.number, cell.column, excerpt(cell), message)


def melt(table: Table, scope: TableScope) -> Table | None:
    """Give each figure of that scope a row of its own, at the row and column it stands in."""
    across = year_columns(table.header)
    columns = [each for each in across if each.says.scope == scope]
    if not columns:
        return None
    made = (*MADE, "dvt") if any(column.says.unit for column in columns) else MADE
    places = _kept(table.header, made)
    header = CellRow(
        table.header.number, (*(table.header.cells[p] for p in places), *map(Cell, made))
    )
    # Beside actual figures most rows have no plan; where only plans are, a blank is told.
    with_blanks = scope == "actual" or len(columns) == len(across)
    own = [_place(table.header, name) for name in ("trang_thai", "ky", "dvt")]
    # A plan is of the whole year, whatever part of it the actual figures beside it are of.
    own = own if scope == "actual" else [own[0], None, own[2]]
    said = [(column.place, *_said(column, made)) for column in columns]
    rows = tuple(
        CellRow(row.number, (*same, year, row.cells[place], *_qualified(says, row, own)))
        for row in table.rows
        for same in [[row.cells[place] for place in places]]
        for place, year, says in said
        if row.cells[place] or with_blanks
    )  # fmt: skip
    across_by_column = {column.cell.column: column.says for column in columns}
    return replace(table, header=header, rows=rows, scope=scope, across=across_by_column)


def _kept(header: CellRow, made: Sequence[str]) -> list[int]:
    """Give the places of the columns that a row's figures share."""
    meant = meanings(header.cells)
    return [place for place, each in enumerate(meant) if each is not None and each not in made]


def _said(column: YearColumn, made: Sequence[str]) -> tuple[Cell, tuple[Cell, ...]]:
    """Give the year of a column, and what its heading says of status, period and unit."""
    letter, says = column.cell.column, column.says
    year = Cell(str(says.year), float(says.year), "number", letter)
    said = {"trang_thai": says.status or "", "ky": says.period or "", "dvt": says.unit}
    return year, tuple(Cell(said[name], column=letter) for name in made if name in said)


def _place(header: CellRow, column: str) -> int | None:
    meant: Sequence[str | None] = meanings(header.cells)
    return meant.index(column) if column in meant else None


def _qualified(says: Sequence[Cell], row: CellRow, own: Sequence[int | None]) -> Iterator[Cell]:
    """Give status, period and unit of a figure, as its heading or its row says them."""
    return (_joined(said, row, at) for said, at in zip(says, own, strict=False))


def _joined(said: Cell, row: CellRow, place: int | None) -> Cell:
    """Take what the year's heading says or the row's own column; both where they disagree."""
    own = Cell("") if place is None else row.cells[place]
    if not said or not own or same_name(said) == same_name(own):
        return said or own
    return Cell(f"{said} / {own}", column=own.column)
