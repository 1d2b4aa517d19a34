"""The plain line that says one is looking at the past."""

from html import escape

from indicators.wording.numbers import day
from pages.parts.addresses import overview_address
from pages.parts.view import View


def past_banner(view: View) -> str:
    """Say which moment is shown when it is not now; empty otherwise."""
    if not view.moment.past:
        return ""
    seen = view.moment
    now = overview_address({"pham-vi": view.kept["pham-vi"]})
    return (
        f'<p class="note">Đang xem số liệu đến ngày {day(seen.day)}, năm đánh giá {seen.year}, '
        f'phiên bản {seen.version.number}. <a href="{escape(now)}">Về hiện tại</a></p>'
    )
