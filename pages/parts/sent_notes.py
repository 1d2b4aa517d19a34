"""What can be done with a table that was sent, and what happened since or before."""

from html import escape

import streamlit as st

from indicators.intake.examination import Examination
from indicators.store.connection import Store
from indicators.store.history import version_at
from indicators.wording.numbers import counted
from pages.parts.addresses import version_address
from pages.parts.sent import Sent

OUTCOMES = {
    "accept": "Nhập được.",
    "accept_with_warning": "Nhập được sau khi xác nhận các cảnh báo.",
    "reject": "Chưa nhập được.",
}


def verdict(examined: Examination, sent: Sent) -> str:
    """Say what can be done with the table as it is."""
    read = (
        f"Đã đọc {counted(examined.upload.rows_read)} dòng số liệu. "
        if examined.upload.rows_read
        else ""
    )
    words = OUTCOMES[examined.outcome]
    if examined.blocked == "rows":
        words = f"Có dòng lỗi: {sent.mend}, hoặc chỉ nhập các dòng đúng."
    return f'<p class="outcome {examined.outcome}"><b>{words}</b> {read}</p>'


def stale_note(store: Store, examined: Examination, sent: Sent) -> str:
    """Say that somebody recorded since this was first shown, and all was worked out again."""
    first = st.session_state.setdefault("xem_tu", {}).setdefault(
        sent.key, examined.preview.based_on
    )
    if first == examined.preview.based_on:
        return ""
    newest = version_at(store, examined.preview.based_on)
    return (
        f'<p class="note">{escape(newest.by)} đã ghi phiên bản {newest.number} sau khi '
        f"{sent.called} được kiểm tra lần đầu. "
        "Bản xem trước dưới đây đã được tính lại trên số liệu mới nhất.</p>"
    )


def known_note(examined: Examination, sent: Sent) -> str:
    """Say that the same bytes were recorded before."""
    if not examined.recorded_in:
        return ""
    number = examined.recorded_in[-1]
    link = escape(version_address(number))
    same = "" if examined.preview.writes else " Mọi giá trị đều đã có nên không có gì để ghi thêm."
    return (
        f'<p class="note">{sent.called.capitalize()} đã được ghi ở '
        f'<a href="{link}">phiên bản {number}</a>.{same}</p>'
    )
