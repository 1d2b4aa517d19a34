"""What people see when a page fails: a number to quote, never the innards."""

import logging
import secrets

import streamlit as st

from pages.parts.notice import show_notice

log = logging.getLogger("board")


def show_fault(error: Exception) -> bool:
    """Replace the page with a notice and log its number beside the traceback; always True."""
    number = secrets.token_hex(3).upper()
    log.error("Lỗi số %s (%s) ở trang %s", number, type(error).__name__, st.context.url)
    show_notice(
        "Trang này đang gặp lỗi",
        "Phần mềm gặp tình huống chưa lường trước nên chưa hiện được trang. Số liệu không bị ảnh hưởng.",
        "Hãy tải lại trang. Nếu vẫn lỗi, báo cho người quản trị "
        f"kèm số lỗi {number} và việc vừa làm.",
    )
    return True
