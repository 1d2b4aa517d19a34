"""Finds the heading among the rows of a sheet, in one line or in up to three."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import CellGrid, Merge
from indicators.intake.files.heading_words import is_heading, meanings
from indicators.intake.files.year_headings import read_year_heading
from indicators.intake.tables.row_kinds import is_word

# Further down no heading is looked for; two- and three-line headings are usual in offices.
SEARCHED_ROWS, MOST_LINES = 60, 3


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a table, each in one text; its lines are those from `first` to `after`.

    `known` says whether an indicator's column is among them, so that this is surely a table.
    """

    row: CellRow
    first: int
    after: int
    known: bool


def find_heading(grid: CellGrid) -> Heading:
    """Choose the lines that show the most headings; without any, the first row."""
    first = Heading(grid.rows[0], 0, 1, known=False)
    best = max(_candidates(grid), key=lambda each: each[0], default=((), first))
    _, heading = best
    return heading


def spread_cells(grid: CellGrid) -> Iterator[Merge]:
    """Give what speaks for several columns in the heading of a text file, as merged cells."""
    heading = find_heading(grid)
    lines = grid.rows[heading.first : heading.after]
    width = max(len(row.cells) for row in lines)
    for at, row in enumerate(lines[:-1] if grid.ragged else ()):
        spread = _spread(row, lines[at + 1 :], grid, width)
        starts = [place for place, cell in enumerate(row.cells) if cell]
        for left, end in zip(starts, [*starts[1:], width], strict=True):
            covered = list(takewhile(spread.__getitem__, range(left, end)))
            if len(covered) > 1:
                yield Merge(row.number, row.number, left, covered[-1])


def _candidates(grid: CellGrid) -> Iterator[tuple[tuple[bool, int, int, int], Heading]]:
    """Give every run of lines with its rank: what it shows, then few lines, then early ones."""
    last = grid.rows[: SEARCHED_ROWS + MOST_LINES][-1].number
    grid = replace(grid, merges=tuple(each for each in grid.merges if each.top <= last))
    for start in range(min(SEARCHED_ROWS, len(grid.rows))):
        for lines in range(1, MOST_LINES + 1):
            rows = grid.rows[start : start + lines]
            if len(rows) < lines:
                break
            cells = rows[0].cells if lines == 1 else _joined(rows, grid)
            if _goes_on(cells, grid.rows[start + lines : start + lines + 1]):
                continue
            headings = sum(is_heading(cell) for cell in cells)
            known = headings > 1 and "ma_chi_tieu" in meanings(cells)
            heading = Heading(CellRow(rows[0].number, cells), start, start + lines, known)
            yield (known, headings if headings > 1 else 0, -lines, -start), heading


def _goes_on(cells: Sequence[Cell], below: Sequence[CellRow]) -> bool:
    """Say whether the next row heads columns too: words under a year, no code beside them.

    Such a column holds a part, or a numerator, and its heading says so only with that word.
    """
    meant = meanings(cells)
    if not below or "ma_chi_tieu" not in meant:
        return False
    under = [*below[0].cells, *[Cell("")] * (len(cells) - len(below[0].cells))]
    figures = [
        p for p, cell in enumerate(cells) if meant[p] == "gia_tri" or read_year_heading(cell)
    ]
    return not under[meant.index("ma_chi_tieu")] and any(is_word(under[p]) for p in figures)


def _joined(rows: Sequence[CellRow], grid: CellGrid) -> tuple[Cell, ...]:
    """Join the lines of a heading column by column; a merged cell speaks for all it covers."""
    width = max(len(row.cells) for row in rows)
    lines = [_spread(row, rows[at + 1 :], grid, width) for at, row in enumerate(rows)]
    blanks = [next((r.cells[p] for r in rows if p < len(r.cells)), Cell("")) for p in range(width)]
    return tuple(
        Cell(" ".join(line[place] for line in lines if line[place]), column=blanks[place].column)
        for place in range(width)
    )


def _spread(row: CellRow, below: Sequence[CellRow], grid: CellGrid, width: int) -> list[str]:
    """Give the texts of a line, spread to the right over the columns below them."""
    texts = [*row.cells, *[""] * (width - len(row.cells))]
    under = [any(place < len(each.cells) and each.cells[place] for each in below)
             for place in range(width)]  # fmt: skip
    merged = _merged(grid.merges, row.number, width)
    for place in range(1, width):
        spreads = grid.ragged or place in merged
        if not texts[place] and under[place] and spreads:
            texts[place] = texts[place - 1]
    return [str(text) for text in texts]


def _merged(merges: Sequence[Merge], number: int, width: int) -> set[int]:
    """Give the places of a row that are merged with the one to their left."""
    return {
        place
        for merge in merges
        if merge.top <= number <= merge.bottom
        for place in range(merge.left + 1, min(merge.right + 1, width))
    }
