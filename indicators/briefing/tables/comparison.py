"""The table below a comparison: a line a series, a column a year; once for page, CSV, workbook."""

from indicators.board.board import version_line
from indicators.briefing.tables.cells import SCOPE_TITLES, cell, marked
from indicators.briefing.tables.sheet import Sheet, SheetColumn, SheetValue
from indicators.comparison.comparison import Comparison
from indicators.comparison.table import (
    ComparisonLine,
    comparison_lines,
    comparison_years,
    source_line,
)
from indicators.figures.disaggregation import BY_INDICATOR


def comparison_sheet(comparison: Comparison, first: int) -> Sheet:
    """Lay out the table to be taken away: numbers as numbers, rounded as on the page."""
    years = comparison_years(comparison, first)
    lines = comparison_lines(comparison, years)
    notes = (
        f"Phạm vi: {SCOPE_TITLES[comparison.board.scope]}",
        source_line(comparison),
        version_line(comparison.board),
    )
    columns = (
        SheetColumn("Hạng", 7, "0"),
        SheetColumn("Mã", 8),
        SheetColumn("Chỉ tiêu" if comparison.way == BY_INDICATOR else "Địa bàn, phân tổ", 44),
        SheetColumn("ĐVT", 12),
        *(SheetColumn(str(year), 11) for year in years),
        SheetColumn("Mục tiêu", 40),
        SheetColumn("Đánh giá", 26),
        SheetColumn("Số ước, sơ bộ", 18),
    )
    rows = tuple(sheet_cells(line, comparison.way) for line in lines)
    sheet = Sheet("So sánh", comparison.title, notes, columns, rows)
    return marked(sheet, comparison.board)


def sheet_cells(line: ComparisonLine, way: str) -> tuple[SheetValue, ...]:
    """Give the cells of one series."""
    row = line.series.row
    open_years = [str(p.year) for p in line.points if p and p.provisional]
    return (
        line.place,
        row.indicator.code,
        line.name(way),
        row.notation.unit or None,
        *(cell(row, point) for point in line.points),
        line.targets() or None,
        row.label or None,
        ", ".join(open_years) or None,
    )
