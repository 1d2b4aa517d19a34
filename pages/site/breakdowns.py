"""The figures of an indicator by area and by breakdown, as the board compares them, folded."""

from html import escape

from indicators.briefing.brief import Brief
from indicators.comparison.compare import compare
from indicators.comparison.comparison import Question, way_name
from indicators.comparison.table import comparison_years
from indicators.dossier.dossier import Dossier
from indicators.figures.disaggregation import slug
from pages.parts.links import NEWEST
from pages.site.downloads import ALL, link
from pages.so_sanh.rows import comparison_rows

LATEST = 2  # years that a telephone shows beside the names


def breakdowns(brief: Brief, dossier: Dossier, root: str) -> str:
    """Write a table a way in which the figures can be set side by side; nothing without any."""
    tables = "".join(side_by_side(brief, dossier, way) for way in dossier.ways)
    if not tables:
        return ""
    every = link(brief, ALL, "Tải mọi năm, mọi chỉ tiêu (CSV)", root)
    told = '<p class="quiet">Số liệu hai năm gần nhất.</p>'
    return f'<h2>Theo địa bàn, phân tổ</h2>{told}{tables}<p class="takes">{every}</p>'


def side_by_side(brief: Brief, dossier: Dossier, way: str) -> str:
    """Write one table of the latest years; an address can name its place, which unfolds it."""
    question = Question((dossier.row.indicator.code,), slug(way))
    comparison = compare(brief.store, brief.board.as_of, brief.board.scope, question)
    if comparison is None:
        return ""
    years = comparison_years(comparison, 0)[-LATEST:]
    name = way_name(way)
    return (
        f"<details><summary>{escape(name[0].upper() + name[1:])} ({len(comparison.parts)})"
        f'</summary><div id="{slug(way)}"><p>{escape(comparison.title)}.</p>'
        f"{comparison_rows(comparison, years[0], NEWEST)}</div></details>"
    )
