"""What each of the chosen indicators means and on which ground."""

from indicators.board.board import Board, Row
from indicators.board.definitions import DEFINITION_NAMES, definition_lines
from indicators.briefing.brief import Brief
from indicators.briefing.tables.cells import marked
from indicators.briefing.tables.sheet import Sheet, SheetColumn, SheetValue

WIDTHS = (50, 16, 26, 34, 50, 26, 40, 40)
COLUMNS = (
    SheetColumn("Mã", 8),
    SheetColumn("Chỉ tiêu", 36),
    *(SheetColumn(name, width) for name, width in zip(DEFINITION_NAMES, WIDTHS, strict=True)),
)


def definitions_sheet(brief: Brief) -> Sheet:
    """Lay out a line an indicator."""
    rows = tuple(definition_cells(brief.board, row) for row in brief.rows)
    title = "ĐỊNH NGHĨA CHỈ TIÊU"
    sheet = Sheet("Định nghĩa", title, (brief.version_line,), COLUMNS, rows, fixed=2)
    return marked(sheet, brief.board)


def definition_cells(board: Board, row: Row) -> tuple[SheetValue, ...]:
    """Give the cells of one indicator."""
    lines = dict(definition_lines(board, row))
    i = row.indicator
    return (i.code, i.name, *(lines.get(name) for name in DEFINITION_NAMES))
