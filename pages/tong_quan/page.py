"""Overview: how the programme stands, then who, what moved, what is needed, everything."""

from markupsafe import Markup

from indicators.board.board import Board, assess
from indicators.board.partition import Part, all_parts
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.links import Links, word
from pages.parts.owed import owed_note
from pages.parts.presenting.screen import present, presented_link
from pages.parts.scopes import scope_switch
from pages.parts.standing import FILTER, standing
from pages.parts.templates import blocks
from pages.parts.tiles import tile_map
from pages.parts.tracking_table import attention_list
from pages.parts.view import View, read_view_or_stop, word_in
from pages.server.gate import open_board
from pages.tong_quan.changes import SINCE, changes_section
from pages.tong_quan.screens import overview_screens

PARTS = blocks("tong_quan/page.html")


def filtered_by(board: Board, view: View) -> Part | None:
    """Read which part the address asks for; raises AddressError where it names none."""
    parts = {word(part.word): part for part in all_parts(board)}
    return parts.get(word_in(view.parameters, FILTER, parts))


def overview(board: Board, view: View, only: Part | None, since: str | None) -> Markup:
    """Write the blocks of the page."""
    links = view.links
    blocks_below = owed_note(board, links) + attention_list(board, links)
    return PARTS.overview(
        standing(board, links, only),
        blocks_below,
        changes_section(view, since),
        PARTS.everything(len(board.programme), tile_map(board, links), links.tracking(), only),
    )


store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)
since = view.parameters.get(SINCE) or None
if view.presented:
    present(("overview", since), lambda led: overview_screens(board, led, since), view, "")
only = filtered_by(board, view)
beside = scope_switch(board.scope, view.links, Links.overview) + presented_link(view)
show(
    as_of_line(view, beside),
    view.once(
        ("overview", since, view.parameters.get(FILTER)),
        lambda: overview(board, view, only, since),
    ),
)
