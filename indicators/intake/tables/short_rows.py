"""Rows of a text file that end early: programs leave out the separators behind the last cell."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.heading_words import meanings
from indicators.intake.tables.table import Table


def completed(table: Table, figures: Sequence[int]) -> Table:
    """Fill up with blanks the rows that end behind the last cell they need.

    `figures` are the places of years and values; numerator and denominator may be missing where
    there is a value.
    """
    width, least = len(table.header.cells), _least(table, figures)
    if all(len(row.cells) >= width for row in table.rows):
        return table
    blanks = tuple(Cell("", column=heading.column) for heading in table.header.cells)
    rows = tuple(
        CellRow(row.number, row.cells + blanks[len(row.cells) :])
        if least <= len(row.cells) < width
        else row
        for row in table.rows
    )
    return replace(table, rows=rows)


def _least(table: Table, figures: Sequence[int]) -> int:
    """Count the cells up to the last that a row needs."""
    meant = meanings(table.header.cells)
    needed = [place for place, each in enumerate(meant) if each == "ma_chi_tieu"]
    needed += [p for p in figures if "gia_tri" not in meant or meant[p] not in ("tu_so", "mau_so")]
    return max(needed, default=len(meant) - 1) + 1
