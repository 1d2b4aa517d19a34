"""The link to a briefing of rows that are seen elsewhere."""

from markupsafe import Markup

from indicators.briefing.brief import Selection
from pages.parts.links import Links
from pages.parts.templates import blocks


def brief_link(selection: Selection, count: int, links: Links) -> Markup:
    """Lead to the briefing of rows that are seen elsewhere."""
    return blocks("parts/brief_link.html").onward(links.briefing(selection), count)
