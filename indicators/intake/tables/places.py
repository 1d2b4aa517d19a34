"""Where, around the rows of a table, something may be said of its figures."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from indicators.intake.files.cell import Cell, CellRow

PlaceKind = Literal["heading", "section", "title", "head", "sheet", "note"]


class Place(NamedTuple):
    """A text beside the cells of a table, and the row it stands in (None for a sheet's name).

    A section speaks for the rows below it, the others for the whole table: the heading of its
    values, its title, the head of a sheet over another table, the sheet's name, a note below.
    """

    kind: PlaceKind
    text: str
    row: int | None


def titles(rows: Iterable[CellRow]) -> Iterator[Place]:
    """Give the texts over a heading; a label that ends with ':' goes with the cell after it."""
    for row in rows:
        yield from (Place("title", text, row.number) for text in _with_labels(row.cells))


def sections(rows: Sequence[CellRow], last: int) -> Iterator[Place]:
    """Give the texts of rows without figures up to row `last`, and those below it as notes."""
    for row in rows:
        kind: PlaceKind = "section" if row.number < last else "note"
        yield from (Place(kind, text, row.number) for text in _with_labels(row.cells))


def _with_labels(cells: Sequence[Cell]) -> Iterator[str]:
    label = ""
    for cell in cells:
        if cell and cell.kind == "text":
            if label or not cell.endswith(":"):
                yield f"{label} {cell}".strip()
                label = ""
            else:
                label = str(cell)
    if label:
        yield label
