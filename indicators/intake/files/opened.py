"""A file opened once: what its reading, and a marked copy of it later, take from it."""

from functools import cached_property
from typing import NamedTuple

from indicators.intake.files.formats import format_of
from indicators.intake.files.grid import CellGrid
from indicators.intake.files.package import Package
from indicators.intake.files.text_table import read_text_table
from indicators.intake.files.workbook import read_workbook
from indicators.intake.findings import UnreadableFileError
from indicators.settings.sections import LIMITS, Limits
from indicators.wording.numbers import size

# So many cells, those of any usual file, are held for the copy; more are read again for it.
KEPT_CELLS = 200_000


class Sheets(NamedTuple):
    """The cells of each sheet that holds something, and the texts of the sheet of findings."""

    grids: tuple[CellGrid, ...]
    noted: tuple[str, ...] = ()


class OpenedFile:
    """A file of a kind that can be read; raises UnreadableFileError for any other.

    Nothing inside it is looked at before it is asked for.
    """

    def __init__(self, name: str, content: bytes, limits: Limits = LIMITS) -> None:
        kind = format_of(name, content)
        if len(content) > limits.upload_bytes:
            most = size(limits.upload_bytes)
            raise UnreadableFileError("too_large", f"Tệp {name} lớn hơn {most}; hãy chia nhỏ tệp.")
        self.name, self._kind, self._content, self.limits = name, kind, content, limits
        self._kept: Sheets | None = None

    def __reduce__(self) -> tuple[type["OpenedFile"], tuple[str, bytes, Limits]]:
        """Have another process open it anew."""
        return OpenedFile, (self.name, self._content, self.limits)

    @cached_property
    def package(self) -> Package | None:
        """The parts of a workbook, opened when they are first asked for; None of a text file."""
        if self._kind != "xlsx":
            return None
        return Package(self.name, self._content, self.limits)

    def sheets(self) -> Sheets:
        """Give what the sheets hold; raises UnreadableFileError."""
        sheets = self._kept or self._read()
        if sum(len(row.cells) for grid in sheets.grids for row in grid.rows) <= KEPT_CELLS:
            self._kept = sheets
        return sheets

    def _read(self) -> Sheets:
        if self.package is not None:
            return Sheets(*read_workbook(self.package, self.limits))
        grid = read_text_table(self.name, self._content, self.limits)
        return Sheets((grid,) if grid.rows else ())
