"""The list of sources as a table to take away."""

from collections.abc import Sequence

from indicators.board.board import Board, version_line
from indicators.briefing.tables.cells import marked
from indicators.briefing.tables.sheet import Sheet, SheetColumn
from indicators.quality.sources import Source

COLUMNS = (
    SheetColumn("Nguồn", 40),
    SheetColumn("Số văn bản", 20),
    SheetColumn("Ngày văn bản", 13, "dd/mm/yyyy"),
    SheetColumn("Liên kết", 50),
    SheetColumn("Chỉ tiêu", 40),
    SheetColumn("Từ năm", 8, "0"),
    SheetColumn("Đến năm", 8, "0"),
    SheetColumn("Số liệu", 9, "0"),
    SheetColumn("Từ phiên bản", 9, "0"),
)


def sources_sheet(board: Board, sources: Sequence[Source], agency: str = "") -> Sheet:
    """Lay out the sources, all or those of one agency's indicators."""
    rows = tuple(
        (
            each.name,
            each.document,
            each.document_date,
            each.link,
            ", ".join(each.indicators),
            each.first,
            each.last,
            each.figures,
            each.since,
        )
        for each in sources
    )
    whose = f", chỉ tiêu do {agency} chủ trì" if agency else ""
    title = f"NGUỒN SỐ LIỆU{whose}"
    sheet = Sheet("Nguồn số liệu", title, (version_line(board),), COLUMNS, rows)
    return marked(sheet, board)
