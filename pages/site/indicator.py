"""The page of one indicator: its chart, its verdict with the arithmetic, its figures and ground."""

from markupsafe import Markup

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.dossier.dossier import Dossier
from pages.chi_tieu.definition import definition_list, task_list
from pages.chi_tieu.head import about, crumbs
from pages.chi_tieu.values import remarks, target_history, values_table
from pages.chi_tieu.verdict import answer, reckoning, stage_panel
from pages.parts.links import NEWEST
from pages.parts.templates import blocks
from pages.site.breakdowns import breakdowns
from pages.site.chart import chart_part
from pages.site.downloads import link
from pages.site.frame import SiteFrame
from pages.site.pictures import picture_link

INDICATOR = blocks("site/indicator.html")
ROOT = "../"


def indicator_page(brief: Brief, row: Row, frame: SiteFrame) -> bytes:
    """Write the page."""
    dossier, i = brief.dossier(row), row.indicator
    shown = picture(dossier)
    body = INDICATOR.page(
        dossier.title,
        about(dossier),
        crumbs=crumbs(dossier, NEWEST),
        picture=shown,
        verdict=answer(dossier) + reckoning(dossier, NEWEST),
        values=remarks(dossier) + values_table(dossier, NEWEST),
        download=link(brief, f"{i.code}.csv", "Tải số liệu (CSV)", ROOT),
        breakdowns=breakdowns(brief, dossier, ROOT),
        definition=definition_list(dossier),
        targets=target_history(dossier) + task_list(dossier),
    )
    summary = f"{dossier.title}. {row.sentence} {brief.version_line}."
    drawn = 'id="bieu-do"' in shown
    return frame.page(f"{i.code} {i.short_name}", summary, body, ROOT, charts=drawn)


def picture(dossier: Dossier) -> Markup:
    """Show the chart, or how far a thing to be completed has come, or what is missing."""
    if dossier.row.indicator.kind == "milestone":
        return stage_panel(dossier)
    shown = trajectory_of(dossier)
    if not shown.is_drawable():
        return INDICATOR.not_drawn(dossier.title)
    return INDICATOR.drawn(chart_part(shown), shown.source, picture_link(dossier, ROOT))
