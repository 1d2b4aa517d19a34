"""The first page of the site: how the programme stands, what needs attention, all in one table."""

from markupsafe import Markup

from indicators.board.partition import Part
from indicators.board.summary import whole_finding
from indicators.briefing.brief import Brief
from indicators.changes.movements import movements
from indicators.quality.newest import newest_sources
from pages.parts.agencies import agencies_block
from pages.parts.collecting import collecting_block
from pages.parts.links import NEWEST
from pages.parts.movements import movements_block
from pages.parts.owed import owed_note
from pages.parts.roadmap import roadmap_block
from pages.parts.standing import strip
from pages.parts.templates import NOTHING, blocks
from pages.parts.tiles import tile_map
from pages.parts.tracking_table import tracking_table
from pages.site.downloads import ALL, TRACKING, link
from pages.site.frame import SiteFrame

OVERVIEW = blocks("site/overview.html")


def in_the_table(part: Part) -> str:
    """Address of the rows of a part."""
    return NEWEST.tracking(trang_thai=part.word)


def overview_page(brief: Brief, frame: SiteFrame) -> bytes:
    """Write the page."""
    board = brief.chosen
    told = whole_finding(board)
    body = OVERVIEW.page(
        brief.version_line,
        told,
        strip(board, in_the_table) + tile_map(board, NEWEST) if board.programme else NOTHING,
        told_blocks(brief),
        tracking_table(board, list(board.rows), NEWEST),
        [
            link(brief, TRACKING, "Tải bảng theo dõi (CSV)"),
            link(brief, ALL, "Tải toàn bộ số liệu và nguồn (CSV)"),
        ],
        OVERVIEW.code(frame.base_url) if frame.base_url else NOTHING,
    )
    return frame.page("", f"{brief.title}: {told}. {brief.version_line}.", body)


def told_blocks(brief: Brief) -> Markup:
    """Show who has what to do, what moved, what is needed; or what is still to be collected."""
    board = brief.chosen
    if board.scope == "national":
        return owed_note(board, NEWEST) + moved_block(brief) + roadmap_block(board, NEWEST)
    if not board.assessed:
        return collecting_block(board, NEWEST, (), newest_sources(brief.store, board))
    moves = movements(brief.store, brief.board.as_of, board.scope).moves
    agencies = agencies_block(board, NEWEST, moves, None, ())
    return agencies + moved_block(brief) + roadmap_block(board, NEWEST)


def moved_block(brief: Brief) -> Markup:
    """Show what moved among the chosen since the last report."""
    board = brief.board
    moved = movements(brief.store, board.as_of, board.scope)
    return movements_block(moved.within(brief.chosen), NEWEST)
