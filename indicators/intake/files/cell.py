"""One cell of a file: the text as typed, and what the file itself says it is."""

from typing import Literal, NamedTuple

from indicators.intake.files.looks import Looks

CellKind = Literal["text", "number", "unclear", "date", "error", "blank"]

TableScope = Literal["actual", "plan"]


class Cell(str):
    """The text of a cell, stripped and composed (NFC), to be used as any other text.

    `number` is the native number of a workbook, None for typed text; true percent formats are
    scaled already (0,85 shown as 85% is 85, its text '85%'); what its format shows as another
    number still is `unclear`. `column` is a workbook's letter or
    a text file's column number, from 1. The row is that of the CellRow it stands in. `looks` tells
    what else is seen of it.
    """

    __slots__ = ("column", "kind", "looks", "number")

    number: float | None
    kind: CellKind
    column: str
    looks: Looks | None

    def __new__(
        cls,
        text: str,
        number: float | None = None,
        kind: CellKind = "text",
        column: str = "",
        looks: Looks | None = None,
    ) -> "Cell":
        """Make a cell; an empty text is a blank one."""
        self = str.__new__(cls, text)
        self.number = number
        self.kind = kind if text else "blank"
        self.column = column
        self.looks = looks
        return self


class CellRow(NamedTuple):
    """The cells of one row; `number` counts from 1 as the spreadsheet does."""

    number: int
    cells: tuple[Cell, ...]
