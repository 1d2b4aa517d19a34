"""Writing: each apply is one transaction, the next version, and a link of the hash chain."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from time import perf_counter
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from indicators.catalogue.records import Catalogue, Target
from indicators.logs.actions import done
from indicators.progress.results import METHOD_VERSION
from indicators.store import chain, clock
from indicators.store.connection import Store, StoreError
from indicators.store.entries import chain_faults, read_versions
from indicators.store.errors import DatabaseError, StaleError
from indicators.store.marks import mark_places
from indicators.store.records import (
    Batch,
    Entry,
    Finding,
    Observation,
    Plan,
    Upload,
    Version,
    VersionKind,
)
from indicators.store.tables import (
    CATALOGUE,
    Extra,
    columns_of,
    insert,
    key_of,
    newest,
    quoted,
)
from indicators.store.upgrade import BeforeUpgrade

__all__ = [
    "Version",
    "record",
    "record_catalogue",
    "record_observations",
    "record_taken_as_it_is",
    "verify",
]

# What the files under indicators/catalogue have said; a setting changed on the board is not theirs.
FROM_FILES = ("seed", "catalogue")

NOTE = re.compile(r"Hoàn tác phiên bản (\d+)\b")

# Signs what the software records by itself.
SYSTEM = "hệ thống"


def record_catalogue(
    store: Store, catalogue: Catalogue, by: str, kind: VersionKind = "catalogue", note: str = ""
) -> Version | None:
    """Record what differs from the catalogue recorded before; None when nothing does.

    For kinds seed and catalogue only a change in the files counts, so that a setting changed on the
    board stays; other kinds compare with what is in force.
    """
    kinds = FROM_FILES if kind in FROM_FILES else None
    begun = perf_counter()
    with store.writing() as cursor:
        number = _last(cursor) + 1
        changed = sum(
            _record_table(cursor, record, getattr(catalogue, name), number, kinds)
            for name, record in CATALOGUE.items()
        )
        sealed = _close(store, cursor, number, Entry(by, "", kind, note)) if changed else None
    return _logged(sealed, begun) if sealed else None


def record_observations(
    store: Store,
    upload: Upload | None,
    rows: Sequence[Observation],
    by: str,
    agency: str = "",
    *,
    kind: VersionKind = "upload",
    note: str = "",
) -> Version:
    """Record figures, with the file they came in, as the next version.

    Raises StoreError when a key comes twice or a value is not a number, and then records nothing.
    """
    return record(store, Entry(by, agency, kind, note), Batch(rows, upload=upload))


def record(store: Store, entry: Entry, batch: Batch) -> Version:
    """Record a batch as the next version.

    Raises StaleError when the board is past the version the entry was prepared at, and StoreError
    as `record_observations` does; either way nothing is recorded.
    """
    begun = perf_counter()
    figures, plans = _checked(batch.figures), _checked_plans(batch.plans)
    with store.writing() as cursor:
        last = _last(cursor)
        if entry.based_on not in (None, last):
            raise StaleError(_told_stale(entry.based_on, read_versions(cursor)[-1]))
        number = last + 1
        if batch.upload:
            insert(cursor, Upload, [batch.upload], {"version": [number], "upload": [number]})
        insert(cursor, Observation, figures, _extra(number, _uploads(batch, figures, number)))
        _insert_plans(cursor, plans, number, own=batch.upload is not None)
        if batch.findings:
            count = len(batch.findings)
            extra = {"version": [number] * count, "seq": range(count)}
            insert(cursor, Finding, batch.findings, extra)
        sealed = _close(store, cursor, number, entry)
    return _logged(sealed, begun)


def verify(store: Store) -> list[str]:
    """Check the whole chain; a Vietnamese sentence for each thing that is not as it was written."""
    with store.reading() as cursor:
        return chain_faults(cursor)


def record_taken_as_it_is(
    store: Store, by: str, before_upgrade: BeforeUpgrade, note: str = ""
) -> Version:
    """Let a board that is not what its mark says be written again, and record who said so.

    One of an earlier schema is upgraded on the way; `note` is added to what is noted of the mark.

    Raises StoreError, and leaves it shown only, where that cannot be recorded and marked.
    """
    lag = store.lag
    if lag is None:
        raise StoreError("Cơ sở dữ liệu khớp với dấu; không có gì phải xác nhận.")
    with store.taken_as_it_is(before_upgrade):
        noted = "; ".join(filter(None, (lag.confirmation, note)))
        version = record(store, Entry(by, kind="setting", note=noted), Batch())
    if store.lag:
        places = ", ".join(map(str, mark_places(store.path)))
        raise DatabaseError(
            f"Không ghi được dấu, nên chưa xác nhận xong; hãy cho ghi vào {places}."
        )
    return version


def now() -> datetime:
    """Tell the time by the machine's clock."""
    return datetime.now(UTC)


