"""The page of sources in its sections: what is missing, sources, remarks, files, versions."""

from markupsafe import Markup

from indicators.board.board import Board
from indicators.board.reporting import led_by
from indicators.quality.remarks import quality_of
from indicators.quality.sources import Source
from indicators.store.history import uploads, versions
from indicators.wording.numbers import number
from pages.nguon_so_lieu.delivery import MISSING, delivery
from pages.nguon_so_lieu.quality import quality_remarks
from pages.nguon_so_lieu.tables import file_table, version_table
from pages.parts.links import Links
from pages.parts.templates import blocks
from pages.parts.view import View

SECTIONS = blocks("nguon_so_lieu/sections.html")


def agencies(board: Board, agency: str | None, links: Links) -> list[tuple[str, str, bool]]:
    """Offer the agencies that lead indicators; the one looked at is marked."""
    names = (None, *(name for name, _ in led_by(board)))
    return [(name or "Mọi cơ quan", links.sources(name), name == agency) for name in names]


def head(board: Board, agency: str | None, sources: list[Source], links: Links) -> Markup:
    """Say how many figures come from how many sources, and offer the agencies."""
    return SECTIONS.head(
        number(sum(each.figures for each in sources), 0),
        len(sources),
        f" của các chỉ tiêu do {agency} chủ trì" if agency else "",
        agencies(board, agency, links),
        MISSING,
        delivery(board, agency, links),
    )


def rest(view: View, board: Board, agency: str | None) -> Markup:
    """Write what stands below the sources: remarks, files, versions."""
    store, links = view.store, view.links
    seen = board.as_of.version.number
    sender = board.catalogue.agencies_by_short_name[agency].name if agency else None
    files = uploads(store, seen).iloc[::-1].to_dict("records")
    mine = [each for each in files if sender in (None, each["agency"])]
    entries = [each for each in versions(store)[:seen] if sender in (None, each.agency)]
    return SECTIONS.rest(
        quality_remarks(quality_of(store, board, agency), board, links),
        file_table(mine, view.audience),
        version_table(entries[::-1], links, view.audience),
    )
