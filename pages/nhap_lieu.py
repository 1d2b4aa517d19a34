"""Figures on their way in: checked and shown, and recorded only when told to."""

import streamlit as st

from indicators.store.history import catalogue_at, latest
from pages.parts.block import show
from pages.parts.dropped_files import take_files
from pages.parts.gate import open_board
from pages.parts.sender_fields import ask_sender
from pages.parts.sent_file import forget_all_but
from pages.parts.typed_cells import type_cells

LEAD = (
    "Gửi tệp hoặc nhập trực tiếp vài ô; số liệu được kiểm tra và cho xem trước những gì sẽ thay "
    "đổi. Chưa có gì được ghi cho đến khi bấm Ghi nhận, và mọi lần ghi đều hoàn tác được ở "
)

store = open_board()

show(f'<h1>Nhập số liệu</h1><p class="lead">{LEAD}<a href="/nhat-ky">Nhật ký</a>.</p>')
catalogue = catalogue_at(store, latest(store).number)
ask_sender(catalogue)
files, cells = st.tabs(["Gửi tệp", "Nhập vài ô"], key="cach", bind="query-params")
with files:
    keys = take_files(store, catalogue)
with cells:
    if cells.open:
        keys += type_cells(store, catalogue)
forget_all_but(keys)
