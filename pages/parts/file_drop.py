"""Where files are dropped; the browser itself refuses those larger than the settings allow."""

from collections.abc import Sequence
from math import ceil

import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile, UploadedFile

from indicators.catalogue.records import Catalogue
from indicators.intake.files.limits import Limits
from pages.parts.block import show

# What the browser calls an MB; the server's MB is larger, so that its limit never comes first.
MEGABYTE = 1_000_000
LOST = (
    "Máy chủ đã khởi động lại nên không còn giữ tệp đã thả, và chưa ghi thêm gì. Hãy bỏ tệp ra rồi "
    "thả lại; những lần đã ghi vẫn còn ở Nhật ký."
)


def ask_files(catalogue: Catalogue) -> Sequence[UploadedFile]:
    """Draw the place to drop files on, and give those that lie there and are still held."""
    files = st.file_uploader(
        "Tệp số liệu (.csv, .xlsx)",
        accept_multiple_files=True,
        max_upload_size=most_megabytes(Limits.of(catalogue)),
        key="tep",
    )
    if any(isinstance(each, DeletedFile) for each in st.session_state.get("tep") or ()):
        show(f'<p class="refusal" role="alert">{LOST}</p>')
    return files


def most_megabytes(limits: Limits) -> int:
    """Give the browser's limit: the setting, rounded up, or the server's where that is lower."""
    server = int(st.get_option("server.maxUploadSize"))
    return min(ceil(limits.upload_bytes / MEGABYTE), server)
