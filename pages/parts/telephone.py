"""Whether a page is read on a telephone."""

import streamlit as st


def on_telephone() -> bool:
    """Guess from the name that the browser gives itself."""
    return "Mobi" in st.context.headers.get("User-Agent", "")
