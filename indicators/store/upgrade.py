"""A board of an earlier schema becomes one of today's: whole, with the hashes it had, or not."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from indicators.store.entries import chain_faults, read_versions
from indicators.store.errors import KEPT, UpgradeError
from indicators.store.growth import schema_of, steps_after
from indicators.store.private import private_log
from indicators.store.recognition import SCHEMA_VERSION
from indicators.store.records import Version

BeforeUpgrade = Callable[[Path], None]
"""Called with a database before it is upgraded, while nobody writes it; may raise to keep it."""

# What DuckDB raises of a step that does not fit; other errors are the disk's or the file's.
MISFITS = (duckdb.ProgrammingError, duckdb.IntegrityError, duckdb.DataError)


_refused: dict[Path, tuple[tuple[int, ...], UpgradeError]] = {}


def check_upgradable(cursor: DuckDBPyConnection, path: Path) -> None:
    """Refuse before anything is kept of it what cannot be upgraded, or could not as it is now.

    Raises UpgradeError. Each reader who comes tries to open a board that could not be opened.
    """
    state, refusal = _refused.get(path, ((), None))
    if refusal and state == _state(path):
        raise refusal
    _sealed(cursor, path, schema_of(cursor))


def upgrade(cursor: DuckDBPyConnection, path: Path) -> None:
    """Take all steps to the newest schema in one transaction; raises UpgradeError."""
    try:
        _upgrade(cursor, path)
    except UpgradeError as refusal:
        _refused[path] = _state(path), refusal
        raise


def _upgrade(cursor: DuckDBPyConnection, path: Path) -> None:
    found = schema_of(cursor)
    cursor.begin()
    try:
        _take_steps(cursor, path, found)
        with private_log(path):
            cursor.commit()
    except BaseException as error:
        with suppress(duckdb.Error):
            cursor.rollback()
        if isinstance(error, MISFITS):
            why = f"một bước không chạy được ({type(error).__name__})"
            raise _refusal(path, found, why) from error
        raise


def _take_steps(cursor: DuckDBPyConnection, path: Path, found: int) -> None:
    before = _sealed(cursor, path, found)
    for step in steps_after(found):
        cursor.execute(step)
    cursor.execute("UPDATE board SET schema_version = ?", [SCHEMA_VERSION])
    if _sealed(cursor, path, found) != before:
        raise _refusal(path, found, "nhật ký sau khi nâng cấp không còn như trước")


def _sealed(cursor: DuckDBPyConnection, path: Path, found: int) -> list[Version]:
    """Give the journal of a board whose chain holds; raises UpgradeError where it does not."""
    if faults := chain_faults(cursor):
        raise _refusal(path, found, f"chuỗi băm không nguyên vẹn. {faults[0].rstrip('.')}")
    return read_versions(cursor)


def _state(path: Path) -> tuple[int, ...]:
    """Tell a file from what it was before something wrote it, or put another in its place."""
    seen = path.stat()
    return seen.st_ino, seen.st_size, seen.st_mtime_ns


def _refusal(path: Path, found: int, why: str) -> UpgradeError:
    return UpgradeError(
        f"Chưa nâng cấp {path} từ cấu trúc {found} lên {SCHEMA_VERSION}: {why}. {KEPT} Hãy khôi "
        "phục từ bản sao lưu, hoặc dùng lại bản phần mềm trước, rồi báo cho người phụ trách."
    )
