"""Scripts and style sheets in gzip, compressed once: Streamlit sends its own as they are.

Only what lies in the two folders when the server starts has an address here. Anything else, parts
of a file, and whoever takes no gzip, is answered by Streamlit.
"""

import gzip
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from pages.navigation import PAGES
from pages.server.headers import A_YEAR, KEPT

# By the beginning of the address under which Streamlit serves them.
FOLDERS = {
    "/static/": Path(file_util.get_static_dir()) / "static",
    "/app/static/": PAGES / "static",
}
TYPES = {".js": "application/javascript", ".css": "text/css; charset=utf-8"}
NAMED = ("/static/", *KEPT)  # with a hash in the name, or asked for with one
SMALLEST = 500  # bytes that are worth it
GZIP = re.compile(r"(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)", re.I)


@cache
def text_files() -> dict[str, "TextFile"]:
    """List what is worth compressing, by address."""
    found = (
        (prefix + path.relative_to(folder).as_posix(), path)
        for prefix, folder in FOLDERS.items()
        for path in folder.rglob("*.*s")
        if path.suffix in TYPES and path.stat().st_size >= SMALLEST
    )
    return {address: TextFile(address, path) for address, path in found}


def compress(page: bytes) -> None:
    """Get ready what a page names, before its first reader asks for it."""
    for address in re.findall(r'"\.(/(?:app/)?static/[^"?]+)', page.decode()):
        if file := text_files().get(address):
            file.compressed()


class TextFile:
    """A script or style sheet; compressed when it is first asked for."""

    def __init__(self, address: str, path: Path) -> None:
        self.address = address
        self._path = path
        self.ready: Compressed | None = None
        self._compressing = Lock()

    def compressed(self) -> "Compressed":
        """Give it in gzip: whoever is the first to ask makes it, others wait."""
        with self._compressing:
            if self.ready:
                return self.ready
            body = gzip.compress(self._path.read_bytes(), mtime=0)
            self.ready = Compressed(body, self._head(body))
            return self.ready

    def _head(self, body: bytes) -> dict[str, str]:
        head = {
            "Content-Type": TYPES[self._path.suffix],
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
            "ETag": f'"{sha256(body).hexdigest()[:32]}"',
            "Vary": "Accept-Encoding",
        }
        return {**head, "Cache-Control": A_YEAR} if self.address.startswith(NAMED) else head


@dataclass(frozen=True)
class Compressed:
    """What is sent of a file in gzip; its ETag is another than the plain file's."""

    body: bytes
    headers: dict[str, str]

    def answer(self, method: str, asked: Headers) -> Response:
        """Answer a request, without the body where it is not wanted."""
        answer = Response(b"" if method == "HEAD" else self.body, headers=self.headers)
        if StaticFiles(check_dir=False).is_not_modified(answer.headers, asked):
            return NotModifiedResponse(answer.headers)
        return answer


class CompressedFiles:
    """ASGI middleware that sends scripts and style sheets in gzip to whoever takes it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the files that are known here, pass all else on."""
        known = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        file = text_files().get(scope["path"]) if known else None
        if file is None:
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if "range" in asked or not GZIP.search(asked.get("accept-encoding", "")):
            await self.app(_plain(scope), receive, _varying(send))
            return
        # A thread only for the first that asks: the others need not wait for one.
        compressed = file.ready if file.ready else await run_in_threadpool(file.compressed)
        await compressed.answer(scope["method"], asked)(scope, receive, send)


def _plain(scope: Scope) -> Scope:
    """The request as of one who takes no gzip."""
    kept = [header for header in scope["headers"] if header[0] != b"accept-encoding"]
    return {**scope, "headers": kept}


def _varying(send: Send) -> Send:
    """Say of the plain file that others get another."""

    async def send_varying(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return send_varying
