"""Streamlit's own page shell in Vietnamese, and a plain page for an address that leads nowhere.

The words that the front end writes later are turned by static/frame/ in the browser.
"""

import hashlib
import re
from functools import cache, partial
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from indicators.charts.on_paper import chart_rules
from indicators.settings.board import board_nature
from pages.navigation import PAGES, PLAIN_PAGES, has_page
from pages.parts.badges import badge_styles
from pages.server.phone_frame import phone_frame
from pages.server.plain_page import plain_page
from pages.server.preview import head

SCRIPTS = (
    "server.js",
    "connection.js",
    "window.js",
    "words.js",
    "translate.js",
    "places.js",
    "links.js",
    "phone.js",
    "ahead.js",
    "grid_keys.js",
    "access.js",
    "print.js",
    "marks.js",
    "screen.js",
    "take.js",
    "copy.js",
    "sender.js",
)
# What nearly every page shows first; the other faces wait until a letter needs them.
FONTS = tuple(
    f"./app/static/fonts/be-vietnam-pro-{subset}-{weight}-normal.woff2"
    for subset in ("latin", "vietnamese")
    for weight in (400, 600, 700)
)
STYLES = (
    "fonts.css",
    "frame.css",
    "board.css",
    "overview.css",
    "phone.css",
    "screen.css",
    "paper.css",
    "print.css",
)
TITLE = b"<title></title>"  # what preview.py writes at each address
NO_SCRIPT = "Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang."

SKIP = '<a class="skip" href="#stMain">Đến thẳng nội dung</a>'
SPOKEN = '<div id="spoken" role="status" aria-live="polite"></div>'  # links.js: what is filtered by


@cache
def address_of(name: str) -> str:
    """Address of a script or style sheet, changed with its content: browsers keep it a year."""
    content = (PAGES / "static" / "frame" / name).read_bytes()
    return f"./app/static/frame/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def _head() -> str:
    preloads = [
        f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin />'
        for font in FONTS
    ]
    scripts = [f'<script defer src="{address_of(name)}"></script>' for name in SCRIPTS]
    styles = [f'<link rel="stylesheet" href="{address_of(name)}" />' for name in STYLES]
    colours = [chart_script(), badge_styles(), f"<style>{chart_rules()}</style>"]
    return "\n    ".join([*preloads, *scripts, *styles, *colours])


def chart_script() -> str:
    """Name the script that draws charts, for ahead.js; '' where it has another name."""
    folder = Path(file_util.get_static_dir())
    found = [file.relative_to(folder) for file in folder.rglob("PlotlyChart.*.js")]
    return "".join(f'<meta name="chart-script" content="./{file}" />' for file in found[:1])


@cache
def index_page() -> bytes:
    """Streamlit's index.html with our language, title, styles, scripts and a way past the menu."""
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    changes = (
        (r'<html lang="en">', f'<html lang="vi" data-nature="{board_nature()}">'),
        (r"<title>.*?</title>", TITLE.decode()),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{NO_SCRIPT}</p></noscript>"),
        (r'<link\s+rel="preload"[^>]*SourceSans[^>]*>', _head()),
        (r"<script>.*?</script>", ""),
        (r'<div id="root">', f'{SKIP}{SPOKEN}{phone_frame()}<div id="root">'),
        (r"initial-scale=1", "initial-scale=1, viewport-fit=cover"),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<!--.*?-->", ""),
    )
    for pattern, replacement in changes:
        page = re.sub(pattern, partial(_as_it_is, replacement), page, flags=re.DOTALL)
    return page.encode()


def page_at(path: str, query: bytes) -> bytes:
    """The page's shell with a head that tells what is at this address."""
    return index_page().replace(TITLE, head(path, query).encode(), 1)


def _as_it_is(text: str, _found: re.Match[str]) -> str:
    """Put a text in for what was found, backslashes and all."""
    return text


@cache
def not_found_page() -> bytes:
    """The page for an address that leads nowhere; it works without Streamlit."""
    return plain_page(
        "Không tìm thấy trang này",
        "Địa chỉ có thể đã gõ nhầm, hoặc trang đã được đổi tên. Các số liệu của bảng vẫn nguyên "
        "vẹn.",
    )


@cache
def not_taken_page() -> bytes:
    """The page for a request that no address takes, such as one with another method."""
    return plain_page(
        "Máy chủ không nhận yêu cầu này", "Hãy mở bảng theo dõi bằng trình duyệt, từ trang đầu."
    )


# What Streamlit offers to machines, and signing in: nothing of it is meant for anybody here.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check", "/auth/")
CLOSED_NAMES = ("/oauth2callback",)
# Files and what the front end asks for: these may be asked for in part, or if they have changed.
FILES = ("/static/", "/app/static/", "/media/", "/_stcore/")
# The front end itself reads what is said of a file that is sent.
UPLOADS = "/_stcore/upload_file/"


def is_closed(path: str) -> bool:
    """Whether nobody is answered at an address that Streamlit has."""
    return path.startswith(CLOSED) or path in CLOSED_NAMES


def _in_place_of(scope: Scope, status: int, kind: str) -> HTMLResponse | None:
    """Our page in place of Streamlit's: it answers every address with its index.html.

    None where its answer stands.
    """
    path: str = scope["path"]
    is_html = kind.startswith("text/html")
    is_page = is_html and status < 400
    if path in PLAIN_PAGES:
        return None
    if is_page and has_page(path):
        return HTMLResponse(
            page_at(path, scope["query_string"]), headers={"Cache-Control": "no-cache"}
        )
    if is_page or (status == 404 and not is_html):
        return HTMLResponse(not_found_page(), 404)
    # What refuses in HTML is a page of ours, with a sentence of its own.
    if status in {400, 405} and not is_html and not path.startswith(UPLOADS):
        return HTMLResponse(not_taken_page(), status)
    return None


def _without_conditions(scope: Scope) -> Scope:
    """The request without what could make Streamlit say that its index.html is unchanged."""
    if scope["path"].startswith(FILES):
        return scope
    conditions = (b"if-none-match", b"if-modified-since", b"range")
    kept = [header for header in scope["headers"] if header[0] not in conditions]
    return {**scope, "headers": kept}


class VietnameseShell:
    """ASGI middleware that puts our pages in place of Streamlit's own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is ours to answer, and replace what Streamlit says in English."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        if is_closed(path):
            await HTMLResponse(not_found_page(), 404)(scope, receive, send)
            return
        ours: HTMLResponse | None = None

        async def send_ours(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                ours = _in_place_of(scope, message["status"], kind)
            if ours is None:
                await send(message)

        await self.app(_without_conditions(scope), receive, send_ours)
        if ours is not None:
            await ours(scope, receive, send)
