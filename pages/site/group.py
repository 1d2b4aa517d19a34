"""The page of one group: its aim, all trajectories side by side, its table."""

from html import escape

from indicators.board.summary import finding
from indicators.briefing.brief import Brief
from indicators.catalogue.records import Group
from pages.nhom.head import aim, crumbs, status_bar
from pages.parts.links import NEWEST
from pages.parts.owed import owed_note
from pages.parts.small_multiples import small_multiples
from pages.parts.tracking_table import tracking_table
from pages.site.frame import SiteFrame
from pages.site.two_inks import in_both

ROOT = "../"


def group_page(brief: Brief, group: Group, frame: SiteFrame) -> bytes:
    """Write the page."""
    part = brief.chosen.of_group(group.code)
    told = finding(part)
    title = f"{group.name}: {told[0].lower()}{told[1:]}"
    body = "".join(
        (
            crumbs(brief.chosen, group, NEWEST),
            f'<div class="head"><h1>{escape(title)}</h1></div>{aim(part, group)}',
            status_bar(part, group, NEWEST),
            '<h2 id="dien-bien">Diễn biến từng chỉ tiêu</h2>',
            owed_note(part, NEWEST),
            in_both(lambda ink: small_multiples(part, ink, NEWEST)),
            '<h2 id="bang">Bảng theo dõi chỉ tiêu của nhóm</h2>',
            tracking_table(brief.board.of_group(group.code), list(part.rows), NEWEST),
        )
    )
    return frame.page(group.name, f"{title}. {brief.version_line}.", body, ROOT)
