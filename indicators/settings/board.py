"""What a process is told of its board: nature, database, marks, address; loads no DuckDB."""

import os
from pathlib import Path

from indicators.settings.file import FOLDER, settings_file
from indicators.settings.in_force import check_variables, in_force, value_of
from indicators.settings.kinds import SettingError, host_of
from indicators.settings.sections import Nature

DEFAULTS: dict[Nature, Path] = {
    "real": FOLDER / "board.duckdb",
    "illustrative": FOLDER / "illustrative.duckdb",
}
URL = "BOARD_URL"
MARK = "BOARD_MARK"


def check_settings() -> None:
    """Refuse now what would be refused later; raises SettingError."""
    check_variables()
    in_force()
    if folder := mark_folder():
        _check_mark_folder(folder)


def board_nature() -> Nature:
    """Name the nature that this process serves."""
    return in_force().board.nature


def database_path() -> Path:
    """Name the database: as told, else the file of the nature in the project's data/.

    One that the settings file names is of the nature it is for: `make demo` beside it has its own.
    """
    board = in_force().board
    is_file_s = not os.environ.get("BOARD_DB")
    if board.database is None or (is_file_s and board.nature != _nature_of_file()):
        return DEFAULTS[board.nature]
    return board.database


def mark_folder() -> Path | None:
    """Name the folder that keeps the second mark of every database; None if unset."""
    return in_force().board.mark


def board_address() -> str:
    """Give the address by which others know the board, without a last slash; or ''."""
    return in_force().board.url


def board_host() -> str:
    """Name the host of that address as browsers name it; '' if unset."""
    address = board_address()
    return host_of(address) if address else ""


def remembered_rows() -> int:
    """How many rows may be remembered of what was computed."""
    return in_force().memory.remembered_rows


def _nature_of_file() -> str:
    file = settings_file()
    written = file.written.get(("board", "nature")) if file else None
    return str(written.value) if written and written.value else "real"


def _check_mark_folder(folder: Path) -> None:
    told = value_of("board", "mark").told
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise SettingError(
            f"{told} không dùng được; hãy ghi một thư mục đã có và ghi được, tốt nhất ở đĩa khác "
            "với cơ sở dữ liệu, hoặc để trống (thư mục trên thư mục của tệp)."
        )
    if folder == database_path().parent:
        raise SettingError(
            f"{told} không dùng được: đó là thư mục của chính cơ sở dữ liệu, nơi đã có một dấu "
            "rồi; hãy ghi một thư mục khác, tốt nhất ở đĩa khác, hoặc để trống."
        )
