"""Links that lead to a comparison."""

from markupsafe import Markup

from indicators.comparison.comparison import Question, way_name
from indicators.comparison.suggestions import Suggestion
from indicators.figures.disaggregation import slug
from pages.parts.links import Links
from pages.parts.templates import blocks

PARTS = blocks("parts/comparison_links.html")


def alike_links(offered: list[Suggestion], links: Links, *, with_names: bool = False) -> Markup:
    """Link comparisons of indicators in few words; which they are is told on touch, or beside."""
    offers = [(o.text, links.comparison(o.question), "; ".join(o.names)) for o in offered]
    return PARTS.alike(offers, with_names)


def way_links(code: str, ways: tuple[str, ...], links: Links, *others: str) -> Markup:
    """Link the ways to compare one indicator with itself, and others."""
    return PARTS.ways(
        (way_name(way), links.comparison(Question((code,), slug(way)))) for way in (*ways, *others)
    )
