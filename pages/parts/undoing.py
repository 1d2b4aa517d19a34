"""Taking a version back: its preview, the values that stay, the button."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from indicators.catalogue.records import Catalogue
from indicators.intake.recorded import Recorded
from indicators.intake.undo import Refused, Undoing, plan_undo
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from pages.parts.addresses import version_address
from pages.parts.block import show
from pages.parts.change_tables import area_cell, change_tables, figure, indicator_cell, period_cell
from pages.parts.impact_panel import impact_panel, summary_line
from pages.parts.receipt import show_receipt
from pages.parts.recording import receipt_of, record_undo, refusal_of
from pages.parts.sender_fields import ask_sender


def show_undo(store: Store, recorded: Recorded) -> None:
    """Draw the way back of a version: asked for first, shown, then done."""
    number = recorded.version.number
    key = f"hoan-tac-{number}"
    receipt = receipt_of(key)
    if receipt and receipt.version == latest(store):
        show_receipt(store, receipt)
        return
    if not recorded.undoable:
        return
    if st.toggle("Hoàn tác phiên bản này", key=f"mo-{key}"):
        plan = store.remember(("undo", number, store.writes), lambda: plan_undo(store, number))
        show_plan(store, plan, key)


def show_plan(store: Store, undoing: Undoing, key: str) -> None:
    """Draw what taking back changes, what stays, and the button."""
    shown = undoing.preview
    catalogue = catalogue_at(store, shown.based_on)
    show(
        f"<h3>Xem trước hoàn tác: {summary_line(shown)}</h3>",
        impact_panel(shown.impact, catalogue),
        change_tables(shown.changes, catalogue, of_one_file=False),
        refused_table(undoing.refused, catalogue),
    )
    if not shown.rows:
        show("<p>Không còn giá trị nào của phiên bản này để hoàn tác.</p>")
        return
    ask_sender(catalogue)
    st.button(
        f"Hoàn tác {len(shown.rows)} giá trị",
        key=key,
        type="primary",
        on_click=record_undo,
        args=(store, undoing, key),
    )
    if refusal := refusal_of(key):
        show(f'<p class="refusal" role="alert">{escape(refusal)}</p>')


def refused_table(refused: Sequence[Refused], catalogue: Catalogue) -> str:
    """Show the values that something newer has changed since, and what; empty without any."""
    if not refused:
        return ""
    body = "".join(refused_line(each, catalogue) for each in refused)
    return (
        '<details class="changes warning" open><summary><b>Giữ nguyên</b> đã được sửa sau phiên '
        f"bản này <small>{len(refused)} giá trị</small></summary>"
        '<div class="scroll" tabindex="0"><table class="refused"><thead><tr><th>Chỉ tiêu</th>'
        "<th>Năm</th><th>Địa bàn</th><th>Phiên bản này ghi</th><th>Đang có</th><th>Do</th>"
        "</tr></thead>"
        f"<tbody>{body}</tbody></table></div></details>"
    )


def refused_line(refused: Refused, catalogue: Catalogue) -> str:
    """Show one value that stays."""
    row, by = refused.written, refused.changed_by
    link = escape(version_address(by.number))
    return (
        f"<tr><td>{indicator_cell(row, catalogue)}</td><td>{period_cell(row)}</td>"
        f"<td>{area_cell(row, catalogue)}</td><td>{figure(row, catalogue)}</td>"
        f"<td><b>{figure(refused.now.observation, catalogue)}</b></td>"
        f'<td><a href="{link}">phiên bản {by.number}</a>, {escape(by.by)}</td></tr>'
    )
