"""`export OUT`: all that is in force as CSV files with a data dictionary, to a folder or a zip."""

import csv
import io
import zipfile
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from indicators.board.as_of import as_of
from indicators.briefing.tables.sheet import neutral
from indicators.catalogue.records import Target
from indicators.commands.answer import Answer
from indicators.commands.new_file import refuse_used, write_folder, write_new
from indicators.store.connection import Store
from indicators.store.found import findings_up_to
from indicators.store.history import catalogue_at, observations_at, uploads, versions
from indicators.store.plans import HeldPlan, plans_at
from indicators.store.tables import CATALOGUE, columns_of, table_of
from indicators.wording.illustrative import HEADING, MARK

DICTIONARY = Path(__file__).with_name("data_dictionary.csv")
PLACE = ("upload", "sheet", "row")

ExportRows = Iterable[Sequence[Any]]


def answer(store: Store, options: Namespace) -> Answer:
    """Write the files of a version; refuses a place where there is something already."""
    out = (options.cwd / options.out).absolute()
    refuse_used(out)
    version = as_of(store, options.on, options.at_version).version.number
    files = export(store, version)
    if out.suffix == ".zip":
        write_new(out, packed(files), options.progress)
    else:
        write_folder(out, files, options.progress)
    return Answer(text=f"Đã xuất phiên bản {version}: {len(files)} tệp vào {out}\n")


def export(store: Store, version: int) -> dict[str, bytes]:
    """Give every file of an export by name: a table each, and the dictionary of their columns."""
    catalogue = catalogue_at(store, version)
    tables = {
        f"{table_of(record)}.csv": export_csv(
            columns_of(record), map(_row, getattr(catalogue, name))
        )
        for name, record in CATALOGUE.items()
    }
    entries = [entry for entry in versions(store) if entry.number <= version]
    files = tables | {
        "target.csv": _targets_csv(store, version, catalogue.targets),
        "observation.csv": _frame_csv(observations_at(store, version)),
        "upload.csv": _frame_csv(uploads(store, version)),
        "finding.csv": _frame_csv(findings_up_to(store, version)),
        "version.csv": export_csv(columns_of(type(entries[0])), map(_row, entries)),
        DICTIONARY.name: DICTIONARY.read_bytes(),
    }
    if store.nature == "illustrative":
        return {name: _marked(content) for name, content in files.items()}
    return files


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack the files of an export."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _marked(content: bytes) -> bytes:
    """Put the mark into every row of a table of illustrative figures."""
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return export_csv([*head, HEADING], ([*row, MARK] for row in rows))


def export_csv(header: Sequence[str], rows: ExportRows) -> bytes:
    """Write UTF-8 with a BOM, as spreadsheets expect it, no cell a live formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else neutral(value)


def _row(record: object) -> tuple[object, ...]:
    values = (getattr(record, name) for name in columns_of(type(record)))
    return tuple(value.isoformat() if isinstance(value, date) else value for value in values)


def _targets_csv(store: Store, version: int, targets: Sequence[Target]) -> bytes:
    plans = plans_at(store, version)
    held = (plans.get((t.indicator, t.year)) if t.scope == "plan" else None for t in targets)
    rows = ((*_row(t), *_place(plan)) for t, plan in zip(targets, held, strict=True))
    return export_csv((*columns_of(Target), *PLACE), rows)


def _place(held: HeldPlan | None) -> tuple[object, ...]:
    """Give where a yearly plan came from; nothing for the targets of the catalogue."""
    return tuple(getattr(held.plan, name) if held else None for name in PLACE)


def _frame_csv(frame: pd.DataFrame) -> bytes:
    whole = {name: "Int64" for name in ("row",) if name in frame}
    whole_frame = frame.astype(whole).astype(object)
    rows = whole_frame.where(frame.notna(), None).itertuples(index=False, name=None)
    return export_csv(list(frame.columns), rows)
