"""What the schema gained since the first boards: added on opening, missing in files only read.

A new column raises the schema's number, so that older software refuses the board; a board that
cannot be written stays as it was made, and is read without what it lacks.
"""

from pathlib import Path
from uuid import uuid4

from duckdb import DuckDBPyConnection

from indicators.store.recognition import APPLICATION, SCHEMA_VERSION

SCHEMA = Path(__file__).with_name("schema.sql")
GROWTH = SCHEMA.with_name("growth.sql")
FIRST_SCHEMA = 1


def grow(connection: DuckDBPyConnection) -> None:
    """Create the tables and columns that a board of an earlier day lacks."""
    connection.execute(GROWTH.read_text(encoding="utf-8"))


def lay_out(connection: DuckDBPyConnection, nature: str) -> None:
    """Create all that a new board has, and give it a name that no other has."""
    connection.begin()
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    grow(connection)
    row = [APPLICATION, SCHEMA_VERSION, nature, str(uuid4())]
    connection.execute("INSERT INTO board VALUES (?, ?, ?, ?)", row)
    connection.commit()
    connection.execute("CHECKPOINT")


def has(cursor: DuckDBPyConnection, table: str, column: str = "version") -> bool:
    """Whether a board has a table or column: one that cannot be written stays as it was made."""
    query = "SELECT 1 FROM duckdb_columns() WHERE table_name = ? AND column_name = ?"
    return bool(cursor.execute(query, [table, column]).fetchall())


def schema_of(cursor: DuckDBPyConnection) -> int:
    """Give the number of the schema that a board has."""
    row = cursor.execute("SELECT schema_version FROM board").fetchone()
    return int(row[0]) if row else FIRST_SCHEMA
