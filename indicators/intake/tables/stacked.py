"""Tables that stand one below the other on a sheet, each under a heading of its own."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indicators.intake.files.cell import CellRow
from indicators.intake.files.grid import CellGrid, Merge
from indicators.intake.files.heading_words import INDICATOR_HEADINGS, is_heading
from indicators.intake.files.spelling import fold
from indicators.intake.tables.heading_rows import MOST_LINES
from indicators.intake.tables.row_kinds import CODE

# Numbers and most names begin with other letters, and need no longer look.
BEGINNINGS = frozenset(
    letter for name in INDICATOR_HEADINGS for letter in (name[0], name[0].upper())
)


def tables_of(grid: CellGrid) -> list[CellGrid]:
    """Cut a sheet where another heading begins; the same again, as on every page, cuts nothing."""
    naming = _naming(grid)
    found = [
        place
        for place, row in enumerate(grid.rows)
        if not naming.isdisjoint(row.cells) and _heads(row, grid.rows[place + 1 : place + 2])
    ]
    cuts, current = [0], found[:1]
    for before, place in pairwise(found):
        if place > before + 1 and _lines(grid, place) != _lines(grid, current[0]):
            cuts.append(_with_title(grid, place))
            current = [place]
    ends = [*cuts[1:], len(grid.rows)]
    merges = _merges(grid, cuts)
    return [
        replace(grid, rows=grid.rows[start:end], merges=own)
        for start, end, own in zip(cuts, ends, merges, strict=True)
    ]


def _merges(grid: CellGrid, cuts: Sequence[int]) -> list[tuple[Merge, ...]]:
    """Give each table the merged cells that lie in its rows."""
    starts = [grid.rows[cut].number for cut in cuts]
    merges: list[list[Merge]] = [[] for _ in cuts]
    for merge in grid.merges:
        first = max(bisect_right(starts, merge.top) - 1, 0)
        for own in merges[first : bisect_right(starts, merge.bottom)]:
            own.append(merge)
    return [tuple(own) for own in merges]


def _naming(grid: CellGrid) -> set[str]:
    """Give the texts of a sheet that head a column of indicators."""
    texts = grid.texts
    return {text for text in texts if text[:1] in BEGINNINGS and fold(text) in INDICATOR_HEADINGS}


def _heads(row: CellRow, next_row: Sequence[CellRow]) -> bool:
    """Say whether there is another heading beside that of indicators or just below."""
    below = [cell for each in next_row for cell in each.cells]
    seen = [*row.cells, *([] if any(map(CODE.fullmatch, below)) else below)]
    return sum(is_heading(cell) for cell in seen) > 1


def _lines(grid: CellGrid, place: int) -> list[list[str]]:
    """Give the texts of a heading and of what follows it before the first row of data."""
    lines: list[list[str]] = []
    for row in grid.rows[place : place + MOST_LINES]:
        if any(CODE.fullmatch(cell) for cell in row.cells):
            break
        lines.append(_texts(row.cells))
    return lines


def _texts(cells: Sequence[str]) -> list[str]:
    texts = [fold(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _with_title(grid: CellGrid, place: int) -> int:
    """Give the place of the title over a heading: rows of a single text."""
    while sum(1 for cell in grid.rows[place - 1].cells if cell) == 1:
        place -= 1
    return place
