"""The link to a briefing of rows that are seen elsewhere."""

from html import escape

from indicators.briefing.brief import Selection
from pages.parts.links import Links


def brief_link(selection: Selection, count: int, links: Links) -> str:
    """Lead to the briefing of rows that are seen elsewhere."""
    where = escape(links.briefing(selection))
    told = f"Làm báo cáo, trình chiếu từ {count} chỉ tiêu này"
    return f'<p class="onward"><a href="{where}">{told}</a></p>'
