"""Every source with its figures, what is missing, the files and versions, remarks on quality."""

import streamlit as st

from indicators.board.board import assess
from indicators.quality.remarks import listed_sources
from pages.nguon_so_lieu.sections import head, rest
from pages.nguon_so_lieu.tables import source_table
from pages.parts.as_of_line import as_of_line, now_link
from pages.parts.block import show
from pages.parts.notice import show_notice
from pages.parts.taking import table_taken, taking
from pages.parts.view import read_view_or_stop
from pages.server.gate import open_board

store = open_board()
view = read_view_or_stop(store)
board = assess(store, view.moment, view.scope)
agency = view.parameters.get("co-quan") or None
if agency is not None and agency not in board.catalogue.agencies_by_short_name:
    show_notice(
        "Không có cơ quan này",
        f"Không có cơ quan tên ngắn '{agency}' ở thời điểm đang xem.",
        "Hãy mở mục Nguồn số liệu ở menu và chọn trong danh sách.",
        way_out=now_link(view),
    )
    st.stop()
sources = view.once(("sources", agency), lambda: listed_sources(store, board, agency))
top = view.once(("sources head", agency), lambda: head(board, agency, sources, view.links))
table = view.once(("source table", agency), lambda: source_table(sources, view.links))
show(
    as_of_line(view),
    top,
    table,
    taking(table_taken(view, "nguon-so-lieu", {"co-quan": agency})),
    view.once(("sources rest", agency), lambda: rest(view, board, agency)),
)
