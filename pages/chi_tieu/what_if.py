"""Nếu – thì: a yearly change to try out, and what would follow from it."""

import streamlit as st

from indicators.charts.supposed_line import SupposedLine
from indicators.dossier.dossier import Dossier
from indicators.progress.what_if import Outlook, changes_to_ask, outlook_of
from indicators.wording.notation import goal_of
from indicators.wording.what_if import (
    change_heading,
    change_label,
    condition,
    named_years,
    read_change,
    what_if_sentences,
)
from pages.parts.block import show
from pages.parts.templates import blocks
from pages.parts.view import View, meaningless

CHANGE = "neu"  # in the address: ?neu=1,6


def ask_what_if(dossier: Dossier, view: View) -> SupposedLine | None:
    """Offer the question folded away; give the line to draw once it is opened."""
    outlook = asked_outlook(dossier)
    if outlook is None:
        return None
    opened = f"neu_thi_{dossier.row.indicator.code}"  # its own, so that the next one is folded
    if CHANGE in view.parameters:
        st.session_state.setdefault(opened, True)
    panel = st.expander("Nếu – thì", key=opened, on_change="rerun")
    if not panel.open:
        return None
    with panel:
        change = choose_change(dossier, outlook, view)
        sentences = what_if_sentences(outlook, change, dossier.row.targets, dossier.row.notation)
        show(blocks("chi_tieu/what_if.html").told(sentences))
    return supposed_line(dossier, outlook, change)


def choose_change(dossier: Dossier, outlook: Outlook, view: View) -> float:
    """Let the reader slide the yearly change; one named in the address is always among them."""
    asked = change_in_address(view)
    changes = sorted({*changes_to_ask(outlook), *(() if asked is None else (asked,))})
    change: float = st.select_slider(
        change_heading(dossier.row.notation),
        changes,
        value=outlook.needed() or 0.0,
        format_func=change_label,
        key=CHANGE,
        bind="query-params",
    )
    return change


def asked_change(view: View) -> float | None:
    """Read the change that the address names; raises AddressError for what is none."""
    text = view.parameters.get(CHANGE, "")
    change = read_change(text)
    if text and change is None:
        raise meaningless(CHANGE, text, "không phải mức thay đổi mỗi năm như 1,6")
    return change


def change_in_address(view: View) -> float | None:
    """Hand the change asked for to the slider; Streamlit would drop one typed as 1.6 or -1,6."""
    change = asked_change(view)
    if change is not None and view.parameters[CHANGE] != change_label(change):
        del st.query_params[CHANGE]
        st.session_state[CHANGE] = change
    return change


def supposed_line(dossier: Dossier, outlook: Outlook, change: float) -> SupposedLine:
    """Give the chart the line up to the last year that is told."""
    years = named_years(outlook)
    words = f"Nếu {condition(dossier.row.notation, change)}"
    return SupposedLine(outlook.line(change, max(years)), tuple(years), words, change)


def supposed_in_address(dossier: Dossier, view: View) -> SupposedLine | None:
    """Give the line of the change that the address names; nothing without one."""
    change = asked_change(view)
    outlook = asked_outlook(dossier)
    return supposed_line(dossier, outlook, change) if outlook and change is not None else None


def asked_outlook(dossier: Dossier) -> Outlook | None:
    """What can be asked of an indicator's figures and targets; None of some."""
    return outlook_of(dossier.judgement, [goal_of(target) for target in dossier.row.targets])
