"""Taking a version back: its preview, the values that stay, the button."""

import streamlit as st
from markupsafe import Markup

from indicators.catalogue.records import Catalogue
from indicators.intake.plans import plan_in_force
from indicators.intake.recorded import RecordedVersion
from indicators.intake.undo import Refused, Undoing, plan_undo
from indicators.intake.undo_plans import RefusedPlan
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.records import Version
from indicators.wording.numbers import counted
from indicators.wording.recorded import figure_words, plan_words
from pages.parts.block import show
from pages.parts.links import NEWEST
from pages.parts.recording.change_tables import (
    area_words,
    change_tables,
    indicator_link,
    period_words,
)
from pages.parts.recording.impact_panel import amount, impact_panel, summary_line
from pages.parts.recording.permission import refused
from pages.parts.recording.plan_tables import plan_tables
from pages.parts.recording.receipts import receipt_of, record_undo, refusal_of, show_receipt
from pages.parts.recording.sender_fields import ask_sender
from pages.parts.templates import blocks

UNDOING = blocks("nhat_ky/undoing.html")
NOTICE = blocks("parts/notice.html")


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
    if told := refused(store, "undo", NEWEST.version(number)):
        show(told)
        return
    if st.toggle("Hoàn tác phiên bản này", key=f"mo-{key}"):
        plan = store.remember(("undo", number, store.writes), lambda: plan_undo(store, number))
        show_plan(store, plan, key)


def show_plan(store: Store, undoing: Undoing, key: str) -> None:
    """Draw what taking back changes, what stays, and the button."""
    shown = undoing.preview
    catalogue = catalogue_at(store, shown.based_on)
    show(
        UNDOING.title(summary_line(shown)),
        impact_panel(shown.impact, catalogue),
        change_tables(shown.changes, catalogue, of_one_file=False),
        plan_tables(shown.plans, catalogue, of_one_file=False),
        refused_table(undoing, catalogue),
    )
    if not shown.writes:
        show(UNDOING.nothing())
        return
    ask_sender(store, catalogue)
    st.button(
        f"Hoàn tác {amount(shown)}",
        key=key,
        type="primary",
        on_click=record_undo,
        args=(store, undoing, key),
    )
    if refusal := refusal_of(key):
        show(NOTICE.refusal(refusal))


def refused_table(undoing: Undoing, catalogue: Catalogue) -> Markup:
    """Show the values that something newer has changed since, and what; empty without any."""
    lines = [refused_line(each, catalogue) for each in undoing.refused]
    lines += [refused_plan_line(each, catalogue) for each in undoing.refused_plans]
    return UNDOING.refused(counted(undoing.stays), lines)


def refused_line(refused: Refused, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the cells of one value that stays."""
    row = refused.written
    return (
        indicator_link(row.indicator, catalogue),
        period_words(row),
        area_words(row, catalogue),
        figure_words(row, catalogue),
        figure_words(refused.now.observation, catalogue),
        changed_by(refused.changed_by),
    )


def refused_plan_line(refused: RefusedPlan, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the cells of one yearly plan that stays."""
    code, year = refused.written.key
    return (
        indicator_link(code, catalogue),
        f"Kế hoạch {year}",
        "",
        plan_words(refused.written.target, catalogue),
        plan_words(plan_in_force(refused.now), catalogue),
        changed_by(refused.changed_by),
    )


def changed_by(version: Version) -> Markup:
    """Link the version that changed a value since, and name who wrote it."""
    return UNDOING.changed_by(NEWEST.version(version.number), version.number, version.by)
