"""A workbook made of cells as they were read: texts, numbers and merged cells, nothing else."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import CellGrid, column_letter
from indicators.intake.marking.xml_parts import workbook_text
from indicators.intake.tables.heading_rows import spread_cells
from indicators.intake.tables.stacked import tables_of

ONLY_SHEET = "Số liệu"  # the name of what has no sheets
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Text that stays text when typed over, a date, a date with time, a percentage.
GENERAL, TEXT, DATE, MOMENT, PERCENT = range(5)
FORMATS = (0, 49, 164, 165, 10)
DATE_FORMS = (("%d/%m/%Y", DATE), ("%d/%m/%Y %H:%M", MOMENT))
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(FORMATS)}">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/>'
        for number in FORMATS
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)


def plain_workbook(grids: Sequence[CellGrid]) -> bytes:
    """Write each grid as a sheet; what was typed as text stays text, never a live formula."""
    names = [grid.sheet or ONLY_SHEET for grid in grids]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in _frame(names):
            package.writestr(part, xml)
        for number, grid in enumerate(grids, 1):
            with package.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as file:
                file.writelines(piece.encode() for piece in _sheet(grid))
    return out.getvalue()


def _frame(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the parts beside the sheets."""
    numbers = range(1, len(names) + 1)
    parts = [("workbook", "sheet.main"), ("styles", "styles")]
    parts += [(f"worksheets/sheet{number}", "worksheet") for number in numbers]
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for part, kind in parts
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f"{overrides}</Types>",
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    sheets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*sheets, ("styles", "styles.xml")])
    listed = "".join(
        f'<sheet name={quoteattr(workbook_text(name))} sheetId="{n}" r:id="r{n}"/>'
        for n, name in enumerate(names, 1)
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
    )
    yield "xl/styles.xml", STYLES


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _sheet(grid: CellGrid) -> Iterator[str]:
    yield f'<worksheet xmlns="{MAIN}"><sheetFormatPr defaultColWidth="16"/><sheetData>'
    text_style = TEXT if grid.ragged else GENERAL
    for row in grid.rows:
        yield _row(row, text_style)
    yield "</sheetData>"
    merged = [
        f'<mergeCell ref="{column_letter(m.left)}{m.top}:{column_letter(m.right)}{m.bottom}"/>'
        for m in (*grid.merges, *chain.from_iterable(map(spread_cells, tables_of(grid))))
    ]
    yield f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>' if merged else ""
    yield "</worksheet>"


def _row(row: CellRow, text_style: int) -> str:
    cells = [
        _cell(f"{column_letter(place)}{row.number}", cell, text_style)
        for place, cell in enumerate(row.cells)
        if cell
    ]
    return f'<row r="{row.number}">{"".join(cells)}</row>'


def _cell(ref: str, cell: Cell, text_style: int) -> str:
    if cell.kind == "number":
        percent = cell.endswith("%")
        number = str(Decimal(cell[:-1]) / 100) if percent else repr(cell.number)
        return f'<c r="{ref}" s="{PERCENT if percent else GENERAL}"><v>{number}</v></c>'
    if cell.kind == "error" and cell.startswith("="):
        return f'<c r="{ref}"><f>{escape(workbook_text(cell[1:]))}</f></c>'
    if cell.kind == "error":
        return f'<c r="{ref}" t="e"><v>{escape(workbook_text(cell))}</v></c>'
    moment = _moment(cell) if cell.kind == "date" else None
    if moment:
        return f'<c r="{ref}" s="{moment[1]}"><v>{moment[0]}</v></c>'
    text = escape(workbook_text(cell))
    return f'<c r="{ref}" s="{text_style}" t="inlineStr"><is><t>{text}</t></is></c>'


def _moment(cell: Cell) -> tuple[float, int] | None:
    """Give the number and style of a date; None for what is no day of the calendar."""
    from openpyxl.utils.datetime import to_excel

    for form, style in DATE_FORMS:
        try:
            return to_excel(datetime.strptime(cell, form)), style
        except ValueError:
            continue
    return None
