"""Overview: how the programme stands, then who, what moved, what is needed, everything."""

from indicators.board.board import assess
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.links import Links
from pages.parts.presenting.screen import other_run, present, presented_link
from pages.parts.scopes import scope_switch
from pages.parts.standing import FILTER
from pages.parts.view import read_view_or_stop
from pages.server.gate import open_board
from pages.tong_quan.blocks import OPENED, filtered_by, overview
from pages.tong_quan.changes import SINCE
from pages.tong_quan.screens import overview_screens
from pages.tong_quan.short_run import short_screens

store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)
asked = view.parameters.get(SINCE) or None
if view.presented:
    run = overview_screens if view.in_full else short_screens
    what = ("overview", run.__name__, asked)
    present(what, lambda led: run(board, led, asked), view, "", other_run(view))
only = filtered_by(board, view)
beside = scope_switch(board.scope, view.links, Links.overview) + presented_link(view)
show(
    as_of_line(view, beside),
    view.once(
        ("overview", *map(view.parameters.get, (SINCE, FILTER, OPENED))),
        lambda: overview(board, view, only, asked),
    ),
)
