"""How an entry of the journal is told."""

from indicators.store.local_time import VIETNAM
from indicators.store.records import Version, VersionKind

KINDS: dict[VersionKind, str] = {
    "upload": "Số liệu",
    "undo": "Hoàn tác",
    "catalogue": "Danh mục",
    "setting": "Tham số",
    "seed": "Khởi tạo",
}


def moment(version: Version) -> str:
    """Write when an entry was made: 22/11/2026 10:15."""
    return f"{version.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def who(version: Version) -> str:
    """Name who recorded, and for which agency."""
    return f"{version.by}, {version.agency}" if version.agency else version.by
