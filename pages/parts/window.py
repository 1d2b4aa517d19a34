"""How wide the window is in which a page is read."""

import streamlit as st


def is_narrow() -> bool:
    """Whether it is as narrow as a telephone, as static/frame/window.js told in a cookie."""
    return st.context.cookies.get("khung") == "hep"
