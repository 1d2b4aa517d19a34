"""Tables as a reader hands them over, written in a line or two."""

from collections.abc import Mapping
from datetime import date

from indicators.catalogue.loader import load
from indicators.intake.checks.check import Checked, check_file
from indicators.intake.checks.history_checks import Current
from indicators.intake.files.cell import Cell, CellRow, TableScope
from indicators.intake.tables.table import Reading, Table

CATALOGUE = load()
TODAY = date(2026, 11, 22)


def table(*rows: Mapping[str, str], sheet: str = "", scope: TableScope = "actual") -> Table:
    """A tidy table of ML02 in 2025 unless a row says otherwise; its first row stands in row 2."""
    full = [{"ma_chi_tieu": "ML02", "nam": "2025", "gia_tri": "", **row} for row in rows]
    names = list(dict.fromkeys(name for row in full for name in row))
    header = CellRow(1, tuple(cell(name, place) for place, name in enumerate(names)))
    return Table("tep.xlsx", sheet, header, tuple(
        CellRow(number, tuple(cell(row.get(name, ""), place) for place, name in enumerate(names)))
        for number, row in enumerate(full, 2)
    ), scope)  # fmt: skip


def cell(text: str | float, place: int) -> Cell:
    """A typed text, or a workbook's own number."""
    letter = "ABCDEFGHIJKLMNOP"[place]
    if isinstance(text, str):
        return Cell(text, column=letter)
    return Cell(f"{text:g}", text, "number", letter)


def check(*rows: Mapping[str, str], current: Current | None = None, plan: bool = False) -> Checked:
    """Check a table of such rows."""
    return check_tables(table(*rows), current=current, plan=plan)


def check_tables(*tables: Table, current: Current | None = None, plan: bool = False) -> Checked:
    """Check tables of one file."""
    return check_file(Reading(tables, ()), CATALOGUE, current, TODAY, plan=plan)


def told(checked: Checked) -> list[tuple[str, str, int | None, str]]:
    """Give the findings without their texts."""
    return [(each.severity, each.kind, each.row, each.column) for each in checked.findings]


def values(checked: Checked) -> list[float | None]:
    """Give the values that would load."""
    return [each.value for each in checked.observations]
