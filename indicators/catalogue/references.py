"""What must hold between lines: no key twice, and every code named is one that exists."""

from collections.abc import Iterator, Mapping

from indicators.catalogue.faults import Fault
from indicators.catalogue.records import (
    KEYS,
    Agency,
    Area,
    AreaOrigin,
    Breakdown,
    Document,
    Group,
    Indicator,
    IndicatorBreakdown,
    Target,
    Task,
    TaskGroup,
)
from indicators.catalogue.sheets import CatalogueFile, CatalogueRow

AREA_DIMENSION = "xã phường đặc khu"
ANY_AREA = "*"

Sheets = Mapping[type, CatalogueFile]

# (file, column) → (file, column) that must hold the text; an empty text names nothing.
REFERENCES = (
    (Indicator, "group", Group, "code"),
    (Indicator, "lead", Agency, "name"),
    (Indicator, "doc", Document, "code"),
    (Target, "indicator", Indicator, "code"),
    (Target, "doc", Document, "code"),
    (Area, "parent", Area, "code"),
    (AreaOrigin, "area", Area, "code"),
    (IndicatorBreakdown, "indicator", Indicator, "code"),
    (Task, "group", TaskGroup, "code"),
    (Task, "indicators", Indicator, "code"),
    (Task, "lead", Agency, "name"),
)


def reference_faults(sheets: Sheets) -> Iterator[Fault]:
    """Find doubled keys, positions out of order and names of things that do not exist."""
    for record, sheet in sheets.items():
        yield from _doubles(sheet, KEYS[record])
    for record in (Group, Indicator):
        yield from _out_of_order(sheets[record])
    for record, column, other, its in REFERENCES:
        if sheets[other].usable:
            yield from _dangling(sheets[record], column, sheets[other], its)
    yield from _unknown_breakdowns(sheets[IndicatorBreakdown], sheets[Breakdown])
    yield from _mixed_roles(sheets[IndicatorBreakdown])
    yield from _own_ancestors(sheets[Area])


def _doubles(sheet: CatalogueFile, columns: tuple[str, ...]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], int] = {}
    for line in sheet.lines:
        key = tuple(line.cells[column] for column in columns)
        if key in first:
            reason = f"'{' · '.join(key)}' trùng với dòng {first[key]}"
            yield Fault(sheet.file, line.number, columns[0], reason)
        first.setdefault(key, line.number)


def _out_of_order(sheet: CatalogueFile) -> Iterator[Fault]:
    before = 0
    for line in sheet.lines:
        if line.record is None:
            continue
        if line.record.position <= before:
            reason = f"số thứ tự phải lớn hơn {before} của dòng trước"
            yield Fault(sheet.file, line.number, "position", reason)
        before = max(before, line.record.position)


def _dangling(sheet: CatalogueFile, column: str, other: CatalogueFile, its: str) -> Iterator[Fault]:
    known = other.texts(its)
    for line in sheet.lines:
        for name in filter(None, line.cells[column].split("; ")):
            if name not in known:
                reason = f"'{name}' không có trong {other.file}"
                yield Fault(sheet.file, line.number, column, reason)


def _unknown_breakdowns(sheet: CatalogueFile, breakdowns: CatalogueFile) -> Iterator[Fault]:
    if not breakdowns.usable:
        return
    known = {(line.cells["dimension"], line.cells["value"]) for line in breakdowns.lines}
    known.add((AREA_DIMENSION, ANY_AREA))
    for line in sheet.lines:
        pair = (line.cells["dimension"], line.cells["value"])
        if pair not in known:
            reason = f"'{pair[0]}={pair[1]}' không có trong {breakdowns.file}"
            yield Fault(sheet.file, line.number, "value", reason)


def _mixed_roles(sheet: CatalogueFile) -> Iterator[Fault]:
    first: dict[tuple[str, str], CatalogueRow] = {}
    for line in sheet.lines:
        dimension = (line.cells["indicator"], line.cells["dimension"])
        other = first.setdefault(dimension, line)
        if other.cells["role"] != line.cells["role"]:
            reason = f"khác vai trò '{other.cells['role']}' ở dòng {other.number}"
            yield Fault(sheet.file, line.number, "role", reason)


def _own_ancestors(sheet: CatalogueFile) -> Iterator[Fault]:
    parents = {line.cells["code"]: line.cells["parent"] for line in sheet.lines}
    for line in sheet.lines:
        code, seen = line.cells["parent"], set[str]()
        while code and code not in seen:
            seen.add(code)
            code = parents.get(code, "")
        if line.cells["code"] in seen:
            yield Fault(
                sheet.file, line.number, "parent", "đơn vị không thể là cấp trên của chính nó"
            )
