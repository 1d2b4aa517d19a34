"""One group of the programme: its aim, its statuses, all trajectories side by side, its table."""

from functools import partial
from typing import get_args

import streamlit as st
from markupsafe import Markup

from indicators.board.board import Board, Scope, assess
from indicators.board.summary import order_note
from indicators.briefing.brief import Selection
from indicators.catalogue.records import Group
from indicators.store.connection import Store
from pages.nhom.head import HEAD, comparisons, crumbs, group_list, status_strip, title
from pages.nhom.screens import group_screens
from pages.parts.as_of_line import as_of_line, now_link
from pages.parts.block import show
from pages.parts.brief_link import brief_link
from pages.parts.chart_frame import ink
from pages.parts.links import selection_words
from pages.parts.nature import name_tab
from pages.parts.notice import PARTS as NOTICE
from pages.parts.notice import show_notice, ways_on
from pages.parts.owed import owed_note
from pages.parts.presenting.screen import present, presented_link
from pages.parts.small_multiples import small_multiples
from pages.parts.taking import address_taken, picture_taken, table_taken, taking
from pages.parts.templates import NOTHING
from pages.parts.tracking_table import tracking_table
from pages.parts.view import View, read_view_or_stop
from pages.server.gate import open_board


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


store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)
code = view.parameters.get("ma")
if code is None:
    show(as_of_line(view), group_list(board, view.links))
    st.stop()
code = code.strip().upper()
group = next((group for group, _ in board.groups() if group.code == code), None)
if group is None:
    show_notice(
        "Không có nhóm này",
        f"Không có nhóm mang mã '{code}' ở phạm vi và thời điểm đang xem.",
        "Hãy chọn trong danh sách các nhóm.",
        way_out=now_link(view)
        + ways_on(
            (view.links.group(None), "Các nhóm chỉ tiêu"), (view.links.overview(), "Tổng quan")
        ),
    )
    st.stop()
name_tab(group.name)
if view.presented:
    colours = ink()
    present(
        ("group", code, colours),
        partial(group_screens, board, group, ink=colours),
        view,
        "nhom",
    )
selection = Selection(groups=(code,))
picture = picture_taken(view, "hinh-nhom", {"ma": code})
table = table_taken(view, "bang-theo-doi", selection_words(selection))
show(
    as_of_line(view, presented_link(view)),
    view.once(("group top", code), partial(group_top, store, board, group, view)),
    HEAD.ways_heading(taking(picture, table, address_taken(view, "nhom"))),
    view.once(("group", code, ink()), partial(group_body, board, group, view)),
    taking(table),
    brief_link(selection, len(board.of_group(code).rows), view.links),
)
