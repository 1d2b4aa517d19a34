"""Making a backup: copied while readers go on reading, proven, and there whole by one rename."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from indicators.backup.apart import Copied, Wait, copier, patient
from indicators.backup.errors import BackupError
from indicators.backup.found import Backup, backups_in
from indicators.backup.manifest import NAME, Manifest, Reason, write_manifest
from indicators.store.connection import Store
from indicators.store.durable import sync_file, sync_folder
from indicators.store.errors import in_vietnamese
from indicators.store.local_time import VIETNAM
from indicators.store.private import OTHERS, OWNERS_ALONE

ALL_RIGHTS = 0o777

_one_at_a_time = Lock()


def back_up(store: Store, folder: Path, reason: Reason, wait: Wait = patient) -> Backup:
    """Copy an open board into a folder that is there; new versions wait, readers do not.

    Raises StoreError, and leaves nothing, where that fails or the copy is not what was copied.
    """
    if store.nature != "real":
        raise BackupError("Đây là bảng minh họa; số liệu minh họa không cần sao lưu.")
    if store.lag:
        raise BackupError(f"Chưa sao lưu: {store.lag.sentence}")
    with _drafted(folder, store.identity) as draft:
        copy = draft / store.path.name
        with copier(store.path, copy, wait) as process:
            with store.held_still() as mark:
                process.copy()
            copied = process.copied()
        if copied.mark != mark:
            raise BackupError(f"Bản chép của {store.path} không giống tệp được chép; đã bỏ.")
        return _finished(draft, copy, copied, reason)


@contextmanager
def _drafted(folder: Path, identity: str) -> Iterator[Path]:
    """Give an empty folder with a hidden name in `folder`; nothing of it stays."""
    check_backup_folder(folder)
    draft = folder / f".{identity}.tmp"
    with _one_at_a_time, in_vietnamese(folder, (OSError,)):
        _clear(draft)
        draft.mkdir(ALL_RIGHTS & ~OTHERS)
        try:
            yield draft
        finally:
            _clear(draft)


def check_backup_folder(folder: Path) -> None:
    """Refuse a folder that is not there or cannot be written; raises BackupError."""
    if not folder.is_dir():
        raise BackupError(
            f"Không có thư mục {folder} để sao lưu vào; có thể đĩa chưa được gắn. Chưa sao lưu."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BackupError(f"Không ghi được vào thư mục {folder}: chỉ cho đọc. Chưa sao lưu.")


def _finished(draft: Path, copy: Path, copied: Copied, reason: Reason) -> Backup:
    """Write the manifest beside a proven copy, and give both their name."""
    before = backups_in(draft.parent, copied.mark.identity)
    manifest = Manifest(
        copy.name,
        copied.mark.identity,
        copied.mark.number,
        copied.mark.hash,
        copied.schema,
        "",
        datetime.now(UTC).replace(microsecond=0),
        reason,
        max((backup.manifest.serial for backup in before), default=0) + 1,
        copied.size,
        copied.sha256,
    )
    write_manifest(draft / NAME, manifest)
    for file in (copy, draft / NAME):
        file.chmod(OWNERS_ALONE)
        sync_file(file)
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


def _clear(draft: Path) -> None:
    """Remove what an earlier making was broken off with; only files of ours are in it."""
    if draft.exists():
        for file in draft.iterdir():
            file.unlink()
        draft.rmdir()
