"""The layout of a board: `schema.sql` is the newest whole, `steps/` leads there from earlier ones.

The step `steps/004.sql` makes a board of schema 3 one of schema 4. A change of the schema raises
its number, adds a step and writes the whole anew; a test holds the two together. A new column
allows NULL, without a default, so that hashes stay. A table that needs another constraint is made
anew under another name, filled, and given the name of the old one.
"""

from pathlib import Path

from duckdb import DuckDBPyConnection

from indicators.store.recognition import APPLICATION, SCHEMA_VERSION

SCHEMA = Path(__file__).with_name("schema.sql")
STEPS = SCHEMA.with_name("steps")
FIRST_SCHEMA = 1


def lay_out(connection: DuckDBPyConnection, nature: str, identity: str) -> None:
    """Create all that a new board has, and say which board it is."""
    connection.begin()
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    row = [APPLICATION, SCHEMA_VERSION, nature, identity]
    connection.execute("INSERT INTO board VALUES (?, ?, ?, ?)", row)
    connection.commit()
    connection.execute("CHECKPOINT")


def steps_after(schema: int) -> list[str]:
    """Read the steps from a schema to the newest, in order."""
    numbers = range(schema + 1, SCHEMA_VERSION + 1)
    return [(STEPS / f"{number:03}.sql").read_text(encoding="utf-8") for number in numbers]


def has(cursor: DuckDBPyConnection, table: str, column: str = "version") -> bool:
    """Whether a board has a table or column: one that cannot be written stays as it was made."""
    query = "SELECT 1 FROM duckdb_columns() WHERE table_name = ? AND column_name = ?"
    return bool(cursor.execute(query, [table, column]).fetchall())


def schema_of(cursor: DuckDBPyConnection) -> int:
    """Give the number of the schema that a board has."""
    rows = cursor.execute("SELECT schema_version FROM board").fetchall()
    return int(rows[0][0]) if rows else FIRST_SCHEMA
