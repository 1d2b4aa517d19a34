"""The table of all figures of one indicator, each with where it comes from."""

from math import isfinite

from indicators.board.board import Row, version_line
from indicators.briefing.tables.cells import (
    AGAINST_BEFORE,
    AGAINST_PLAN,
    before_cells,
    marked,
    plan_cell,
    plan_cells,
)
from indicators.briefing.tables.sheet import FormattedNumber, Sheet, SheetColumn, SheetValue
from indicators.dossier.dossier import Dossier
from indicators.dossier.values import ValueRecord
from indicators.store.local_time import local_day
from indicators.wording.notation import Notation
from indicators.wording.numbers import office_code

VALUES = (
    SheetColumn("Năm", 7, "0"),
    SheetColumn("Kỳ", 9),
    SheetColumn("Địa bàn", 26),
    SheetColumn("Giá trị", 12),
    SheetColumn("Nhãn công bố", 12),
    SheetColumn("Kế hoạch", 12),
    *AGAINST_PLAN,
    *AGAINST_BEFORE,
    SheetColumn("Lộ trình cần", 12),
    SheetColumn("Loại số liệu", 12),
    SheetColumn("Nguồn", 30),
    SheetColumn("Liên kết", 40),
    SheetColumn("Văn bản", 20),
    SheetColumn("Ghi chú", 40),
    SheetColumn("Ghi nhận ngày", 13, "dd/mm/yyyy"),
    SheetColumn("Phiên bản", 10, "0"),
    SheetColumn("Tệp", 24),
    SheetColumn("Dòng", 7, "0"),
)


def values_sheet(dossier: Dossier) -> Sheet:
    """Lay out all figures of an indicator in the chosen breakdown, with their provenance."""
    i = dossier.row.indicator
    rows = tuple(value_cells(dossier.row, value) for value in dossier.values)
    notes = (f"{i.name} ({i.unit or 'mốc hoàn thành'})", version_line(dossier.board))
    sheet = Sheet(i.code, f"{i.code} · {dossier.title}", notes, VALUES, rows)
    return marked(sheet, dossier.board)


def value_cells(row: Row, v: ValueRecord) -> tuple[SheetValue, ...]:
    """Give the cells of one figure: the number as it was sent, shown as on the page."""
    return (
        v.year,
        v.period,
        v.area,
        exact(row.notation, v.value),
        (v.shown or None) if v.value is None or v.banded else None,
        plan_cell(row, v.plan),
        *plan_cells(row, v.against_plan),
        *before_cells(row, v.against_before),
        exact(row.notation, v.required),
        v.status,
        v.source,
        v.link,
        v.document,
        v.note,
        local_day(v.recorded) if v.recorded else None,
        v.version,
        v.file_name,
        v.row,
    )


def exact(notation: Notation, value: float | None) -> FormattedNumber | None:
    """Give a number with all its decimals, shown with as many as on the page."""
    if value is None or not isfinite(value):
        return None
    return FormattedNumber(value, office_code(notation.decimals(value)))
