"""Columns as wide as their longest figure needs, so that no number is torn in two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from indicators.typesetting.type_size import text_width

MM_A_POINT = 25.4 / 72
EDGES = 2.2  # mm that a cell keeps free at its sides
LEAST = 30  # mm that the column which gives keeps

TextCell = str | tuple[str, str]
"""A text, or one with another that stands smaller below it."""
TextCells = tuple[TextCell, ...]
"""The texts of a row; a row of one text is a heading of the rows below it."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading, its width in mm, the side its cells stand on."""

    heading: TextCell
    width: float
    side: str = "left"

    @property
    def twips(self) -> int:
        """The width as Word counts it."""
        return round(self.width / 25.4 * 1440)


def fitted(
    columns: Sequence[GridColumn], rows: Sequence[TextCells], size: float
) -> tuple[GridColumn, ...]:
    """Widen columns whose longest word would be torn; the widest column gives what they need.

    Where it cannot give so much, all stay as they are.
    """
    needs = [needed(place, rows, size) for place in range(len(columns))]
    wider = [max(c.width, need) for c, need in zip(columns, needs, strict=True)]
    giver = max(range(len(columns)), key=lambda place: columns[place].width)
    others = sum(width for place, width in enumerate(wider) if place != giver)
    wider[giver] = sum(column.width for column in columns) - others
    if wider[giver] < LEAST:
        return tuple(columns)
    return tuple(replace(c, width=width) for c, width in zip(columns, wider, strict=True))


def needed(place: int, rows: Sequence[TextCells], size: float) -> float:
    """The mm that the longest word of a column takes with the edges of its cell."""
    words = chain.from_iterable(words_of(row[place]) for row in rows if len(row) > 1)
    high = size * MM_A_POINT
    return EDGES + max((text_width(w, high, face="Times New Roman") for w in words), default=0)


def words_of(cell: TextCell) -> Iterator[str]:
    """The words of a cell."""
    for text in (cell,) if isinstance(cell, str) else cell:
        yield from text.split()
