"""The tracking table: an indicator a row, its figures, targets, verdict and what it still takes."""

from indicators.board.board import Board, Row, version_line
from indicators.board.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.briefing.tables.cells import (
    AGAINST_BEFORE,
    AGAINST_PLAN,
    SCOPE_TITLES,
    before_cells,
    cell,
    marked,
    plan_cell,
    plan_cells,
)
from indicators.briefing.tables.sheet import FormattedNumber, Sheet, SheetColumn, SheetValue, Tinted
from indicators.charts.theme import BADGES
from indicators.wording.numbers import pace_decimals, rounded_pace, signed_office_code

FIXED = 3  # columns that name an indicator


def tracking_sheet(board: Board, rows: list[Row]) -> Sheet:
    """Lay out the tracking table of some rows, with a heading a group."""
    lines: list[tuple[SheetValue, ...]] = []
    codes = {row.indicator.code for row in rows}
    for group, members in board.groups():
        chosen = [row for row in members if row.indicator.code in codes]
        if chosen:
            lines.append((group.name,))
            lines += [tracking_cells(line) for line in tracking_rows(board, chosen)]
    title = f"BẢNG THEO DÕI CHỈ TIÊU, {SCOPE_TITLES[board.scope]}"
    notes = (version_line(board),)
    columns = tracking_columns(board)
    sheet = Sheet("Bảng theo dõi", title, notes, columns, tuple(lines), fixed=FIXED)
    return marked(sheet, board)


def tracking_columns(board: Board) -> tuple[SheetColumn, ...]:
    """Head the tracking table."""
    years = [SheetColumn(f"Thực hiện {year}", 11) for year in actual_years(board)]
    targets = [SheetColumn(f"Mục tiêu {year}", 16) for year in TARGET_YEARS]
    return (
        SheetColumn("TT", 5),
        SheetColumn("Mã", 8),
        SheetColumn("Chỉ tiêu", 40),
        SheetColumn("ĐVT", 11),
        SheetColumn("Kỳ gốc", 10),
        SheetColumn("Năm kỳ gốc", 8, "0"),
        *years,
        SheetColumn(f"Kế hoạch {board.as_of.year}", 11),
        *AGAINST_PLAN,
        *AGAINST_BEFORE,
        *targets,
        SheetColumn("Cần mỗi năm", 16),
        SheetColumn("Đánh giá", 18),
        SheetColumn("Cơ quan chủ trì", 18),
        SheetColumn("Giải thích", 48),
        SheetColumn("Ghi chú", 18),
    )


def tracking_cells(line: TrackingRow) -> tuple[SheetValue, ...]:
    """Give the cells of one indicator: numbers as numbers, rounded as on the page."""
    i, row = line.row.indicator, line.row
    open_points = [p.year for p in line.actuals if p and p.provisional]
    note = f"Số ước, sơ bộ: {', '.join(map(str, open_points))}" if open_points else None
    return (
        line.position,
        i.code,
        i.name,
        row.notation.unit or None,
        cell(row, line.baseline),
        line.baseline.year if line.baseline else None,
        *(cell(row, point) for point in line.actuals),
        plan_cell(row, line.plan),
        *plan_cells(row, line.against_plan),
        *before_cells(row, line.against_before),
        *line.targets,
        pace_cell(row, line.needed),
        verdict_cell(row),
        line.lead or None,
        row.sentence,
        note,
    )


def pace_cell(row: Row, change: float | None) -> FormattedNumber | None:
    """Give a yearly change rounded and signed as it is shown; that of a growth is in percent."""
    if change is None:
        return None
    unit = '"%"' if row.indicator.rule == "growth" else ""
    return FormattedNumber(rounded_pace(change), signed_office_code(pace_decimals(change), unit))


def verdict_cell(row: Row) -> SheetValue:
    """Give a verdict on its colour."""
    badge = BADGES[row.status]
    return Tinted(row.label, badge.fill, badge.text)
