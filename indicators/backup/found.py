"""The backups in a folder, and whether one is still as it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from indicators.backup.manifest import NAME, Manifest, read_manifest


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup's folder, and what it says of itself."""

    folder: Path
    manifest: Manifest

    @property
    def file(self) -> Path:
        """The database in it."""
        return self.folder / self.manifest.file

    @property
    def told(self) -> str:
        """Name it as sentences do, without its path."""
        return f"{self.folder.name} ({self.manifest.told})"


def backups_in(folder: Path, identity: str | None = None) -> list[Backup]:
    """List the backups of a board, or of all, the newest first; none where there is no folder.

    Folders that are no backup, or not whole by their names and size, are passed over.
    """
    found = [
        Backup(place.parent, manifest)
        for place in _places(folder)
        if (manifest := read_manifest(place)) and identity in (None, manifest.identity)
    ]
    whole = [backup for backup in found if _size(backup.file) == backup.manifest.size]
    return sorted(whole, key=lambda backup: backup.manifest.serial, reverse=True)


def is_as_made(backup: Backup) -> bool:
    """Whether the file of a backup is, byte for byte, the one that was proven whole."""
    try:
        with backup.file.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == backup.manifest.sha256
    except OSError:
        return False


def newest_good(folder: Path, identity: str | None = None) -> Backup | None:
    """Give the newest backup that is as it was made; reads its file."""
    return next(filter(is_as_made, backups_in(folder, identity)), None)


def _places(folder: Path) -> Iterator[Path]:
    try:
        # What is being made, or was broken off, has a hidden name.
        yield from folder.glob(f"[!.]*/{NAME}")
    except OSError:
        return


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1
