"""The hash chain of the journal: an entry seals itself, the entry before and every row it brought.

A row is written as `name=length:value` for each column that is not NULL, names in order, and
hashed; a table's part of a version is the hash of its rows' hashes in order. Columns added to the
schema later are NULL in older rows, so old hashes stand. Doubles are written with 17 digits, which
tell any two apart and do not depend on how DuckDB prints numbers.
"""

import json
from collections.abc import Sequence
from hashlib import sha256

from duckdb import DuckDBPyConnection

from indicators.store.records import Version
from indicators.store.tables import VERSIONED, table_of

Digests = dict[int, dict[str, str]]
TableColumn = tuple[str, str, bool]  # name, type, whether it may be NULL

COLUMNS = """
    SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns()
    WHERE list_contains(?, table_name) ORDER BY table_name, column_name
"""

# How a value of each column type is written; other types as DuckDB casts them.
WRITTEN = {
    "DOUBLE": "format('{{:.16e}}', {0})",
    "BLOB": "sha256({0})",
    "TIMESTAMP": "epoch_us({0})::VARCHAR",
}


def genesis(cursor: DuckDBPyConnection) -> str:
    """Hash the board's own row, which stands before version 1."""
    row = cursor.execute("SELECT application, nature FROM board").fetchone()
    return sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest()


def digests(cursor: DuckDBPyConnection, number: int | None = None) -> Digests:
    """Hash the rows of one version, or of all, by version and table; no rows, no hash."""
    found: Digests = {}
    parameters = [] if number is None else [number]
    for table, columns in _columns(cursor).items():
        rows = cursor.execute(_query(table, columns, number), parameters).fetchall()
        for version, digest in rows:
            found.setdefault(version, {})[table] = digest
    return found


def seal(entry: Version, rows: dict[str, str]) -> str:
    """Hash an entry: its own fields, the hash before it, and the hashes of its rows by table."""
    content: list[object] = [
        entry.previous_hash,
        entry.number,
        round(entry.at.timestamp() * 1_000_000),
        entry.kind,
        entry.by,
        entry.agency,
        entry.method,
        entry.note,
        sorted(rows.items()),
    ]
    # Entries of older software have none, and keep the hash they were given.
    content += [] if entry.undoes is None else [entry.undoes]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _columns(cursor: DuckDBPyConnection) -> dict[str, list[TableColumn]]:
    """Give the columns of the versioned tables that a board has, tables and columns in order."""
    names = sorted(table_of(record) for record in VERSIONED)
    found = cursor.execute(COLUMNS, [names]).fetchall()
    columns: dict[str, list[TableColumn]] = {}
    for table, *column in found:
        columns.setdefault(table, []).append((column[0], column[1], column[2]))
    return columns


def _query(table: str, columns: Sequence[TableColumn], number: int | None) -> str:
    written = ", ".join(_written(*column) for column in columns)
    where = "" if number is None else "WHERE version = ?"
    return f"""
        SELECT version, sha256(string_agg(digest, '' ORDER BY digest))
        FROM (SELECT version, sha256(concat({written})) AS digest FROM "{table}" {where})
        GROUP BY version
    """  # noqa: S608


def _written(name: str, kind: str, nullable: bool) -> str:
    text = WRITTEN.get(kind, "{0}::VARCHAR").format(f'"{name}"')
    # NULL || anything is NULL, and concat leaves NULL out; where there is none, concat is quicker.
    return f" {'||' if nullable else ','} ".join((f"'{name}='", f"strlen({text})", "':'", text))
