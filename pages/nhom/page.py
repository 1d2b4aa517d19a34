"""One group of the programme: its aim, its statuses, all trajectories side by side, its table."""

from functools import partial

import streamlit as st

from indicators.board.board import assess
from indicators.briefing.brief import Selection
from pages.nhom.blocks import group_body, group_top
from pages.nhom.head import HEAD, group_list
from pages.nhom.screens import group_screens
from pages.parts.as_of_line import as_of_line, now_link
from pages.parts.block import show
from pages.parts.brief_link import brief_link
from pages.parts.chart_frame import ink
from pages.parts.links import selection_words
from pages.parts.nature import name_tab
from pages.parts.notice import show_notice, ways_on
from pages.parts.presenting.screen import present, presented_link
from pages.parts.taking import address_taken, picture_taken, table_taken, taking
from pages.parts.view import read_view_or_stop
from pages.server.gate import open_board

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
