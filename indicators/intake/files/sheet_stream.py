"""The cells of one sheet of a workbook, straight from its XML.

openpyxl takes 50 s for 200 000 rows and forgets which cells are formulas without a result;
python-calamine forgets the number formats, by which 0,85 may mean 85%. So the cells are read here,
and only dates with openpyxl.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from indicators.intake.files.cell import Cell
from indicators.intake.files.cell_styles import PLAIN, CellStyle
from indicators.intake.files.grid import GridRows, Merge, column_letter
from indicators.intake.files.number_cells import date_text, number_cell
from indicators.intake.files.package import Attributes, local
from indicators.intake.files.rich_text import RichText, Text, plain_text, text_cell

TEXTS = ("s", "b", "str", "inlineStr")
MOST_COLUMNS = 16_384
MOST_MERGED_ROWS, MOST_MERGES = 3_000_000, 200_000
MOST_FORMULA = 200
RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Shared:
    """What the sheets of a workbook share."""

    strings: Sequence[Text]
    styles: Sequence[CellStyle]
    since_1904: bool
    # The writing program asked that formulas be computed on opening: a zero is no result yet.
    uncomputed: bool


@dataclass(slots=True)
class RawCell:
    """The cell that is being read."""

    place: int = 0
    type: str = "n"
    style: int = 0
    formula: list[str] | None = None
    value: list[str] = field(default_factory=list)
    is_rich: bool = False


@lru_cache(maxsize=MOST_COLUMNS)
def place_of(letters: str) -> int:
    """Give the place from 0 of a column by its letters; raises ValueError past the last one."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    if not 0 < place <= MOST_COLUMNS or not letters.isalpha():
        raise ValueError(letters)
    return place - 1


class SheetStream:
    """Takes the elements of a sheet and collects its rows and merged ranges."""

    def __init__(self, shared: Shared, rows: GridRows) -> None:
        self._shared, self._rows = shared, rows
        self._row: dict[int, Cell] = {}
        self._number = 0
        self._raw: RawCell | None = None
        self._next_place = 0
        self._into: list[str] | None = None
        self._rich = RichText()
        self._known: dict[tuple[int, str, int, Text], Cell] = {}
        self._blanks: list[Cell] = []
        self._merged_rows = 0
        self.merges: list[Merge] = []

    @property
    def handlers(self) -> dict[str, Callable[..., None]]:
        """Give the handlers for expat."""
        return {
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
        }

    def _start(self, tag: str, attributes: Attributes) -> None:
        tag = local(tag) if ":" in tag else tag
        if tag == "c":
            self._start_cell(attributes)
        elif self._raw is not None:
            self._start_inside(tag, attributes, self._raw)
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "mergeCell":
            self._merge(attributes["ref"])

    def _start_row(self, attributes: Attributes) -> None:
        number = int(attributes["r"]) if "r" in attributes else self._number + 1
        if number <= self._number:
            raise ValueError("rows out of order")
        self._number, self._next_place = number, 0
        self._row = {}

    def _start_cell(self, attributes: Attributes) -> None:
        place = (
            place_of(attributes["r"].rstrip("0123456789"))
            if "r" in attributes
            else self._next_place
        )
        self._next_place = place + 1
        self._raw = RawCell(place, attributes.get("t", "n"), int(attributes.get("s", 0)))

    def _start_inside(self, tag: str, attributes: Attributes, raw: RawCell) -> None:
        if tag == "v" or (tag == "t" and not raw.is_rich):
            self._into = raw.value
        elif tag == "f":
            self._into = raw.formula = []
        elif tag != "is":
            raw.is_rich = True
            self._rich.start(tag, attributes)

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)
        elif self._raw is not None and self._raw.is_rich:
            self._rich.text(text)

    def _end(self, tag: str) -> None:
        tag = local(tag) if ":" in tag else tag
        if tag == "c" and self._raw is not None:
            self._end_cell(self._raw)
            self._raw = None
        elif tag == "row":
            self._end_row()
        elif self._raw is not None and self._raw.is_rich:
            self._rich.end(tag)
        self._into = None

    def _end_cell(self, raw: RawCell) -> None:
        rich = self._rich.take() if raw.is_rich else ""
        if raw.formula is None and not raw.value and not rich:
            return
        if raw.formula is not None and self._unfinished(raw):
            text = f"={''.join(raw.formula)[:MOST_FORMULA]}"
            self._row[raw.place] = Cell(text, kind="error", column=column_letter(raw.place))
            return
        key = (raw.place, raw.type, raw.style, rich or "".join(raw.value))
        cell = self._known.get(key)
        if cell is None:
            cell = self._known[key] = self._cell(*key)
            self._rows.refuse_long(self._number, cell.column, cell)
        if cell:
            self._row[raw.place] = cell

    def _unfinished(self, raw: RawCell) -> bool:
        """Say whether a formula has no result of its own in the file."""
        value = "".join(raw.value).strip()
        if raw.type == "str" and not self._shared.uncomputed:
            return False
        if not value or (self._shared.uncomputed and value == "0"):
            return True
        # No spreadsheet writes a zero as 0.0; a library that does not compute formulas does.
        return raw.type == "n" and float(value) == 0 and (value != "0" or self._shared.uncomputed)

    def _cell(self, place: int, kind: str, style: int, value: Text) -> Cell:
        column = column_letter(place)
        styles = self._shared.styles
        look = styles[style] if style < len(styles) else PLAIN
        if not isinstance(value, str):
            return text_cell(value, look, column)
        if kind == "e":
            return Cell(value, kind="error", column=column)
        if kind == "d":
            return Cell(date_text(datetime.fromisoformat(value)), None, "date", column)
        if kind in TEXTS or not value.strip():
            return text_cell(self._text_of(kind, value), look, column)
        return number_cell(value, look, column, since_1904=self._shared.since_1904)

    def _text_of(self, kind: str, value: str) -> Text:
        if kind == "s":
            return self._shared.strings[int(value)]
        if kind == "b":
            return "FALSE" if value == "0" else "TRUE"
        return plain_text(value)

    def _end_row(self) -> None:
        if self._row:
            width = max(self._row) + 1
            while len(self._blanks) < width:
                self._blanks.append(Cell("", column=column_letter(len(self._blanks))))
            cells = self._blanks[:width]
            for place, cell in self._row.items():
                cells[place] = cell
            self._rows.add([(self._number, cells)])
        self._row = {}

    def _merge(self, ref: str) -> None:
        found = RANGE.fullmatch(ref)
        if found:
            top, bottom = int(found[2]), int(found[4])
            self.merges.append(Merge(top, bottom, place_of(found[1]), place_of(found[3])))
            self._merged_rows += abs(bottom - top) + 1
        if self._merged_rows > MOST_MERGED_ROWS or len(self.merges) > MOST_MERGES:
            raise ValueError("merged ranges overlap")
