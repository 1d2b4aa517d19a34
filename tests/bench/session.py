"""A reader's session as the server sees it: a websocket that asks for pages and takes them in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

FINISHED = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
ENDLESS = 60


class PageError(Exception):
    """The server answered, but not with the page."""


@dataclass(frozen=True)
class Run:
    """One run of a page's script: seconds from request to end, and the messages received."""

    seconds: float
    received: tuple[bytes, ...]

    @property
    def messages(self) -> int:
        return len(self.received)

    @property
    def content(self) -> bytes:
        return b"".join(self.received)

    @property
    def size(self) -> int:
        """Bytes received."""
        return sum(map(len, self.received))


@dataclass(frozen=True)
class Session:
    """An open session; every page asked for runs in it as for one reader."""

    socket: ClientConnection

    async def run(self, page: str) -> Run:
        """Ask for a page such as "/chi-tieu?ma=HD01" and wait for the end of its script."""
        begun, received = perf_counter(), []
        await self.socket.send(request_for(page))
        async with asyncio.timeout(ENDLESS):
            async for data in self.socket:
                received.append(data)
                if ends_run(ForwardMsg.FromString(data)):
                    return Run(perf_counter() - begun, tuple(received))
        raise PageError("the server closed the session")


@asynccontextmanager
async def session(server: str) -> AsyncIterator[Session]:
    """Open a session on a server such as "http://127.0.0.1:8501"."""
    address = f"ws://{urlsplit(server).netloc}/_stcore/stream"
    async with connect(
        address,
        origin=Origin(server),
        subprotocols=["streamlit"],
        max_size=None,
        open_timeout=ENDLESS,
        ping_interval=None,
        compression=None,
    ) as socket:
        yield Session(socket)


def request_for(page: str) -> bytes:
    """What the browser sends to have a page's script run."""
    parts = urlsplit(page)
    message = BackMsg()
    message.rerun_script.page_name = parts.path.strip("/")
    message.rerun_script.query_string = parts.query
    return bytes(message.SerializeToString())


def ends_run(message: ForwardMsg) -> bool:
    """Whether the script has run to its end; raises PageError when it shows a fault instead."""
    kind = message.WhichOneof("type")
    if kind == "page_not_found":
        raise PageError("page not found")
    if kind == "delta" and message.delta.new_element.HasField("exception"):
        raise PageError(message.delta.new_element.exception.message)
    return kind == "script_finished" and message.script_finished == FINISHED
