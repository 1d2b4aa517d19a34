"""Links that lead to a comparison."""

from html import escape

from indicators.comparison.comparison import Question, way_name
from indicators.comparison.suggestions import Suggestion
from indicators.figures.disaggregation import slug
from pages.parts.addresses import Parameters, comparison_address


def alike_links(offered: list[Suggestion], kept: Parameters) -> str:
    """Link comparisons of indicators in few words."""
    return "".join(alike_link(offer, "", kept) for offer in offered)


def alike_link(offer: Suggestion, more: str, kept: Parameters) -> str:
    """Link one comparison; which indicators it has is told on touch."""
    where, codes = comparison_address(offer.question, kept), ", ".join(offer.question.codes)
    return f'<a href="{escape(where)}" title="{codes}">{escape(offer.text)}{more}</a>'


def way_links(code: str, ways: tuple[str, ...], kept: Parameters, *others: str) -> str:
    """Link the ways to compare one indicator with itself, and others."""
    return "".join(
        f'<a href="{escape(comparison_address(Question((code,), slug(way)), kept))}">'
        f"{escape(way_name(way))}</a>"
        for way in (*ways, *others)
    )
