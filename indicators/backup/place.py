"""Where a database's backups lie by default: in a folder of its own beside it."""

from contextlib import suppress
from pathlib import Path

from indicators.store.errors import in_vietnamese
from indicators.store.private import OWNERS_FOLDER

FOLDER = "backups"


def backup_folder(database: Path) -> Path:
    """Name the folder of a database's nightly backups."""
    return database.parent / FOLDER


def ready_folder(database: Path) -> Path:
    """Give that folder, made where it is not there; raises StoreError where it cannot be."""
    folder = backup_folder(database)
    with in_vietnamese(folder, (OSError,)), suppress(FileExistsError):
        folder.mkdir(OWNERS_FOLDER)
    return folder
