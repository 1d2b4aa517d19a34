"""A status as word, shape and colour, the same on tiles, in tables and in the legend."""

from functools import cache
from urllib.parse import quote

from markupsafe import Markup

from indicators.charts.theme import BADGES, LINE_MARKS
from indicators.progress.results import Status
from pages.parts.templates import blocks

PARTS = blocks("parts/badges.html")
MARK = PARTS.mark()


@cache
def badge_styles() -> str:
    """Write the colours and marks of all statuses as CSS classes, for the head of every page."""
    return f"<style>{''.join(badge_rule(status) for status in BADGES)}</style>"


def badge_rule(status: Status) -> str:
    """Write fill, text, edge and mark of one status; pale ones are dark on a dark page."""
    badge = BADGES[status]
    light = (badge.fill, badge.text, badge.edge)
    pairs = zip(("--fill", "--on", "--edge"), light, badge.dark or light, strict=True)
    colours = "".join(f"{name}:light-dark({day},{night});" for name, day, night in pairs)
    return f'.bd .s-{status.value}{{{colours}--mark:url("{mark_picture(status)}")}}'


def mark_picture(status: Status) -> str:
    """Draw the mark of a status as a data URI, to be used as a mask."""
    shape = BADGES[status].mark
    drawn = (
        f'<path d="{shape}" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round"/>'
        if status in LINE_MARKS
        else f'<path d="{shape}" fill-rule="evenodd"/>'
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12">{drawn}</svg>'
    return f"data:image/svg+xml,{quote(svg)}"


def classes(status: Status) -> Markup:
    """Name the CSS classes of a status."""
    return PARTS.classes(status)


def chip(status: Status, label: str | None = None, *, large: bool = False) -> Markup:
    """Show a status as a small label."""
    return PARTS.chip(status, label, large)
