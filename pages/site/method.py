"""The page that explains how progress is judged."""

from typing import get_args

from indicators.board.board import Scope, assess
from indicators.briefing.brief import Brief
from pages.cach_danh_gia.body import LEAD, method_body
from pages.parts.links import NEWEST
from pages.site.frame import SiteFrame
from pages.site.two_inks import in_both


def method_page(brief: Brief, frame: SiteFrame) -> bytes:
    """Write the page, with examples from the board shown and the other scope."""
    scopes = sorted(get_args(Scope), key=lambda scope: scope != brief.board.scope)
    boards = [assess(brief.store, brief.board.as_of, scope) for scope in scopes]
    body = in_both(lambda ink: method_body(boards, ink, NEWEST))
    return frame.page("Cách đánh giá", LEAD, body)
