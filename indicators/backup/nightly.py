"""The night's backup, made by the server itself, or soon after its start when it was missed."""

import asyncio
import logging
import shutil
from asyncio import CancelledError, get_running_loop, shield
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from threading import Event

from indicators.backup.dropping import drop_superseded
from indicators.backup.errors import BackupError
from indicators.backup.found import Backup, backups_in, is_as_made
from indicators.backup.making import back_up
from indicators.backup.place import backup_folder, ready_folder
from indicators.backup.rotation import Rotation
from indicators.backup.schedule import next_due, unsaved_since
from indicators.settings.in_force import in_force
from indicators.store.accounts_copy import rows_of
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import versions
from indicators.wording.numbers import size

log = logging.getLogger(__name__)

# In seconds: after the start, so that first readers come first; between looks at the clock, which
# may be set meanwhile; until what failed is tried again.
SOON, OFTEN, AGAIN = 60.0, 60.0, 3600.0
# So many times the size of the database must be free.
ROOM = 2

Pause = Callable[[float], Awaitable[None]]
Clock = Callable[[], datetime]


class StoppedError(Exception):
    """The server ends: the backup that is being made is given up."""


def _now() -> datetime:
    return datetime.now(UTC)


def night_of(store: Store) -> "Night":
    """Give the night of a board as this server's settings have it."""
    told = in_force().backup
    rotation = Rotation(told.daily, told.weekly, told.monthly)
    return Night(store, time.fromisoformat(told.at), rotation)


@dataclass
class Night:
    """What is made each night of a board: at which time of day in Viet Nam, and what is kept."""

    store: Store
    at: time = time(1, 30)
    rotation: Rotation = field(default_factory=Rotation)
    clock: Clock = _now
    stop: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self._watched_since = self.clock()
        self._proven: set[Backup] = set()

    def backed_up(self) -> Backup | None:
        """Back the board up if that is due; raises StoreError where it cannot be."""
        now = self.clock()
        self._watched_since = min(self._watched_since, now)
        if self.store.nature != "real" or self.store.read_only or not self._is_due(now):
            return None
        folder = ready_folder(self.store.path)
        check_room(folder, self.store.path)
        backup = back_up(self.store, folder, "nightly", self._wait)
        for old in drop_superseded(backup, self.rotation):
            log.info("Dropped %s", old.folder.name)
        self._proven.add(backup)
        return backup

    def _is_due(self, now: datetime) -> bool:
        found = backups_in(backup_folder(self.store.path), self.store.identity)
        saved = next(filter(self._is_good, found), None)
        unsaved = unsaved_since(versions(self.store), saved.manifest.mark if saved else None)
        if unsaved is None and saved and rows_of(saved.file) != rows_of(self.store.path):
            # When accounts changed nobody knows, but it was since then.
            unsaved = saved.manifest.made_at
        due = next_due(unsaved, self._watched_since, now, self.at)
        return due is not None and due <= now

    def _is_good(self, backup: Backup) -> bool:
        """Whether it is as it was made; each is read once."""
        if backup not in self._proven and is_as_made(backup):
            self._proven.add(backup)
        return backup in self._proven

    def _wait(self) -> None:
        if self.stop.is_set():
            raise StoppedError


def check_room(folder: Path, database: Path) -> None:
    """Refuse a folder with too little room; raises BackupError."""
    free, needed = shutil.disk_usage(folder).free, ROOM * database.stat().st_size
    if free < needed:
        raise BackupError(
            f"Ổ đĩa của {folder} chỉ còn {size(free)}, cần {size(needed)} (gấp đôi cơ sở dữ liệu); "
            "chưa sao lưu. Hãy giải phóng chỗ, hoặc đặt thư mục sao lưu ở đĩa khác."
        )


@asynccontextmanager
async def nightly(night: Night, pause: Pause = asyncio.sleep) -> AsyncIterator[None]:
    """Back a board up each night while the context lasts."""
    task = asyncio.create_task(_watch(night, pause))
    try:
        yield
    finally:
        task.cancel()
        with suppress(CancelledError):
            await task


async def _watch(night: Night, pause: Pause) -> None:
    await pause(SOON)
    while True:
        await pause(OFTEN if await _looked(night) else AGAIN)


async def _looked(night: Night) -> bool:
    """Back up in a thread if it is due; say whether nothing failed."""
    work = get_running_loop().run_in_executor(None, night.backed_up)
    try:
        if backup := await shield(work):
            log.info("Backed up: %s", backup.folder.name)
    except CancelledError:
        night.stop.set()
        with suppress(StoppedError, StoreError):
            await work
        raise
    except StoreError as error:
        log.warning("Sao lưu hằng đêm: %s", error)
        return False
    except Exception:
        log.exception("The night's backup failed")
        return False
    return True
