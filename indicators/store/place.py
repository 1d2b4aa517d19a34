"""Where the database is; apart from the rest so that asking for it loads no DuckDB."""

import os
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "data" / "board.duckdb"


def database_path() -> Path:
    """Name the database: BOARD_DB, else data/board.duckdb of the project whatever the folder."""
    named = os.environ.get("BOARD_DB", "")
    return Path(named).resolve() if named else DEFAULT
