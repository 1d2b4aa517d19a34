"""Where the database is and which nature it has; apart, so that asking for it loads no DuckDB."""

import os
from functools import cache
from pathlib import Path
from typing import Literal

Nature = Literal["real", "illustrative"]

FOLDER = Path(__file__).resolve().parents[2] / "data"
DEFAULTS: dict[Nature, Path] = {
    "real": FOLDER / "board.duckdb",
    "illustrative": FOLDER / "illustrative.duckdb",
}


class UnknownNatureError(Exception):
    """BOARD_NATURE names neither nature; the message is the Vietnamese sentence to print."""


def board_nature() -> Nature:
    """Name the nature that this process serves: BOARD_NATURE, else the real figures."""
    named = os.environ.get("BOARD_NATURE", "") or "real"
    if named not in DEFAULTS:
        raise UnknownNatureError(
            f"BOARD_NATURE={named} không dùng được; hãy ghi illustrative (bảng minh họa) hay real "
            "(bảng thật), hoặc để trống (bảng thật)."
        )
    return named


def database_path() -> Path:
    """Name the database: BOARD_DB, else the file of the nature in the project's data/."""
    named = os.environ.get("BOARD_DB", "")
    return _resolved(named, Path.cwd()) if named else DEFAULTS[board_nature()]


@cache
def _resolved(named: str, _folder: Path) -> Path:
    return Path(named).resolve()
