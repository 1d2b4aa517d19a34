"""The bars and the sheet that a telephone has for a menu, written into the page once.

They stand beside what Streamlit draws: seen at once, never drawn anew.
"""

from markupsafe import Markup

from pages.navigation import ROOMS, SHORT_PRODUCT
from pages.parts.templates import blocks


def phone_frame() -> Markup:
    """Write the bar above, the bar of the main pages below, the sheet with all others."""
    return blocks("server/phone_frame.html").frame(ROOMS, SHORT_PRODUCT)
