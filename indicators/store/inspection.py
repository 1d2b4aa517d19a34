"""What a closed database holds, without a board being made of it: for copies and before a change.

The log beside it is moved into the file first, so that what was found is in the file alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from indicators.store.entries import chain_faults
from indicators.store.errors import DamagedError, DatabaseError, in_vietnamese
from indicators.store.growth import schema_of
from indicators.store.link import connecting
from indicators.store.marks import Mark
from indicators.store.private import keep_private, log_of
from indicators.store.recognition import check_content, check_file
from indicators.store.standing import identity_of, newest_of, passes_through
from indicators.store.tables import quoted

TABLES = "SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name"


@dataclass(frozen=True, slots=True)
class Contents:
    """Which board a database is, its newest version with the time of it, and its schema."""

    mark: Mark
    at: datetime | None
    schema: int


def inspect(path: Path) -> Contents:
    """Read every row of a closed database of real figures; raises StoreError where it cannot.

    Whether rows are what they were when they were sealed is for `check_chain`.
    """
    with _opened(path, read_only=False) as cursor:
        if log_of(path).exists():
            cursor.execute("CHECKPOINT")
        for (table,) in cursor.execute(TABLES).fetchall():
            # What comes of it is nothing; DuckDB holds each block that it reads to its checksum.
            name = quoted([table])
            cursor.execute(f"SELECT bit_xor(hash({name})) FROM {name}").fetchall()  # noqa: S608
        return _contents(cursor)


def check_chain(path: Path) -> Contents:
    """Verify the whole chain of a closed database; raises DamagedError with what does not hold."""
    with _opened(path, read_only=True) as cursor:
        if faults := chain_faults(cursor):
            raise DamagedError(f"Nhật ký của {path} không còn nguyên vẹn: {faults[0]}")
        return _contents(cursor)


def mark_in(path: Path) -> Mark:
    """Tell which board and version a closed database is, with its log; changes neither."""
    with _opened(path, read_only=True) as cursor:
        return _contents(cursor).mark


def missing_from(path: Path, marks: list[Mark]) -> Mark | None:
    """Give the newest of the marks that a closed database does not go through; None if all."""
    with _opened(path, read_only=True) as cursor:
        identity = identity_of(cursor)
        missed = [mark for mark in marks if not passes_through(cursor, identity, mark)]
    return max(missed, key=lambda mark: mark.number, default=None)


@contextmanager
def _opened(path: Path, *, read_only: bool) -> Iterator[DuckDBPyConnection]:
    with in_vietnamese(path):
        check_file(path)
        if not read_only:
            keep_private(path)
        with connecting(path, read_only=read_only)() as connection:
            check_content(connection, path, "real")
            yield connection
    if log_of(path).exists() and not read_only:
        raise DatabaseError(f"Chưa chuyển hết được số liệu từ {log_of(path)} vào tệp.")


def _contents(cursor: DuckDBPyConnection) -> Contents:
    number, at, newest = newest_of(cursor)
    return Contents(Mark(identity_of(cursor), number, newest), at, schema_of(cursor))
