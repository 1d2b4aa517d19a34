"""Ticks by which a person agrees to the findings of a file: a kind as a whole, or one by one."""

from collections.abc import Sequence

import streamlit as st

from indicators.intake.apply import Consent
from indicators.intake.examination import Examination
from indicators.intake.findings import Finding, FindingKind
from indicators.wording.findings import agreed, in_short
from pages.parts.label_text import as_text

CLEAN = "Có dòng lỗi. Chỉ nhập các dòng đúng, bỏ qua các dòng lỗi."
MOST_SINGLE = 30  # nobody ticks hundreds of places by hand; those are agreed to as a kind


def ask_consent(examined: Examination, file_id: str) -> Consent:
    """Draw the ticks for warnings, and one for leaving out rows with errors."""
    by_kind: dict[FindingKind, list[Finding]] = {}
    for each in examined.warnings:
        by_kind.setdefault(each.kind, []).append(each)
    ticked: list[Finding] = []
    for kind, same in by_kind.items():
        # Other warnings of the kind, found on newer figures, wait for a tick of their own.
        ticked += ask_kind(kind, same, f"dong-y-{file_id}-{kind}-{hash(tuple(same))}")
    clean = bool(examined.errors) and st.checkbox(CLEAN, key=f"dong-dung-{file_id}")
    return Consent(ticked=frozenset(ticked), only_clean=clean)


def ask_kind(kind: FindingKind, same: Sequence[Finding], key: str) -> list[Finding]:
    """Draw the tick of a kind and those of its places; gives the findings agreed to."""
    label = f"{agreed(kind)} ({len(same)} chỗ)"
    if not 1 < len(same) <= MOST_SINGLE:
        return list(same) if st.checkbox(label, key=key) else []
    singles = [f"{key}-{place}" for place in range(len(same))]
    st.checkbox(label, key=key, on_change=tick_all, args=(key, singles))
    with st.expander("Xác nhận từng chỗ"):
        return [
            each
            for each, single in zip(same, singles, strict=True)
            if st.checkbox(place_label(each), key=single, on_change=tick_kind, args=(key, singles))
        ]


def tick_all(kind: str, singles: Sequence[str]) -> None:
    """Let all places of a kind follow its tick."""
    for single in singles:
        st.session_state[single] = st.session_state[kind]


def tick_kind(kind: str, singles: Sequence[str]) -> None:
    """Tick a kind once all its places are."""
    st.session_state[kind] = all(st.session_state[single] for single in singles)


def place_label(finding: Finding) -> str:
    """Name the place of a finding, its text and what was found there, in one line."""
    named = (("trang", finding.sheet), ("dòng", finding.row or ""), ("cột", finding.column))
    place = ", ".join(f"{name} {value}" for name, value in named if value)
    text = f" “{finding.text}”" if finding.text else ""
    return as_text(f"{place[:1].upper()}{place[1:]}{text}: {in_short(finding)}")
