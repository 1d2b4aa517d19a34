"""A notice that takes the place of a page: what happened and what to do."""

import streamlit as st
from markupsafe import Markup

from pages.parts.templates import NOTHING, blocks

PARTS = blocks("parts/notice.html")


def ways_on(*links: tuple[str, str]) -> Markup:
    """Lead on from a notice: addresses with their words."""
    return PARTS.ways(links)


def show_notice(title: str, *lines: str, way_out: Markup = NOTHING) -> None:
    """Draw the notice, title and lines plain text; what the page drew before it is hidden."""
    st.html(PARTS.notice(title, lines, way_out))
