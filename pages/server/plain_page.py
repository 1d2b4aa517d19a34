"""A page that works without Streamlit: an address that leads nowhere, a file that cannot be had."""

from functools import cache
from html import escape
from pathlib import Path

from pages.navigation import PLACE, PRODUCT
from pages.parts.nature import tab_title


@cache
def template() -> str:
    """The page with its gaps."""
    return Path(__file__).with_suffix(".html").read_text(encoding="utf-8")


def plain_page(heading: str, *lines: str) -> bytes:
    """Say something under a heading, with a way to the overview."""
    told = {
        "tab": escape(tab_title(heading)),
        "product": escape(PRODUCT),
        "place": escape(PLACE),
        "heading": escape(heading),
        "lines": "".join(f"<p>{escape(line)}</p>" for line in lines),
    }
    page = template()
    for gap, text in told.items():
        page = page.replace(f"{{{gap}}}", text)
    return page.encode()
