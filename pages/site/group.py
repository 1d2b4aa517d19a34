"""The page of one group: its aim, all trajectories side by side, its table."""

from indicators.board.summary import finding
from indicators.briefing.brief import Brief
from indicators.catalogue.records import Group
from pages.nhom.head import aim, crumbs, status_strip
from pages.parts.links import NEWEST
from pages.parts.owed import owed_note
from pages.parts.small_multiples import small_multiples
from pages.parts.templates import blocks
from pages.parts.tracking_table import tracking_table
from pages.site.frame import SiteFrame
from pages.site.two_inks import in_both

GROUP = blocks("site/group.html")
ROOT = "../"


def group_page(brief: Brief, group: Group, frame: SiteFrame) -> bytes:
    """Write the page."""
    part = brief.chosen.of_group(group.code)
    told = finding(part)
    title = f"{group.name}: {told[0].lower()}{told[1:]}"
    body = GROUP.page(
        crumbs(brief.chosen, group, NEWEST),
        title,
        aim(part, group),
        status_strip(part, group, NEWEST),
        owed_note(part, NEWEST),
        in_both(lambda ink: small_multiples(part, ink, NEWEST)),
        tracking_table(brief.board.of_group(group.code), list(part.rows), NEWEST),
    )
    return frame.page(group.name, f"{title}. {brief.version_line}.", body, ROOT)
