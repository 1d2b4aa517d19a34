"""Taking a version back: its preview, the values that stay, the button."""

from html import escape

import streamlit as st

from indicators.catalogue.records import Catalogue
from indicators.intake.plans import plan_in_force
from indicators.intake.recorded import RecordedVersion
from indicators.intake.undo import Refused, Undoing, plan_undo
from indicators.intake.undo_plans import RefusedPlan
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.records import Version
from indicators.wording.numbers import counted
from indicators.wording.recorded import plan_words
from pages.parts.block import show
from pages.parts.links import NEWEST
from pages.parts.recording.change_tables import (
    area_cell,
    change_tables,
    figure,
    indicator_cell,
    indicator_link,
    period_cell,
)
from pages.parts.recording.impact_panel import amount, impact_panel, summary_line
from pages.parts.recording.plan_tables import plan_tables
from pages.parts.recording.receipts import receipt_of, record_undo, refusal_of, show_receipt
from pages.parts.recording.sender_fields import ask_sender


def show_undo(store: Store, recorded: RecordedVersion) -> None:
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
        f"<h2>Xem trước hoàn tác: {summary_line(shown)}</h2>",
        impact_panel(shown.impact, catalogue),
        change_tables(shown.changes, catalogue, of_one_file=False),
        plan_tables(shown.plans, catalogue, of_one_file=False),
        refused_table(undoing, catalogue),
    )
    if not shown.writes:
        show("<p>Không còn giá trị nào của phiên bản này để hoàn tác.</p>")
        return
    ask_sender(catalogue)
    st.button(
        f"Hoàn tác {amount(shown)}",
        key=key,
        type="primary",
        on_click=record_undo,
        args=(store, undoing, key),
    )
    if refusal := refusal_of(key):
        show(f'<p class="refusal" role="alert">{escape(refusal)}</p>')


def refused_table(undoing: Undoing, catalogue: Catalogue) -> str:
    """Show the values that something newer has changed since, and what; empty without any."""
    if not undoing.stays:
        return ""
    body = "".join(refused_line(each, catalogue) for each in undoing.refused)
    body += "".join(refused_plan_line(each, catalogue) for each in undoing.refused_plans)
    return (
        '<details class="changes warning" open><summary><b>Giữ nguyên</b> đã được sửa sau phiên '
        f"bản này <small>{counted(undoing.stays)} giá trị</small></summary>"
        '<div class="scroll" tabindex="0"><table class="refused"><thead><tr><th>Chỉ tiêu</th>'
        "<th>Năm</th><th>Địa bàn</th><th>Phiên bản này ghi</th><th>Đang có</th><th>Do</th>"
        "</tr></thead>"
        f"<tbody>{body}</tbody></table></div></details>"
    )


def refused_line(refused: Refused, catalogue: Catalogue) -> str:
    """Show one value that stays."""
    row = refused.written
    return (
        f"<tr><td>{indicator_cell(row, catalogue)}</td><td>{period_cell(row)}</td>"
        f"<td>{area_cell(row, catalogue)}</td><td>{figure(row, catalogue)}</td>"
        f"<td><b>{figure(refused.now.observation, catalogue)}</b></td>"
        f"<td>{changed_by(refused.changed_by)}</td></tr>"
    )


def refused_plan_line(refused: RefusedPlan, catalogue: Catalogue) -> str:
    """Show one yearly plan that stays."""
    code, year = refused.written.key
    written = plan_words(refused.written.target, catalogue)
    now = plan_words(plan_in_force(refused.now), catalogue)
    return (
        f"<tr><td>{indicator_link(code, catalogue)}</td><td>Kế hoạch {year}</td><td></td>"
        f"<td>{escape(written)}</td><td><b>{escape(now)}</b></td>"
        f"<td>{changed_by(refused.changed_by)}</td></tr>"
    )


def changed_by(version: Version) -> str:
    """Link the version that changed a value since, and name who wrote it."""
    link = escape(NEWEST.version(version.number))
    return f'<a href="{link}">phiên bản {version.number}</a>, {escape(version.by)}'
