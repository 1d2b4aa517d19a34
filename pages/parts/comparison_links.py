"""Links that lead to a comparison."""

from html import escape

from indicators.comparison.comparison import Question, way_name
from indicators.comparison.suggestions import Suggestion
from indicators.figures.disaggregation import slug
from pages.parts.links import Links


def alike_links(offered: list[Suggestion], links: Links) -> str:
    """Link comparisons of indicators in few words."""
    return "".join(alike_link(offer, "", links) for offer in offered)


def alike_link(offer: Suggestion, more: str, links: Links) -> str:
    """Link one comparison; which indicators it has is told on touch."""
    where, codes = links.comparison(offer.question), ", ".join(offer.question.codes)
    return f'<a href="{escape(where)}" title="{codes}">{escape(offer.text)}{more}</a>'


def way_links(code: str, ways: tuple[str, ...], links: Links, *others: str) -> str:
    """Link the ways to compare one indicator with itself, and others."""
    return "".join(
        f'<a href="{escape(links.comparison(Question((code,), slug(way))))}">'
        f"{escape(way_name(way))}</a>"
        for way in (*ways, *others)
    )
