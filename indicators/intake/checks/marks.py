"""Which decimal mark the texts of each column prove."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from indicators.intake.checks.numbers import WrittenNumber, proven_marks, read_number
from indicators.intake.files.cell import Cell
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

NUMERIC = ("gia_tri", "tu_so", "mau_so")
MIXED = (
    "Cột này có số dùng dấu phẩy thập phân (76,9), có số dùng dấu chấm (76.9); hãy thống nhất một "
    "cách viết hoặc xác nhận."
)
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks proven by each column, which is known by its meaning and by where it stands."""

    proven: dict[tuple[str, str], frozenset[str]]
    findings: tuple[Finding, ...]

    def of(self, name: str, cell: Cell) -> frozenset[str]:
        """Give the marks of the column of a cell; none when nothing is proven."""
        return self.proven.get((name, cell.column), NONE)


def find_marks(
    table: Table, places: Mapping[str, int], read: Callable[[Cell], WrittenNumber] = read_number
) -> Marks:
    """Look through the typed numbers of a table; two marks in one column are worth a warning.

    `read` tells what a cell writes, so that one that remembers may be given.
    """
    proven: dict[tuple[str, str], frozenset[str]] = {}
    findings: list[Finding] = []
    for name in NUMERIC:
        if name in places:
            for column, texts in _typed(table, places[name]).items():
                marks = proven_marks(map(read, texts))
                proven[name, column] = marks
                findings += _mixed(table, name, list(texts.items())) if len(marks) > 1 else ()
    return Marks(proven, tuple(findings))


def _typed(table: Table, place: int) -> dict[str, dict[Cell, int]]:
    """Give the distinct typed texts of a place by the column they stood in, each with a row."""
    typed: dict[str, dict[Cell, int]] = defaultdict(dict)
    for number, cells in table.rows:
        if place < len(cells) and (cell := cells[place]).kind == "text":
            typed[cell.column].setdefault(cell, number)
    return typed


def _mixed(table: Table, name: str, texts: list[tuple[Cell, int]]) -> Iterator[Finding]:
    first = ""
    for cell, number in texts:
        mark = read_number(cell).mark
        first = first or mark
        if mark and mark != first:
            yield Finding(
                "warning", "mixed_number_format", table.sheet, number, name, excerpt(cell), MIXED
            )
            return
