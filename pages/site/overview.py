"""The first page of the site: how the programme stands, what needs attention, all in one table."""

from html import escape

from indicators.board.summary import finding
from indicators.briefing.brief import Brief
from pages.parts.links import NEWEST
from pages.parts.owed import owed_note
from pages.parts.tiles import bar, tile_map
from pages.parts.tracking_table import attention_list, tracking_table
from pages.site.downloads import ALL, TRACKING, link
from pages.site.frame import SiteFrame


def overview_page(brief: Brief, frame: SiteFrame) -> bytes:
    """Write the page."""
    board = brief.chosen
    told = finding(board)
    body = "".join(
        (
            f'<p class="quiet">{escape(brief.version_line)}</p>',
            f'<div class="head"><h1>{escape(told)}</h1></div>',
            bar(board, NEWEST) + tile_map(board, NEWEST) if board.programme else "",
            owed_note(board, NEWEST),
            '<h2 id="can-chu-y">Cần chú ý</h2>',
            attention_list(board, NEWEST),
            '<h2 id="bang">Bảng theo dõi chỉ tiêu</h2><p id="loc" hidden></p>',
            tracking_table(board, list(board.rows), NEWEST),
            f'<p class="takes">{link(brief, TRACKING, "Tải bảng theo dõi (CSV)")} ',
            f"{link(brief, ALL, 'Tải toàn bộ số liệu và nguồn (CSV)')}</p>",
            code_part(frame.base_url),
        )
    )
    return frame.page("", f"{brief.title}: {told}. {brief.version_line}.", body)


def code_part(base_url: str) -> str:
    """Show the code with its address and the files to take away."""
    if not base_url:
        return ""
    where = escape(base_url)
    return (
        '<section class="qr"><img src="qr.svg" width="148" height="148" '
        f'alt="Mã QR mở trang này: {where}"><div><h2>Mở trên điện thoại</h2>'
        f'<p>Quét mã hoặc mở <a href="{where}">{where}</a></p>'
        '<p class="quiet">Tải mã để chiếu hoặc in: <a href="qr.png" download>PNG</a> · '
        '<a href="qr.svg" download>SVG</a></p></div></section>'
    )
