"""Every figure of the chosen indicators, of all areas and breakdowns, with its provenance."""

from collections.abc import Iterator

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.tables.cells import marked
from indicators.briefing.tables.sheet import Sheet, SheetColumn, SheetValue
from indicators.briefing.tables.values import VALUES, value_cells
from indicators.catalogue.groups import group_label
from indicators.dossier.dossier import values_by_group
from indicators.wording.numbers import counted

PRINTED = 40  # rows, about a page; the others are looked up on the screen
COLUMNS = (
    SheetColumn("Mã", 8),
    SheetColumn("Chỉ tiêu", 36),
    SheetColumn("ĐVT", 11),
    SheetColumn("Phân tổ", 18),
    *VALUES,
)


def all_values_sheet(brief: Brief) -> Sheet:
    """Lay out all figures up to the year judged, and the plans that have none yet."""
    rows = tuple(line for row in brief.rows for line in value_rows(brief, row))
    title = "TOÀN BỘ SỐ LIỆU VÀ NGUỒN"
    notes = (*printed_note(len(rows)), brief.version_line)
    sheet = Sheet(
        "Số liệu và nguồn",
        title,
        notes,
        COLUMNS,
        rows,
        fixed=2,
        filtered=True,
        printed=PRINTED,
    )
    return marked(sheet, brief.board)


def printed_note(rows: int) -> tuple[str, ...]:
    """Say that a long list is not printed whole."""
    if rows <= PRINTED:
        return ()
    return (
        f"Danh sách để lọc và tra cứu trên máy: có {counted(rows)} dòng, bản in chỉ có "
        f"{PRINTED} dòng đầu.",
    )


def value_rows(brief: Brief, row: Row) -> Iterator[tuple[SheetValue, ...]]:
    """A line a figure, the whole first, then breakdown by breakdown."""
    i, board = row.indicator, brief.board
    for group, values in values_by_group(brief.store, board.as_of, i.code, board.scope):
        named = (i.code, i.name, row.notation.unit or None, group_label(group))
        for value in values:
            yield *named, *value_cells(row, value)
