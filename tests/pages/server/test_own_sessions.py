"""Whoever names a session of somebody else gets a new one, and sends no file into it."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from indicators.accounts.tokens import kept
from indicators.store.connection import Store
from pages.parts.acting import session_cookie
from pages.server import own_sessions
from pages.server.own_sessions import OwnSessions, without_anothers

LAN, MINH = "phiên của Lan".encode().hex(), "phiên của Minh".encode().hex()
WEBSOCKET, UPLOAD = "/_stcore/stream", "/_stcore/upload_file/s1/f1"


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch, published: Store) -> Store:
    """A board with accounts, on which Lan's browser began the session s1."""
    monkeypatch.setattr(own_sessions, "board_store", lambda: published)
    monkeypatch.setattr(own_sessions, "accounts_of", lambda _: object())
    monkeypatch.setattr(own_sessions, "_owners", {"s1": kept(LAN), "s2": kept("")})
    return published


def request(board: Store, kind: str, path: str, token: str, protocols: str = "") -> Scope:
    headers = [(b"cookie", f"{session_cookie(board)}={token}".encode())] if token else []
    headers += [(b"sec-websocket-protocol", protocols.encode())] if protocols else []
    return {"type": kind, "method": "PUT", "path": path, "headers": headers}


@pytest.mark.parametrize(
    ("token", "asked", "passed_on"),
    [
        (LAN, "streamlit, xsrf, s1", "streamlit, xsrf, s1"),
        (MINH, "streamlit, xsrf, s1", "streamlit, xsrf"),
        ("", "streamlit, xsrf, s1", "streamlit, xsrf"),
        ("", "streamlit, xsrf, s2", "streamlit, xsrf, s2"),
        (LAN, "streamlit, xsrf, s2", "streamlit, xsrf"),
        (LAN, "streamlit, xsrf, unknown", "streamlit, xsrf"),
        (LAN, "streamlit", "streamlit"),
    ],
)
def test_a_session_is_resumed_by_the_browser_that_began_it_alone(
    board: Store, token: str, asked: str, passed_on: str
):
    headers = dict(
        without_anothers(request(board, "websocket", WEBSOCKET, token, asked))["headers"]
    )
    assert headers[b"sec-websocket-protocol"].decode() == passed_on


@pytest.mark.parametrize(("token", "status"), [(LAN, 200), (MINH, 403), ("", 403)])
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_files_of_a_session_are_sent_and_taken_back_by_its_own_browser_alone(
    board: Store, token: str, status: int, method: str
):
    scope = {**request(board, "http", UPLOAD, token), "method": method}
    assert answered(scope) == status


@pytest.mark.usefixtures("board")
def test_a_board_without_accounts_leaves_sessions_as_they_are(
    monkeypatch: pytest.MonkeyPatch, published: Store
):
    monkeypatch.setattr(own_sessions, "accounts_of", lambda _: None)
    scope = request(published, "websocket", WEBSOCKET, "", "streamlit, xsrf, s1")
    assert without_anothers(scope) == scope
    assert answered(request(published, "http", UPLOAD, "")) == 200


def answered(scope: Scope) -> int:
    """Send a request through the middleware before a server that answers all with 200."""
    told: list[Message] = []

    async def server(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(OwnSessions(server)(scope, receive, send))
    return int(told[0]["status"])
