"""Workbooks and old encodings made for the tests."""

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from indicators.intake.files.legacy import TCVN3, VNI

TONES = "\u0300\u0301\u0303\u0309\u0323"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(*sheets: Sequence[Sequence[object]], **names: Sequence[Sequence[object]]) -> bytes:
    """Save rows as sheets; those without a name are called So lieu, So lieu1…"""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        fill(book.create_sheet("So lieu"), rows)
    for name, rows in names.items():
        fill(book.create_sheet(name), rows)
    return saved(book)


def fill(sheet, rows: Iterable[Sequence[object]]) -> None:
    for row in rows:
        sheet.append(list(row))


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def raw_workbook(
    rows: str, *, after: str = "", book: str = "", parts: dict[str, bytes] | None = None
) -> bytes:
    """Zip up a workbook of one sheet whose XML of rows is given as it is."""
    content = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": rels("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": rels("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": (
            f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
            f"</sheets>{book}</workbook>"
        ).encode(),
        "xl/worksheets/sheet1.xml": (
            f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"
        ).encode(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (content | (parts or {})).items():
            archive.writestr(name, data)
    return stream.getvalue()


def rels(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    ).encode()


def in_tcvn3(text: str) -> bytes:
    return _typed(text, {meant: typed for typed, meant in TCVN3.items()})


def in_vni(text: str) -> bytes:
    return _typed(text, {meant: typed for typed, meant in reversed(VNI.items())})


def _typed(text: str, letters: dict[str, str]) -> bytes:
    return "".join(letters.get(letter, letter) for letter in text).encode("latin-1")


def in_1258(text: str) -> bytes:
    return b"".join(_letter_in_1258(letter) for letter in unicodedata.normalize("NFC", text))


def _letter_in_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        base = "".join(part for part in parts if part not in TONES)
        tone = "".join(part for part in parts if part in TONES)
        return (unicodedata.normalize("NFC", base) + tone).encode("cp1258")
