"""What a person reads on a page that AppTest has run."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

TAG = re.compile(r"<[^>]+>")


def html(app: AppTest) -> str:
    """All blocks of HTML as they are sent to the browser."""
    return "\n".join(block.proto.body for block in app.get("html"))


def text(app: AppTest) -> str:
    """The words of the page without tags, spaces made one."""
    return words(html(app))


def words(block: str) -> str:
    """The words of a block of HTML without tags, spaces made one."""
    return " ".join(unescape(TAG.sub(" ", block)).split())


def heading(app: AppTest) -> str:
    """The page's finding."""
    found = re.search(r"<h1(?: class=\"headline\")?>(.*?)</h1>", html(app))
    assert found, html(app)
    return unescape(TAG.sub("", found[1]))


def notice(app: AppTest) -> list[str]:
    """Title and lines of the notice that takes the place of a page; empty without one."""
    found = re.search(r'<section class="board-notice".*?</section>', html(app), re.DOTALL)
    return [unescape(line) for line in re.findall(r"<(?:h1|p)>(.*?)</", found[0])] if found else []


def codes(app: AppTest) -> list[str]:
    """Codes of the indicators in the tracking table."""
    table = html(app).partition('<table class="tracking">')[2].partition("</table>")[0]
    return re.findall(r"<small>([A-Z]{2}\d\d)</small>", table)
