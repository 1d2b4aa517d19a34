"""Merged cells among the data: one name for several rows is fine, one value for several is not."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import Merge
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table


def fill_merged(
    table: Table, merges: Sequence[Merge], figures: Sequence[int]
) -> tuple[Table, list[Finding]]:
    """Repeat what is merged downwards; rows with a merged value are named and left out."""
    if not merges:
        return table, []
    rows = {row.number: list(row.cells) for row in table.rows}
    barred: dict[int, Finding] = {}
    first, last = min(rows, default=0), max(rows, default=0)
    for merge in merges:
        within = range(max(merge.top, first), min(merge.bottom, last) + 1)
        covered = [number for number in within if number in rows]
        merged = [p for p in figures if merge.left <= p <= merge.right]
        if merged and covered:
            barred |= {n: _merged_value(table.sheet, n, rows[n][merged[0]]) for n in covered}
        elif covered and merge.left < len(rows[covered[0]]):
            _repeat(rows, covered, merge)
    rows_left = tuple(
        CellRow(number, tuple(rows[number])) for number in rows if number not in barred
    )
    return replace(table, rows=rows_left), list(barred.values())


def _repeat(rows: dict[int, list[Cell]], covered: Sequence[int], merge: Merge) -> None:
    """Give the rows a merged cell covers its text; without its first row there is none to give."""
    if merge.top not in rows:
        return
    for number in covered:
        rows[number][merge.left] = rows[merge.top][merge.left]


def _merged_value(sheet: str, number: int, cell: Cell) -> Finding:
    message = "Ô số liệu bị gộp; hãy bỏ gộp ô và ghi số liệu vào từng ô."
    return Finding("error", "not_allowed", sheet, number, cell.column, excerpt(cell), message)
