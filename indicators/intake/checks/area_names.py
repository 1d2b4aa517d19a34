"""Codes and names of areas in two columns, which are one where they agree."""

from collections.abc import Iterator
from dataclasses import replace

from indicators.intake.checks.keys import Known
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.heading_words import meanings
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table


def with_one_area(table: Table, known: Known) -> tuple[Table, list[Finding]]:
    """Let a name stand where a row has no code; a code of another area is an error."""
    meant = meanings(table.header.cells)
    if "ten_don_vi" not in meant or "don_vi" not in meant:
        return table, []
    code, name = meant.index("don_vi"), meant.index("ten_don_vi")
    rows = tuple(_named(row, code, name) for row in table.rows)
    return replace(table, rows=rows), list(_disagreeing(table, known, code, name))


def _at(row: CellRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else Cell("")


def _named(row: CellRow, code: int, name: int) -> CellRow:
    """Give a row whose code, where it lacks one, is its name."""
    if _at(row, code) or not _at(row, name) or code >= len(row.cells):
        return row
    return CellRow(row.number, (*row.cells[:code], row.cells[name], *row.cells[code + 1 :]))


def _disagreeing(table: Table, known: Known, code: int, name: int) -> Iterator[Finding]:
    for row in table.rows:
        area = known.areas.find(_at(row, code)) if _at(row, code) else None
        called = _at(row, name)
        if area is not None and called and known.areas.find(called) != area:
            message = (
                f"Mã {excerpt(_at(row, code))} là {area.name} mà tên ghi {excerpt(called)}; hãy "
                "sửa lại mã hoặc tên."
            )
            yield Finding(
                "error", "unknown_area", table.sheet, row.number, "don_vi", excerpt(called), message
            )
