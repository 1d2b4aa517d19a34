"""A name beside a code: one that is another indicator's, or says a part, keeps its row out."""

import re
from collections.abc import Iterator, Mapping

from indicators.catalogue.records import Indicator
from indicators.intake.checks.keys import Known
from indicators.intake.checks.memory import CellMemory
from indicators.intake.checks.qualifiers.names import group_values, is_of_group
from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.spelling import fold, same_name
from indicators.intake.findings import Finding, FindingKind, excerpt
from indicators.intake.tables.table import Table, Unused

# Before a name: its number ('2.', '1.3)', 'IV.', 'b)') or a bullet; behind it its unit: '(%)'.
NUMBER = re.compile(r"(?:(?:[0-9]{1,3}[.)]?)(?:[0-9]{1,3}[.)]?){0,3}|[ivx]{1,5}[.)]|[a-zđ][.)])\s+")
BULLET = re.compile(r"[-–—+*•]+\s*")
UNIT = re.compile(r"\s*(?:\([^()]{0,30}\)|\[[^][]{0,30}\])$")
# Words by which a row says that it is a part of the one above it.
PART = re.compile(
    r"(?:^|\W)(?:trong đó|tr\.\s?đó|chia ra|chia theo)(?:\W|$)|^(?:(?:bao )?gồm|riêng)\b"
)
LEVEL = re.compile(r"(?:cấp|bậc|hệ|khối|lớp|nhóm|loại hình|loại|mức|trình độ)\s")
LONGEST = 300

Said = tuple[FindingKind, str]


def beside_names(table: Table, places: Mapping[str, int], memory: CellMemory) -> Iterator[Finding]:
    """Hold the names of a table's rows against their codes; other words are no error."""
    columns = [*((each, True) for each in table.named), *((each, False) for each in table.unused)]
    said: dict[tuple[str, Cell, bool], Said | None] = {}
    for row in table.rows if columns else ():
        indicator = memory.plain[0][_cell(row, places["ma_chi_tieu"])].value
        whole = not _cell(row, places.get("nhom"))
        for column, names in columns if indicator else ():
            cell = column.cells.get(row.number)
            asked = (indicator.code, cell or Cell(""), names and whole)
            if cell and asked not in said:
                said[asked] = _said(memory.known, indicator, cell, part=names and whole)
            if cell and (told := said[asked]):
                yield _finding(table, row, column, cell, *told)


def _said(known: Known, indicator: Indicator, cell: Cell, *, part: bool) -> Said | None:
    """Tell what is wrong with a name beside an indicator's code; of a part only if asked."""
    codes = _codes(known, cell)
    if indicator.code in codes:
        return None
    if codes:
        return _slipped(indicator, codes)
    return _part(indicator) if part and says_part(known, indicator, cell) else None


def _cell(row: CellRow, place: int | None) -> Cell:
    return row.cells[place] if place is not None and place < len(row.cells) else Cell("")


def _bare(text: str) -> str:
    """Give a name without the number or bullet before it and the unit behind it."""
    name = same_name(text[:LONGEST])
    name = BULLET.sub("", NUMBER.sub("", name, count=1), count=1)
    return UNIT.sub("", name)


def _codes(known: Known, text: str) -> frozenset[str]:
    """Give the indicators that a text names whole, now or in an earlier catalogue."""
    for name in (text[:LONGEST], _bare(text)):
        codes = known.ever_named.get(fold(name))
        if codes:
            return codes
    return frozenset()


def says_part(known: Known, indicator: Indicator, text: str) -> bool:
    """Whether a name is of a part: 'Trong đó: …', '- cấp tiểu học', or a group's value alone."""
    name = same_name(text[:LONGEST])
    bullet = BULLET.match(name)
    rest = name[bullet.end() :] if bullet else name
    bare = _bare(name)
    if PART.search(rest) or (bare in group_values(known) and not is_of_group(indicator, bare)):
        return True
    return bool(bullet and LEVEL.match(rest))


def _slipped(indicator: Indicator, others: frozenset[str]) -> Said:
    message = (
        f"Mã {indicator.code} đứng cạnh tên của {', '.join(sorted(others))}; hãy kiểm tra lại mã, "
        "tên và số của dòng này."
    )
    return "unknown_indicator", message


def _part(indicator: Indicator) -> Said:
    message = (
        f"Tên chỉ là một phần, còn mã {indicator.code} là của số chung; hãy ghi phần ấy vào cột "
        "nhom, hoặc bỏ dòng này."
    )
    return "unknown_group", message


def _finding(
    table: Table, row: CellRow, column: Unused, cell: Cell, kind: FindingKind, message: str
) -> Finding:
    letter = cell.column or column.heading.column
    return Finding("error", kind, table.sheet, row.number, letter, excerpt(cell), message)
