"""What is taken away: the name of its file, and the button of a file's marked copy."""

import streamlit as st

from indicators.intake.apart.reading import marked
from indicators.intake.examination import Examination
from indicators.intake.marking.marked_copy import can_be_marked, copy_name
from indicators.wording.illustrative import file_name
from pages.parts.nature import is_illustrative, mark

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def taken_name(name: str) -> str:
    """Name a file that is taken away; of an illustrative board it tells so."""
    return file_name(name, illustrative=is_illustrative())


def offer_marked_copy(examined: Examination, key: str) -> None:
    """Draw the button of a file's copy with its findings, where a copy can be made."""
    if not can_be_marked(examined.findings):
        return
    st.download_button(
        "Tải tệp đã đánh dấu lỗi",
        lambda: marked(examined.source, examined.findings, mark()) or b"",
        taken_name(copy_name(examined.upload.file_name)),
        XLSX,
        key=f"ban-sao-{key}",
        on_click="ignore",
        help="Tệp Excel như tệp đã gửi, ô cần xem được tô màu, cột Phát hiện ghi lý do. Sửa ngay "
        "trong tệp này rồi gửi lại được.",
    )
