"""What people see when a page fails: a sentence and a number to quote, never the innards."""

import logging
import secrets

import streamlit as st

from indicators.store.errors import StoreError
from indicators.wording.letters import one_line
from pages.parts.notice import show_notice
from pages.parts.refusals import for_reader

log = logging.getLogger("board")

UNFORESEEN = "Phần mềm gặp tình huống chưa lường trước. Số liệu không bị ảnh hưởng."


def show_fault(error: Exception) -> bool:
    """Replace the page with a notice and log its number beside the traceback; always True."""
    number = log_fault(error, st.context.url)
    what = for_reader(error) if isinstance(error, StoreError) else UNFORESEEN
    advice = "Hãy tải lại trang. Nếu vẫn lỗi, báo cho người quản trị"
    ask = f"{advice} kèm số lỗi {number} và việc vừa làm."
    show_notice("Trang này đang gặp lỗi", *what.splitlines(), ask)
    return True


def log_fault(error: Exception, where: str | None) -> str:
    """Log an error; gives the number by which it is found again."""
    number = secrets.token_hex(3).upper()
    log.error("Lỗi số %s (%s) ở trang %s", number, type(error).__name__, one_line(where or ""))
    return number
