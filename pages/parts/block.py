"""One block of HTML in the board's look."""

import streamlit as st

from pages.parts.badges import badge_styles


def show(*parts: str) -> None:
    """Draw escaped HTML parts as one block."""
    st.html(f'{badge_styles()}<div class="bd">{"".join(parts)}</div>')
