"""Navigation and the frame of every page; dashboard.py serves it."""

import streamlit as st

from indicators import __version__
from indicators.logs.actions import timed
from indicators.settings.in_force import in_force
from indicators.store.history import latest
from pages.navigation import PLACE, PRODUCT, ROOMS, room_at
from pages.parts.block import show
from pages.parts.indicator_search import search_here
from pages.parts.nature import check_address, name_tab, standing_banner
from pages.parts.templates import blocks
from pages.parts.view import AddressError, refuse_address
from pages.server.gate import open_board
from pages.server.own_sessions import note_owner
from pages.server.uploads import on_page

SIDEBAR_PIXELS = 208

st.set_page_config(layout="wide", initial_sidebar_state=SIDEBAR_PIXELS)

sections: dict[str, list[st.Page]] = {}
for room in ROOMS:
    page = st.Page(room.script, title=room.title, url_path=room.url_path, default=not room.url_path)
    sections.setdefault(room.section, []).append(page)
page = st.navigation(sections)
name_tab(page.title)
on_page(takes=room_at(page.url_path).takes_files)

st.sidebar.html(blocks("parts/nature.html").board_name(PRODUCT, PLACE))
check_address()
store = open_board()
note_owner(store)
if banner := standing_banner(store):
    show(banner)
search_here(store, page.url_path)
slow = in_force().log.slow_milliseconds
with timed("page", slow, page=f"/{page.url_path}", version=latest(store).number):
    try:
        page.run()
    except AddressError as refusal:
        refuse_address(refusal)
show(blocks("parts/nature.html").release(__version__))