def _record_table(
    cursor: DuckDBPyConnection,
    record: type,
    rows: Sequence[Any],
    number: int,
    kinds: tuple[str, ...] | None,
) -> int:
    """Insert new and changed records, and withdrawn ones marked so; count the rows."""
    known = {key_of(row): (seq, row) for seq, row in newest(cursor, record, number, kinds)}
    given = {key_of(row): (seq, row) for seq, row in enumerate(rows)}
    rows_now = [(*item, False) for key, item in given.items() if _differs(known.get(key), item)]
    rows_now += [(*item, True) for key, item in known.items() if key not in given]
    if rows_now:
        seqs, records, withdrawn = zip(*rows_now, strict=True)
        extra = {"version": [number] * len(records), "seq": seqs, "withdrawn": withdrawn}
        insert(cursor, record, records, extra)
    return len(rows_now)


def _differs(known: tuple[int, Any] | None, given: tuple[int, Any]) -> bool:
    """Whether a record is to be written; a plan has its place from its file, and only its row."""
    is_plan = isinstance(given[1], Target) and given[1].scope == "plan"
    return known is None or (known[1] != given[1] if is_plan else known != given)


def _checked(rows: Sequence[Observation]) -> list[Observation]:
    ordered = sorted(rows, key=lambda row: row.key)
    for row, following in pairwise(ordered):
        if row.key == following.key:
            raise StoreError(f"Số liệu bị trùng trong cùng một lần ghi: {_named(row)}.")
    for row in ordered:
        if row.value is not None and math.isnan(row.value):
            raise StoreError(f"Giá trị không phải là số: {_named(row)}.")
    return ordered


def _checked_plans(plans: Sequence[Plan]) -> list[Plan]:
    ordered = sorted(plans, key=lambda plan: plan.key)
    for plan, following in pairwise(ordered):
        if plan.key == following.key:
            indicator, year = plan.key
            raise StoreError(f"Kế hoạch bị trùng trong cùng một lần ghi: {indicator}, {year}.")
    return ordered


def _insert_plans(
    cursor: DuckDBPyConnection, plans: Sequence[Plan], number: int, *, own: bool
) -> None:
    """Append plans behind all targets; `own`: they came in the file of this version."""
    if not plans:
        return
    held = newest(cursor, Target, number)
    first = max((seq for seq, _ in held), default=-1) + 1
    seqs = {key_of(row): seq for seq, row in held}
    extra = {
        "version": [number] * len(plans),
        "seq": [seqs.get(key_of(plan.target), first + n) for n, plan in enumerate(plans)],
        "withdrawn": [plan.withdrawn for plan in plans],
        "upload": pa.array([number if own else plan.upload for plan in plans], pa.int64()),
        "sheet": [plan.sheet for plan in plans],
        "row": pa.array([plan.row for plan in plans], pa.int64()),
    }
    insert(cursor, Target, [plan.target for plan in plans], extra)


def _uploads(batch: Batch, figures: Sequence[Observation], number: int) -> list[int | None]:
    own, origins = number if batch.upload else None, batch.origins
    return [own if origins is None else origins.get(row, own) for row in figures]


def _extra(number: int, uploads: Sequence[int | None]) -> Extra:
    # A typed array, so that a column of only None is still one of numbers.
    return {"version": [number] * len(uploads), "upload": pa.array(uploads, pa.int64())}


def _told_stale(based_on: int | None, newest: Version) -> str:
    return (
        f"Bản xem trước dựa trên phiên bản {based_on}, nhưng {newest.by} vừa ghi phiên bản "
        f"{newest.number}. Chưa ghi gì; hãy xem lại thay đổi rồi ghi nhận lần nữa."
    )


def _named(row: Observation) -> str:
    parts = (row.indicator, row.area, row.group, str(row.year), row.period)
    return ", ".join(part for part in parts if part)


def _last(cursor: DuckDBPyConnection) -> int:
    row = cursor.execute("SELECT coalesce(max(number), 0) FROM version").fetchone()
    return int(row[0]) if row else 0


def _logged(version: Version, begun: float) -> Version:
    took = round((perf_counter() - begun) * 1000)
    done("version", version=version.number, kind=version.kind, milliseconds=took)
    return version


def _close(store: Store, cursor: DuckDBPyConnection, number: int, entry: Entry) -> Version:
    """Seal the version: its entry is the last row written in the transaction."""
    entries = read_versions(cursor)
    previous = entries[-1].hash if entries else chain.genesis(cursor)
    at = clock.own_time(store) or now()
    said = (entry.kind, entry.by, entry.agency, METHOD_VERSION, entry.note)
    version = Version(number, at, *said, previous, "", entry.undoes)
    rows = chain.digests(cursor, number).get(number, {})
    version = replace(version, hash=chain.seal(version, rows))
    values = [getattr(version, name) for name in columns_of(Version)]
    values[1] = version.at.replace(tzinfo=None)
    names, marks = quoted(columns_of(Version)), ", ".join("?" for _ in values)
    cursor.execute(f"INSERT INTO version ({names}) VALUES ({marks})", values)  # noqa: S608
    return version


def undone_by(entry: Version) -> int | None:
    """Give the version that an entry of the journal takes back, None when it is no undo.

    Entries of older software only name it in their note.
    """
    if entry.undoes is not None:
        return entry.undoes
    named = NOTE.match(entry.note) if entry.kind == "undo" else None
    return int(named[1]) if named else None
