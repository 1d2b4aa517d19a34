"""The notes and colours of findings, put into a sheet row by row, so that it may be a large one."""

from collections import defaultdict
from copy import deepcopy
from typing import IO

from lxml import etree

from indicators.intake.files.grid import column_letter
from indicators.intake.files.sheet_stream import place_of
from indicators.intake.findings import Severity
from indicators.intake.marking.finding_places import SheetNotes
from indicators.intake.marking.styles import Styles
from indicators.intake.marking.xml_parts import (
    SAFE,
    Element,
    like,
    refuse_doctype,
    text_cell,
    xml_of,
)
from indicators.intake.tables.notes_column import HEADING

# A sheet as Office writes it, and as the strict form of the standard has it.
NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
# The comment that stands for the rows where the rest of a sheet is written.
ROWS_HERE = "ROWS STAND HERE"
# In characters of the usual font; a little less than fits is counted for the height of a row.
NOTE_WIDTH, LINE_LENGTH, LINE_HEIGHT = 75, 65, 15.75


def write_noted_sheet(part: IO[bytes], notes: SheetNotes, styles: Styles, out: IO[bytes]) -> None:
    """Write a sheet with the notes in their column and the cells coloured; raises ValueError."""
    marker = _RowMarker(notes, styles)
    data, declared = None, b""
    names = [f"{{{space}}}{name}" for space in NAMESPACES for name in ("row", "sheetData")]
    for _, element in etree.iterparse(part, tag=names, **SAFE):
        if data is None:
            data = element if element.tag.endswith("sheetData") else element.getparent()
            refuse_doctype(data)
            declared = _declared(data)
            out.write(_around(data.getroottree().getroot(), notes)[0])
        if element is data:
            continue
        marker.mark(element)
        written = etree.tostring(element, encoding="UTF-8", with_tail=False)
        out.write(written.replace(declared, b"", 1))
        element.clear()
        while element.getprevious() is not None:
            del data[0]
    if data is None:
        raise ValueError("no rows in the sheet")
    out.write(_around(data.getroottree().getroot(), notes)[1])


def _around(root: Element, notes: SheetNotes) -> tuple[bytes, bytes]:
    """Give what stands before the rows of a sheet, and what behind them."""
    sheet = deepcopy(root)
    data = sheet.find("{*}sheetData")
    data[:] = [etree.Comment(ROWS_HERE)]
    data.text = None
    if notes.lines:
        _make_room(sheet, data, notes.place + 1)
    before, after = xml_of(sheet).split(f"<!--{ROWS_HERE}-->".encode(), 1)
    return before, after


def _declared(data: Element) -> bytes:
    """Give the declarations of namespaces that the library repeats at each row it writes."""
    row = etree.SubElement(data, f"{data.tag.removesuffix('sheetData')}row")
    written: bytes = etree.tostring(row, with_tail=False)
    data.remove(row)
    return written[written.index(b" ") : -len(b"/>")]


def _make_room(sheet: Element, data: Element, number: int) -> None:
    """Give the column of the notes its width; a run of columns is split around it."""
    columns = sheet.find("{*}cols")
    if columns is None:
        columns = like(sheet, "cols", {})
        data.addprevious(columns)
    runs = []
    for run in columns:
        first, last = int(run.get("min")), int(run.get("max"))
        parts = [(first, min(last, number - 1)), (max(first, number + 1), last)]
        for low, high in parts:
            if low <= high:
                runs.append(deepcopy(run))
                runs[-1].attrib.update({"min": str(low), "max": str(high)})
    attributes = {"min": number, "max": number, "width": NOTE_WIDTH, "customWidth": 1}
    columns[:] = sorted(
        [*runs, like(sheet, "col", attributes)], key=lambda column: int(column.get("min"))
    )


class _RowMarker:
    """Marks the rows of a sheet as they come."""

    def __init__(self, notes: SheetNotes, styles: Styles) -> None:
        self._notes, self._styles = notes, styles
        self._number = 0
        self._by_row: dict[int, dict[int, Severity]] = defaultdict(dict)
        for (row, place), severity in notes.cells.items():
            self._by_row[row][place] = severity

    def mark(self, row: Element) -> None:
        """Colour cells of a row, and put its note, or the heading of the notes, in its place."""
        self._number = int(row.get("r", self._number + 1))
        noted = self._number in self._notes.lines
        headed = self._number in self._notes.headings
        colours = self._by_row.pop(self._number, {})
        if noted or headed or colours or self._notes.existing or self._styles.used_before:
            self._mark(row, colours, noted=noted, headed=headed)
        if noted:
            self._fit(row)

    def _mark(
        self, row: Element, colours: dict[int, Severity], *, noted: bool, headed: bool
    ) -> None:
        place = self._notes.place
        cells = _cells_of(row)
        others = [each for each in row if each not in cells.values()]
        before = max((each for each in cells if each < place), default=None)
        style = 0 if before is None else int(cells[before].get("s", 0))
        if self._notes.existing or noted or headed:
            cells.pop(place, None)
        for each in colours.keys() - cells.keys():
            cells[each] = like(row, "c", {"r": self._ref(each)})
        for each in cells if self._styles.used_before else colours.keys() & cells.keys():
            self._colour(cells[each], colours.get(each))
        if noted or headed:
            cells[place] = self._note(row, style, noted=noted)
        row[:] = [*(cells[each] for each in sorted(cells)), *others]

    def _colour(self, cell: Element, severity: Severity | None) -> None:
        old = int(cell.get("s", 0))
        new = self._styles.plain(old) if severity is None else self._styles.coloured(old, severity)
        if new != old:
            cell.set("s", str(new))

    def _note(self, row: Element, style: int, *, noted: bool) -> Element:
        ref = self._ref(self._notes.place)
        if not noted:
            return text_cell(row, ref, self._styles.plain(style), HEADING)
        worst = self._styles.note(self._notes.worst(self._number))
        return text_cell(row, ref, worst, self._notes.note(self._number))

    def _ref(self, place: int) -> str:
        return f"{column_letter(place)}{self._number}"

    def _fit(self, row: Element) -> None:
        """Make a row as high as its note needs; not every program does so by itself."""
        row.attrib.pop("spans", None)
        note = self._notes.note(self._number)
        lines = sum(1 + (len(line) - 1) // LINE_LENGTH for line in note.split("\n"))
        needed = lines * LINE_HEIGHT
        if lines > 1 and float(row.get("ht", 0)) < needed:
            row.attrib.update({"ht": f"{needed:g}", "customHeight": "1"})


def _cells_of(row: Element) -> dict[int, Element]:
    """Give the cells of a row by their place."""
    cells: dict[int, Element] = {}
    place = -1
    for cell in row.iterchildren(f"{row.tag.removesuffix('row')}c"):
        ref = cell.get("r")
        place = place + 1 if ref is None else place_of(ref.rstrip("0123456789"))
        cells[place] = cell
    return cells
