"""Overview: how the whole programme stands, what needs attention, the tracking table."""

import streamlit as st
from markupsafe import Markup

from indicators.board.board import Board, assess
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.brief_link import brief_link
from pages.parts.links import selection_words
from pages.parts.owed import owed_note
from pages.parts.presenting.screen import present, presented_link
from pages.parts.taking import address_taken, table_taken, taking
from pages.parts.templates import blocks
from pages.parts.tiles import bar, head, tile_map
from pages.parts.tracking_table import attention_list, tracking_table
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board
from pages.tong_quan.changes import SINCE, changes_line, changes_section
from pages.tong_quan.filters import choose_rows, filtered
from pages.tong_quan.screens import overview_screens

PARTS = blocks("tong_quan/page.html")


@st.fragment
def tracking(board: Board, view: View) -> None:
    """Filters, table and downloads; only this part runs again when a filter changes."""
    rows = choose_rows(board)
    if not rows:
        show(PARTS.none_match())
        return
    codes = tuple(row.indicator.code for row in rows)
    selection = filtered(board, rows)
    table = table_taken(view, "bang-theo-doi", selection_words(selection))
    show(
        view.once(("table", codes), lambda: tracking_table(board, rows, view.links)),
        taking(table, address_taken(view, "")),
        brief_link(selection, len(rows), view.links),
    )


def overview(board: Board, view: View, since: str | None) -> Markup:
    """Write all that stands above the tracking table."""
    links = view.links
    above = head(board, links) + bar(board, links) + tile_map(board, links)
    return PARTS.overview(
        above + owed_note(board, links), attention_list(board, links), changes_section(view, since)
    )


store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)

since = view.parameters.get(SINCE) or None
if view.presented:
    present(("overview", since), lambda led: overview_screens(board, led, since), view, "")
changed = view.once(("changed", since), lambda: changes_line(view, since))
page = view.once(("overview", since), lambda: overview(board, view, since))
show(as_of_line(view, presented_link(view) + changed), page)
tracking(board, view)
