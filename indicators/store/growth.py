"""What the schema gained since the first boards: added on opening, missing in files only read.

The schema version stays: an older board lacks nothing but what `growth.sql` creates.
"""

from pathlib import Path

from duckdb import DuckDBPyConnection

GROWTH = Path(__file__).with_name("growth.sql")


def grow(connection: DuckDBPyConnection) -> None:
    """Create the tables and columns that a board of an earlier day lacks."""
    connection.execute(GROWTH.read_text(encoding="utf-8"))


def has(cursor: DuckDBPyConnection, table: str, column: str = "version") -> bool:
    """Whether a board has a table or column: one that cannot be written stays as it was made."""
    query = "SELECT 1 FROM duckdb_columns() WHERE table_name = ? AND column_name = ?"
    return cursor.execute(query, [table, column]).fetchone() is not None
