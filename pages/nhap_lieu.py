"""Figures on their way in: files are checked and shown, and recorded only when told to."""

import streamlit as st

from indicators.store.history import catalogue_at, latest
from pages.parts.block import show
from pages.parts.file_drop import ask_files
from pages.parts.form_guide import form_guide
from pages.parts.gate import open_board
from pages.parts.sender_fields import ask_sender
from pages.parts.sent_file import forget_all_but, show_file
from pages.parts.template_offer import offer_template

LEAD = (
    "Thả tệp để kiểm tra và xem trước những gì sẽ thay đổi. Chưa có gì được ghi cho đến khi bấm "
    "Ghi nhận, và mọi lần ghi đều hoàn tác được ở "
)

store = open_board()

show(f'<h1>Nhập số liệu</h1><p class="lead">{LEAD}<a href="/nhat-ky">Nhật ký</a>.</p>')
catalogue = catalogue_at(store, latest(store).number)
ask_sender(catalogue)
files = ask_files(catalogue)
forget_all_but(files)
if not files:
    template, guide = st.columns(2, gap="large")
    with template:
        offer_template(store, catalogue)
    with guide:
        show(form_guide())
for file in files:
    show_file(store, file)
