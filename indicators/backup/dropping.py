"""Dropping backups that are kept no longer: only folders that hold what we wrote, nothing else."""

from pathlib import Path

from indicators.backup.found import Backup, backups_in
from indicators.backup.manifest import NAME
from indicators.backup.rotation import Rotation, superseded
from indicators.store.durable import sync_folder
from indicators.store.errors import in_vietnamese


def drop_superseded(newest: Backup, rotation: Rotation) -> list[Backup]:
    """Drop what the newest backup of a board, which is good, has made superfluous beside it."""
    folder = newest.folder.parent
    beside = [
        backup
        for backup in backups_in(folder, newest.manifest.identity)
        if backup.manifest.file == newest.manifest.file
    ]
    old = {manifest.serial for manifest in superseded((b.manifest for b in beside), rotation)}
    dropped = [
        backup
        for backup in beside
        if backup.manifest.serial in old - {newest.manifest.serial} and _is_ours(backup)
    ]
    with in_vietnamese(folder, (OSError,)):
        for backup in dropped:
            _drop(backup)
        sync_folder(folder)
    return dropped


def clear(draft: Path) -> None:
    """Remove a hidden folder that a making or a dropping was broken off in."""
    if draft.exists():
        for file in draft.iterdir():
            file.unlink()
        draft.rmdir()


def _is_ours(backup: Backup) -> bool:
    names = {place.name for place in backup.folder.iterdir()}
    written = {NAME, *(file.name for file in backup.digests)}
    return names == written and not backup.folder.is_symlink()


def _drop(backup: Backup) -> None:
    """Take its name first: half a backup would else look like one."""
    hidden = backup.folder.with_name(f".{backup.folder.name}.tmp")
    backup.folder.rename(hidden)
    clear(hidden)
