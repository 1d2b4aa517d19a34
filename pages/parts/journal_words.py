"""How an entry of the journal is told."""

from indicators.board.board import NATION
from indicators.store.journal import SYSTEM
from indicators.store.local_time import VIETNAM
from indicators.store.records import Version, VersionKind
from indicators.store.resourced import Resourced
from pages.parts.acting import Audience
from pages.parts.links import Links

UNNAMED = "người đăng nhập mới xem được tên"
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


def who(version: Version, audience: Audience) -> str:
    """Name who recorded, as far as the audience sees persons, and for which agency."""
    return ", ".join(filter(None, (person(version, audience), version.agency))) or UNNAMED


def person(version: Version, audience: Audience) -> str:
    """Name the person who recorded, '' for an audience that does not see them."""
    is_system = version.by == SYSTEM
    return version.by if is_system or audience.sees(version.agency) else ""


def judged_at(revised: Resourced, links: Links) -> str:
    """Address of the indicator in the scope in which revised figures are judged."""
    here = links.of_scope("national") if revised.area == NATION else links
    return here.indicator(revised.indicator)
