"""Columns under an unknown heading that say of what the figures are: they stop their rows.

Left out, such a column would make the whole city of a commune, and the whole of a part.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.names import (
    GRADE,
    SCHOOL,
    SEX,
    areas_in,
    group_values,
    segments,
)
from indicators.intake.checks.qualifiers.phrases import said_in
from indicators.intake.checks.qualifiers.rows import rows_words
from indicators.intake.files.cell import Cell
from indicators.intake.files.heading_words import meanings
from indicators.intake.files.spelling import fold, same_name
from indicators.intake.files.year_headings import is_compared, is_plan_heading
from indicators.intake.findings import Finding, FindingKind, excerpt
from indicators.intake.tables.table import Table, Unused


@dataclass(frozen=True, slots=True)
class Kind:
    """What cells say, the column it belongs in ('' where the board has none), and the finding.

    `whole` is said of the column as a whole by its heading, not by each of its cells.
    """

    says: str
    column: str
    finding: FindingKind
    whole: bool = False


AREA = Kind("đơn vị hành chính", "don_vi", "unknown_area")
GROUP = Kind("nhóm", "nhom", "unknown_group")
PART = Kind("một phần mà bảng theo dõi không chia riêng", "", "unknown_group")
PERIOD = Kind("kỳ báo cáo", "ky", "not_allowed")
STATUS = Kind("trạng thái của số liệu", "trang_thai", "not_allowed")
PLANNED = Kind("số kế hoạch", "", "plan_column")
OF_PHRASES = {"ky": PERIOD, "trang_thai": STATUS, "loai": PLANNED}


@cache
def headings() -> Mapping[str, str]:
    """Give what headings outside the form say of their rows, folded; '' where they say nothing."""
    text = files(__package__).joinpath("headings.csv").read_text("utf-8")
    return {fold(row["heading"]): row["says"] for row in csv.DictReader(text.splitlines())}


def telling_apart(tables: Iterable[Table]) -> dict[tuple[str, int], dict[str, str]]:
    """Give by sheet and row what unknown columns hold, but those that say nothing of figures."""
    held: dict[tuple[str, int], dict[str, str]] = {}
    for table in tables:
        for unused in table.unused:
            heading = " ".join(unused.heading.split()) or unused.heading.column
            says_nothing = headings().get(fold(unused.heading)) == ""
            if not says_nothing and not is_compared(heading) and not is_plan_heading(heading):
                for number, cell in unused.cells.items():
                    held.setdefault((table.sheet, number), {})[heading] = str(cell)
    return held


def without_unknown(table: Table, known: Known) -> tuple[Table, list[Finding]]:
    """Leave out the rows that an unknown column says something of; it is named with them."""
    stopped: set[int] = set()
    found: list[Finding] = []
    for unused in table.unused:
        for kind, label, numbers in _stops(table, unused, known):
            stopped.update(numbers)
            found.append(_finding(table, unused.heading, kind, label, numbers))
    if not stopped:
        return table, []
    rows = tuple(row for row in table.rows if row.number not in stopped)
    return replace(table, rows=rows), found


def _stops(table: Table, unused: Unused, known: Known) -> Iterator[tuple[Kind, Cell, list[int]]]:
    """Give what a column says, its first cell that does, and the rows, blank ones below as well."""
    heading = fold(unused.heading)
    says = headings().get(heading)
    if says == "" or not unused.cells:
        return
    kinds = {text: _kind(text, known) for text in unused.texts}
    found = next((kind for kind in kinds.values() if kind), None)
    whole = found or (Kind(says, "", "unknown_column", whole=True) if says else None)
    if whole is None:
        return
    by_kind: dict[Kind, tuple[Cell, list[int]]] = {}
    last: Cell | None = None
    for row in table.rows:
        last = unused.cells.get(row.number) or last
        if last is not None and not _goes_without_saying(last, known):
            by_kind.setdefault(kinds[last] or whole, (last, []))[1].append(row.number)
    yield from ((kind, label, numbers) for kind, (label, numbers) in by_kind.items())


def _goes_without_saying(cell: Cell, known: Known) -> bool:
    """Say whether a cell says no more than a default does."""
    name = same_name(cell)
    said = next(said_in(name), None)
    plain = said is not None and said.words == name
    return (
        known.areas.find(cell) == known.areas.city
        or bool(said and plain and said.value in ("nam", "chính thức", "actual"))
        or name in ("năm", "chính thức")
    )


def _kind(text: str, known: Known) -> Kind | None:
    """Say what a whole cell says of its row; None when nothing."""
    name = same_name(text)[:200]
    if name in ("nam", "nữ") or SEX.fullmatch(name) or GRADE.fullmatch(name):
        return PART
    if name in group_values(known):
        return GROUP
    parts = segments(name)
    if len(parts) == 1 and (SCHOOL.fullmatch(parts[0]) or _is_area(name, known)):
        return AREA
    said = next(said_in(name), None)
    return (
        OF_PHRASES[said.quality] if said and said.words == name and said.value != "actual" else None
    )


def _is_area(name: str, known: Known) -> bool:
    area = known.areas.find(Cell(name))
    if area is not None:
        return area != known.areas.city
    return next((s.words == name or s.words in name for s in areas_in(name, known)), False)


def _remedy(table: Table, kind: Kind) -> str:
    """Say what to do with rows of which an unknown column says something."""
    if kind is PLANNED:
        return "bỏ những dòng này (số kế hoạch ghi ở cột có tiêu đề như 'KH 2026')"
    if not kind.column:
        return "bỏ những dòng này, hoặc ghi số chung"
    if kind.column in meanings(table.header.cells):
        return f"ghi điều đó vào cột {kind.column}"
    return f"đổi tiêu đề thành {kind.column}"


def _finding(table: Table, heading: Cell, kind: Kind, label: Cell, numbers: list[int]) -> Finding:
    named = excerpt(" ".join(heading.split()))
    column = f"'{named}'" if named else heading.column
    cell = excerpt(label)
    says = f"cho biết số liệu là của {kind.says} ('{cell}')"
    if not kind.whole and kind is not PART:
        says = f"ghi {kind.says} ('{cell}') mà tiêu đề không nhận ra được"
    message = (
        f"Cột {column} {says}, nên số liệu ở {rows_words(numbers)} không được nhập; hãy "
        f"{_remedy(table, kind)} rồi gửi lại."
    )
    finding: FindingKind = kind.finding
    return Finding("error", finding, table.sheet, numbers[0], heading.column, cell, message)
