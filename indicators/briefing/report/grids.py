"""Native tables: head rows repeated on every page, rows kept whole, words for screen readers.

Written as XML in one go: a cell at a time through python-docx takes seconds for a long table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from docx.table import _Cell

from indicators.briefing.report.draft import Draft
from indicators.briefing.report.legible import legible
from indicators.typesetting.columns import GridColumn, TextCell, TextCells, fitted
from indicators.typesetting.xml_text import xml_text

LAST_ROWS = 3  # of a table that stay with what follows it
SMALLER = 1.5  # points by which what stands below a figure is smaller
# A rule below the text of a cell would be shorter by what offices leave free at its sides.
NO_EDGES = (
    f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    "</w:tblCellMar>"
)
HEAD_GROUND, GROUP_GROUND = "E7E6E6", "F5F5F5"


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks: type in points, weight, side, ground; if it stays with what follows."""

    size: float
    bold: bool = False
    side: str = "left"
    ground: str = ""
    stays: bool = False


def add_grid(
    draft: Draft,
    columns: Sequence[GridColumn],
    rows: Sequence[TextCells],
    *,
    description: str,
    size: float = 12,
    ends: bool = False,
) -> None:
    """Write a table; `description` says what is in it to those who do not see it.

    Of a table that `ends` a document the last rows stay on the page of what follows it.
    """
    columns = fitted(columns, rows, size)
    kept = len(rows) - (LAST_ROWS if ends else 0)
    lines = "".join(
        row_xml(columns, cells, size, stays=place >= kept) for place, cells in enumerate(rows)
    )
    widths = "".join(f'<w:gridCol w:w="{column.twips}"/>' for column in columns)
    whole = sum(column.twips for column in columns)
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:firstRow="1" w:noVBand="1"/>'
        f'<w:tblDescription w:val="{xml_text(legible(description))}"/></w:tblPr>'
        f"<w:tblGrid>{widths}</w:tblGrid>{head_xml(columns, size)}{lines}</w:tbl>"
    )
    draft.document.element.body._insert_tbl(parse_xml(xml))


def head_xml(columns: Sequence[GridColumn], size: float) -> str:
    """Write the head, which every page of the table repeats."""
    face = CellStyle(size, bold=True, side="center", ground=HEAD_GROUND, stays=True)
    cells = "".join(cell_xml(column.heading, column.twips, face) for column in columns)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def row_xml(
    columns: Sequence[GridColumn], cells: TextCells, size: float, *, stays: bool = False
) -> str:
    """Write a row, or a heading over all columns; that one stays with the row below it."""
    if len(cells) == 1:
        whole = sum(column.twips for column in columns)
        face = CellStyle(size, bold=True, ground=GROUP_GROUND, stays=True)
        inside = cell_xml(cells[0], whole, face, span=len(columns))
    else:
        inside = "".join(
            cell_xml(text, column.twips, CellStyle(size, side=column.side, stays=stays))
            for text, column in zip(cells, columns, strict=True)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def cell_xml(text: TextCell, width: int, face: CellStyle, span: int = 1) -> str:
    """Write one cell."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    ground = face.ground and f'<w:shd w:val="clear" w:color="auto" w:fill="{face.ground}"/>'
    middle = '<w:vAlign w:val="center"/>' if face.ground else ""
    first, below = (text, "") if isinstance(text, str) else text
    small = f"<w:r>{type_xml(face, SMALLER)}<w:br/>{text_xml(below)}</w:r>" if below else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{ground}{middle}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{"<w:keepNext/>" if face.stays else ""}'
        f'<w:jc w:val="{face.side}"/></w:pPr>'
        f"<w:r>{type_xml(face)}{text_xml(first)}</w:r>{small}</w:p></w:tc>"
    )


def type_xml(face: CellStyle, smaller: float = 0) -> str:
    """Set size and weight of a cell's type."""
    weight = "<w:b/><w:bCs/>" if face.bold else ""
    half = round((face.size - smaller) * 2)
    return f'<w:rPr>{weight}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'


def text_xml(text: str) -> str:
    """Write the letters of a cell."""
    return f'<w:t xml:space="preserve">{xml_text(legible(text))}</w:t>'


def unruled(draft: Draft, widths: Sequence[Length], rows: int) -> list[tuple[_Cell, ...]]:
    """Set blocks of text beside each other; the cells row by row."""
    pair = draft.document.add_table(rows, len(widths))
    pair.alignment, pair.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    pair._tbl.tblPr.insert_element_before(parse_xml(NO_EDGES), "w:tblLook")
    for column, width in zip(pair.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for row in pair.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return [row.cells for row in pair.rows]
