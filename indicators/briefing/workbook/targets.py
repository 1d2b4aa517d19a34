"""What is asked of the chosen indicators: targets of city and country, yearly plans."""

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.tables.cells import marked
from indicators.briefing.tables.sheet import Column, Sheet, Value
from indicators.briefing.tables.values import exact
from indicators.catalogue.records import Target

SCOPES = {"city": "Mục tiêu thành phố", "national": "Mục tiêu cả nước", "plan": "Kế hoạch năm"}
COLUMNS = (
    Column("Mã", 8),
    Column("Chỉ tiêu", 46),
    Column("ĐVT", 11),
    Column("Loại", 18),
    Column("Năm", 7, "0"),
    Column("Mức phải đạt", 30),
    Column("Giá trị", 12),
    Column("Áp dụng từ năm", 10, "0"),
    Column("Văn bản", 34),
    Column("Mục", 18),
    Column("Ghi chú", 40),
)


def targets_sheet(brief: Brief) -> Sheet:
    """Lay out all targets and plans in force, in document order."""
    catalogue = brief.board.catalogue
    documents = {document.code: document.name for document in catalogue.documents}
    rows = tuple(
        target_cells(row, target, documents.get(target.doc, target.doc))
        for row in brief.rows
        for target in catalogue.targets
        if target.indicator == row.indicator.code
    )
    title = "MỤC TIÊU VÀ KẾ HOẠCH"
    sheet = Sheet(
        "Mục tiêu và kế hoạch", title, (brief.version_line,), COLUMNS, rows, fixed=2, filtered=True
    )
    return marked(sheet, brief.board)


def target_cells(row: Row, target: Target, document: str) -> tuple[Value, ...]:
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
        document or None,
        target.doc_ref or None,
        target.note or None,
    )
