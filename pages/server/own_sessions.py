"""A session of Streamlit belongs to the browser that began it, signed in as it was then.

Streamlit lets whoever names a session take it over, with all that was typed and dropped in it, and
gives out files by its name.
"""

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.scriptrunner import get_script_run_ctx

from indicators.accounts.tokens import kept
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from pages.parts.acting import accounts_of, session_cookie, session_token
from pages.parts.notice import show_notice
from pages.parts.refusals import for_reader
from pages.server.gate import board_store
from pages.server.uploads import ADDRESS

NO_ACCOUNTS = "Chưa đọc được tài khoản của bảng"
PROTOCOLS = b"sec-websocket-protocol"
FORBIDDEN = 403
# Of those that began before, the oldest are forgotten: they begin anew when they return.
MOST = 10_000

_owners: dict[str, str] = {}


def note_owner(store: Store) -> None:
    """Keep whose the session of this run is; called at each run, the first one counts.

    Where the accounts cannot be read the page says so and ends: nobody knows who may what.
    """
    try:
        accounts_of(store)
    except StoreError as refusal:
        show_notice(NO_ACCOUNTS, for_reader(refusal), "Khi đã xử lý xong, hãy tải lại trang này.")
        st.stop()
    if (context := get_script_run_ctx()) is not None:
        _owners.setdefault(context.session_id, kept(session_token(store)))
        if len(_owners) > MOST:
            _owners.pop(next(iter(_owners)))


class OwnSessions:
    """ASGI middleware that begins a new session where another's is asked for, and takes no file."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a websocket without a session that is not its own; refuse a file likewise."""
        if scope["type"] == "websocket":
            await self.app(without_anothers(scope), receive, send)
        elif is_anothers_upload(scope):
            await Response(status_code=FORBIDDEN)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def without_anothers(scope: Scope) -> Scope:
    """Take the session out that a websocket asks to resume, unless it is its own."""
    asked = Headers(scope=scope).get(PROTOCOLS.decode(), "").split(",")
    if len(asked) < 3 or is_own(scope, asked[2].strip()):
        return scope
    others = [(name, value) for name, value in scope["headers"] if name != PROTOCOLS]
    protocols = (PROTOCOLS, ",".join(asked[:2]).encode())
    return {**scope, "headers": [*others, protocols]}


def is_anothers_upload(scope: Scope) -> bool:
    """Whether a file is sent to, or taken from, a session of somebody else."""
    if scope["type"] != "http" or not scope["path"].startswith(ADDRESS):
        return False
    if scope["method"] not in {"PUT", "DELETE"}:
        return False
    return not is_own(scope, scope["path"].removeprefix(ADDRESS).partition("/")[0])


def is_own(scope: Scope, session: str) -> bool:
    """Whether a session was begun by who asks; any is where the board has no accounts."""
    try:
        store = board_store()
        if accounts_of(store) is None:
            return True
    except StoreError:
        return False
    token = HTTPConnection(scope).cookies.get(session_cookie(store), "")
    return _owners.get(session) == kept(token)
