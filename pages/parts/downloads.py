"""Buttons that hand a table over as CSV and workbook, made when they are pressed."""

from collections.abc import Callable

import streamlit as st

from indicators.briefing.spreadsheets import Sheet, as_csv, as_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(sheet: Callable[[], Sheet], name: str) -> None:
    """Draw the two buttons; `name` is the file name without its ending."""
    with st.container(horizontal=True):
        st.download_button(
            "Tải CSV",
            lambda: as_csv(sheet()),
            f"{name}.csv",
            "text/csv",
            key=f"csv-{name}",
            on_click="ignore",
        )
        st.download_button(
            "Tải Excel",
            lambda: as_xlsx([sheet()]),
            f"{name}.xlsx",
            XLSX,
            key=f"xlsx-{name}",
            on_click="ignore",
        )
