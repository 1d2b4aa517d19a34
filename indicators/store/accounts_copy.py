"""A copy of the accounts of a board, to be kept: who they are, without what is open just now."""

import sqlite3
from contextlib import closing
from pathlib import Path

from indicators.store.accounts import accounts_path, explained
from indicators.store.durable import sync_file
from indicators.store.private import made_private

# Sessions, invitations, browsers and failures are of the moment, and of no use to anybody later.
OF_THE_MOMENT = ("session", "invitation", "browser", "failure")
# What SQLite keeps beside a file that is in use.
COMPANIONS = ("", "-wal", "-shm")


def copy_accounts(database: Path, copy: Path) -> Path | None:
    """Copy the accounts of a database, which may be in use, to belong to its copy.

    Gives the file; None where the board has none. Raises AccountsFileError.
    """
    source, target = accounts_path(database), accounts_path(copy)
    if not source.exists():
        return None
    with explained(source), made_private():
        with closing(sqlite3.connect(source)) as used, closing(sqlite3.connect(target)) as copied:
            used.backup(copied)
            copied.execute("PRAGMA secure_delete = ON")
            for table in OF_THE_MOMENT:
                copied.execute(f"DELETE FROM {table}")  # noqa: S608 (one of the four)
            copied.commit()
            # One file alone, with nothing left in it of what was deleted.
            copied.execute("VACUUM")
            copied.execute("PRAGMA journal_mode = DELETE")
        sync_file(target)
    return target


def rows_of(database: Path) -> list[tuple[object, ...]]:
    """Read who has an account on a board, with hashes; none where the file is not there."""
    path = accounts_path(database)
    if not path.exists():
        return []
    with explained(path), closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM account ORDER BY number").fetchall()


def belong_to(database: Path, identity: str) -> bool:
    """Whether there are accounts beside a database that can be read and are of that board."""
    path = accounts_path(database)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as found:
            return found.execute("SELECT identity FROM board").fetchall() == [(identity,)]
    except sqlite3.Error:
        return False


def set_aside(database: Path, kept: Path) -> None:
    """Rename the accounts of a database so that they belong to the file that it is kept under."""
    for file, aside in zip(files_of(database), files_of(kept), strict=True):
        if file.exists():
            file.rename(aside)


def files_of(database: Path) -> list[Path]:
    """Name the files in which the accounts of a database may lie."""
    file = accounts_path(database)
    return [file.with_name(f"{file.name}{companion}") for companion in COMPANIONS]
