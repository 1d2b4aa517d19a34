"""One indicator: its trajectory, its verdict with the arithmetic, its figures and sources."""

from functools import partial

import streamlit as st

from indicators.board.board import assess
from indicators.dossier.dossier import open_dossier
from pages.chi_tieu.blocks import elsewhere, show_indicator, show_provenance
from pages.chi_tieu.breakdown import choose_group
from pages.chi_tieu.head import crumbs, index, title
from pages.chi_tieu.screens import indicator_screens
from pages.chi_tieu.what_if import asked_change
from pages.parts.as_of_line import as_of_line, now_link
from pages.parts.block import show
from pages.parts.chart_frame import ink
from pages.parts.nature import name_tab
from pages.parts.notice import show_notice, ways_on
from pages.parts.presenting.screen import present, presented_link
from pages.parts.view import read_view_or_stop
from pages.server.gate import open_board

store = open_board()
view = read_view_or_stop(store)
code = view.parameters.get("ma")
if code is None:
    show(as_of_line(view), index(assess(store, view.moment, view.scope), view.links))
    st.stop()
code = code.strip().upper()
top = st.container()
group = choose_group(store, view, code)
dossier = view.once(
    ("dossier", code, group),
    partial(open_dossier, store, view.moment, code, view.scope, group),
)
if dossier is None:
    show_notice(
        "Không có chỉ tiêu này",
        f"Không có chỉ tiêu mang mã '{code}' ở phạm vi và thời điểm đang xem.",
        "Hãy chọn trong danh sách chỉ tiêu, hoặc tìm theo tên ở ô Tìm chỉ tiêu.",
        way_out=now_link(view) + ways_on(*elsewhere(view, code)),
    )
    st.stop()
asked_change(view)
name_tab(f"{code} {dossier.row.indicator.short_name}")
if view.presented:
    colours = ink()
    present(
        ("indicator", code, group, colours),
        partial(indicator_screens, dossier, ink=colours),
        view,
        "chi-tieu",
    )
with top:
    show(
        as_of_line(view, presented_link(view)),
        crumbs(dossier, view.links),
        title(dossier, view.links),
    )
show_indicator(dossier, view, show_provenance(store, dossier, view))
