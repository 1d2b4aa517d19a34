"""A status as word, shape and colour, the same on tiles, in tables and in the legend."""

from functools import cache

from markupsafe import Markup

from indicators.charts.theme import BADGES
from indicators.progress.results import Status
from pages.parts.mark_font import LETTERS, font_face
from pages.parts.templates import blocks

PARTS = blocks("parts/badges.html")
MARK = PARTS.mark()


@cache
def badge_styles() -> str:
    """Write the colours and marks of all statuses as CSS, for the head of every page."""
    return f"<style>{font_face()}{''.join(badge_rule(status) for status in BADGES)}</style>"


def badge_rule(status: Status) -> str:
    """Write fill, text, edge and mark of one status; pale ones are dark on a dark page.

    The mark is a letter that no screen reader says: the word stands beside it.
    """
    badge = BADGES[status]
    light = (badge.fill, badge.text, badge.edge)
    pairs = zip(("--fill", "--on", "--edge"), light, badge.dark or light, strict=True)
    colours = "".join(f"{name}:light-dark({day},{night});" for name, day, night in pairs)
    letter = f'"{LETTERS[status]}"'
    drawn = f'content:{letter};content:{letter}/""'
    return f".bd .s-{status.value}{{{colours}}}.bd .s-{status.value} .mark::before{{{drawn}}}"


def classes(status: Status) -> Markup:
    """Name the CSS classes of a status."""
    return PARTS.classes(status)


def chip(status: Status, label: str | None = None, *, large: bool = False) -> Markup:
    """Show a status as a small label."""
    return PARTS.chip(status, label, large)
