"""Boards as the software of each schema made them: `tests/store/boards/`, made once, never edited.

Each was made by checking out the last software of its schema, and written down as SQL.
"""

from pathlib import Path
from typing import Any

import duckdb

BOARDS = sorted(Path(__file__).with_name("boards").glob("*.sql"))


def made_from(board: Path, path: Path) -> Path:
    """Make the file of a board that is written down."""
    with duckdb.connect(path) as made:
        made.execute(board.read_text(encoding="utf-8"))
    return path


def contents(path: Path) -> dict[str, Any]:
    """Give every row of a closed board by table, each row its values by column."""
    with duckdb.connect(path, read_only=True) as board:
        tables = [
            name for (name,) in board.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        return {name: board.table(f'"{name}"').to_arrow_table().to_pylist() for name in tables}


def layout(path: Path) -> list[Any]:
    """Give the tables, columns and constraints of a closed board."""
    queries = (
        "SELECT table_name, column_name, data_type, is_nullable, column_default "
        "FROM duckdb_columns() ORDER BY table_name, column_index",
        "SELECT table_name, constraint_text FROM duckdb_constraints() ORDER BY ALL",
        "SELECT table_name, sql FROM duckdb_indexes() ORDER BY ALL",
    )
    with duckdb.connect(path, read_only=True) as board:
        return [board.execute(query).fetchall() for query in queries]
