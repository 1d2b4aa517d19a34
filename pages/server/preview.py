"""What an address shows, told in the page's head: messengers read it before any page is drawn."""

from functools import cache
from html import escape
from urllib.parse import parse_qs

from indicators.catalogue.faults import CatalogueError
from indicators.catalogue.loader import load
from pages.navigation import PLACE, PRODUCT, room_at
from pages.parts.nature import tab_title

WITH_INDICATOR, WITH_GROUP = "chi-tieu", "nhom"
ABOUT = "Các chỉ tiêu giáo dục: đang ở đâu so với mục tiêu năm 2030, ai chủ trì, số liệu từ đâu."


@cache
def named() -> dict[tuple[str, str], tuple[str, str]]:
    """Give title and description by room and code; none while the catalogue cannot be read."""
    try:
        catalogue = load()
    except CatalogueError:
        return {}
    indicators = {
        (WITH_INDICATOR, i.code): (f"{i.code} {i.short_name}", f"{i.name}. Chủ trì: {i.lead}.")
        for i in catalogue.indicators
    }
    groups = {(WITH_GROUP, g.code): (g.name, g.aim or ABOUT) for g in catalogue.groups}
    return indicators | groups


def preview(path: str, query: bytes) -> tuple[str, str]:
    """Say what the page at an address is called and about; nothing of its figures."""
    room = room_at(path.strip("/"))
    code = parse_qs(query.decode("latin-1")).get("ma", [""])[-1]
    found = named().get((room.url_path, code))
    title, about = found or (room.title if room.url_path else "", ABOUT)
    return tab_title(title), f"{about} {PLACE}."


def head(path: str, query: bytes) -> str:
    """Write title and description, as browsers and as messengers read them."""
    title, about = map(escape, preview(path, query))
    return (
        f'<title>{title}</title><meta name="description" content="{about}" />'
        f'<meta property="og:title" content="{title}" />'
        f'<meta property="og:description" content="{about}" />'
        '<meta property="og:type" content="website" />'
        '<meta property="og:locale" content="vi_VN" />'
        f'<meta property="og:site_name" content="{PRODUCT}" />'
    )
