"""The page of one indicator: its chart, its verdict with the arithmetic, its figures and ground."""

from html import escape

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.dossier.dossier import Dossier
from indicators.wording.numbers import day
from pages.chi_tieu.definition import definition_list, task_list
from pages.chi_tieu.head import crumbs
from pages.chi_tieu.values import difference_notes, target_history, values_table
from pages.chi_tieu.verdict import stage_panel, verdict_panel
from pages.parts.links import NEWEST
from pages.site.breakdowns import breakdowns
from pages.site.chart import chart_part
from pages.site.downloads import link
from pages.site.frame import SiteFrame

ROOT = "../"


def indicator_page(brief: Brief, row: Row, frame: SiteFrame) -> bytes:
    """Write the page."""
    dossier, i = brief.dossier(row), row.indicator
    unit = f"Đơn vị tính: {i.unit} · " if i.unit else ""
    body = "".join(
        (
            crumbs(dossier, NEWEST),
            f'<div class="head"><h1>{escape(dossier.title)}</h1></div>',
            f'<p class="quiet">{escape(unit)}{escape(i.lead)} chủ trì</p>',
            f'<div class="sides"><div>{picture(dossier)}</div>',
            f"<div>{verdict_panel(dossier, NEWEST)}</div></div>",
            f"<h2>Số liệu</h2>{difference_notes(dossier)}{values_table(dossier, NEWEST)}",
            f'<p class="takes">{link(brief, f"{i.code}.csv", "Tải số liệu (CSV)", ROOT)}</p>',
            breakdowns(brief, dossier, ROOT),
            f"<h2>Chỉ tiêu này đo gì</h2>{definition_list(dossier)}",
            f"<h2>Mục tiêu qua các phiên bản</h2>{target_history(dossier)}{task_list(dossier)}",
        )
    )
    drawn = 'id="bieu-do"' in body
    about = f"{dossier.title}. {row.sentence} {brief.version_line}."
    return frame.page(f"{i.code} {i.short_name}", about, body, ROOT, charts=drawn)


def picture(dossier: Dossier) -> str:
    """Show the chart, or how far a thing to be completed has come, or what is missing."""
    if dossier.row.indicator.kind == "milestone":
        return stage_panel(dossier)
    shown = trajectory_of(dossier)
    if not shown.is_drawable():
        return f'<p class="note">{escape(dossier.title)}.</p>'
    i = dossier.row.indicator
    when = day(dossier.board.as_of.day).replace("/", "-")
    name = f"{i.code} {i.short_name} {when}".replace("/", "-")
    return f'{chart_part(shown, name)}<p class="foot" role="note">{escape(shown.source)}</p>'
