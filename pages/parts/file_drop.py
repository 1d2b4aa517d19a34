"""Where files are dropped; the browser itself refuses those larger than the settings allow."""

from collections.abc import Sequence
from math import ceil

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators.catalogue.records import Catalogue
from indicators.intake.limits import Limits

# What the browser calls an MB; the server's MB is larger, so that its limit never comes first.
MEGABYTE = 1_000_000


def ask_files(catalogue: Catalogue) -> Sequence[UploadedFile]:
    """Draw the place to drop files on, and give those that lie there."""
    return st.file_uploader(
        "Tệp số liệu (.csv, .xlsx)",
        accept_multiple_files=True,
        max_upload_size=most_megabytes(Limits.of(catalogue)),
        key="tep",
    )


def most_megabytes(limits: Limits) -> int:
    """Give the browser's limit: the setting, rounded up, or the server's where that is lower."""
    server = int(st.get_option("server.maxUploadSize"))
    return min(ceil(limits.upload_bytes / MEGABYTE), server)
