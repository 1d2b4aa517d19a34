"""What the schema gained since the first boards: added on opening, missing in files only read.

A new column raises the schema's number, so that older software refuses the board; a board that
cannot be written stays as it was made, and is read without what it lacks.
"""

from pathlib import Path

from duckdb import DuckDBPyConnection

GROWTH = Path(__file__).with_name("growth.sql")
FIRST_SCHEMA = 1


def grow(connection: DuckDBPyConnection) -> None:
    """Create the tables and columns that a board of an earlier day lacks."""
    connection.execute(GROWTH.read_text(encoding="utf-8"))


def has(cursor: DuckDBPyConnection, table: str, column: str = "version") -> bool:
    """Whether a board has a table or column: one that cannot be written stays as it was made."""
    query = "SELECT 1 FROM duckdb_columns() WHERE table_name = ? AND column_name = ?"
    return cursor.execute(query, [table, column]).fetchone() is not None


def schema_of(cursor: DuckDBPyConnection) -> int:
    """Give the number of the schema that a board has."""
    row = cursor.execute("SELECT schema_version FROM board").fetchone()
    return int(row[0]) if row else FIRST_SCHEMA
