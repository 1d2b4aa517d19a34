"""A label that stands once above a block of blank cells: asked about, with both readings."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache, partial

from indicators.intake.checks.keys import Known, read_group, read_indicator
from indicators.intake.checks.provenance import PERIOD_WORDS, STATUS_WORDS, read_unit
from indicators.intake.checks.qualifiers.look import Look, with_cell
from indicators.intake.checks.qualifiers.rows import rows_words
from indicators.intake.checks.qualifiers.said import Quality
from indicators.intake.checks.qualifiers.sentences import NAMES, asked_kind
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.spelling import fold
from indicators.intake.files.units import scaled_unit
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

LABELS: tuple[Quality, ...] = ("don_vi", "nhom", "ky", "trang_thai", "dvt")
DEFAULTS: dict[Quality, str] = {
    "don_vi": "số của cả thành phố thì ghi 'Toàn thành phố'",
    "nhom": "số chung của mọi nhóm thì để dòng đó lên trước các nhóm",
    "ky": "số cả năm thì ghi 'năm'",
    "trang_thai": "số chính thức thì ghi 'chính thức'",
    "dvt": "một dòng có thể tính theo đơn vị khác",
}
KEY = ("ma_chi_tieu", "nam", "ky", "nhom", "don_vi")


@dataclass(slots=True)
class Block:
    """A label, the row it stands in, and the rows below that left its cell blank."""

    label: Cell
    row: int
    blank: list[int] = field(default_factory=list)


def with_labels(
    table: Table, known: Known, spoken: Mapping[Quality, Set[int]]
) -> tuple[Table, list[Finding]]:
    """Repeat labels over the blank cells below them, and ask about each.

    `spoken` are the rows of sections that say a quality: a label does not reach below them.
    """
    found: list[Finding] = []
    for quality in LABELS:
        place = Look(table).place(quality)
        if place is not None and _is_typed(table, place):
            ends = sorted(spoken.get(quality, ()))
            table = _repeated(table, quality, place, known, ends, found)
    return table, found


def _is_typed(table: Table, place: int) -> bool:
    """Say whether a column was typed in part; one filled by headings of years alone was not."""
    cells = [row.cells[place] for row in table.rows if place < len(row.cells)]
    if all(cells) or not any(cells):
        return False
    own = [cell for cell in cells if cell.column not in table.across]
    return any(own) and not all(own)


def _repeated(
    table: Table,
    quality: Quality,
    place: int,
    known: Known,
    ends: Sequence[int],
    found: list[Finding],
) -> Table:
    reach = _Reach(table, quality, known)
    rows, blocks = [], []
    block: Block | None = None
    for row in table.rows:
        cell = row.cells[place] if place < len(row.cells) else None
        if cell is not None and cell.column in table.across:
            rows.append(row)
            continue
        if cell is None or (block and _last(ends, row.number) > block.row):
            block = None
        answer = reach.takes(row, block.label) if block and cell == "" else "over"
        if cell:
            block = Block(cell, row.number) if reach.labels(cell) else None
        elif answer == "ends":
            block = None
        elif block and answer == "takes":
            block.blank.append(row.number)
            blocks += [block] if len(block.blank) == 1 else []
        fills = block is not None and answer == "takes"
        rows.append(with_cell(row, place, block.label) if block and fills else row)
    found += (_asked(table.sheet, quality, block) for block in blocks)
    return replace(table, rows=tuple(rows)) if blocks else table


def _last(ends: Sequence[int], row: int) -> int:
    """Give the last section row above a row; 0 without one."""
    at = bisect_left(ends, row)
    return ends[at - 1] if at else 0


class _Reach:
    """Says which rows a label can hold for."""

    def __init__(self, table: Table, quality: Quality, known: Known) -> None:
        self._quality, self._known = quality, known
        self._look = Look(table)
        names = [name for name in KEY if name in self._look.meant]
        self._places = list(map(self._look.meant.index, names))
        self._at = names.index(quality) if quality in names else None
        self._table = table
        self._keys: set[str] | None = None
        self._passes_over = cache(partial(_passes_over, quality, known))

    def labels(self, cell: Cell) -> bool:
        """Say whether a cell says more than goes without saying."""
        if self._quality == "don_vi":
            return self._known.areas.find(cell) != self._known.areas.city
        if self._quality == "nhom":
            # 'cấp học=THCS' is written by a program, which leaves nothing out.
            return "=" not in cell
        if self._quality == "ky":
            return PERIOD_WORDS.get(fold(cell)) != "nam"
        if self._quality == "dvt":
            # 'trường' is what its own row counts; 'triệu đồng' and '%' say how large numbers are.
            return bool(scaled_unit(cell))
        return self._quality != "trang_thai" or STATUS_WORDS.get(fold(cell)) != "chính thức"

    def takes(self, row: CellRow, label: Cell) -> str:
        """Say whether a blank row 'takes' a label, 'ends' its block, or is passed 'over'.

        Where the file has that very figure elsewhere, the blank one is another: the whole.
        """
        if self._passes_over(self._look.cell(row, self._look.code), label):
            return "over"
        return "ends" if self._at is not None and self._stands(row, label, self._at) else "takes"

    def _stands(self, row: CellRow, label: Cell, at: int) -> bool:
        """Say whether a row of the file already is what a blank one would be under a label."""
        if self._keys is None:
            self._keys = {_key(self._said(each)) for each in self._table.rows}
        said = self._said(row)
        said[at] = label
        return _key(said) in self._keys

    def _said(self, row: CellRow) -> list[str]:
        cells, width = row.cells, len(row.cells)
        return [cells[place] if place < width else "" for place in self._places]


def _key(said: Sequence[str]) -> str:
    """Tell a figure from others by what its row says; quicker made and smaller than a tuple."""
    return "\0".join(said).casefold()


def _passes_over(quality: Quality, known: Known, code: Cell, label: Cell) -> bool:
    """Say whether an indicator cannot have a label as its group, or needs none as its unit."""
    indicator = read_indicator(known, code).value if quality in ("nhom", "dvt") else None
    if quality == "nhom" and indicator is not None:
        return bool(read_group(known, indicator, label).problems)
    if quality != "dvt":
        return False
    return indicator is None or not indicator.unit or not read_unit(indicator, label).problems


def _asked(sheet: str, quality: Quality, block: Block) -> Finding:
    """Ask about the rows below a label, naming both readings."""
    label, rows = excerpt(block.label), rows_words(block.blank)
    message = (
        f"{rows[:1].upper()}{rows[1:]} để trống {NAMES[quality]} dưới '{label}'; được hiểu là của "
        f"'{label}'. Hãy xác nhận, hoặc ghi {NAMES[quality]} vào từng dòng; {DEFAULTS[quality]}."
    )
    status = STATUS_WORDS.get(fold(block.label), "") if quality == "trang_thai" else ""
    kind = asked_kind(quality, status)
    return Finding("warning", kind, sheet, block.row, quality, label, message)
