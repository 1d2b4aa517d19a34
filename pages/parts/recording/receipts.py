"""Recording at the press of a button: a receipt of what was shown, else a sentence why not."""

from dataclasses import dataclass

import streamlit as st

from indicators.intake.apply import BlockedError, Consent, apply
from indicators.intake.examination import Examination
from indicators.intake.preview import Preview
from indicators.intake.sender import SenderError
from indicators.intake.undo import Undoing, undo
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import catalogue_at
from indicators.store.records import Version
from pages.parts.acting import EVERYBODY
from pages.parts.block import show
from pages.parts.journal_words import moment, who
from pages.parts.links import NEWEST
from pages.parts.recording.change_tables import change_tables
from pages.parts.recording.impact_panel import impact_panel, summary_line
from pages.parts.recording.kinds import was_recorded
from pages.parts.recording.plan_tables import plan_tables
from pages.parts.recording.sender_fields import sender_now
from pages.parts.recording.sent import Sent
from pages.parts.refusals import for_reader
from pages.parts.templates import blocks

RECEIPT = blocks("parts/recording/receipts.html")
CHANGED = "Vừa có ô được sửa nên chưa ghi gì; hãy xem lại bản xem trước rồi bấm lại."
NOTHING = "Không còn giá trị nào thay đổi nên không ghi gì."

DONE = {"upload": "Đã ghi nhận", "undo": "Đã hoàn tác, ghi thành"}


@dataclass(frozen=True)
class Receipt:
    """A version just written, and the preview it was written from."""

    version: Version
    preview: Preview


def record_sent(store: Store, examined: Examination, consent: Consent, sent: Sent) -> None:
    """Record what was sent as it was examined; keeps a receipt or a refusal under its key."""
    if not sent.still():
        refuse(sent.key, CHANGED)
        return
    try:
        version = apply(store, examined, consent, sender_now(store, "record"))
    except (BlockedError, SenderError, StoreError) as refusal:
        refuse(sent.key, for_reader(refusal))
    else:
        keep(sent.key, version, examined.preview)


def record_undo(store: Store, undoing: Undoing, key: str) -> None:
    """Take a version back as it was shown; keeps a receipt or a refusal under `key`."""
    try:
        version = undo(store, undoing, sender_now(store, "undo"))
    except (SenderError, StoreError) as refusal:
        refuse(key, for_reader(refusal))
    else:
        keep(key, version, undoing.preview)


def keep(key: str, version: Version | None, shown: Preview) -> None:
    """Keep what was written for the next drawing of the page."""
    if version is None:
        refuse(key, NOTHING)
    else:
        st.session_state.setdefault("bien_nhan", {})[key] = Receipt(version, shown)


def refuse(key: str, sentence: str) -> None:
    """Keep a refusal for the next drawing of the page."""
    st.session_state.setdefault("tu_choi", {})[key] = sentence


def receipt_of(key: str) -> Receipt | None:
    """Give the receipt kept under a key."""
    found: Receipt | None = st.session_state.get("bien_nhan", {}).get(key)
    return found


def refusal_of(key: str) -> str | None:
    """Give the refusal kept under a key, once."""
    found: str | None = st.session_state.get("tu_choi", {}).pop(key, None)
    return found


def show_receipt(store: Store, receipt: Receipt, *, by_row: bool = True) -> None:
    """Draw number, link and what changed; rows of a file only where a person has seen them."""
    version, shown = receipt.version, receipt.preview
    catalogue = catalogue_at(store, version.number)
    written = [change for change in shown.changes if change.writes]
    plans = [change for change in shown.plans if change.writes]
    from_file = by_row and version.kind == "upload"
    show(
        RECEIPT.receipt(
            DONE[version.kind],
            version.number,
            moment(version),
            who(version, EVERYBODY),
            summary_line(shown),
            NEWEST.version(version.number),
            NEWEST.overview(),
        ),
        was_recorded(shown.rows, shown.plan_rows, catalogue),
        impact_panel(shown.impact, catalogue),
        change_tables(written, catalogue, of_one_file=from_file),
        plan_tables(plans, catalogue, of_one_file=from_file),
    )
