"""One file on its way in: what was found, what would change, the ticks, the button."""

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators.intake.apply import in_the_way
from indicators.intake.examination import Examination, examine
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest, version_at
from pages.parts.addresses import version_address
from pages.parts.block import show
from pages.parts.change_tables import change_tables
from pages.parts.consent_ticks import ask_consent
from pages.parts.downloads import offer_marked_copy
from pages.parts.finding_tables import finding_groups
from pages.parts.impact_panel import amount, impact_panel, summary_line
from pages.parts.plan_tables import plan_tables
from pages.parts.receipt import show_receipt
from pages.parts.recording import receipt_of, record_file, refusal_of

OUTCOMES = {
    "accept": "Nhập được.",
    "accept_with_warning": "Nhập được sau khi xác nhận các cảnh báo.",
    "reject": "Chưa nhập được.",
}
WHAT_PLANS_BECOME = (
    "Các cột kế hoạch, mục tiêu của tệp thành kế hoạch năm, không bao giờ thành số thực hiện; "
    "đánh giá của các chỉ tiêu không thay đổi."
)


def show_file(store: Store, file: UploadedFile) -> None:
    """Draw one file: its receipt once it is recorded, else everything that leads there."""
    show(f'<h2 class="file">{escape(file.name)}</h2>')
    if receipt := receipt_of(file.file_id):
        show_receipt(store, receipt)
        return
    examined = examined_now(store, file)
    show(verdict(examined), stale_note(store, examined, file.file_id), known_note(examined))
    ask_plans(examined, file.file_id)
    show(finding_groups(examined.findings))
    offer_marked_copy(examined, file.getvalue(), file.file_id)
    if examined.blocked != "file":
        show_preview(store, examined)
        ask_and_record(store, examined, file.file_id)


def forget_all_but(files: Sequence[UploadedFile]) -> None:
    """Let go of what was found in files that were taken away; a large one holds much memory."""
    here = {file.file_id for file in files}
    kept = st.session_state.get("da_kiem_tra", {})
    st.session_state["da_kiem_tra"] = {key: found for key, found in kept.items() if key in here}


def examined_now(store: Store, file: UploadedFile) -> Examination:
    """Examine a file at the newest version, with its plans or without, once for each version."""
    kept = st.session_state.setdefault("da_kiem_tra", {})
    version, plan = latest(store).number, bool(st.session_state.get(plan_key(file.file_id)))
    found: Examination | None = kept.get(file.file_id)
    if found is None or (found.preview.based_on, found.plans_asked) != (version, plan):
        with st.spinner("Đang đọc và kiểm tra tệp…"):
            found = kept[file.file_id] = examine(store, file.name, file.getvalue(), plan=plan)
    return found


def plan_key(file_id: str) -> str:
    """Name the tick for the planned figures of a file."""
    return f"ke-hoach-{file_id}"


def ask_plans(examined: Examination, file_id: str) -> None:
    """Draw the tick that takes planned figures as yearly plans, where a file has any."""
    if examined.leaves_out_plans or examined.plans_asked:
        st.checkbox("Nhập cả số kế hoạch", key=plan_key(file_id))
        show(f'<p class="quiet">{WHAT_PLANS_BECOME}</p>')


def verdict(examined: Examination) -> str:
    """Say what can be done with the file as it is."""
    read = f"Đã đọc {examined.upload.rows_read} dòng số liệu. " if examined.upload.rows_read else ""
    words = OUTCOMES[examined.outcome]
    if examined.blocked == "rows":
        words = "Có dòng lỗi: sửa rồi gửi lại tệp, hoặc chỉ nhập các dòng đúng."
    return f'<p class="outcome {examined.outcome}"><b>{words}</b> {read}</p>'


def stale_note(store: Store, examined: Examination, file_id: str) -> str:
    """Say that somebody recorded since the file was first shown, and all was worked out again."""
    first = st.session_state.setdefault("xem_tu", {}).setdefault(file_id, examined.preview.based_on)
    if first == examined.preview.based_on:
        return ""
    newest = version_at(store, examined.preview.based_on)
    return (
        f'<p class="note">{escape(newest.by)} đã ghi phiên bản {newest.number} sau khi tệp này '
        "được kiểm tra lần đầu. Bản xem trước dưới đây đã được tính lại trên số liệu mới nhất.</p>"
    )


def known_note(examined: Examination) -> str:
    """Say that the same file was recorded before."""
    if not examined.recorded_in:
        return ""
    number = examined.recorded_in[-1]
    link = escape(version_address(number))
    same = "" if examined.preview.writes else " Mọi giá trị đều đã có nên không có gì để ghi thêm."
    return (
        f'<p class="note">Tệp này đã được ghi ở <a href="{link}">phiên bản {number}</a>.{same}</p>'
    )


def show_preview(store: Store, examined: Examination) -> None:
    """Draw what recording would change, value by value, and what the board would then say."""
    shown = examined.preview
    catalogue = catalogue_at(store, shown.based_on)
    show(
        f"<h3>Xem trước: {summary_line(shown)}</h3>",
        impact_panel(shown.impact, catalogue),
        change_tables(shown.changes, catalogue),
        plan_tables(shown.plans, catalogue),
    )


def ask_and_record(store: Store, examined: Examination, file_id: str) -> None:
    """Draw the ticks and the button; what is recorded is what was shown, or nothing."""
    if not examined.preview.writes:
        return
    show("<h3>Xác nhận và ghi nhận</h3>")
    consent = ask_consent(examined, file_id)
    waiting = in_the_way(examined, consent)
    st.button(
        f"Ghi nhận {amount(examined.preview)}",
        key=f"ghi-{file_id}",
        type="primary",
        disabled=bool(waiting),
        on_click=record_file,
        args=(store, examined, consent, file_id),
    )
    if waiting:
        show('<p class="quiet">Đánh dấu đủ các ô xác nhận ở trên để ghi nhận.</p>')
    if refusal := refusal_of(file_id):
        show(f'<p class="refusal" role="alert">{escape(refusal)}</p>')
