"""The method: every rule with the thresholds in force and an example worked out."""

from typing import get_args

from indicators.board.board import Board, Scope, assess
from indicators.store.connection import Store
from pages.cach_danh_gia.body import method_body
from pages.parts.as_of_line import as_of_line
from pages.parts.block import show
from pages.parts.chart_frame import ink
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board


def boards(store: Store, view: View) -> list[Board]:
    """The board looked at, then that of the other scope: where examples are looked for."""
    scopes = sorted(get_args(Scope), key=lambda scope: scope != view.scope)
    return [assess(store, view.moment, scope) for scope in scopes]


store = open_board()
view = read_view_or_stop(store)
colours = ink()
page = view.once(("method", colours), lambda: method_body(boards(store, view), colours, view.links))
show(as_of_line(view), page)
