"""How an entry of the journal is told."""

from indicators.board.board import NATION
from indicators.store.local_time import VIETNAM
from indicators.store.records import Version, VersionKind
from indicators.store.resourced import Resourced
from pages.parts.links import Links

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


def judged_at(revised: Resourced, links: Links) -> str:
    """Address of the indicator in the scope in which revised figures are judged."""
    here = links.of_scope("national") if revised.area == NATION else links
    return here.indicator(revised.indicator)
