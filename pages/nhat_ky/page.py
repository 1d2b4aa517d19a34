"""The journal: every version of the data; one can be opened and taken back."""

import streamlit as st

from indicators.intake.recorded import recorded_in
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from pages.nhat_ky.passing import show_passing
from pages.nhat_ky.table import TABLE, choose_entries, journal_table, marks_line
from pages.nhat_ky.undoing import show_undo
from pages.nhat_ky.version import (
    head,
    offer_file,
    show_findings,
    show_redefined,
    show_revised,
    show_values,
)
from pages.parts.acting import audience_of
from pages.parts.block import show
from pages.parts.nature import name_tab
from pages.parts.notice import show_notice
from pages.parts.refusals import for_reader
from pages.parts.view import number_in, page_parameters
from pages.server.gate import open_board


def show_journal(store: Store) -> None:
    """Draw the table of all versions."""
    show(TABLE.head(), marks_line(store))
    *filters, last = st.columns([2, 3, 2, 3, 3])
    entries = choose_entries(store, *filters)
    show_passing(store, last)
    show(journal_table(store, entries))


def show_version(store: Store, number: int) -> None:
    """Draw one version, its file, its values, its findings and the way to take it back."""
    recorded = store.remember(
        ("recorded", number, store.writes), lambda: recorded_in(store, number)
    )
    audience = audience_of(store)
    sees = audience.sees(recorded.version.agency)
    show(head(recorded, audience))
    if sees:
        offer_file(store, recorded)
    show_undo(store, recorded)
    show_revised(store, recorded)
    if not show_redefined(store, recorded) or recorded.changes or recorded.plans:
        show_values(store, recorded)
    if sees:
        show_findings(recorded)


store = open_board()
try:
    number = number_in(page_parameters(), "pb")
    if number is None:
        show_journal(store)
    else:
        name_tab(f"Phiên bản {number}")
        show_version(store, number)
except StoreError as refusal:
    show_notice("Không mở được phiên bản này", for_reader(refusal))
