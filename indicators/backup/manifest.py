"""What a backup says of itself: which board and version it holds, and the digest of its file.

A backup is a folder of its own with the database in it and `manifest.json`, so that it comes into
being, whole, by one rename. The manifest seals itself: one that was changed is none.
"""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from indicators.store.local_time import VIETNAM
from indicators.store.marks import Mark
from indicators.store.records import HEAD_LETTERS
from indicators.store.sealed import sealed, unsealed

NAME = "manifest.json"

Reason = Literal["nightly", "asked", "upgrade"]


@dataclass(frozen=True, slots=True)
class Manifest:
    """One backup. `serial` counts those of a folder: no clock is trusted for their order.

    `size` in bytes; `schema` is the database's, `software` the release that made it, '' unknown;
    `accounts_sha256` that of the file of accounts, '' where the board has none.
    """

    file: str
    identity: str
    number: int
    hash: str
    schema: int
    software: str
    made_at: datetime
    reason: Reason
    serial: int
    size: int
    sha256: str
    accounts_sha256: str = ""

    @property
    def mark(self) -> Mark:
        """The board and version that the backup holds."""
        return Mark(self.identity, self.number, self.hash)

    @property
    def told(self) -> str:
        """Name version and day, as sentences do."""
        return f"phiên bản {self.number}, ngày {self.made_at.astimezone(VIETNAM):%d/%m/%Y}"


FIELDS = frozenset(each.name for each in fields(Manifest))


def write_manifest(place: Path, manifest: Manifest) -> None:
    """Write it into a backup's folder."""
    place.write_text(sealed(_content(manifest)), encoding="utf-8")


def read_manifest(place: Path) -> Manifest | None:
    """Read it; None where there is none, or not as it was written.

    One of older software lacks what has a default, one of newer software may say more.
    """
    try:
        text = place.read_text(encoding="utf-8")
        content = unsealed(text)
        if text != sealed(content):
            return None
        told = {name: value for name, value in content.items() if name in FIELDS}
        return Manifest(**told | {"made_at": datetime.fromisoformat(told["made_at"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _content(manifest: Manifest) -> dict[str, Any]:
    made_at = manifest.made_at.astimezone(VIETNAM).isoformat(timespec="seconds")
    head = {"head": manifest.hash[:HEAD_LETTERS]}
    return asdict(manifest) | head | {"made_at": made_at}
