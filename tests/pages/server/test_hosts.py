"""Who is answered, by Host and Origin; and that no name is looked up to tell."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copy

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope

from pages.server.hosts import FOREIGN, STRANGE, OwnHosts, where_it_is
from tests.pages.server.isolated import LOOK_UPS, in_a_network_of_its_own
from tests.project import PROJECT

OURS, MAPPED = "192.0.2.7", "::ffff:192.0.2.7"
NAMED = "https://bang.vi-du.vn"
PLAIN = "http://192.0.2.7:8501"


def heard(method: str, came_to: str, headers: Sequence[tuple[str, str]]) -> tuple[int, str, str]:
    """Ask through the middleware: status, text, and the Origin that reached the board."""
    sent: list[Message] = []
    reached: list[Scope] = []

    async def app(scope: Scope, receive: object, send: object) -> None:
        reached.append(scope)
        await PlainTextResponse("trả lời")(scope, receive, send)  # type: ignore[arg-type]

    async def send(message: Message) -> None:
        sent.append(message)

    raw = [(name.encode(), text.encode("latin-1")) for name, text in headers]
    kind = {"type": "websocket"} if method == "websocket" else {"type": "http", "method": method}
    scope = {**kind, "path": "/", "headers": raw, "server": (came_to, 8501)}
    asyncio.run(OwnHosts(app)(scope, None, send))  # type: ignore[arg-type]
    origins = (
        [value.decode() for name, value in reached[0]["headers"] if name == b"origin"]
        if (reached)
        else []
    )
    return sent[0]["status"], sent[1]["body"].decode(), "".join(origins)


@pytest.mark.parametrize(
    ("host", "named", "came_to", "status"),
    [
        ("localhost:8501", "", OURS, 200),
        ("LOCALHOST", NAMED, OURS, 200),
        ("127.0.0.1:8501", NAMED, "127.0.0.1", 200),
        ("127.9.9.9", "", OURS, 200),
        ("[::1]:8501", NAMED, "::1", 200),
        ("[::ffff:127.0.0.1]", "", MAPPED, 200),
        ("192.0.2.7:8501", "", OURS, 200),
        ("192.0.2.7:8501", "", MAPPED, 200),
        ("[::ffff:192.0.2.7]:8501", "", MAPPED, 200),
        ("[2001:db8::7]", "", "2001:db8:0::7", 200),
        ("bang.vi-du.vn", NAMED, OURS, 200),
        ("Bang.Vi-Du.VN.:443", NAMED, OURS, 200),
        ("xn--bng-0gz.vn", "http://bảng.vn", OURS, 200),
        ("192.0.2.9", "http://192.0.2.9:8501", OURS, 200),
        ("192.0.2.7:8501", NAMED, OURS, 403),
        ("192.0.2.8:8501", "", OURS, 403),
        ("bang.vi-du.vn", "", OURS, 403),
        ("localhost.vi-du.vn", "", OURS, 403),
        ("ke-la.vn", NAMED, OURS, 403),
        ("0.0.0.0:8501", "", "127.0.0.1", 403),
        ("", "", OURS, 403),
        ("localhost/..", "", OURS, 403),
        ("localhost:8501@ke-la.vn", "", OURS, 403),
        ("a" * 60_000, "", OURS, 403),
    ],
)
def test_a_host_is_the_boards_own_loopback_or_the_address_that_was_reached(
    host: str, named: str, came_to: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_URL", named)
    assert heard("GET", came_to, [("host", host)])[0] == status


@pytest.mark.parametrize("hosts", [[], ["localhost", "localhost"]])
def test_a_host_that_is_missing_or_twice_is_refused(
    hosts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOARD_URL", raising=False)
    status, text, _ = heard("GET", OURS, [("host", host) for host in hosts])
    assert (status, STRANGE in text, "BOARD_URL" in text) == (403, True, True)


@pytest.mark.parametrize(
    ("method", "origins", "status"),
    [
        ("websocket", [PLAIN], 200),
        ("websocket", ["HTTP://192.0.2.7:8501"], 200),
        ("websocket", [], 403),
        ("websocket", ["http://192.0.2.7"], 403),
        ("websocket", ["http://localhost:8501"], 403),
        ("websocket", ["https://ke-la.vn"], 403),
        ("websocket", ["null"], 403),
        ("websocket", [PLAIN, PLAIN], 403),
        ("POST", [], 200),
        ("POST", [PLAIN], 200),
        ("PUT", ["https://ke-la.vn"], 403),
        ("DELETE", ["null"], 403),
        ("GET", ["https://ke-la.vn"], 200),
    ],
)
def test_an_origin_is_the_host_where_something_is_sent_and_a_websocket_has_one(
    method: str, origins: list[str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOARD_URL", raising=False)
    headers = [("host", "192.0.2.7:8501"), *(("origin", origin) for origin in origins)]
    told, text, _ = heard(method, OURS, headers)
    assert told == status
    assert (FOREIGN in text and "BOARD_URL" in text) is (status == 403)


@pytest.mark.parametrize(
    ("host", "origin", "reached"),
    [
        ("BANG.vi-du.vn", "https://bang.vi-du.vn", "https://BANG.vi-du.vn"),
        ("bang.vi-du.vn:443", "https://bang.vi-du.vn", "https://bang.vi-du.vn:443"),
        ("bang.vi-du.vn", "http://bang.vi-du.vn:80", "http://bang.vi-du.vn"),
    ],
)
def test_streamlit_gets_the_origin_letter_by_letter_as_the_host(
    host: str, origin: str, reached: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_URL", NAMED)
    headers = [("host", host), ("origin", origin)]
    assert heard("websocket", OURS, headers)[2] == reached


def test_the_refusal_says_what_was_asked_for_and_what_the_board_is_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOARD_URL", NAMED)
    _, text, _ = heard("GET", OURS, [("host", "<b>.vn")])
    assert "&#39;&lt;b&gt;.vn&#39;" in text
    assert f"địa chỉ của bảng (BOARD_URL) là {NAMED}" in text


@pytest.mark.parametrize(
    ("address", "named", "told"),
    [
        (
            "127.0.0.1",
            "",
            "Bảng theo dõi: http://localhost:8501\n"
            "Chỉ máy này mở được bảng; để máy khác cũng mở được: make run HOST=0.0.0.0",
        ),
        (
            "::",
            "",
            "Bảng theo dõi: http://localhost:8501\nNhận kết nối từ máy khác qua ::. "
            "Máy khác mở bằng địa chỉ IP của máy này; muốn dùng tên miền, hãy đặt BOARD_URL.",
        ),
        (
            OURS,
            NAMED,
            "Bảng theo dõi: http://192.0.2.7:8501\nNhận kết nối từ máy khác qua 192.0.2.7. "
            f"Địa chỉ chung (BOARD_URL): {NAMED}",
        ),
    ],
)
def test_the_start_says_who_can_open_the_board(
    address: str, named: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_URL", named)
    assert where_it_is(address, 8501) == told


def test_foreign_origins_at_once_look_up_no_name_and_hold_nobody_up(
    built: Path, tmp_path: Path
) -> None:
    copy(built, tmp_path / "board.duckdb")
    command = [*in_a_network_of_its_own(), sys.executable, "-m", "tests.pages.server.isolated"]
    done = subprocess.run(
        [*command, str(tmp_path)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["refused"] == [403] * len(told["refused"])
    assert told["answered"] == [200] * len(told["answered"])
    assert told["page"] > 1000
    assert told["slowest"] < 1
    assert not (tmp_path / LOOK_UPS).exists()
