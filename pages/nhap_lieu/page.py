"""Figures on their way in: checked and shown, and recorded only when told to."""

import streamlit as st

from indicators.store.history import catalogue_at, latest
from pages.nhap_lieu.files import offer_form, take_files
from pages.nhap_lieu.sent_file import forget_all_but
from pages.nhap_lieu.typed import type_cells
from pages.parts.block import show
from pages.parts.links import NEWEST, word
from pages.parts.recording.permission import refused
from pages.parts.recording.sender_fields import ask_sender
from pages.parts.templates import blocks
from pages.parts.view import page_parameters, word_in
from pages.server.gate import open_board
from pages.server.uploads import on_page

PAGE = blocks("nhap_lieu/page.html")
WAYS = ("Gửi tệp", "Nhập vài ô")

store = open_board()

show(PAGE.head(NEWEST.journal()))
if told := refused(store, "record", "/nhap-lieu"):
    on_page(takes=False)
    show(told)
    st.stop()
catalogue = catalogue_at(store, latest(store).number)
show(PAGE.step(1, "Biểu mẫu"))
agencies = {word(each.short_name): each.name for each in catalogue.agencies}
ask_sender(store, catalogue, agencies.get(word_in(page_parameters(), "co-quan", agencies)))
offer_form(store, catalogue)
show(PAGE.step(2, "Tệp, hoặc vài ô"))
word_in(page_parameters(), "cach", WAYS)
files, cells = st.tabs(WAYS, key="cach", bind="query-params")
with files:
    keys = take_files(store)
with cells:
    if cells.open:
        keys += type_cells(store, catalogue)
forget_all_but(keys)
