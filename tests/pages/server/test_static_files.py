"""Scripts and style sheets in gzip: to whom, how long kept, and never another file."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Message

from pages.navigation import PAGES
from pages.server.headers import A_YEAR, HEADERS, ResponseHeaders
from pages.server.language import chart_script, index_page
from pages.server.static_files import (
    FOLDERS,
    TYPES,
    CompressedFiles,
    TextFile,
    compress,
    text_files,
)

SHEET = "/app/static/frame/board.css"
SCRIPT = "/app/static/frame/take.js"
CHART = "/" + chart_script().partition('content="./')[2].partition('"')[0]
GZIP = {"accept-encoding": "gzip, deflate, br"}

# Streamlit's part is played by plain files: its own compression is not asked.
app = Starlette(
    routes=[
        Mount(prefix.rstrip("/"), StaticFiles(directory=folder))
        for prefix, folder in FOLDERS.items()
    ],
    middleware=[Middleware(ResponseHeaders), Middleware(CompressedFiles)],
)


@dataclass
class Answer:
    status: int
    headers: Headers
    body: bytes


def ask(path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": b"",
        "headers": [(name.encode(), text.encode()) for name, text in (headers or {}).items()],
    }
    sent: list[Message] = []
    coming: list[Message] = [{"type": "http.request"}]

    async def receive() -> Message:
        return coming.pop() if coming else await asyncio.Future()

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


def content(address: str) -> bytes:
    prefix, folder = next((p, f) for p, f in FOLDERS.items() if address.startswith(p))
    return (folder / address.removeprefix(prefix)).read_bytes()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (SHEET, "text/css; charset=utf-8"),
        (SCRIPT, "application/javascript"),
        (CHART, "application/javascript"),
    ],
)
def test_a_browser_gets_the_file_in_gzip_for_a_year(address: str, kind: str) -> None:
    answer = ask(address, GZIP)
    assert answer.status == 200
    assert gzip.decompress(answer.body) == content(address)
    assert dict(answer.headers) == {
        "content-type": kind,
        "content-encoding": "gzip",
        "content-length": str(len(answer.body)),
        "etag": answer.headers["etag"],
        "vary": "Accept-Encoding",
        "cache-control": A_YEAR,
        **{name.lower(): text for name, text in HEADERS.items()},
    }


def test_a_file_whose_name_may_come_again_is_not_kept_a_year() -> None:
    answer = ask("/app/static/site/site.js", GZIP)
    assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
    assert "cache-control" not in answer.headers


@pytest.mark.parametrize("takes", ["gzip", "br, gzip", "gzip;q=0.5", "deflate;q=0, GZIP ; q=1.0"])
def test_whoever_takes_gzip_gets_it(takes: str) -> None:
    assert ask(SHEET, {"accept-encoding": takes}).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "takes", [None, "", "identity", "br", "gzip;q=0", "gzip;q=0.0, br", "gzip; q=0.000", "xgzip"]
)
def test_whoever_takes_none_gets_the_plain_file_and_caches_know(takes: str | None) -> None:
    answer = ask(SHEET, {"accept-encoding": takes} if takes is not None else {})
    assert (answer.status, answer.body) == (200, content(SHEET))
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["etag"] != ask(SHEET, GZIP).headers["etag"]


def test_a_part_is_one_of_the_plain_file() -> None:
    answer = ask(CHART, {**GZIP, "range": "bytes=10-19"})
    assert (answer.status, answer.body) == (206, content(CHART)[10:20])
    assert answer.headers["content-range"] == f"bytes 10-19/{len(content(CHART))}"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("asked", ['"{}"', 'W/"{}"', '"other", "{}"', "*"])
def test_a_browser_that_has_it_gets_nothing_again(asked: str) -> None:
    tag = ask(SHEET, GZIP).headers["etag"]
    answer = ask(SHEET, {**GZIP, "if-none-match": asked.format(tag.strip('"'))})
    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["etag"] == tag
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["cache-control"] == A_YEAR
    assert "content-encoding" not in answer.headers


def test_a_browser_that_has_another_gets_it() -> None:
    plain = ask(SHEET).headers["etag"]
    answer = ask(SHEET, {**GZIP, "if-none-match": plain})
    assert (answer.status, gzip.decompress(answer.body)) == (200, content(SHEET))


def test_a_head_is_that_of_the_answer_without_its_body() -> None:
    whole, head = ask(SHEET, GZIP), ask(SHEET, GZIP, "HEAD")
    assert (head.status, head.body, head.headers) == (200, b"", whole.headers)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../index.html",
        "/app/static/../shell.py",
        "/app/static/frame/../../shell.py",
        "/app/static//etc/passwd",
        "/app/static/frame/khong-co.js",
        "/static/",
    ],
)
def test_no_other_file_has_an_address(path: str) -> None:
    assert ask(path, GZIP).status == 404


def test_only_scripts_and_style_sheets_of_the_two_folders_are_known() -> None:
    assert {path.suffix for path in map(Path, text_files())} == set(TYPES)
    assert all(content(address) for address in text_files())
    assert FOLDERS["/app/static/"] == PAGES / "static"


def test_what_a_page_names_is_ready_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    files = text_files.__wrapped__()
    monkeypatch.setattr("pages.server.static_files.text_files", lambda: files)
    compress(index_page())
    ready = {address for address, file in files.items() if file.ready}
    assert {CHART, SHEET, "/app/static/frame/ahead.js"} <= ready
    assert len(ready) > 50


def test_a_file_is_compressed_once_however_many_ask_at_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "lớn.js"
    path.write_bytes(b"let a = 1;\n" * 100_000)
    file, together = TextFile("/static/js/lớn.js", path), Barrier(8)

    def asked(_number: int) -> int:
        together.wait(60)
        return id(file.compressed())

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(asked, range(8)))) == 1
