"""The tables that people take away: the tracking table and the values of one indicator."""

from dataclasses import replace
from math import isfinite

from indicators.against import is_band
from indicators.board import Board, Row
from indicators.briefing.spreadsheets import Column, Figure, Sheet, Tinted, Value
from indicators.briefing.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.catalogue.records import Target
from indicators.charts.theme import BADGES
from indicators.dossier import Dossier
from indicators.local_time import local_day
from indicators.progress import Point
from indicators.progress.against import Comparison
from indicators.value_records import ValueRecord
from indicators.wording.against import difference_shown, outcome_word, plan_percent, year_percent
from indicators.wording.illustrative import HEADING, MARK, standing_line
from indicators.wording.notation import Notation
from indicators.wording.numbers import (
    day,
    office_code,
    pace_decimals,
    rounded_pace,
    signed_office_code,
)

# Differences are in the unit of the row, of shares in percentage points, of ranks in places.
AGAINST_PLAN = (
    Column("TH/KH (%)", 9),
    Column("Chênh so với KH", 10),
    Column("So với kế hoạch", 16),
)
AGAINST_BEFORE = (Column("So cùng kỳ (%)", 9), Column("Chênh cùng kỳ", 10))
FIXED = 3  # columns that name an indicator
SCOPE_TITLES = {"city": "thành phố Hải Phòng", "national": "cả nước"}


def marked(sheet: Sheet, board: Board) -> Sheet:
    """Mark a table of illustrative figures in its name, title, notes and every row."""
    if not board.mark:
        return sheet
    return replace(
        sheet,
        name=f"MINH HỌA {sheet.name}",
        title=f"{MARK} · {sheet.title}",
        notes=(standing_line(board.as_of.day), *sheet.notes),
        columns=(*sheet.columns, Column(HEADING, 22)),
        rows=tuple(row if len(row) == 1 else (*row, MARK) for row in sheet.rows),
        mark=MARK,
    )


def version_line(board: Board) -> str:
    """Name the data a table or chart was made from."""
    seen = board.as_of
    told = f"Số liệu đến {day(seen.day)} · Năm đánh giá {seen.year}"
    mark = f"{board.mark} · " if board.mark else ""
    return f"{mark}{told} · Phiên bản {seen.version.number}"


def tracking_sheet(board: Board, rows: list[Row]) -> Sheet:
    """Lay out the tracking table of some rows, with a heading a group."""
    lines: list[tuple[Value, ...]] = []
    wanted = {row.indicator.code for row in rows}
    for group, members in board.groups():
        chosen = [row for row in members if row.indicator.code in wanted]
        if chosen:
            lines.append((group.name,))
            lines += [tracking_cells(line) for line in tracking_rows(board, chosen)]
    title = f"BẢNG THEO DÕI CHỈ TIÊU, {SCOPE_TITLES[board.scope]}"
    notes = (version_line(board),)
    columns = tracking_columns(board)
    sheet = Sheet("Bảng theo dõi", title, notes, columns, tuple(lines), fixed=FIXED)
    return marked(sheet, board)


def tracking_columns(board: Board) -> tuple[Column, ...]:
    """Head the tracking table."""
    years = [Column(f"Thực hiện {year}", 11) for year in actual_years(board)]
    targets = [Column(f"Mục tiêu {year}", 16) for year in TARGET_YEARS]
    return (
        Column("TT", 5),
        Column("Mã", 8),
        Column("Chỉ tiêu", 40),
        Column("ĐVT", 11),
        Column("Kỳ gốc", 10),
        Column("Năm kỳ gốc", 8, "0"),
        *years,
        Column(f"Kế hoạch {board.as_of.year}", 11),
        *AGAINST_PLAN,
        *AGAINST_BEFORE,
        *targets,
        Column("Cần mỗi năm", 16),
        Column("Đánh giá", 18),
        Column("Cơ quan chủ trì", 18),
        Column("Giải thích", 48),
        Column("Ghi chú", 18),
    )


