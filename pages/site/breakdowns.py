"""The figures of an indicator by area and by breakdown, as the board compares them, folded."""

from markupsafe import Markup

from indicators.briefing.brief import Brief
from indicators.comparison.comparison import Question, way_name
from indicators.comparison.making import compare
from indicators.comparison.table import comparison_years
from indicators.dossier.dossier import Dossier
from indicators.figures.disaggregation import slug
from pages.parts.links import NEWEST
from pages.parts.templates import blocks
from pages.site.downloads import ALL, link
from pages.so_sanh.rows import comparison_rows

BREAKDOWNS = blocks("site/breakdowns.html")
LATEST = 2  # years that a telephone shows beside the names


def breakdowns(brief: Brief, dossier: Dossier, root: str) -> Markup:
    """Write a table a way in which the figures can be set side by side; nothing without any."""
    tables = [side_by_side(brief, dossier, way) for way in dossier.ways]
    every = link(brief, ALL, "Tải mọi năm, mọi chỉ tiêu (CSV)", root)
    return BREAKDOWNS.breakdowns([table for table in tables if table], every)


def side_by_side(brief: Brief, dossier: Dossier, way: str) -> tuple[object, ...]:
    """Give one table of the latest years, its name, how many parts it has, its place and title.

    An address can name its place, which unfolds it.
    """
    question = Question((dossier.row.indicator.code,), slug(way))
    comparison = compare(brief.store, brief.board.as_of, brief.board.scope, question)
    if comparison is None:
        return ()
    years = comparison_years(comparison, 0)[-LATEST:]
    name = way_name(way)
    return (
        name[0].upper() + name[1:],
        len(comparison.parts),
        slug(way),
        comparison.title,
        comparison_rows(comparison, years[0], NEWEST),
    )
