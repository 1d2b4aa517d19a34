"""A workbook with the findings of it: all of it stays, colours and notes are added.

openpyxl would lose charts, pictures and the results of formulas, without which the copy could not
be sent again; so only the parts that change are written anew.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

from indicators.intake.files.grid import column_letter
from indicators.intake.files.heading_words import NOTED_SHEET
from indicators.intake.files.package import DAMAGE, Package, relations_part
from indicators.intake.findings import Severity, UnreadableFileError
from indicators.intake.marking.finding_places import PlacedFindings
from indicators.intake.marking.general_findings import WIDTHS, FindingLine, general_lines
from indicators.intake.marking.noted_sheet import NAMESPACES, write_noted_sheet
from indicators.intake.marking.styles import Styles
from indicators.intake.marking.xml_parts import child, text_cell, tree_of, xml_of

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
RELATION = "rPhatHien"
TYPES = "[Content_Types].xml"


def noted_workbook(
    package: Package, placed: PlacedFindings, remarks: Sequence[str] = ()
) -> bytes | None:
    """Give a workbook with notes and colours; None when its parts are not as usual.

    `remarks` are to be attributes of the copy.
    """
    try:
        return _copy(package, placed, remarks)
    except (UnreadableFileError, StopIteration, etree.LxmlError, *DAMAGE):
        return None


def _copy(package: Package, placed: PlacedFindings, remarks: Sequence[str]) -> bytes:
    book = _part_of(package.relations(""), "officeDocument")
    relations = package.relations(book)
    styles_part = _part_of(relations, "styles")
    styles = Styles(package.read(styles_part))
    sheets = {
        attributes.get("name", ""): relations[attributes["id"]][1]
        for tag, attributes in package.elements(book)
        if tag == "sheet"
    }
    noted = {part: placed.sheets[name] for name, part in sheets.items() if _is_noted(placed, name)}
    parts = _with_general(package, book, sheets, general_lines(placed.general, remarks), styles)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for part, notes in noted.items():
            with package.open(part) as old, copy.open(part, "w", force_zip64=True) as new:
                write_noted_sheet(old, notes, styles, new)
        parts[styles_part] = styles.xml()
        for part in sorted(package.parts - noted.keys() - parts.keys()):
            copy.writestr(part, package.read(part))
        for part, xml in parts.items():
            copy.writestr(part, xml)
    return out.getvalue()


def _is_noted(placed: PlacedFindings, sheet: str) -> bool:
    notes = placed.sheets.get(sheet)
    return notes is not None and bool(notes.lines or notes.cells or notes.existing)


def _part_of(relations: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next(part for each, part in relations.values() if each == kind)


def _with_general(
    package: Package,
    book: str,
    sheets: Mapping[str, str],
    lines: Sequence[FindingLine],
    styles: Styles,
) -> dict[str, bytes]:
    """Add the sheet of general findings, or replace that of an earlier copy."""
    general = _general_xml(lines, styles)
    if NOTED_SHEET in sheets:
        return {sheets[NOTED_SHEET]: general}
    part = posixpath.join(posixpath.dirname(book), "worksheets", "phat_hien_chung.xml")
    if part in package.parts:
        raise ValueError("a part of that name")
    rels, types = package.named(relations_part(book)), package.named(TYPES)
    return {
        part: general,
        book: _with_sheet(package.read(book)),
        rels: _with_relation(package.read(rels), f"/{part}"),
        types: _with_type(package.read(types), f"/{part}"),
    }


def _with_sheet(book: bytes) -> bytes:
    root = tree_of(book)
    sheets = root.findall("{*}sheets/{*}sheet")
    number = max(int(each.get("sheetId")) for each in sheets) + 1
    reference = next(key for key in sheets[0].attrib if key.endswith("}id"))
    added = child(sheets[0].getparent(), "sheet", name=NOTED_SHEET, sheetId=number)
    added.set(reference, RELATION)
    return xml_of(root)


def _with_relation(rels: bytes, target: str) -> bytes:
    root = tree_of(rels)
    kind = next(each.get("Type") for each in root if each.get("Type").endswith("/worksheet"))
    child(root, "Relationship", Id=RELATION, Type=kind, Target=target)
    return xml_of(root)


def _with_type(types: bytes, part: str) -> bytes:
    root = tree_of(types)
    child(root, "Override", PartName=part, ContentType=CONTENT_TYPE)
    return xml_of(root)


def _general_xml(lines: Sequence[FindingLine], styles: Styles) -> bytes:
    out = io.BytesIO()
    # Elements without a namespace take on that of the sheet as they are written.
    with etree.xmlfile(out, encoding="UTF-8") as xml, xml.element("worksheet", xmlns=NAMESPACES[0]):
        columns = etree.Element("cols")
        for number, width in enumerate(WIDTHS, 1):
            child(columns, "col", min=number, max=number, width=width, customWidth=1)
        xml.write(columns)
        with xml.element("sheetData"):
            for number, (severity, texts) in enumerate(lines, 1):
                row = etree.Element("row", r=str(number))
                for place, text in enumerate(texts):
                    style = _style(styles, severity, place, len(texts))
                    row.append(text_cell(row, f"{column_letter(place)}{number}", style, text))
                xml.write(row)
    return out.getvalue()


def _style(styles: Styles, severity: Severity | None, place: int, count: int) -> int:
    if severity is None:
        return styles.heading() if count > 1 else 0
    return styles.note(severity if place == 0 else None)
