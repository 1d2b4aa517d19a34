"""Requests in the server's log: which of our addresses, status, time, class of the reader."""

import logging
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators import __version__
from indicators.logs.actions import FOLDER, address_class, done, faults, start_log, stop_log, timed
from indicators.settings.in_force import in_force
from indicators.store.connection import Store
from indicators.store.history import latest
from pages.navigation import ROOMS
from pages.parts.once_a_minute import OnceAMinute

log = logging.getLogger(__name__)
faults.addFilter(OnceAMinute())

OWN = {room.url_path for room in ROOMS} | {"tai", "suc-khoe"}


class Logged:
    """ASGI middleware that writes requests to our own addresses; others only as other."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and write how it ended; what Streamlit loads for itself is left out."""
        first = scope.get("path", "").strip("/").partition("/")[0]
        if scope["type"] != "http" or first in {"_stcore", "static", "app", "media"}:
            await self.app(scope, receive, send)
            return
        reader = address_class((scope.get("client") or ("",))[0])
        where = f"/{first}" if first in OWN else "other"
        slow = in_force().log.slow_milliseconds
        with timed("request", slow, path=where, address=reader) as about:

            async def noted(message: Message) -> None:
                if message["type"] == "http.response.start":
                    about["status"] = message["status"]
                await send(message)

            await self.app(scope, receive, noted)


def begin_log(store: Store) -> None:
    """Begin the log of a board; where none can be written the server says so and goes on."""
    told = in_force().log
    folder: Path = told.folder or store.path.parent / FOLDER
    try:
        start_log(folder, store.path.stem, told.file_bytes, told.files)
    except OSError as error:
        log.warning("Không ghi được nhật ký máy chủ vào %s: %s", folder, error.strerror)
    done("start", release=__version__, version=latest(store).number)


def end_log() -> None:
    """Write that the server ends, and close the log."""
    done("end", release=__version__)
    stop_log()
