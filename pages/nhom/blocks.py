"""What stands on a group's page, one block below the other."""

from typing import get_args

from markupsafe import Markup

from indicators.board.board import Board, Scope, assess
from indicators.board.summary import order_note
from indicators.catalogue.records import Group
from indicators.store.connection import Store
from pages.nhom.head import HEAD, comparisons, crumbs, status_strip, title
from pages.parts.chart_frame import ink
from pages.parts.notice import PARTS as NOTICE
from pages.parts.owed import owed_note
from pages.parts.small_multiples import small_multiples
from pages.parts.templates import NOTHING
from pages.parts.tracking_table import tracking_table
from pages.parts.view import View


def scopes_of(store: Store, view: View, code: str) -> list[Scope]:
    """The scopes in which a group has indicators."""
    boards = {scope: assess(store, view.moment, scope) for scope in get_args(Scope)}
    return [scope for scope, board in boards.items() if code in {g.code for g, _ in board.groups()}]


def group_top(store: Store, board: Board, group: Group, view: View) -> Markup:
    """Write what stands above a group's charts."""
    part = board.of_group(group.code)
    return (
        crumbs(board, group, view.links)
        + title(part, group, scopes_of(store, view, group.code), view.links)
        + status_strip(part, group, view.links)
    )


def group_body(board: Board, group: Group, view: View) -> Markup:
    """Write a group's charts and its table."""
    part = board.of_group(group.code)
    return (
        comparisons(part, view.links)
        + owed_note(part, view.links)
        + small_multiples(part, ink(), view.links)
        + HEAD.table_heading()
        + (NOTICE.quiet(note) if (note := order_note(part.rows)) else NOTHING)
        + tracking_table(board, list(part.rows), view.links)
    )
