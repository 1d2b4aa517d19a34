"""Every row of a board as it stands, to be taken out and put into a new one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyarrow as pa
from duckdb import DuckDBPyConnection

from indicators.store.connection import Store
from indicators.store.growth import has
from indicators.store.records import Upload, Version
from indicators.store.standing import mark_of
from indicators.store.tables import VERSIONED, quoted, table_of

# Nothing else of a board is taken out; its own row stands in the manifest.
TABLES = tuple(table_of(record) for record in (Version, *VERSIONED))
FILES = table_of(Upload)
ROWS = 20_000  # read at a time

DIGESTS = "SELECT DISTINCT sha256(content) FROM upload WHERE content IS NOT NULL ORDER BY 1"
BYTES = "SELECT content FROM upload WHERE sha256(content) = ? LIMIT 1"


class WholeBoard:
    """All of a board, as it was when one began to look."""

    def __init__(self, store: Store, cursor: DuckDBPyConnection) -> None:
        self._cursor = cursor
        self.mark = mark_of(cursor, store.identity)
        self.nature, self.schema = store.nature, store.schema
        self.tables = [TABLES[0], *(table for table in TABLES[1:] if has(cursor, table))]

    def rows(self, table: str) -> pa.RecordBatchReader:
        """Give a table's rows in their order; in place of the bytes of a file their SHA-256."""
        return _rows(self._cursor, table)

    def digests(self) -> list[str]:
        """List the files that were received, by the SHA-256 of their bytes."""
        return [digest for (digest,) in self._cursor.execute(DIGESTS).fetchall()]

    def content(self, digest: str) -> bytes:
        """Give the bytes of a file."""
        return bytes(self._cursor.execute(BYTES, [digest]).fetchall()[0][0])


@contextmanager
def whole_board(store: Store) -> Iterator[WholeBoard]:
    """Look at all of a board; what is recorded meanwhile is not seen. Raises StoreError."""
    with store.reading() as cursor:
        yield WholeBoard(store, cursor)


def column_types(store: Store, table: str) -> dict[str, pa.DataType]:
    """Give the columns of a table as they are taken out."""
    with store.reading() as cursor:
        return {field.name: field.type for field in _rows(cursor, table).schema}


def put_rows(store: Store, table: str, batches: Iterable[pa.RecordBatch]) -> None:
    """Put rows into a table of a new board, in their order; raises StoreError."""
    with store.writing() as cursor:
        for batch in batches:
            names = quoted(batch.schema.names)
            cursor.register("incoming", batch)
            cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM incoming')  # noqa: S608
            cursor.unregister("incoming")


def _rows(cursor: DuckDBPyConnection, table: str) -> pa.RecordBatchReader:
    columns = "* REPLACE (sha256(content) AS content)" if table == FILES else "*"
    return cursor.execute(f'SELECT {columns} FROM "{table}"').to_arrow_reader(ROWS)  # noqa: S608
