"""What is wrong in a catalogue file, said so that the person can find the cell."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong place; `line` as an editor shows it, from 1; `column` '' is the whole line."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        """Say place and reason in one Vietnamese line."""
        column = f", cột {self.column}" if self.column else ""
        return f"{self.file}, dòng {self.line}{column}: {self.reason}"


class CatalogueError(Exception):
    """The catalogue cannot be used; `faults` lists everything found, file by file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        lines = "\n".join(map(str, self.faults))
        super().__init__(f"Danh mục chỉ tiêu có {len(self.faults)} lỗi:\n{lines}")
