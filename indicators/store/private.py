"""What the board writes is its owner's alone, whatever the umask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

OWNERS_ALONE, OWNERS_FOLDER, OTHERS = 0o600, 0o700, 0o077
_umask = Lock()


def log_of(database: Path) -> Path:
    """Name the log in which DuckDB keeps what it has not moved into the file yet."""
    return database.with_name(f"{database.name}.wal")


def keep_private(database: Path) -> None:
    """Take the rights of others away from a database and its log; not from a stranger's."""
    for file in (database, log_of(database)):
        with suppress(FileNotFoundError, PermissionError):
            file.chmod(OWNERS_ALONE)


@contextmanager
def made_private() -> Iterator[None]:
    """Let every file that this process makes meanwhile be its owner's alone."""
    with _umask:
        before = os.umask(OTHERS)
        try:
            yield
        finally:
            os.umask(before)


@contextmanager
def private_log(database: Path) -> Iterator[None]:
    """Have the log that a commit begins be made private before DuckDB writes into it.

    One that stays empty goes: nothing was written.
    """
    log = log_of(database)
    with suppress(OSError):
        os.close(os.open(log, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNERS_ALONE))
    try:
        yield
    finally:
        with suppress(OSError):
            if log.stat().st_size == 0:
                log.unlink()
