"""`export OUT`: what is in force as CSV with a data dictionary; `--whole`: all, to be imported."""

import csv
import io
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from indicators.board.as_of import as_of
from indicators.briefing.tables.sheet import neutral
from indicators.catalogue.records import Target
from indicators.commands.answer import Answer, CommandError
from indicators.commands.new_file import refuse_used
from indicators.exchange.parcel import Content, write_parcel
from indicators.exchange.taking_out import files_of
from indicators.store.connection import Store
from indicators.store.found import FOUND, finding_batches
from indicators.store.history import (
    OBSERVED,
    RECEIVED,
    catalogue_at,
    observation_batches,
    upload_batches,
    version_at,
    versions,
)
from indicators.store.plans import HeldPlan, plans_at
from indicators.store.records import Version
from indicators.store.tables import CATALOGUE, columns_of, table_of
from indicators.store.whole import whole_board
from indicators.wording.data_version import version_words
from indicators.wording.illustrative import HEADING, MARK

DICTIONARY = Path(__file__).with_name("data_dictionary.csv")
PLACE = ("upload", "sheet", "row")
BOM = "\ufeff".encode()
ROWS = 10_000  # written at a time

CellRows = Iterable[Sequence[object]]


def answer(store: Store, options: Namespace) -> Answer:
    """Write the files of a version; refuses a place where there is something already."""
    out = (options.cwd / options.out).absolute()
    refuse_used(out)
    take = _whole if options.whole else _in_force
    version, count = take(store, out, options)
    return Answer(text=f"Đã xuất {version_words(version)}: {count} tệp vào {out}\n")


def _in_force(store: Store, out: Path, options: Namespace) -> tuple[Version, int]:
    version = as_of(store, options.on, options.at_version).version
    files = export(store, version.number)
    write_parcel(out, files, options.progress)
    return version, len(files)


def _whole(store: Store, out: Path, options: Namespace) -> tuple[Version, int]:
    if options.on or options.at_version:
        raise CommandError("--whole xuất mọi phiên bản; hãy bỏ --on và --at-version.")
    with whole_board(store) as board:
        manifest, files = files_of(board, {DICTIONARY.name: DICTIONARY.read_bytes()})
        write_parcel(out, files, options.progress, private=True)
    return version_at(store, manifest.mark.number), len(files)


def export(store: Store, version: int) -> dict[str, Content]:
    """Give every file of an export by name: a table each, and the dictionary of their columns."""
    catalogue = catalogue_at(store, version)
    entries = [entry for entry in versions(store) if entry.number <= version]
    tables: dict[str, tuple[Sequence[str], CellRows]] = {
        table_of(record): (columns_of(record), _rows(getattr(catalogue, name)))
        for name, record in CATALOGUE.items()
    }
    tables["target"] = _targets(store, version, catalogue.targets)
    tables["observation"] = OBSERVED, _in_batches(observation_batches(store, version))
    tables["upload"] = RECEIVED, _in_batches(upload_batches(store, version))
    tables["finding"] = FOUND, _in_batches(finding_batches(store, version))
    tables["version"] = columns_of(Version), _rows(entries)
    tables[DICTIONARY.stem] = _dictionary()
    mark = [MARK] if store.nature == "illustrative" else []
    return {f"{name}.csv": partial(_csv_pieces, *table, mark) for name, table in tables.items()}


def _csv_pieces(header: Sequence[str], rows: CellRows, mark: Sequence[str]) -> Iterator[bytes]:
    """Write UTF-8 with a BOM, as spreadsheets expect it, the mark in every row."""
    heading = [HEADING] if mark else []
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*header, *heading])
    yield BOM + out.getvalue().encode()
    remaining = iter(rows)
    while some := list(islice(remaining, ROWS)):
        out = io.StringIO(newline="")
        csv.writer(out).writerows(([*row, *mark] for row in some) if mark else some)
        yield out.getvalue().encode()


def _rows(records: Iterable[object]) -> CellRows:
    return (tuple(map(export_cell, _row(record))) for record in records)


def _row(record: object) -> tuple[object, ...]:
    values = (getattr(record, name) for name in columns_of(type(record)))
    return tuple(value.isoformat() if isinstance(value, date) else value for value in values)


def export_cell(value: object) -> object:
    """Give a value as a cell of a file shows it, none a live formula."""
    return str(value).lower() if isinstance(value, bool) else neutral(value)


def _in_batches(batches: Iterable[Mapping[str, Sequence[object]]]) -> CellRows:
    """Give rows of cells from columns; a text that comes again is looked at once."""
    for columns in batches:
        yield from zip(*map(_cells, columns.values()), strict=True)


def _cells(column: Sequence[object]) -> Sequence[object]:
    if any(isinstance(value, float) for value in column):
        return column
    cells = {value: export_cell(value) for value in set(column)}
    return [cells[value] for value in column]


def _targets(
    store: Store, version: int, targets: Sequence[Target]
) -> tuple[Sequence[str], CellRows]:
    plans = plans_at(store, version)
    held = (plans.get((t.indicator, t.year)) if t.scope == "plan" else None for t in targets)
    rows = zip(_rows(targets), map(_place, held), strict=True)
    return (*columns_of(Target), *PLACE), ((*row, *place) for row, place in rows)


def _place(held: HeldPlan | None) -> tuple[object, ...]:
    """Give where a yearly plan came from; nothing for the targets of the catalogue."""
    place = (getattr(held.plan, name) if held else None for name in PLACE)
    return tuple(map(export_cell, place))


def _dictionary() -> tuple[Sequence[str], CellRows]:
    text = DICTIONARY.read_text(encoding="utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    return header, rows
