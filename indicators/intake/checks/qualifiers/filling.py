"""Gives figures what their own cells leave unsaid, from the nearest place that says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from indicators.intake.checks.keys import Known, read_indicator
from indicators.intake.checks.qualifiers.filler import Filler
from indicators.intake.checks.qualifiers.look import Look, with_cell
from indicators.intake.checks.qualifiers.nearest import Heard, Nearest
from indicators.intake.checks.qualifiers.rows import rows_words
from indicators.intake.checks.qualifiers.said import Quality
from indicators.intake.checks.qualifiers.sentences import (
    UNPLACED,
    asked_kind,
    disagreement,
    filled_words,
    place_words,
    stopped_words,
)
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

# A plan is of the whole year and final, whatever is said of the actual figures beside it.
OF_ACTUALS: tuple[Quality, ...] = ("ky", "trang_thai")
OF_ALL: tuple[Quality, ...] = ("don_vi", "nhom", "dvt")


@dataclass(slots=True)
class Told:
    """The rows that took something from a place, or could not, gathered for one sentence."""

    rows: dict[tuple[Heard, str], list[int]] = field(default_factory=dict)

    def add(self, heard: Heard, wrong: str, row: int) -> None:
        """Note that a row took what was heard, or could not for what is wrong."""
        self.rows.setdefault((heard, wrong), []).append(row)

    def findings(self, sheet: str, quality: Quality, known: Known) -> Iterator[Finding]:
        """Ask about what was taken, and name what keeps rows out; a unit is asked by itself."""
        for (heard, wrong), numbers in self.rows.items():
            rows, text, row = rows_words(numbers), excerpt(heard.place.text), heard.place.row
            if wrong:
                message = stopped_words(quality, heard, wrong, rows)
                yield Finding("error", UNPLACED[quality], sheet, row, "", text, message)
            elif quality != "dvt":
                message = filled_words(quality, heard.said.value, rows, place_words(heard), known)
                kind = asked_kind(quality, heard.said.value)
                yield Finding("warning", kind, sheet, row, "", text, message)


def with_places(
    table: Table, heard: Sequence[Heard], known: Known, *, plan: bool
) -> tuple[list[Table], list[Finding]]:
    """Fill what rows leave blank from the places around them; what fits nowhere stops its rows.

    Rows that are planned figures by their place become a table of plans where `plan` asks for
    them, and are left out by name where it does not.
    """
    found: list[Finding] = []
    parts = [table]
    if table.scope == "actual" and any(each.said.quality == "loai" for each in heard):
        parts = _parted(table, heard, known, found, plan=plan)
    return [_filled(part, heard, known, found) for part in parts], found


def _filled(table: Table, heard: Sequence[Heard], known: Known, found: list[Finding]) -> Table:
    """Fill one table, quality by quality, a group dimension by dimension."""
    for quality in (*OF_ALL, *(OF_ACTUALS if table.scope == "actual" else ())):
        said = [each for each in heard if each.said.quality == quality]
        by_dimension: dict[str, list[Heard]] = {}
        for each in said:
            dimension = each.said.value.partition("=")[0] if quality == "nhom" else ""
            by_dimension.setdefault(dimension, []).append(each)
        for dimension, same in by_dimension.items():
            filler = Filler(quality, dimension, known)
            table = _fill(table, filler, same, found)
    return table


def _parted(
    table: Table, heard: Sequence[Heard], known: Known, found: list[Finding], *, plan: bool
) -> list[Table]:
    """Part the rows that are planned figures by their place from the actual ones."""
    nearest = Nearest([each for each in heard if each.said.quality == "loai"])
    look, told = Look(table), Told()
    actual, planned = [], []
    for row in table.rows:
        choice = [] if look.says_actual(row) else look.choice(nearest, row)
        wrong = disagreement(choice) if choice else ""
        if not choice or (choice[0].said.value == "actual" and not wrong):
            actual.append(row)
        else:
            told.add(choice[0], wrong, row.number)
            planned += [] if wrong else [row]
    if not planned and len(actual) == len(table.rows):
        return [table]
    found += () if plan and not any(w for _, w in told.rows) else told.findings(
        table.sheet, "loai", known
    )  # fmt: skip
    parts = [replace(table, rows=tuple(actual))]
    return parts + ([replace(table, rows=tuple(planned), scope="plan")] if plan and planned else [])


def _fill(table: Table, filler: Filler, heard: Sequence[Heard], found: list[Finding]) -> Table:
    """Fill one quality where rows leave it unsaid; leave out the rows for which it is wrong."""
    nearest, look, told = Nearest(heard), Look(table), Told()
    place = look.place(filler.quality)
    values: list[tuple[CellRow, str]] = []
    for row in table.rows:
        own = look.cell(row, place)
        choice = look.choice(nearest, row) if filler.leaves_unsaid(own) else []
        wrong, value = "", ""
        if choice:
            indicator = read_indicator(filler.known, look.cell(row, look.code)).value
            wrong = choice[0].said.wrong or disagreement(choice)
            value = "" if wrong else filler.value(own, choice[0].said.value, indicator)
        if wrong or value:
            told.add(choice[0], wrong, row.number)
        if not wrong:
            values.append((row, value))
    found += told.findings(table.sheet, filler.quality, filler.known)
    return _with_column(table, filler.quality, place, values) if told.rows else table


def _with_column(
    table: Table, quality: Quality, place: int | None, values: Sequence[tuple[CellRow, str]]
) -> Table:
    """Give the rows with what their cells of a quality now hold, in a new column if need be."""
    header = table.header
    at = len(header.cells) if place is None else place
    if place is None and any(value for _, value in values):
        header = CellRow(header.number, (*header.cells, Cell(quality)))
        values = [(_longer(row, at), value) for row, value in values]
    rows = tuple(with_cell(row, at, Cell(value)) if value else row for row, value in values)
    return replace(table, header=header, rows=rows)


def _longer(row: CellRow, width: int) -> CellRow:
    """Add a blank cell; a row with cells too few or too many stays so and is told later."""
    own = row.cells if any(row.cells[width:]) else row.cells[:width]
    return CellRow(row.number, (*own, Cell("")) if len(own) == width else own)
