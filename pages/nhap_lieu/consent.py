"""Ticks by which a person agrees to what was found: a kind as a whole, or place by place."""

from collections.abc import Sequence

import streamlit as st

from indicators.intake.apply import Consent
from indicators.intake.examination import Examination
from indicators.intake.findings import Finding, FindingKind
from indicators.wording.findings import agreed, in_short
from pages.parts.block import as_text
from pages.parts.recording.naming import AS_IN_FILE, Naming
from pages.parts.recording.sent import Sent

CLEAN = "Có dòng lỗi. Chỉ nhập các dòng đúng, bỏ qua các dòng lỗi."
MOST_SINGLE = 30  # nobody ticks hundreds of places by hand; those are agreed to as a kind


def ask_consent(examined: Examination, sent: Sent) -> Consent:
    """Draw the ticks for warnings, and one for leaving out rows with errors."""
    by_kind: dict[FindingKind, list[Finding]] = {}
    for each in examined.warnings:
        by_kind.setdefault(each.kind, []).append(each)
    ticked: list[Finding] = []
    for kind, same in by_kind.items():
        # Other warnings of the kind, found on newer figures, wait for a tick of their own.
        key = f"dong-y-{sent.key}-{kind}-{hash(tuple(same))}"
        ticked += ask_kind(kind, same, key, sent.naming)
    clean = bool(examined.errors) and st.checkbox(CLEAN, key=f"dong-dung-{sent.key}")
    return Consent(ticked=frozenset(ticked), only_clean=clean)


def ask_kind(kind: FindingKind, same: Sequence[Finding], key: str, naming: Naming) -> list[Finding]:
    """Draw the tick of a kind and those of its places; gives the findings agreed to."""
    label = f"{agreed(kind)} ({len(same)} chỗ)"
    if not 1 < len(same) <= MOST_SINGLE:
        return list(same) if st.checkbox(label, key=key) else []
    singles = [f"{key}-{place}" for place in range(len(same))]
    st.checkbox(label, key=key, on_change=tick_all, args=(key, singles))
    with st.expander("Xác nhận từng chỗ"):
        labels = [place_label(each, naming) for each in same]
        ticks = [
            st.checkbox(label, key=single, on_change=tick_kind, args=(key, singles))
            for label, single in zip(labels, singles, strict=True)
        ]
    return [each for each, ticked in zip(same, ticks, strict=True) if ticked]


def tick_all(kind: str, singles: Sequence[str]) -> None:
    """Let all places of a kind follow its tick."""
    for single in singles:
        st.session_state[single] = st.session_state[kind]


def tick_kind(kind: str, singles: Sequence[str]) -> None:
    """Tick a kind once all its places are."""
    st.session_state[kind] = all(st.session_state[single] for single in singles)


def place_label(finding: Finding, naming: Naming = AS_IN_FILE) -> str:
    """Name the place of a finding, its text and what was found there, in one line."""
    text = f" “{finding.text}”" if finding.text else ""
    return as_text(f"{naming.place(finding)}{text}: {in_short(finding)}")
