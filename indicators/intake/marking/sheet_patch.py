"""The notes and colours of findings, put into the XML of a sheet without touching the rest."""

from collections.abc import Callable

from indicators.intake.files.grid import column_letter
from indicators.intake.files.package import Attributes, local
from indicators.intake.files.sheet_stream import place_of
from indicators.intake.marking.finding_places import SheetNotes
from indicators.intake.marking.style_patch import Styles
from indicators.intake.marking.xml_patch import (
    Edit,
    end_of_element,
    end_of_tag,
    is_closing,
    parser_of,
    patched,
    with_attributes,
    workbook_text,
)
from indicators.intake.tables.notes_column import HEADING

# In characters of the usual font; a little less than fits is counted for the height of a row.
NOTE_WIDTH, LINE_LENGTH, LINE_HEIGHT = 75, 65, 15.75


def noted_sheet(xml: bytes, notes: SheetNotes, styles: Styles) -> bytes:
    """Give a sheet with the notes in their column and the cells coloured; raises ValueError."""
    if not (notes.lines or notes.cells or notes.existing):
        return xml
    patch = _SheetPatch(xml, notes, styles)
    return patched(xml, patch.edits)


def _height(row: Attributes, note: str) -> dict[str, str | None]:
    """Make a row as high as its note needs; not every program does so by itself."""
    lines = sum(1 + (len(line) - 1) // LINE_LENGTH for line in note.split("\n"))
    needed = lines * LINE_HEIGHT
    if lines == 1 or float(row.get("ht", 0)) >= needed:
        return {}
    return {"ht": f"{needed:g}", "customHeight": "1"}


def text_cell(prefix: str, ref: str, style: int, text: str) -> bytes:
    """Write a cell of text."""
    return (
        f'<{prefix}c r="{ref}" s="{style}" t="inlineStr"><{prefix}is><{prefix}t '
        f'xml:space="preserve">{workbook_text(text)}</{prefix}t></{prefix}is></{prefix}c>'
    ).encode()


class _SheetPatch:
    """Walks through a sheet once and collects the edits; `_left` are the cells still to come."""

    def __init__(self, xml: bytes, notes: SheetNotes, styles: Styles) -> None:
        self._xml, self._notes, self._styles = xml, notes, styles
        self.edits: list[Edit] = []
        self._row, self._place, self._style = 0, -1, 0
        self._left: list[int] = []
        self._replaced: tuple[int, bytes] | None = None
        self._after_cols: int | None = None
        self._by_row: dict[int, list[int]] = {}
        for row, place in sorted(notes.cells):
            self._by_row.setdefault(row, []).append(place)
        self._starts: dict[str, Callable[[str, Attributes], None]] = {
            "c": self._start_cell, "row": self._start_row, "col": self._start_col,
            "sheetData": self._start_data,
        }  # fmt: skip
        self._parser = parser_of(xml)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(xml, True)

    @property
    def _at(self) -> int:
        return self._parser.CurrentByteIndex

    def _start(self, tag: str, attributes: Attributes) -> None:
        name = local(tag) if ":" in tag else tag
        if name in self._starts:
            self._starts[name](tag.removesuffix(name), attributes)

    def _end(self, tag: str) -> None:
        name = local(tag) if ":" in tag else tag
        if name == "c" and self._replaced is not None:
            start, text = self._replaced
            self.edits.append((start, end_of_element(self._xml, tag, self._at), text))
            self._replaced = None
        elif name == "row" and self._left:
            self._refuse_empty(tag)
            self._insert_before(tag.removesuffix(name), None)
        elif name == "cols" and self._after_cols is None:
            self._refuse_empty(tag)
            self._after_cols = self._at

    def _start_row(self, _: str, attributes: Attributes) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._place, self._style = -1, 0
        has_note = self._row in self._notes.lines or self._row in self._notes.headings
        own = [self._notes.place] if has_note else []
        self._left = sorted({*self._by_row.get(self._row, []), *own})
        if self._row in self._notes.lines:
            self._rewrite_head(**_height(attributes, self._notes.note(self._row)), spans=None)

    def _start_cell(self, prefix: str, attributes: Attributes) -> None:
        if not self._left and not self._notes.existing and not self._styles.used_before:
            return
        place = (
            place_of(attributes["r"].rstrip("0123456789")) if "r" in attributes else self._place + 1
        )
        self._insert_before(prefix, place)
        style = int(attributes.get("s", 0))
        if place == self._notes.place:
            mine = self._left[:1] == [place]
            if mine or self._notes.existing:
                self._replaced = (self._at, self._cell(prefix, place) if mine else b"")
        elif self._left[:1] == [place]:
            severity = self._notes.cells[self._row, place]
            self._rewrite_head(s=str(self._styles.coloured(style, severity)))
        elif self._styles.plain(style) != style:
            self._rewrite_head(s=str(self._styles.plain(style)))
        if self._left[:1] == [place]:
            self._left.pop(0)
        self._place, self._style = place, style

    def _insert_before(self, prefix: str, place: int | None) -> None:
        """Write the cells that the sheet lacks before a place, or before the end of the row."""
        while self._left and (place is None or self._left[0] < place):
            self.edits.append((self._at, self._at, self._cell(prefix, self._left.pop(0))))

    def _cell(self, prefix: str, place: int) -> bytes:
        ref = f"{column_letter(place)}{self._row}"
        if place != self._notes.place:
            style = self._styles.coloured(0, self._notes.cells[self._row, place])
            return f'<{prefix}c r="{ref}" s="{style}"/>'.encode()
        if self._row in self._notes.lines:
            style = self._styles.note(self._notes.worst(self._row))
            return text_cell(prefix, ref, style, self._notes.note(self._row))
        return text_cell(prefix, ref, self._styles.plain(self._style), HEADING)

    def _refuse_empty(self, tag: str) -> None:
        """Refuse <cols/> and <row/>, into which nothing can be put; no program writes them here."""
        if not is_closing(self._xml, tag, self._at):
            raise ValueError("nothing can be put inside")

    def _rewrite_head(self, **attributes: str | None) -> None:
        end = end_of_tag(self._xml, self._at)
        self.edits.append((self._at, end, with_attributes(self._xml[self._at : end], **attributes)))

    def _start_col(self, prefix: str, attributes: Attributes) -> None:
        """Split a run of columns that covers that of the notes."""
        number = self._notes.place + 1
        first, last = int(attributes["min"]), int(attributes["max"])
        if first > number and self._after_cols is None:
            self._after_cols = self._at
        if not first <= number <= last or not self._notes.lines:
            return
        end = end_of_tag(self._xml, self._at)
        head = self._xml[self._at : end]
        if not head.endswith(b"/>"):
            raise ValueError("a column is never written so")
        parts = [(first, number - 1), (number + 1, last)]
        before, after = (
            with_attributes(head, min=str(low), max=str(high)) if low <= high else b""
            for low, high in parts
        )
        self.edits.append((self._at, end, before + self._column(prefix) + after))
        self._after_cols = -1

    def _start_data(self, prefix: str, _: Attributes) -> None:
        if self._after_cols == -1 or not self._notes.lines:
            return
        column = self._column(prefix)
        if self._after_cols is None:
            column = f"<{prefix}cols>".encode() + column + f"</{prefix}cols>".encode()
        at = self._at if self._after_cols is None else self._after_cols
        self.edits.append((at, at, column))

    def _column(self, prefix: str) -> bytes:
        number = self._notes.place + 1
        attributes = f'min="{number}" max="{number}" width="{NOTE_WIDTH}" customWidth="1"'
        return f"<{prefix}col {attributes}/>".encode()
