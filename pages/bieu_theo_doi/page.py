"""Biểu theo dõi: the table of all indicators, filtered and taken along."""

import streamlit as st

from indicators.board.board import Board, assess
from indicators.board.summary import order_note
from pages.bieu_theo_doi.filters import choose_rows, filtered
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.brief_link import brief_link
from pages.parts.links import Links, selection_words
from pages.parts.notice import PARTS as NOTICE
from pages.parts.scopes import scope_switch
from pages.parts.taking import address_taken, table_taken, taking
from pages.parts.templates import NOTHING, blocks
from pages.parts.tracking_table import tracking_table
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board

PAGE = blocks("bieu_theo_doi/page.html")


@st.fragment
def tracking(board: Board, view: View) -> None:
    """Filters, table and downloads; only this part runs again when a filter changes."""
    rows = choose_rows(board)
    if not rows:
        show(PAGE.none_match())
        return
    codes = tuple(row.indicator.code for row in rows)
    selection = filtered(board, rows)
    table = table_taken(view, "bang-theo-doi", selection_words(selection))
    show(
        view.once(("table", codes), lambda: tracking_table(board, rows, view.links)),
        NOTICE.quiet(note) if (note := order_note(rows)) else NOTHING,
        taking(table, address_taken(view, "bieu-theo-doi")),
        brief_link(selection, len(rows), view.links),
    )


store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)
scopes = scope_switch(board.scope, view.links, Links.tracking)
show(as_of_line(view), PAGE.head(len(board.programme), scopes))
tracking(board, view)
