"""The backups in a folder, and whether one is still as it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from indicators.backup.manifest import NAME, Manifest, read_manifest
from indicators.store.accounts import accounts_path


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
    def digests(self) -> dict[Path, str]:
        """The SHA-256 that each of its files had when it was made."""
        accounts = self.manifest.accounts_sha256
        return {self.file: self.manifest.sha256} | (
            {accounts_path(self.file): accounts} if accounts else {}
        )

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
    """Whether the files of a backup are, byte for byte, those that were proven whole."""
    try:
        return all(digest_of(file) == digest for file, digest in backup.digests.items())
    except OSError:
        return False


def digest_of(file: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


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
