"""Making a backup: copied while readers go on reading, proven, and there whole by one rename."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock

from indicators import __version__
from indicators.backup.apart import Copied, Wait, copier, patient
from indicators.backup.dropping import clear
from indicators.backup.errors import BackupError
from indicators.backup.found import Backup, backups_in, digest_of
from indicators.backup.manifest import NAME, Manifest, Reason, write_manifest
from indicators.backup.place import check_folder, ready_folder
from indicators.logs.actions import timed
from indicators.store.accounts_copy import copy_accounts
from indicators.store.connection import Store
from indicators.store.durable import sync_file, sync_folder
from indicators.store.errors import StoreError, in_vietnamese
from indicators.store.local_time import VIETNAM
from indicators.store.private import OWNERS_FOLDER, made_private

_one_at_a_time = Lock()


def back_up(store: Store, folder: Path, reason: Reason, wait: Wait = patient) -> Backup:
    """Copy an open board into a folder that is there; new versions wait, readers do not.

    Raises StoreError, and leaves nothing, where that fails or the copy is not what was copied.
    """
    with timed("backup", reason=reason) as about:
        backup = _backed_up(store, folder, reason, wait)
        about["version"] = backup.manifest.mark.number
    return backup


def _backed_up(store: Store, folder: Path, reason: Reason, wait: Wait) -> Backup:
    if store.nature != "real":
        raise BackupError("Đây là bảng minh họa; số liệu minh họa không cần sao lưu.")
    if store.lag:
        raise BackupError(f"Chưa sao lưu: {store.lag.sentence}")
    with _drafted(folder, store.path) as copy:
        with copier(store.path, copy, wait) as process:
            with store.held_still() as mark:
                process.copy()
            copied = process.copied()
        if copied.mark != mark:
            raise BackupError(f"Bản chép của {store.path} không giống tệp được chép; đã bỏ.")
        return _finished(copy, copied, reason, copy_accounts(store.path, copy))


def back_up_before_upgrade(database: Path) -> None:
    """Copy a board of an earlier schema, which nobody writes, before it becomes one of today's."""
    try:
        with _drafted(ready_folder(database), database) as copy:
            with copier(database, copy) as process:
                process.copy()
                copied = process.copied()
            _finished(copy, copied, "upgrade", copy_accounts(database, copy))
    except StoreError as error:
        raise BackupError(
            f"{error} Trước khi nâng cấp phải có bản sao lưu, nên {database} chưa được nâng cấp "
            "cho bản phần mềm này."
        ) from error


@contextmanager
def _drafted(folder: Path, database: Path) -> Iterator[Path]:
    """Name the copy of a database in a hidden folder of its own; nothing of that stays."""
    check_folder(folder)
    digest = sha256(os.fsencode(database)).hexdigest()[:12]
    draft = folder / f".{database.stem}-{digest}.tmp"
    with _one_at_a_time, in_vietnamese(folder, (OSError,)):
        clear(draft)
        draft.mkdir(OWNERS_FOLDER)
        try:
            yield draft / database.name
        finally:
            clear(draft)


def _finished(copy: Path, copied: Copied, reason: Reason, accounts: Path | None) -> Backup:
    """Write the manifest beside a proven copy, and give both their name."""
    draft = copy.parent
    before = backups_in(draft.parent, copied.mark.identity)
    manifest = Manifest(
        copy.name,
        copied.mark.identity,
        copied.mark.number,
        copied.mark.hash,
        copied.schema,
        __version__,
        datetime.now(UTC).replace(microsecond=0),
        reason,
        max((backup.manifest.serial for backup in before), default=0) + 1,
        copied.size,
        copied.sha256,
        digest_of(accounts) if accounts else "",
    )
    with made_private():
        write_manifest(draft / NAME, manifest)
    sync_file(draft / NAME)
    sync_folder(draft)
    place = _free_name(draft.parent, copy.stem, manifest)
    draft.rename(place)
    sync_folder(draft.parent)
    return Backup(place, manifest)


def _free_name(folder: Path, stem: str, manifest: Manifest) -> Path:
    """Name a backup by what it is of, its time in Viet Nam and its version."""
    when = f"{manifest.made_at.astimezone(VIETNAM):%Y-%m-%d-%H%M%S}"
    name = f"{stem}-{when}-v{manifest.number}"
    names = (name, *(f"{name}-{again}" for again in range(2, 1000)))
    return next(place for each in names if not (place := folder / each).exists())
