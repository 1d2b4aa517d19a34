"""Cells that tables share: figures and plans rounded as the page shows them, and their marks."""

from dataclasses import replace

from indicators.board.board import Board, Row
from indicators.board.plans import is_band
from indicators.briefing.tables.sheet import FormattedNumber, Sheet, SheetColumn, SheetValue
from indicators.catalogue.records import Target
from indicators.progress.against import FigureComparison
from indicators.progress.results import Point
from indicators.wording.against import outcome_word, plan_percent, rounded_difference, year_percent
from indicators.wording.illustrative import HEADING, MARK, standing_line
from indicators.wording.notation import Notation
from indicators.wording.numbers import office_code

# Differences are in the unit of the row, of shares in percentage points, of ranks in places.
AGAINST_PLAN = (
    SheetColumn("TH/KH (%)", 9),
    SheetColumn("Chênh so với KH", 10),
    SheetColumn("So với kế hoạch", 16),
)
AGAINST_BEFORE = (SheetColumn("So cùng kỳ (%)", 9), SheetColumn("Chênh cùng kỳ", 10))
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
        columns=(*sheet.columns, SheetColumn(HEADING, 22)),
        rows=tuple(row if len(row) == 1 else (*row, MARK) for row in sheet.rows),
        mark=MARK,
    )


def cell(row: Row, point: Point | None) -> SheetValue:
    """Give a figure as a number rounded as it is shown; a rank band as text."""
    if point is None:
        return None
    if point.year in row.bands:
        return row.bands[point.year]
    return figure(row.notation, point.value)


def figure(notation: Notation, value: float) -> FormattedNumber | None:
    """Give a number rounded as it is shown, with as many decimals; nothing when unranked."""
    rounded = notation.rounded(value)
    return (
        None if rounded is None else FormattedNumber(rounded, office_code(notation.decimals(value)))
    )


def plan_cell(row: Row, plan: Target | None) -> SheetValue:
    """Give a yearly plan as a number rounded as it is shown; a rank band as text."""
    if plan is None or plan.value is None:
        return None
    return plan.wording if is_band(row, plan) else figure(row.notation, plan.value)


def plan_cells(row: Row, against: FigureComparison | None) -> tuple[SheetValue, ...]:
    """Give how a figure stands to its plan: percent, difference, in words."""
    if against is None:
        return (None,) * len(AGAINST_PLAN)
    difference = rounded_difference(against, row.notation)
    return plan_percent(against), difference, outcome_word(against) or None


def before_cells(row: Row, against: FigureComparison | None) -> tuple[SheetValue, ...]:
    """Give how a figure stands to the same period a year before: percent, difference."""
    if against is None:
        return (None,) * len(AGAINST_BEFORE)
    return year_percent(against), rounded_difference(against, row.notation)
