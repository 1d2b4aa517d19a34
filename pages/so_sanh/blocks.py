"""What stands on the page of a comparison, one block below the other."""

from markupsafe import Markup

from indicators.board.board import version_line
from indicators.charts.compared_panels import first_year
from indicators.comparison.comparison import Comparison, Question
from indicators.comparison.strip import ranked_strip
from indicators.comparison.table import source_line
from pages.parts.chart_frame import ink
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View
from pages.so_sanh.choice import choice, scopes
from pages.so_sanh.panels import panels
from pages.so_sanh.rows import comparison_rows

PAGE, STRIP = blocks("so_sanh/page.html"), blocks("so_sanh/strip.html")


def head(comparison: Comparison, question: Question, view: View) -> Markup:
    """Write the finding, what is chosen, and what could not be done as asked."""
    links = view.links
    offered = scopes(comparison, question, links)
    return PAGE.head(comparison, offered, choice(comparison, question, links))


def pictures(comparison: Comparison, view: View) -> Markup:
    """Write the ranking as a strip, the pictures, and where their figures come from."""
    foot = f"{source_line(comparison)} · {version_line(comparison.board)}"
    strip = ranked_strip(comparison)
    ranking = STRIP.strip(strip, comparison.board.mark) if strip else NOTHING
    return ranking + PAGE.pictures(panels(comparison, ink(), view.links), foot)


def rows(comparison: Comparison, view: View) -> Markup:
    """Write the table of the figures."""
    return PAGE.rows(comparison_rows(comparison, first_year(comparison), view.links))
