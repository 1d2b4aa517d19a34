"""A board made anew from what was taken out of one: each page, value and hash as it was there."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO

import pyarrow as pa

from indicators.exchange.errors import ExchangeError
from indicators.exchange.exact_csv import csv_batches
from indicators.exchange.manifest import FileListed, Manifest, check_nature, read_manifest
from indicators.exchange.parcel import Progress, open_file
from indicators.exchange.taking_out import file_name, table_name
from indicators.store.alone import alone
from indicators.store.aside import build_aside, check_free
from indicators.store.connection import Nature, Store, create
from indicators.store.errors import DatabaseError, NoRoomError
from indicators.store.history import latest
from indicators.store.records import Version
from indicators.store.whole import FILES, TABLES, column_types, put_rows

PIECE = 1024 * 1024
AGAIN = "hãy lấy lại bản xuất"


def bring_in(parcel: Path, database: Path, nature: Nature, progress: Progress) -> Version:
    """Make the board of a parcel where there is none; gives its newest version.

    Raises StoreError, and leaves nothing, where there is or was a board, or the parcel is not as it
    was taken out.
    """
    manifest = read_manifest(parcel)
    check_nature(manifest, nature, parcel)
    database = database.resolve()
    newest: list[Version] = []
    with alone(database):
        check_free(database)
        _check_files(parcel, manifest, progress)
        build_aside(
            database, nature, lambda draft: newest.append(_fill(draft, nature, parcel, manifest))
        )
    return newest[0]


def _check_files(parcel: Path, manifest: Manifest, progress: Progress) -> None:
    """Hold every file to its digest; raises ExchangeError that names the first that is not so."""
    for done, (name, listed) in enumerate(manifest.files.items()):
        progress(done, len(manifest.files))
        with open_file(parcel, name) as file:
            if _measured(file) != listed:
                raise ExchangeError(
                    f"Tệp {name} của bản xuất {parcel} đã bị thay đổi hoặc bị cắt; {AGAIN}."
                )


def _measured(file: IO[bytes]) -> FileListed:
    digest, size = sha256(), 0
    while piece := file.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return FileListed(size, digest.hexdigest())


def _fill(draft: Path, nature: Nature, parcel: Path, manifest: Manifest) -> Version:
    store = create(draft, nature, marked=False, identity=manifest.mark.identity)
    try:
        for table in TABLES:
            if table_name(table) in manifest.files:
                _put_table(store, table, parcel)
        newest = latest(store)
    finally:
        store.close()
    if (newest.number, newest.hash) != (manifest.mark.number, manifest.mark.hash):
        raise ExchangeError(
            f"Tệp {table_name('version')} của bản xuất {parcel} không đến phiên bản "
            f"{manifest.mark.number} như bản xuất ghi; {AGAIN}."
        )
    return newest


def _put_table(store: Store, table: str, parcel: Path) -> None:
    types, name = column_types(store, table), table_name(table)
    with open_file(parcel, name) as file:
        rows = csv_batches(file, types)
        try:
            put_rows(store, table, _with_bytes(rows, parcel) if table == FILES else rows)
        except NoRoomError:
            raise
        except (pa.ArrowInvalid, DatabaseError) as error:
            raise ExchangeError(
                f"Tệp {name} của bản xuất {parcel} không phải là bảng {table}; {AGAIN}."
            ) from error


def _with_bytes(batches: Iterator[pa.RecordBatch], parcel: Path) -> Iterator[pa.RecordBatch]:
    """Put the bytes of the files in the place of their digests, a file at a time."""
    for batch in batches:
        at = batch.schema.get_field_index("content")
        schema = batch.schema.set(at, pa.field("content", pa.binary()))
        for row in batch.to_pylist():
            yield pa.RecordBatch.from_pylist(
                [row | {"content": _bytes(parcel, row["content"])}], schema
            )


def _bytes(parcel: Path, digest: str | None) -> bytes | None:
    if digest is None:
        return None
    with open_file(parcel, file_name(digest)) as file:
        return file.read()
