"""What a cell was taken to say, read once for every text however many rows repeat it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from indicators.intake.files.cell import Cell
from indicators.intake.findings import FindingKind, Severity

T_co = TypeVar("T_co", covariant=True)
FORMULA = "Ô chứa lỗi công thức; hãy sửa công thức hoặc gõ thẳng giá trị rồi gửi lại."


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to say about a cell, wherever it stands."""

    kind: FindingKind
    message: str
    severity: Severity = "error"


class CellReading(NamedTuple, Generic[T_co]):
    """What a text means; None when it means nothing that could be used."""

    value: T_co
    problems: tuple[Problem, ...] = ()


class Memo(dict[Any, CellReading[Any]]):
    """A reader of cells that reads each distinct cell once; ask it by `key(cell)`.

    `faultless` while nothing was to be said about any of them.
    """

    def __init__(self, read: Callable[[Cell], CellReading[Any]]) -> None:
        super().__init__()
        self.read = read
        self.faultless = True

    def __missing__(self, key: Cell | tuple[Cell, float | None, str]) -> CellReading[Any]:
        """Read a cell for the first time."""
        cell = key if isinstance(key, Cell) else key[0]
        wrong = Problem("formula_error", FORMULA)
        reading = CellReading(None, (wrong,)) if cell.kind == "error" else self.read(cell)
        self[key] = reading
        self.faultless = self.faultless and not reading.problems
        return reading


def key(cell: Cell) -> Cell | tuple[Cell, float | None, str]:
    """Tell a cell from any other that reads otherwise: typed 1.234 is not the native number."""
    return cell if cell.kind in ("text", "blank") else (cell, cell.number, cell.kind)
