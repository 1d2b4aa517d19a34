"""The first page of the site, as the board's own, and the page of its table."""

from markupsafe import Markup

from indicators.board.summary import whole_finding
from indicators.briefing.brief import Brief
from indicators.changes.movements import movements
from indicators.quality.newest import newest_sources
from pages.parts.agencies import agencies_block
from pages.parts.collecting import collecting_block
from pages.parts.links import NEWEST
from pages.parts.movements import movements_block
from pages.parts.roadmap import roadmap_block
from pages.parts.standing import is_collecting, standing_still
from pages.parts.templates import NOTHING, blocks
from pages.parts.tiles import tile_map
from pages.parts.tracking_table import tracking_table
from pages.site.downloads import ALL, TRACKING, link
from pages.site.frame import SiteFrame

OVERVIEW = blocks("site/overview.html")
TABLE = "Biểu theo dõi"


def overview_page(brief: Brief, frame: SiteFrame) -> bytes:
    """Write the first page."""
    board = brief.chosen
    body = OVERVIEW.page(
        brief.version_line,
        standing_still(board, NEWEST) if board.programme else NOTHING,
        told_below(brief),
        len(board.programme),
        tile_map(board, NEWEST),
        OVERVIEW.code(frame.base_url) if frame.base_url else NOTHING,
    )
    return frame.page("", f"{brief.title}: {whole_finding(board)}. {brief.version_line}.", body)


def told_below(brief: Brief) -> Markup:
    """Write who, what moved and what is needed; while nothing can be judged, what is collected."""
    board = brief.chosen
    if is_collecting(board):
        return collecting_block(board, NEWEST, (), newest_sources(brief.store, board))
    moved = movements(brief.store, board.as_of, board.scope).within(board)
    agencies = agencies_block(board, NEWEST, moved.moves, None, ())
    return agencies + movements_block(moved, NEWEST) + roadmap_block(board, NEWEST)


def table_page(brief: Brief, frame: SiteFrame) -> bytes:
    """Write the page of the tracking table."""
    body = OVERVIEW.table_page(
        brief.version_line,
        len(brief.rows),
        tracking_table(brief.chosen, list(brief.rows), NEWEST),
        [
            link(brief, TRACKING, "Tải biểu theo dõi (CSV)"),
            link(brief, ALL, "Tải toàn bộ số liệu và nguồn (CSV)"),
        ],
    )
    return frame.page(TABLE, f"{TABLE}. {brief.version_line}.", body)
