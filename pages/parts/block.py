"""One block of HTML in the board's look."""

import streamlit as st


def show(*parts: str) -> None:
    """Draw escaped HTML parts as one block."""
    st.html(f'<div class="bd">{"".join(parts)}</div>')
