"""What stands on the overview, one block below the other, all of which its filter acts on."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from markupsafe import Markup

from indicators.board.board import Board
from indicators.board.partition import Part, all_parts
from indicators.board.summary import newest_note
from indicators.briefing.brief import Selection
from indicators.changes.movements import Move, movements
from indicators.quality.newest import newest_sources
from indicators.store.errors import StoreError
from pages.parts.agencies import agencies_block
from pages.parts.collecting import collecting_block
from pages.parts.links import Links, word
from pages.parts.roadmap import roadmap_block
from pages.parts.standing import FILTER, is_collecting, standing
from pages.parts.taking import picture_taken, taking
from pages.parts.templates import NOTHING, blocks
from pages.parts.tiles import tile_map
from pages.parts.view import View, word_in
from pages.tong_quan.changes import changes_section

PARTS = blocks("tong_quan/page.html")
ROADMAP_PICTURE = "hinh-lo-trinh"  # below /tai/
OPENED, ALL = "mo", "tat-ca"  # what is open, in the address; one of them


def filtered_by(board: Board, view: View) -> Part | None:
    """Read which part the address asks for; raises AddressError where it names none."""
    parts = {word(part.word): part for part in all_parts(board)}
    return parts.get(word_in(view.parameters, FILTER, parts))


def overview(board: Board, view: View, only: Part | None, asked: str | None) -> Markup:
    """Write the blocks of the page, all of which the filter acts on."""
    links, opened = view.links, view.parameters.get(OPENED, "").split(",")
    if is_collecting(board):
        collected = collecting_block(board, links, opened, newest_sources(view.store, board))
        collected += changes_section(view, asked) if asked else NOTHING
        above = standing(board, links, only)
        return above + collected + everything(board, links, only, opened)
    moves = moves_since(view, asked)
    takes = NOTHING if only else taking(picture_taken(view, ROADMAP_PICTURE, {}))
    return (
        standing(board, links, only)
        + agencies_block(board, links, moves, only, opened)
        + (NOTHING if only else changes_section(view, asked))
        + roadmap_block(board, links, only, opened, takes)
        + everything(board, links, only, opened)
    )


def moves_since(view: View, asked: str | None) -> Mapping[str, Move]:
    """Tell which indicators moved since the moment asked for; none where it cannot be told."""
    try:
        return movements(view.store, view.moment, view.scope, asked).moves
    except StoreError:
        return {}


def everything(board: Board, links: Links, only: Part | None, opened: Collection[str]) -> Markup:
    """Fold the mosaic, and lead to the table, of all or of those filtered by."""
    rows = board.programme if only is None else only.rows
    shown = replace(board, rows=rows)
    where = links.tracking(trang_thai=only.word if only else None)
    return PARTS.everything(
        len(rows), tile_map(shown, links), where, ALL in opened, newest_note(board), ways_on(links)
    )


def ways_on(links: Links) -> list[tuple[str, str]]:
    """Name what a reader of the whole goes on to."""
    return [
        ("Cách đánh giá", links.method("muc-danh-gia")),
        ("Nguồn số liệu", links.sources()),
        ("Làm báo cáo từ trang này", links.briefing(Selection())),
    ]
