"""What a process is told by BOARD_… variables, asked anew each time; apart, as it loads no DuckDB.

What is not understood is refused with a sentence that names the variable.
"""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

Nature = Literal["real", "illustrative"]

FOLDER = Path(__file__).resolve().parents[2] / "data"
DEFAULTS: dict[Nature, Path] = {
    "real": FOLDER / "board.duckdb",
    "illustrative": FOLDER / "illustrative.duckdb",
}
URL = "BOARD_URL"
MARK = "BOARD_MARK"
REMEMBERED_ROWS = 400_000  # about 400 MB when all are used, by rows of figures


class SettingError(Exception):
    """A variable says nothing usable; the message is the Vietnamese sentence to print."""


def check_settings() -> None:
    """Refuse now what would be refused later; raises SettingError."""
    board_nature()
    board_host()
    remembered_rows()
    if folder := mark_folder():
        _check_mark_folder(folder)


def board_nature() -> Nature:
    """Name the nature that this process serves: BOARD_NATURE, else the real figures."""
    named = _told("BOARD_NATURE") or "real"
    if named not in DEFAULTS:
        raise SettingError(
            f"BOARD_NATURE={named} không dùng được; hãy ghi illustrative (bảng minh họa) hay real "
            "(bảng thật), hoặc để trống (bảng thật)."
        )
    return named


def database_path() -> Path:
    """Name the database: BOARD_DB, else the file of the nature in the project's data/."""
    named = _told("BOARD_DB")
    return _resolved(named, Path.cwd()) if named else DEFAULTS[board_nature()]


def mark_folder() -> Path | None:
    """Name the folder that keeps the second mark of every database: BOARD_MARK, None if unset."""
    named = _told(MARK)
    return _resolved(named, Path.cwd()) if named else None


def board_address() -> str:
    """Give the address by which others know the board: BOARD_URL without a last slash; or ''."""
    return _told(URL).rstrip("/")


def board_host() -> str:
    """Name the host of BOARD_URL as browsers name it; '' if unset. Raises SettingError."""
    return _host(_told(URL))


def remembered_rows() -> int:
    """How many rows may be remembered of what was computed: BOARD_REMEMBERED_ROWS."""
    return _count("BOARD_REMEMBERED_ROWS", REMEMBERED_ROWS)


def _count(name: str, default: int) -> int:
    text = _told(name)
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and int(text)):
        raise SettingError(
            f"{name}={text} không dùng được; hãy ghi một số nguyên từ 1 trở lên, hoặc để trống "
            f"({default})."
        )
    return int(text)


def _check_mark_folder(folder: Path) -> None:
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise SettingError(
            f"{MARK}={_told(MARK)} không dùng được; hãy ghi một thư mục đã có và ghi được, tốt "
            "nhất ở đĩa khác với cơ sở dữ liệu, hoặc để trống (thư mục trên thư mục của tệp)."
        )
    if folder == database_path().parent:
        raise SettingError(
            f"{MARK}={_told(MARK)} không dùng được: đó là thư mục của chính cơ sở dữ liệu, nơi đã "
            "có một dấu rồi; hãy ghi một thư mục khác, tốt nhất ở đĩa khác, hoặc để trống."
        )


def _told(name: str) -> str:
    return os.environ.get(name, "")


@cache
def _host(address: str) -> str:
    if not address:
        return ""
    # A port that is no number raises too, and so does a name that is too long.
    with suppress(ValueError):
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0:
            return parts.hostname.encode("idna").decode().rstrip(".")
    raise SettingError(
        f"{URL}={address} không phải địa chỉ web; hãy ghi như https://bang.vi-du.vn, hoặc để trống."
    )


@cache
def _resolved(named: str, _folder: Path) -> Path:
    return Path(named).resolve()
