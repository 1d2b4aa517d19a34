"""Where the night's backups of a database lie: as set, else in a folder of its own beside it."""

import os
from contextlib import suppress
from pathlib import Path

from indicators.backup.errors import BackupError
from indicators.settings.in_force import in_force
from indicators.store.errors import in_vietnamese
from indicators.store.private import OWNERS_FOLDER

FOLDER = "backups"


def backup_folder(database: Path) -> Path:
    """Name the folder of a database's nightly backups."""
    return in_force().backup.folder or database.parent / FOLDER


def ready_folder(database: Path) -> Path:
    """Give that folder; raises StoreError where it cannot be used.

    The one beside the database is made where it is not there; one that is set is not: it may be on
    a disk that is not there.
    """
    folder = backup_folder(database)
    if folder == database.parent / FOLDER:
        with in_vietnamese(folder, (OSError,)), suppress(FileExistsError):
            folder.mkdir(OWNERS_FOLDER)
    check_folder(folder)
    return folder


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not there or cannot be written; raises BackupError."""
    if not folder.is_dir():
        raise BackupError(
            f"Không có thư mục {folder} để sao lưu vào; có thể đĩa chưa được gắn. Chưa sao lưu."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BackupError(f"Không ghi được vào thư mục {folder}: chỉ cho đọc. Chưa sao lưu.")


def told_of_folder() -> str:
    """Say that a folder that was set cannot be used now; '' where it can, or none was set."""
    try:
        if folder := in_force().backup.folder:
            check_folder(folder)
    except BackupError as refusal:
        return f"{refusal} Mỗi đêm sẽ thử lại."
    return ""
