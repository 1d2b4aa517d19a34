"""Files dropped into the page, one after the other; before the first, what they should hold."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators.catalogue.records import Catalogue
from indicators.store.connection import Store
from pages.parts.block import show
from pages.parts.file_drop import ask_files
from pages.parts.form_guide import form_guide
from pages.parts.sent import Sent
from pages.parts.sent_file import show_sent
from pages.parts.template_offer import offer_template


def take_files(store: Store, catalogue: Catalogue) -> list[str]:
    """Draw the uploader and every file dropped; gives the keys of the files."""
    files = ask_files(catalogue)
    if not files:
        template, guide = st.columns(2, gap="large")
        with template:
            offer_template(store, catalogue)
        with guide:
            show(form_guide())
    for place, file in enumerate(files, 1):
        show_sent(store, as_sent(file, f"Tệp {place} trên {len(files)}" if len(files) > 1 else ""))
    return [file.file_id for file in files]


def as_sent(file: UploadedFile, turn: str) -> Sent:
    """Take a file as it was dropped."""
    return Sent(file.name, file.file_id, file.getvalue(), file.name, turn)
