"""The cells of a sheet as they lie there, before anybody asks what they mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indicators.intake.files.cell import Cell, CellKind, CellRow
from indicators.intake.files.looks import without_footnotes
from indicators.intake.findings import UnreadableFileError
from indicators.settings.sections import Limits
from indicators.wording.letters import visible

# Title lines, blank ones and signatures around the data are not counted as rows of it.
ROWS_AROUND = 1000
# How exports keep a text from being taken for a number: ="010".
QUOTED = re.compile(r'="([^"]*)"')
# What spreadsheets write into a text file for a formula that failed.
FAILED = re.compile(r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: rows from 1, places (columns) from 0, both ends included."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class CellGrid:
    """The rows of a sheet that hold something, in order.

    `separator` is what stood between the cells of a text file, '' in a workbook.
    """

    sheet: str
    rows: tuple[CellRow, ...]
    merges: tuple[Merge, ...] = ()
    separator: str = ""

    @property
    def texts(self) -> set[str]:
        """The different texts of the sheet."""
        return set().union(*(row.cells for row in self.rows))

    @property
    def ragged(self) -> bool:
        """Say whether a row may have more or fewer cells than its heading, as in a text file."""
        return bool(self.separator)


@lru_cache(maxsize=1024)
def column_letter(place: int) -> str:
    """Give the letters a spreadsheet shows over the column at a place from 0."""
    letters, left = "", place + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


class GridRows:
    """Collects the rows that hold something, and refuses more than the limits allow."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._cells = 0
        self.rows: list[CellRow] = []

    def add(self, numbered: Iterable[tuple[int, Sequence[Cell]]]) -> None:
        """Keep rows with their numbers, unless all their cells are blank."""
        for number, cells in numbered:
            if not any(cells):
                continue
            self._cells += len(cells)
            if len(self.rows) >= self._limits.upload_rows + ROWS_AROUND:
                raise too_many_rows(self._name, self._limits)
            if len(cells) > self._limits.upload_columns or self._cells > self._limits.upload_cells:
                raise self._too_wide(number)
            self.rows.append(CellRow(number, tuple(cells)))

    def refuse_long(self, number: int, column: str, text: str) -> None:
        """Refuse the file for a text of a cell that is too long."""
        refuse_long(self._name, self._limits, f"ô {column}{number}", text)

    def _too_wide(self, number: int) -> UnreadableFileError:
        message = (
            f"Tệp {self._name}, dòng {number}: quá nhiều cột; hãy xóa những ô nằm xa bảng số "
            f"liệu (nhiều nhất {self._limits.upload_columns} cột)."
        )
        return UnreadableFileError("too_large", message)


def too_many_rows(name: str, limits: Limits) -> UnreadableFileError:
    """Refuse a file for its number of rows."""
    message = f"Tệp {name} có hơn {_grouped(limits.upload_rows)} dòng số liệu; hãy chia nhỏ tệp."
    return UnreadableFileError("too_large", message)


def refuse_long(name: str, limits: Limits, where: str, text: str) -> None:
    """Refuse a file for a text or a word in it that is too long; `where` names the place."""
    if len(text) <= limits.upload_word_letters:
        return
    if len(text) > limits.upload_cell_letters:
        what, most = "có ô dài", limits.upload_cell_letters
    elif max(map(len, text.split())) > limits.upload_word_letters:
        what, most = "có từ dài", limits.upload_word_letters
    else:
        return
    message = (
        f"Tệp {name}, {where}: {what} hơn {_grouped(most)} ký tự; hãy rút gọn nội dung ô, hoặc sửa "
        "dấu ngoặc kép, dấu ngăn cách."
    )
    raise UnreadableFileError("text_too_long", message)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


class CellMaker(dict[str, Cell]):
    """Makes the cells of one column of text; equal texts are one cell."""

    def __init__(self, column: str) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, text: str) -> Cell:
        """Make the cell of a text met for the first time."""
        plain = visible(text).strip()
        if plain.startswith('="') and plain.endswith('"'):
            quoted = QUOTED.fullmatch(plain)
            plain = quoted[1].strip() if quoted else plain
        kind: CellKind = "error" if FAILED.fullmatch(plain) else "text"
        seen, looks = without_footnotes(plain)
        cell = self[text] = Cell(seen, kind=kind, column=self._column, looks=looks)
        return cell
