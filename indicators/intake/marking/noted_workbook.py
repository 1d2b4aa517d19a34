"""A workbook with the findings of it: all of it stays, colours and notes are added.

openpyxl would lose charts, pictures and the results of formulas, without which the copy could not
be sent again; so only the parts that change are changed, byte by byte.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence

from indicators.intake.files.heading_words import NOTED_SHEET
from indicators.intake.files.limits import LIMITS, Limits
from indicators.intake.files.package import DAMAGE, Package
from indicators.intake.findings import Severity, UnreadableFileError
from indicators.intake.marking.finding_places import PlacedFindings
from indicators.intake.marking.general_findings import WIDTHS, FindingLine, general_lines
from indicators.intake.marking.sheet_patch import noted_sheet, text_cell
from indicators.intake.marking.style_patch import Styles
from indicators.intake.marking.xml_patch import Edit, append, elements_of, patched

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
RELATION = "rPhatHien"
TYPES = "[Content_Types].xml"
# Larger sheets would take more memory than the rest of the check.
MOST_SHEET_BYTES = 120_000_000


def noted_workbook(
    name: str,
    content: bytes,
    placed: PlacedFindings,
    remarks: Sequence[str] = (),
    limits: Limits = LIMITS,
) -> bytes | None:
    """Give a workbook with notes and colours; None when its parts are not as usual.

    `remarks` are to be said of the copy.
    """
    try:
        return _copy(Package(name, content, limits), content, placed, remarks)
    except (UnreadableFileError, StopIteration, *DAMAGE):
        return None


def _copy(
    package: Package, content: bytes, placed: PlacedFindings, remarks: Sequence[str]
) -> bytes:
    book = _part_of(package.relations(""), "officeDocument")
    relations = package.relations(book)
    styles_part = _part_of(relations, "styles")
    styles = Styles(package.read(styles_part))
    parts: dict[str, bytes] = {}
    sheets = [
        (attributes.get("name", ""), relations[attributes["id"]][1])
        for tag, attributes in package.elements(book)
        if tag == "sheet"
    ]
    for sheet, part in sheets:
        if sheet in placed.sheets:
            xml = package.read(part)
            if len(xml) > MOST_SHEET_BYTES:
                raise ValueError("too large a sheet")
            parts[part] = noted_sheet(xml, placed.sheets[sheet], styles)
    general = _general_xml(general_lines(placed.general, remarks), styles)
    parts |= _with_general(package, book, dict(sheets), general)
    parts[styles_part] = styles.xml()
    return _zipped(content, parts)


def _part_of(relations: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next(part for each, part in relations.values() if each == kind)


def _with_general(
    package: Package, book: str, sheets: Mapping[str, str], xml: bytes
) -> dict[str, bytes]:
    """Add the sheet of general findings, or replace that of an earlier copy."""
    if NOTED_SHEET in sheets:
        return {sheets[NOTED_SHEET]: xml}
    folder, file = posixpath.split(book)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    part = posixpath.join(folder, "worksheets", "phat_hien_chung.xml")
    if part in package.parts:
        raise ValueError("a part of that name")
    return {
        part: xml,
        book: _with_sheet(package.read(book), _sheet_type(package.read(rels))),
        rels: _with_relation(package.read(rels), f"/{part}"),
        TYPES: _with_type(package.read(TYPES), f"/{part}"),
    }


def _sheet_type(rels: bytes) -> str:
    types = (e.attributes.get("Type", "") for e in elements_of(rels))
    return next(each for each in types if each.endswith("/worksheet"))


def _with_sheet(book: bytes, sheet_type: str) -> bytes:
    elements = elements_of(book)
    parent = next(e for e in elements if e.path == "workbook/sheets")
    sheets = [e for e in elements if e.path == "workbook/sheets/sheet"]
    number = max(int(e.attributes["sheetId"]) for e in sheets) + 1
    reference = next(key for key in sheets[0].attributes if key.endswith(":id"))
    # Some writers declare the prefix of the references at each sheet, not at the workbook.
    prefix, space = reference.removesuffix(":id"), sheet_type.removesuffix("/worksheet")
    declared = f'xmlns:{prefix}="{space}"'
    attributes = f'name="{NOTED_SHEET}" sheetId="{number}" {declared} {reference}="{RELATION}"'
    return patched(book, append(book, parent, f"<{sheets[0].tag} {attributes}/>".encode()))


def _with_relation(rels: bytes, target: str) -> bytes:
    root, relation, *_ = elements_of(rels)
    attributes = f'Id="{RELATION}" Type="{_sheet_type(rels)}" Target="{target}"'
    return patched(rels, append(rels, root, f"<{relation.tag} {attributes}/>".encode()))


def _with_type(types: bytes, part: str) -> bytes:
    root = elements_of(types)[0]
    tag = root.tag.removesuffix("Types") + "Override"
    added = f'<{tag} PartName="{part}" ContentType="{CONTENT_TYPE}"/>'.encode()
    edits: list[Edit] = append(types, root, added)
    return patched(types, edits)


def _general_xml(lines: Sequence[FindingLine], styles: Styles) -> bytes:
    rows = []
    for number, (severity, texts) in enumerate(lines, 1):
        cells = [
            text_cell(
                "", f"{'ABCDEF'[place]}{number}", _style(styles, severity, place, len(texts)), text
            )
            for place, text in enumerate(texts)
        ]
        rows.append(f'<row r="{number}">'.encode() + b"".join(cells) + b"</row>")
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(WIDTHS, 1)
    )
    head = f'<worksheet xmlns="{MAIN}"><cols>{columns}</cols><sheetData>'.encode()
    return head + b"".join(rows) + b"</sheetData></worksheet>"


def _style(styles: Styles, severity: Severity | None, place: int, count: int) -> int:
    if severity is None:
        return styles.heading() if count > 1 else 0
    return styles.note(severity if place == 0 else None)


def _zipped(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Write the package again with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename not in parts:
                new.writestr(info.filename, old.read(info), zipfile.ZIP_DEFLATED)
        for part, xml in parts.items():
            new.writestr(part, xml, zipfile.ZIP_DEFLATED)
    return out.getvalue()
