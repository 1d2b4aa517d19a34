"""Reads the catalogue's CSV files, or refuses them with every fault at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

from indicators.catalogue.checks import (
    SETTINGS,
    area_wrongs,
    indicator_wrongs,
    setting_wrongs,
    target_wrongs,
    threshold_reason,
)
from indicators.catalogue.faults import CatalogueError, Fault
from indicators.catalogue.records import Area, Catalogue, Indicator, Setting, Target
from indicators.catalogue.references import Sheets, reference_faults
from indicators.catalogue.sheets import CatalogueFile, read_sheet

FOLDER = Path(__file__).parent
# File (and attribute of Catalogue) → record class of its lines.
FILES: dict[str, type] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Catalogue).items()
}
CHECKS: dict[type, Callable[[Any], Iterator[tuple[str, str]]]] = {
    Indicator: indicator_wrongs,
    Area: area_wrongs,
    Setting: setting_wrongs,
}


def load(folder: Path = FOLDER) -> Catalogue:
    """Read all files of `folder`; raises CatalogueError listing every fault in them."""
    sheets = {record: read_sheet(folder / f"{name}.csv", record) for name, record in FILES.items()}
    faults = list(_faults(sheets))
    if faults:
        raise CatalogueError(sorted(faults, key=_place))
    return Catalogue(**{name: sheets[record].records for name, record in FILES.items()})


def _faults(sheets: Sheets) -> Iterator[Fault]:
    for record, sheet in sheets.items():
        yield from sheet.faults
        if record in CHECKS:
            yield from _record_faults(sheet, CHECKS[record])
    yield from reference_faults(sheets)
    yield from _target_faults(sheets[Target], sheets[Indicator])
    yield from _setting_faults(sheets[Setting])


def _record_faults(
    sheet: CatalogueFile, check: Callable[[Any], Iterator[tuple[str, str]]]
) -> Iterator[Fault]:
    for line in sheet.lines:
        if line.record is not None:
            for column, reason in check(line.record):
                yield Fault(sheet.file, line.number, column, reason)


def _target_faults(targets: CatalogueFile, indicators: CatalogueFile) -> Iterator[Fault]:
    known = {indicator.code: indicator for indicator in indicators.records}

    def check(target: Target) -> Iterator[tuple[str, str]]:
        indicator = known.get(target.indicator)
        return target_wrongs(target, indicator) if indicator else iter(())

    yield from _record_faults(targets, check)


def _setting_faults(sheet: CatalogueFile) -> Iterator[Fault]:
    if not sheet.usable:
        return
    values = {line.cells["name"]: line.cells["value"] for line in sheet.lines}
    for name in SETTINGS:
        if name not in values:
            yield Fault(sheet.file, 1, "name", f"thiếu thiết lập {name}")
    if reason := threshold_reason(values):
        line = next(line for line in sheet.lines if line.cells["name"] == "slow_ratio")
        yield Fault(sheet.file, line.number, "value", reason)


def _place(fault: Fault) -> tuple[int, int]:
    order = [f"{name}.csv" for name in FILES]
    return order.index(fault.file), fault.line