def tracking_cells(line: TrackingRow) -> tuple[Value, ...]:
    """Give the cells of one indicator: numbers as numbers, rounded as on the page."""
    i, row = line.row.indicator, line.row
    open_points = [p.year for p in line.actuals if p and p.provisional]
    note = f"Chưa chính thức: {', '.join(map(str, open_points))}" if open_points else None
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
        i.lead,
        row.sentence,
        note,
    )


def cell(row: Row, point: Point | None) -> Value:
    """Give a figure as a number rounded as it is shown; a rank band as text."""
    if point is None:
        return None
    if point.year in row.bands:
        return row.bands[point.year]
    return figure(row.notation, point.value)


def figure(notation: Notation, value: float) -> Figure | None:
    """Give a number rounded as it is shown, with as many decimals; nothing when unranked."""
    rounded = notation.rounded(value)
    return None if rounded is None else Figure(rounded, office_code(notation.decimals(value)))


def pace_cell(row: Row, change: float | None) -> Figure | None:
    """Give a yearly change rounded and signed as it is shown; that of a growth is in percent."""
    if change is None:
        return None
    unit = '"%"' if row.indicator.rule == "growth" else ""
    return Figure(rounded_pace(change), signed_office_code(pace_decimals(change), unit))


def verdict_cell(row: Row) -> Value:
    """Give a verdict on its colour."""
    badge = BADGES[row.status]
    return Tinted(row.label, badge.fill, badge.text)


def plan_cell(row: Row, plan: Target | None) -> Value:
    """Give a yearly plan as a number rounded as it is shown; a rank band as text."""
    if plan is None or plan.value is None:
        return None
    return plan.wording if is_band(row, plan) else figure(row.notation, plan.value)


def plan_cells(row: Row, against: Comparison | None) -> tuple[Value, ...]:
    """Give how a figure stands to its plan: percent, difference, in words."""
    if against is None:
        return (None,) * len(AGAINST_PLAN)
    difference = difference_shown(against, row.notation)
    return plan_percent(against), difference, outcome_word(against) or None


def before_cells(row: Row, against: Comparison | None) -> tuple[Value, ...]:
    """Give how a figure stands to the same period a year before: percent, difference."""
    if against is None:
        return (None,) * len(AGAINST_BEFORE)
    return year_percent(against), difference_shown(against, row.notation)


VALUES = (
    Column("Năm", 7, "0"),
    Column("Kỳ", 9),
    Column("Địa bàn", 26),
    Column("Giá trị", 12),
    Column("Nhãn công bố", 12),
    Column("Kế hoạch", 12),
    *AGAINST_PLAN,
    *AGAINST_BEFORE,
    Column("Lộ trình cần", 12),
    Column("Loại số liệu", 12),
    Column("Nguồn", 30),
    Column("Liên kết", 40),
    Column("Văn bản", 20),
    Column("Ghi chú", 40),
    Column("Ghi nhận ngày", 13, "dd/mm/yyyy"),
    Column("Phiên bản", 10, "0"),
    Column("Tệp", 24),
    Column("Dòng", 7, "0"),
)


def values_sheet(dossier: Dossier) -> Sheet:
    """Lay out all figures of an indicator in the chosen breakdown, with their provenance."""
    i = dossier.row.indicator
    rows = tuple(value_cells(dossier.row, value) for value in dossier.values)
    notes = (f"{i.name} ({i.unit or 'mốc hoàn thành'})", version_line(dossier.board))
    sheet = Sheet(i.code, f"{i.code} · {dossier.title}", notes, VALUES, rows)
    return marked(sheet, dossier.board)


def value_cells(row: Row, v: ValueRecord) -> tuple[Value, ...]:
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


def exact(notation: Notation, value: float | None) -> Figure | None:
    """Give a number with all its decimals, shown with as many as on the page."""
    if value is None or not isfinite(value):
        return None
    return Figure(value, office_code(notation.decimals(value)))
