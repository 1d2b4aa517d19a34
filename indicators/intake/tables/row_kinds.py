"""Tells rows of data from what offices put between and below them."""

import re
from collections.abc import Sequence

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.heading_words import is_heading
from indicators.intake.files.spelling import fold

CODE = re.compile(r"[A-Za-zĐđ]{2,4}[ _-]?\d{2,3}")
NUMBERED = re.compile(r"\(?(\d{1,3})\)?(\s*=.*)?")
LETTERED = re.compile(r"\(?[A-Za-z]\)?")
# What stands in a value cell in place of a number.
WORDS_FOR_VALUES = frozenset(
    ("x", "na", "co", "khong", "dat", "chuadat", "dadat", "khongdat", "hoanthanh", "dahoanthanh",
     "khongco", "khongcodoituong", "chuacosolieu", "chuaxephang")
)  # fmt: skip
TOTALS = frozenset(("tong", "cong", "tongcong", "tongso", "total"))


def numbers_columns(row: CellRow) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3), or A B 1 2 3."""
    cells = [cell for cell in row.cells if cell]
    numbers = [int(found[1]) for cell in cells if (found := NUMBERED.fullmatch(cell))]
    letters = sum(LETTERED.fullmatch(cell) is not None for cell in cells)
    in_order = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return in_order and len(numbers) > 1 and len(numbers) + letters == len(cells)


def holds_data(row: CellRow, code: int | None, figures: Sequence[int]) -> bool:
    """Say whether a row is meant as data, by its code cell and its cells of years and values.

    When in doubt it is: then a finding names what is wrong in it.
    """
    cells = row.cells
    name = cells[code] if code is not None and code < len(cells) else ""
    if CODE.fullmatch(name):
        return True
    values = [cells[place] for place in figures if place < len(cells) and cells[place]]
    if not values or is_total(cells):
        return False
    if any(_says_a_value(cell) for cell in values):
        return sum(1 for cell in cells if cell) > 1 and not _is_heading_again(cells)
    return False


def adds_up_areas(row: CellRow, area: int, titles: Sequence[int]) -> bool:
    """Say whether a row without an area is called a total where others have a number or a name.

    It adds up the areas above it, which need not be the whole city.
    """
    cells = row.cells
    if area < len(cells) and cells[area]:
        return False
    return any(fold(cells[place]) in TOTALS for place in titles if place < len(cells))


def is_total(cells: Sequence[Cell]) -> bool:
    """Say whether the first text of a row calls it a total."""
    return next((fold(cell) in TOTALS for cell in cells if cell), False)


def is_word(cell: Cell) -> bool:
    """Say whether a cell holds words that stand for no value."""
    folded = fold(cell)
    letters = any(letter.isalpha() for letter in cell)
    return cell.kind == "text" and letters and folded not in WORDS_FOR_VALUES


def _says_a_value(cell: Cell) -> bool:
    if cell.kind in ("number", "error"):
        return True
    folded = fold(cell)
    if any(letter.isdigit() for letter in cell):
        return "thang" not in folded.partition("ngay")[2]
    return not folded or folded in WORDS_FOR_VALUES


def _is_heading_again(cells: Sequence[Cell]) -> bool:
    return all(is_heading(cell) for cell in cells if cell)
