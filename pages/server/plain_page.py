"""A page that works without Streamlit: an address that leads nowhere, a file that cannot be had."""

from pages.navigation import PLACE, PRODUCT
from pages.parts.nature import tab_title
from pages.parts.templates import blocks


def plain_page(heading: str, *lines: str, way_out: bool = True) -> bytes:
    """Say something under a heading, with a way to the overview."""
    page = blocks("server/plain_page.html").page
    return page(tab_title(heading), PRODUCT, PLACE, heading, lines, way_out).encode()
