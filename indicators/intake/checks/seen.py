"""What is seen of cells beside their texts: footnote marks, struck digits, units of formats."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from indicators.intake.checks.keys import Known, read_indicator
from indicators.intake.checks.marks import NUMERIC
from indicators.intake.checks.provenance import read_unit
from indicators.intake.checks.readings import Problem
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.looks import Looks
from indicators.intake.files.spelling import same_name
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

LOOKS = attrgetter("looks")
# Here a raised 2 belongs to the text: m², and notes are kept as they were typed.
AS_TYPED = ("dvt", "so_van_ban", "nguon", "ghi_chu", "lien_ket")
# A numerator may be counted in any unit, but not in thousands of it.
SCALES = frozenset(
    ("%", "‰", "chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "k", "tr")
)


def as_seen(
    table: Table, places: Mapping[str, int], known: Known
) -> tuple[Table, tuple[Finding, ...]]:
    """Ask about what is seen otherwise than it is read, and refuse units that are seen alone.

    Gives back the table with its notes and units as they were typed.
    """
    if not any(map(LOOKS, chain.from_iterable(row.cells for row in table.rows))):
        return table, ()
    odd = [row for row in table.rows if any(map(LOOKS, row.cells))]
    found = dict.fromkeys(each for row in odd for each in _findings(table, places, known, row))
    typed = [place for name, place in places.items() if name in AS_TYPED]
    rows = tuple(_as_typed(row, typed) for row in table.rows)
    return replace(table, rows=rows), tuple(found)


def _findings(
    table: Table, places: Mapping[str, int], known: Known, row: CellRow
) -> Iterator[Finding]:
    for name, place in places.items():
        cell = row.cells[place] if place < len(row.cells) else Cell("")
        if not cell or cell.looks is None or name in AS_TYPED:
            continue
        problems = list(_unlike(cell, cell.looks))
        if cell.looks.unit and name in NUMERIC:
            problems += _other_unit(known, row.cells[places["ma_chi_tieu"]], name, cell)
        for each in problems:
            column, text = table.column_of(name, place, cell), excerpt(cell.looks.whole or cell)
            yield Finding(
                each.severity, each.kind, table.sheet, row.number, column, text, each.message
            )


def _unlike(cell: Cell, looks: Looks) -> Iterator[Problem]:
    """Ask about digits that are raised or struck through."""
    said = excerpt(cell)
    if looks.withdrawn:
        yield _asked(
            "Ô này bị gạch ngang; nếu vẫn dùng hãy xác nhận, nếu không hãy xóa nội dung ô."
        )
    if looks.struck:
        yield _asked(
            f"Ô này có phần bị gạch ngang ({excerpt(looks.struck)}); chỉ phần không gạch được đọc: "
            f"{said}. Hãy xác nhận hoặc gõ lại ô này."
        )
    if looks.whole:
        yield _asked(
            f"Ô này có chữ viết nhỏ lên trên ({excerpt(looks.whole)}), giống dấu chú thích; được "
            f"đọc là {said}. Hãy xác nhận hoặc gõ lại ô này."
        )
    if looks.small:
        yield _asked(
            f"Cả ô này viết nhỏ, lệch dòng như dấu chú thích; được đọc là {said}. Hãy xác nhận "
            "hoặc gõ lại ô này."
        )


def _asked(message: str) -> Problem:
    return Problem("ambiguous_number", message, "warning")


def _other_unit(known: Known, code: Cell, name: str, cell: Cell) -> Iterator[Problem]:
    """Refuse a number that its format shows in a unit other than the indicator's."""
    indicator = read_indicator(known, code).value
    unit = "" if cell.looks is None else cell.looks.unit
    if indicator is None:
        return
    if name != "gia_tri":
        wrong = not SCALES.isdisjoint(same_name(unit).split())
    else:
        wrong = bool(read_unit(indicator, Cell(unit)).problems)
    if wrong:
        own = f"đơn vị tính của {indicator.code} là {indicator.unit or 'mốc công việc'}"
        message = (
            f"Định dạng ô cho hiện '{excerpt(unit)}' bên số {excerpt(cell)}, mà {own}; hãy đổi số "
            "liệu theo đơn vị tính này rồi bỏ chữ khỏi định dạng ô."
        )
        yield Problem("unit_mismatch", message)


def _as_typed(row: CellRow, places: list[int]) -> CellRow:
    if not any(place < len(row.cells) and row.cells[place].looks for place in places):
        return row
    cells = list(row.cells)
    for place in places:
        cell = cells[place] if place < len(cells) else Cell("")
        if cell.looks is not None and cell.looks.whole:
            cells[place] = Cell(cell.looks.whole, column=cell.column)
    return CellRow(row.number, tuple(cells))
