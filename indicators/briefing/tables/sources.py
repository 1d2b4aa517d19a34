"""The list of sources as a table to take away."""

from collections.abc import Sequence

from indicators.board.board import Board, version_line
from indicators.briefing.tables.cells import marked
from indicators.briefing.tables.sheet import Column, Sheet
from indicators.quality.sources import Source

COLUMNS = (
    Column("Nguồn", 40),
    Column("Số văn bản", 20),
    Column("Ngày văn bản", 13, "dd/mm/yyyy"),
    Column("Liên kết", 50),
    Column("Chỉ tiêu", 40),
    Column("Từ năm", 8, "0"),
    Column("Đến năm", 8, "0"),
    Column("Số liệu", 9, "0"),
    Column("Từ phiên bản", 9, "0"),
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
