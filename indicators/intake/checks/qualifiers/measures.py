"""Several measures under one year: the value is the one in the indicator's own unit."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.catalogue.records import Indicator
from indicators.intake.checks.keys import Known, read_indicator
from indicators.intake.checks.provenance import read_unit
from indicators.intake.checks.qualifiers.look import Look
from indicators.intake.checks.qualifiers.rows import rows_words
from indicators.intake.files.cell import Cell
from indicators.intake.findings import Finding
from indicators.intake.tables.table import Table
from indicators.intake.tables.wide import rivals


def chosen_measures(table: Table, known: Known) -> tuple[Table, list[Finding]]:
    """Keep for each figure the column in its indicator's unit; where none is surely so, neither."""
    against = rivals(table.across)
    if not against:
        return table, []
    look = Look(table)
    place = look.place("gia_tri")
    rows = []
    unclear: dict[tuple[str, ...], list[int]] = {}
    left: dict[str, list[int]] = {}
    for row in table.rows:
        column = look.cell(row, place).column
        columns = against.get(column, (column,))
        chosen = column
        if len(columns) > 1:
            indicator = read_indicator(known, look.cell(row, look.code)).value
            chosen = _chosen(table, columns, indicator)
        if chosen == column:
            rows.append(row)
        elif not chosen:
            unclear.setdefault(columns, []).append(row.number)
        elif look.cell(row, place):
            left.setdefault(column, []).append(row.number)
    found = [_unclear(table, columns, numbers) for columns, numbers in unclear.items()]
    found += [_left(table, column, numbers) for column, numbers in left.items()]
    return replace(table, rows=tuple(rows)), found


def _chosen(table: Table, columns: Sequence[str], indicator: Indicator | None) -> str:
    """Give the one column in an indicator's unit, else the one without a unit; '' if unclear."""
    if indicator is None:
        return columns[0]
    units = {column: table.across[column].unit for column in columns}
    own = [c for c, unit in units.items() if unit and not read_unit(indicator, Cell(unit)).problems]
    plain = [column for column, unit in units.items() if not unit]
    chosen = own or ([] if indicator.unit in ("%", "") else plain)
    return chosen[0] if len(chosen) == 1 else ""


def _unclear(table: Table, columns: Sequence[str], numbers: Sequence[int]) -> Finding:
    message = (
        f"Năm {table.across[columns[0]].year} có {len(columns)} cột (cột {', '.join(columns)}) mà "
        f"không rõ cột nào ghi theo đơn vị tính của chỉ tiêu, nên số liệu ở {rows_words(numbers)} "
        "không được nhập; hãy ghi đơn vị tính vào tiêu đề của cột."
    )
    return Finding("error", "unit_mismatch", table.sheet, numbers[0], columns[0], "", message)


def _left(table: Table, column: str, numbers: Sequence[int]) -> Finding:
    says = table.across[column]
    unit = f"tính theo {says.unit}" if says.unit else "không ghi đơn vị tính"
    message = (
        f"Cột {column} của năm {says.year} {unit}, không phải đơn vị tính của chỉ tiêu, nên không "
        f"nhập số ở {rows_words(numbers)}."
    )
    row = table.header.number
    return Finding("remark", "unknown_column", table.sheet, row, column, says.unit, message)
