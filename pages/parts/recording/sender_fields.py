"""Who records something: typed in for now, and kept while the browser's visit lasts."""

from urllib.parse import unquote

import streamlit as st

from indicators.accounts.permissions import Act
from indicators.catalogue.records import Catalogue
from indicators.intake.sender import LONGEST_NAME, Sender, SenderError
from indicators.store.connection import Store
from pages.parts.acting import acting
from pages.parts.block import show
from pages.parts.recording.permission import PERMISSION, refusal
from pages.parts.templates import blocks

REMEMBERED = blocks("parts/recording/remembered.html")
NAME, AGENCY, FAULT, TURN = "nguoi_gui", "co_quan_gui", "nguoi_gui_sai", "nguoi_gui_lan_sai"


def ask_sender(store: Store, catalogue: Catalogue, asked: str | None = None) -> None:
    """Say who is signed in, or draw the two fields; what was typed on another page stands there.

    `asked` is the agency that the address names: it goes before one that is remembered. A page
    loaded again has both from cookies that end with the browser, see frame/sender.js.
    """
    if account := acting(store):
        st.session_state[AGENCY] = account.agency or None
        show(PERMISSION.signed(account))
        return
    for key, cookie, empty, named in ((NAME, "nguoi", "", None), (AGENCY, "co_quan", None, asked)):
        known = named or st.session_state.get(kept(key), remembered(cookie) or empty)
        st.session_state.setdefault(key, known)
    name, agency = st.columns(2)
    name.text_input("Họ tên", key=NAME, max_chars=LONGEST_NAME)
    if fault := st.session_state.pop(FAULT, None):
        with name:
            show(REMEMBERED.fault(*fault))
    names = [each.name for each in catalogue.agencies]
    given = st.session_state[AGENCY]
    if given not in names:
        st.session_state[AGENCY] = None
    agency.selectbox("Cơ quan", names, key=AGENCY, placeholder="Chọn cơ quan trong danh sách")
    for key in (NAME, AGENCY):
        st.session_state[kept(key)] = st.session_state[key]
    show(REMEMBERED.sender(st.session_state[NAME] or "", st.session_state[AGENCY] or ""))


def remembered(cookie: str) -> str:
    """Give what this browser keeps under a name until it is closed; '' for nothing."""
    found = st.context.cookies.get(cookie)
    return unquote(found)[:LONGEST_NAME] if isinstance(found, str) else ""


def kept(key: str) -> str:
    """Name where a field's text stays when its page is left."""
    return f"{key}_da_ghi"


def sender_now(store: Store, act: Act) -> Sender:
    """Give who acts at this moment: who is signed in, else who is named in the fields.

    Raises SenderError with the sentence to show, where nobody may.
    """
    if told := refusal(store, act):
        raise SenderError(told)
    if account := acting(store):
        return Sender.named(account.name, account.agency)
    try:
        return Sender.named(st.session_state.get(NAME) or "", st.session_state.get(AGENCY) or "")
    except SenderError as fault:
        # Told beside the field too, which is brought into view each time anew.
        turn = st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        st.session_state[FAULT] = (str(fault), turn)
        raise
