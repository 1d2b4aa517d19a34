"""The page of sources in its sections: what is missing, sources, remarks, files, versions."""

from html import escape

from indicators.board.board import Board
from indicators.board.reporting import led_by
from indicators.quality.remarks import quality_of
from indicators.quality.sources import Source
from indicators.store.connection import Store
from indicators.store.history import uploads, versions
from indicators.wording.numbers import number
from pages.nguon_so_lieu.delivery import MISSING, delivery
from pages.nguon_so_lieu.quality import quality_remarks
from pages.nguon_so_lieu.tables import file_table, version_table
from pages.parts.links import Links
from pages.parts.switches import CURRENT


def agencies(board: Board, agency: str | None, links: Links) -> str:
    """Offer the agencies that lead indicators; the one looked at is marked."""
    choices = "".join(
        f'<a href="{escape(links.sources(name))}"'
        f"{CURRENT if name == agency else ''}>{escape(name or 'Mọi cơ quan')}</a>"
        for name in (None, *(name for name, _ in led_by(board)))
    )
    return f'<nav class="switch agencies" aria-label="Cơ quan chủ trì">{choices}</nav>'


def head(board: Board, agency: str | None, sources: list[Source], links: Links) -> str:
    """Say how many figures come from how many sources, and offer the agencies."""
    figures = number(sum(each.figures for each in sources), 0)
    whose = f" của các chỉ tiêu do {agency} chủ trì" if agency else ""
    return (
        f"<h1>Nguồn số liệu: {figures} số liệu từ {len(sources)} nguồn{escape(whose)}</h1>"
        f"{agencies(board, agency, links)}"
        f'<h2 id="{MISSING}">Đã có và còn thiếu</h2>{delivery(board, agency, links)}'
        '<h2 id="nguon">Các nguồn</h2>'
    )


def rest(store: Store, board: Board, agency: str | None, links: Links) -> str:
    """Write what stands below the sources: remarks, files, versions."""
    seen = board.as_of.version.number
    sender = board.catalogue.agencies_by_short_name[agency].name if agency else None
    files = uploads(store, seen).iloc[::-1].to_dict("records")
    mine = [each for each in files if sender in (None, each["agency"])]
    entries = [each for each in versions(store)[:seen] if sender in (None, each.agency)]
    return (
        f'<h2 id="chat-luong">Lưu ý về chất lượng số liệu</h2>'
        f"{quality_remarks(quality_of(store, board, agency), board, links)}"
        f'<h2 id="tep">Tệp đã nhận</h2>{file_table(mine)}'
        f'<h2 id="phien-ban">Các phiên bản</h2>{version_table(entries[::-1], links)}'
    )
