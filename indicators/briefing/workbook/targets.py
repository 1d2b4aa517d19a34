"""What is asked of the chosen indicators: targets of city and country, yearly plans."""

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.tables.cells import marked
from indicators.briefing.tables.sheet import Sheet, SheetColumn, SheetValue
from indicators.briefing.tables.values import exact
from indicators.catalogue.records import Target

SCOPES = {"city": "Mục tiêu thành phố", "national": "Mục tiêu cả nước", "plan": "Kế hoạch năm"}
COLUMNS = (
    SheetColumn("Mã", 8),
    SheetColumn("Chỉ tiêu", 60),
    SheetColumn("ĐVT", 11),
    SheetColumn("Loại", 18),
    SheetColumn("Năm", 7, "0"),
    SheetColumn("Mức phải đạt", 30),
    SheetColumn("Giá trị", 12),
    SheetColumn("Áp dụng từ năm", 10, "0"),
    SheetColumn("Văn bản", 16),
    SheetColumn("Mục", 22),
    SheetColumn("Ghi chú", 40),
)


def targets_sheet(brief: Brief) -> Sheet:
    """Lay out all targets and plans in force, in document order."""
    catalogue = brief.board.catalogue
    rows = tuple(
        target_cells(row, target)
        for row in brief.rows
        for target in catalogue.targets_by_indicator.get(row.indicator.code, ())
    )
    title = "MỤC TIÊU VÀ KẾ HOẠCH"
    sheet = Sheet(
        "Mục tiêu và kế hoạch", title, (brief.version_line,), COLUMNS, rows, fixed=2, filtered=True
    )
    return marked(sheet, brief.board)


def target_cells(row: Row, target: Target) -> tuple[SheetValue, ...]:
    """Give the cells of one target."""
    i = row.indicator
    return (
        i.code,
        i.name,
        row.notation.unit or None,
        SCOPES[target.scope],
        target.year,
        row.notation.target(target),
        exact(row.notation, target.value),
        target.from_year,
        target.doc or None,
        target.doc_ref or None,
        target.note or None,
    )
