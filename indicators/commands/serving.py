"""The web process answers commands on the database it holds; only its user can ask.

An asker who goes away stops the work at its next step, unless it is recording by then.
"""

import asyncio
import json
import logging
import os
import select
import socket
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from pathlib import Path

from indicators.briefing.steps import CancelledError, Progress
from indicators.commands.answer import UNUSABLE, Answer
from indicators.commands.asking import (
    LARGEST_REQUEST,
    address,
    is_taken,
    socket_path,
    taken,
)
from indicators.commands.here import answer_request
from indicators.commands.stopping import STOPPED
from indicators.store.connection import Store, check_nature
from indicators.store.errors import ForeignError

Responder = Callable[[Store, list[str], Path, Progress], Answer]

log = logging.getLogger(__name__)

AT_ONCE = 4
SECONDS_TO_ASK = 10
SECONDS_BETWEEN_SIGNS = 5.0


@asynccontextmanager
async def serve(store: Store, respond: Responder = answer_request) -> AsyncIterator[None]:
    """Answer commands while the context lasts.

    A read-only board needs no one to ask, unless it waits to be confirmed; where no socket can be
    made, the log says so.
    """
    path = socket_path(store.path)
    async with AsyncExitStack() as stack:
        if store.lag or not store.read_only:
            try:
                await stack.enter_async_context(_listening(path, _Desk(store, respond)))
            except OSError as error:
                log.warning("%s", _unserved(path, error))
        yield


@asynccontextmanager
async def _listening(path: Path, desk: "_Desk") -> AsyncIterator[None]:
    with address(path) as where:
        server = await asyncio.start_unix_server(
            desk.receive, sock=_bound(path, where), limit=LARGEST_REQUEST
        )
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
            server.close()
            await desk.finish()


class _Desk:
    """Takes one request a connection, a few at once, each in a thread of its own."""

    def __init__(self, store: Store, respond: Responder) -> None:
        self._store = store
        self._respond = respond
        self._places = asyncio.Semaphore(AT_ONCE)
        self._at_work: set[asyncio.Task[bytes]] = set()

    async def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read, answer, close; whatever goes wrong stays within this connection."""
        try:
            async with asyncio.timeout(SECONDS_TO_ASK):
                request = await _read(reader)
            writer.write(await self._answered(request, writer))
            await writer.drain()
        except (TimeoutError, OSError):
            log.warning("A command's connection ended early")
        except asyncio.CancelledError:
            # The board ends; asyncio would answer a cancelled connection with a traceback.
            writer.transport.abort()
        finally:
            writer.close()
            with suppress(OSError, asyncio.CancelledError):
                await writer.wait_closed()

    async def finish(self) -> None:
        """Wait until what was asked for is done, and told."""
        while self._at_work:
            await asyncio.wait(self._at_work)
            await asyncio.sleep(0)

    async def _answered(self, request: bytes, writer: asyncio.StreamWriter) -> bytes:
        """Let a thread work, sending signs of life meanwhile."""
        asker = _Asker(writer.get_extra_info("socket"))
        work = asyncio.create_task(self._work(request, asker))
        self._at_work.add(work)
        work.add_done_callback(self._at_work.discard)
        while not (await asyncio.wait([work], timeout=SECONDS_BETWEEN_SIGNS))[0]:
            writer.write(b" ")
            await writer.drain()
        return work.result()

    async def _work(self, request: bytes, asker: "_Asker") -> bytes:
        with closing(asker):
            async with self._places:
                return await asyncio.to_thread(self._reply, request, asker.progress)

    def _reply(self, request: bytes, progress: Progress) -> bytes:
        text = json.dumps(self._answer(request, progress).as_dict(), ensure_ascii=False)
        # A file may have a name that is no text.
        return text.encode("utf-8", "surrogatepass")

    def _answer(self, request: bytes, progress: Progress) -> Answer:
        try:
            parsed = json.loads(request)
            argv, cwd = [str(word) for word in parsed["argv"]], Path(parsed["cwd"])
            nature = str(parsed.get("nature", "real"))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return Answer(UNUSABLE, error="Yêu cầu gửi tới bảng theo dõi không đọc được.")
        try:
            check_nature(self._store.nature, nature, self._store.path)
            progress(0, 1)
            return self._respond(self._store, argv, cwd, progress)
        except CancelledError:
            log.info("A command was stopped by its asker")
            return Answer(UNUSABLE, error=STOPPED)
        except ForeignError as refusal:
            return Answer(UNUSABLE, error=str(refusal))
        except Exception:
            log.exception("A command failed")
            return Answer(UNUSABLE, error="Lệnh gặp lỗi ngoài dự kiến; xem nhật ký của máy chủ.")


class _Asker:
    """Who waits for an answer, seen from the thread that works on it."""

    def __init__(self, connection: socket.socket) -> None:
        # Of its own: asyncio closes the other as soon as it cannot write to it.
        self._line = os.dup(connection.fileno())
        self._hung_up = select.poll()
        # Nothing but what is always told: that the other side has closed altogether.
        self._hung_up.register(self._line, 0)

    def progress(self, _done: int, _of: int) -> None:
        """Raise CancelledError once nobody waits any more."""
        if self._hung_up.poll(0):
            raise CancelledError

    def close(self) -> None:
        """Let go of the connection."""
        os.close(self._line)


async def _read(reader: asyncio.StreamReader) -> bytes:
    """Read to the end of the request; a longer one than allowed is cut and so unreadable."""
    try:
        return await reader.readexactly(LARGEST_REQUEST)
    except asyncio.IncompleteReadError as ended:
        return ended.partial


def _unserved(path: Path, error: OSError) -> str:
    if is_taken(path):
        return f"{taken(path)} Bảng vẫn chạy; lệnh phải chờ đến khi bảng dừng."
    return (
        f"Không mở được chỗ nhận lệnh {path} ({type(error).__name__}). Bảng vẫn chạy; lệnh phải "
        "chờ đến khi bảng dừng."
    )


def _bound(path: Path, where: str) -> socket.socket:
    """Bind with rights 0600 at most from the first moment on, and just those whatever the umask.

    This process holds the database, so a socket that is there was left by one that ended.
    """
    if path.is_socket():
        path.unlink()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    os.fchmod(listener.fileno(), stat.S_IRUSR | stat.S_IWUSR)
    try:
        listener.bind(where)
        Path(where).chmod(stat.S_IRUSR | stat.S_IWUSR)
    except OSError:
        listener.close()
        raise
    return listener
