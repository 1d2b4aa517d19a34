"""One table on its way in: what was found, what would change, the ticks, the button."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from indicators.intake.apply import in_the_way
from indicators.intake.examination import Examination, examine
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest, version_at
from indicators.wording.numbers import counted
from pages.nhap_lieu.consent import ask_consent
from pages.nhap_lieu.waiting import stages_of
from pages.parts.block import show
from pages.parts.downloads import offer_marked_copy
from pages.parts.links import NEWEST
from pages.parts.recording.change_tables import change_tables
from pages.parts.recording.finding_tables import finding_groups
from pages.parts.recording.impact_panel import amount, impact_panel, summary_line
from pages.parts.recording.kinds import to_record
from pages.parts.recording.plan_tables import plan_tables
from pages.parts.recording.receipts import receipt_of, record_sent, refusal_of, show_receipt
from pages.parts.recording.sent import Sent
from pages.parts.templates import NOTHING, blocks

SENT = blocks("nhap_lieu/sent_file.html")
NOTICE = blocks("parts/notice.html")

WHAT_PLANS_BECOME = (
    "Các cột kế hoạch, mục tiêu của tệp thành kế hoạch năm, không bao giờ thành số thực hiện; "
    "đánh giá của các chỉ tiêu không thay đổi."
)

OUTCOMES = {
    "accept": "Nhập được.",
    "accept_with_warning": "Nhập được sau khi xác nhận các cảnh báo.",
    "reject": "Chưa nhập được.",
}


def show_sent(store: Store, sent: Sent) -> None:
    """Draw what was sent: its receipt once it is recorded, else everything that leads there."""
    show(SENT.title(sent.title))
    if receipt := receipt_of(sent.key):
        show_receipt(store, receipt)
        return
    examined = examined_now(store, sent)
    show(
        SENT.step(3, "Kiểm tra"),
        will_record(store, examined),
        verdict(examined, sent),
        stale_note(store, examined, sent),
        known_note(examined, sent),
    )
    ask_plans(examined, sent.key)
    found = examined.findings
    show(finding_groups(found, naming=sent.naming, indicators=examined.indicators))
    if not sent.naming.rows:
        offer_marked_copy(examined, sent.key)
    if examined.blocked != "file":
        show_preview(store, examined, sent)
        ask_and_record(store, examined, sent)


def forget_all_but(keys: Iterable[str]) -> None:
    """Let go of what was found in files that were taken away; a large one holds much memory."""
    here = set(keys)
    kept = st.session_state.get("da_kiem_tra", {})
    st.session_state["da_kiem_tra"] = {key: found for key, found in kept.items() if key in here}


def examined_now(store: Store, sent: Sent) -> Examination:
    """Examine what was sent at the newest version, with plans or without, once for each state."""
    kept = st.session_state.setdefault("da_kiem_tra", {})
    state = (latest(store).number, bool(st.session_state.get(plan_key(sent.key))), sent.content)
    found: Examination | None = kept.get(sent.key)
    if found is None or (found.preview.based_on, found.plans_asked, found.upload.content) != state:
        with stages_of(sent) as listener:
            found = examine(store, sent.name, sent.content, plan=state[1], listener=listener)
        kept[sent.key] = found
    return found


def plan_key(key: str) -> str:
    """Name the tick for the planned figures of a file."""
    return f"ke-hoach-{key}"


def ask_plans(examined: Examination, key: str) -> None:
    """Draw the tick that takes planned figures as yearly plans, where a file has any."""
    if examined.leaves_out_plans or examined.plans_asked:
        st.checkbox("Nhập cả số kế hoạch", key=plan_key(key))
        show(NOTICE.quiet(WHAT_PLANS_BECOME))


def show_preview(store: Store, examined: Examination, sent: Sent) -> None:
    """Draw what recording would change, value by value, and what the board would then say."""
    shown = examined.preview
    catalogue = catalogue_at(store, shown.based_on)
    show(
        SENT.section(f"Xem trước: {summary_line(shown)}"),
        impact_panel(shown.impact, catalogue),
        change_tables(shown.changes, catalogue, of_one_file=not sent.naming.rows),
        plan_tables(shown.plans, catalogue),
    )


def ask_and_record(store: Store, examined: Examination, sent: Sent) -> None:
    """Draw the ticks and the button; what is recorded is what was shown, or nothing."""
    if not examined.preview.writes:
        return
    show(SENT.step(4, "Ghi nhận"))
    consent = ask_consent(examined, sent)
    waiting = in_the_way(examined, consent)
    st.button(
        f"Ghi nhận {amount(examined.preview)}",
        key=f"ghi-{sent.key}",
        type="primary",
        disabled=bool(waiting),
        on_click=record_sent,
        args=(store, examined, consent, sent),
    )
    if waiting:
        show(NOTICE.quiet("Đánh dấu đủ các ô xác nhận ở trên để ghi nhận."))
    if refusal := refusal_of(sent.key):
        show(NOTICE.refusal(refusal))


def will_record(store: Store, examined: Examination) -> Markup:
    """Say of what the figures are that would be recorded, before anything else."""
    if examined.blocked == "file":
        return NOTHING
    shown = examined.preview
    catalogue = catalogue_at(store, shown.based_on)
    return to_record(shown.rows, shown.plan_rows, catalogue)


def verdict(examined: Examination, sent: Sent) -> Markup:
    """Say what can be done with the table as it is."""
    rows = examined.upload.rows_read
    words = OUTCOMES[examined.outcome]
    if examined.blocked == "rows":
        words = f"Có dòng lỗi: {sent.mend}, hoặc chỉ nhập các dòng đúng."
    read = f"Đã đọc {counted(rows)} dòng số liệu. " if rows else ""
    return SENT.outcome(examined.outcome, words, read)


def stale_note(store: Store, examined: Examination, sent: Sent) -> Markup:
    """Say that somebody recorded since this was first shown, and all was worked out again."""
    first = st.session_state.setdefault("xem_tu", {}).setdefault(
        sent.key, examined.preview.based_on
    )
    if first == examined.preview.based_on:
        return NOTHING
    return SENT.stale(version_at(store, examined.preview.based_on), sent.called)


def known_note(examined: Examination, sent: Sent) -> Markup:
    """Say that the same bytes were recorded before."""
    if not examined.recorded_in:
        return NOTHING
    number = examined.recorded_in[-1]
    called = sent.called.capitalize()
    return SENT.known(called, NEWEST.version(number), number, examined.preview.writes)
