"""The unit of measure that stands over a table: 'Đơn vị tính: triệu đồng'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.heading_words import meanings
from indicators.intake.files.spelling import same_name, unaccented
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table
from indicators.intake.tables.unit_column import NAMES

TITLE = re.compile(r"(đơn vị(?: tính)?|đvt|đ\.v\.t) ?: ?([^;:()]+)$")
UNITS = {unaccented(name): name for name in NAMES}
UNCLEAR = (
    "Phía trên bảng ghi đơn vị tính này mà không rõ dùng cho chỉ tiêu nào; hãy thêm cột dvt, hoặc "
    "xác nhận số liệu đã đúng đơn vị tính của từng chỉ tiêu."
)


def with_title_unit(table: Table, above: Sequence[CellRow]) -> tuple[Table, list[Finding]]:
    """Give the rows of a table without a unit column the unit that stands over it.

    A title that names several units, or one unknown here, is a finding.
    """
    if "dvt" in meanings(table.header.cells):
        return table, []
    unit = next((found for row in reversed(above) if (found := _said(row))), None)
    if unit is None:
        return table, []
    row, name, text = unit
    if unaccented(text) in UNITS:
        return _given(table, UNITS[unaccented(text)]), []
    if name == "đơn vị":
        return table, []
    return table, [
        Finding("warning", "unit_mismatch", table.sheet, row, "", excerpt(text), UNCLEAR)
    ]


def _said(row: CellRow) -> tuple[int, str, str] | None:
    """Give the row, how the unit is introduced, and the unit."""
    said = same_name(" ".join(cell for cell in row.cells if cell))
    found = TITLE.search(said.rstrip(" .)"))
    return (row.number, found[1], found[2]) if found else None


def _given(table: Table, unit: str) -> Table:
    """Add a column that holds the unit in every row."""
    width, cell = len(table.header.cells), Cell(unit)
    header = CellRow(table.header.number, (*table.header.cells, Cell("dvt")))
    return replace(table, header=header, rows=tuple(_with(row, cell, width) for row in table.rows))


def _with(row: CellRow, cell: Cell, width: int) -> CellRow:
    """Add a cell after the last heading; a row with cells too few or too many stays so."""
    own = row.cells if any(row.cells[width:]) else row.cells[:width]
    return CellRow(row.number, own if len(own) < width else (*own, cell))
