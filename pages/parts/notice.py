"""A notice that takes the place of a page: what happened and what to do."""

from html import escape

import streamlit as st


def show_notice(title: str, *lines: str, way_out: str = "") -> None:
    """Draw the notice, title and lines plain text; what the page drew before it is hidden."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    st.html(
        f'<section class="board-notice" role="alert"><h1>{escape(title)}</h1>{paragraphs}{way_out}'
        "</section>"
    )
