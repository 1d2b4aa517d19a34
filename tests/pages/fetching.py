"""What is had at an address below /tai/, asked for as a browser does."""

import re
from html import unescape
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from pages.tai.pictures import ROUTES as PICTURES
from pages.tai.tables import ROUTES as TABLES


def got(address: str) -> Response:
    parts = urlsplit(address)
    asked = {
        "type": "http",
        "method": "GET",
        "path": parts.path,
        "headers": [],
        "query_string": quote(parts.query, "=&%+,").encode(),
    }
    matches = ((*route.matches(asked), route) for route in (*PICTURES, *TABLES))
    more, route = next((more, route) for match, more, route in matches if match is Match.FULL)
    return route.endpoint(Request({**asked, **more}))


def name_of(answer: Response) -> str:
    return unquote(answer.headers["Content-Disposition"].partition("''")[2])


def told(answer: Response) -> list[str]:
    """Heading and lines of a page that says why there is no file."""
    page = bytes(answer.body).decode()
    return [unescape(line) for line in re.findall(r"<(?:h1|p)>(.*?)</", page)]
