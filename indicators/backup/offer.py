"""What is said of backups where a database is damaged, gone or behind its mark: which one is good.

None is ever used in silence: whoever looks after the board runs the command.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from shlex import quote

from indicators.backup.found import Backup, backups_in, is_as_made
from indicators.backup.place import backup_folder, told_of_folder
from indicators.store.connection import Store
from indicators.store.errors import DamagedError, DatabaseError, ForeignError, GoneError
from indicators.store.mark_check import told_at_start
from indicators.store.marks import Mark, marks_found

# What a backup helps against; a board that is held, read-only or newer needs something else.
HELPED = (DamagedError, ForeignError, GoneError, DatabaseError)
ALL_SPOILT = "Không bản sao lưu nào trong {folder} còn như khi được ghi."


@contextmanager
def offering(database: Path) -> Iterator[None]:
    """Add to what is said of a database that cannot be read, or is gone, which backup is good."""
    try:
        yield
    except DatabaseError as error:
        offer = offer_for(database) if type(error) in HELPED else ""
        if not offer or offer in str(error):
            raise
        raise type(error)(f"{error} {offer}") from error


def told_of(store: Store) -> list[str]:
    """Say to whoever starts a board how it stands, which backup helps, and where none can go."""
    backups = [offer_beyond(store), told_of_folder()] if store.nature == "real" else []
    return [*told_at_start(store), *filter(None, backups)]


def offer_beyond(store: Store) -> str:
    """Name the backup that has more than a board that is behind its mark; '' where none has."""
    if store.lag is None:
        return ""
    marked = store.lag.marked
    backup, _ = _newest_good(store.path, marked)
    has_more = backup and (
        backup.manifest.number > store.lag.number or backup.manifest.mark == marked
    )
    return _offered(backup, marked) if backup and has_more else ""


def offer_for(database: Path) -> str:
    """Name the newest good backup of a database, and the command; '' where there was never one."""
    marked = max(filter(None, marks_found(database).values()), key=_number, default=None)
    backup, had_any = _newest_good(database, marked)
    if backup:
        return _offered(backup, marked)
    return ALL_SPOILT.format(folder=backup_folder(database)) if had_any else ""


def _newest_good(database: Path, marked: Mark | None) -> tuple[Backup | None, bool]:
    found = [
        backup
        for backup in backups_in(backup_folder(database), marked.identity if marked else None)
        if backup.manifest.file == database.name
    ]
    return next(filter(_is_good, found), None), bool(found)


def _offered(backup: Backup, marked: Mark | None) -> str:
    return (
        f"Bản sao lưu mới nhất còn tốt là {backup.told}{_against(backup, marked)}. Để dùng bản "
        f"này, hãy dừng bảng rồi chạy: python -m indicators restore {quote(str(backup.folder))} "
        "--by TÊN"
    )


def _against(backup: Backup, marked: Mark | None) -> str:
    if marked is None:
        return ""
    if backup.manifest.mark == marked:
        return ", đủ như dấu đã ghi"
    if backup.manifest.number < marked.number:
        return f", còn dấu đã ghi đến phiên bản {marked.number}"
    return ""


def _number(mark: Mark) -> int:
    return mark.number


def _is_good(backup: Backup) -> bool:
    """Whether it is as it was made; read once, however many pages ask."""
    try:
        return _read_once(backup, backup.file.stat().st_mtime_ns)
    except OSError:
        return False


@lru_cache(maxsize=64)
def _read_once(backup: Backup, _changed: int) -> bool:
    return is_as_made(backup)
