"""File descriptors, of which a process has 1 024 by default: who holds them, and who is told."""

import asyncio
import errno
import logging
import os
import resource
from selectors import PollSelector
from socket import socket
from typing import Any

from pages.parts.once_a_minute import OnceAMinute

log = logging.getLogger("board.descriptors")
log.addFilter(OnceAMinute())

KEPT_FREE = 64  # for the files of those who are in
PAUSE = 0.5  # seconds until it is looked again whether there is room
NONE_LEFT = frozenset({errno.EMFILE, errno.ENFILE})
TOLD = (
    "Máy chủ đang mở hết số tệp và kết nối được phép (%s); người mới phải chờ người khác đóng "
    "trang. Nâng giới hạn (ulimit -n) rồi khởi động lại bảng nếu điều này hay xảy ra."
)


def keep_few() -> None:
    """Have sessions hold no descriptor but their connection, and let nobody in who takes the last.

    To be called by the server's own loop before it listens.
    """
    asyncio.set_event_loop_policy(_IdleLoops())
    loop = asyncio.get_running_loop()
    if isinstance(loop, asyncio.SelectorEventLoop):
        _accept_while_there_is_room(loop)
    for handler in _handlers():
        handler.addFilter(_other_lines)


def _accept_while_there_is_room(loop: Any) -> None:  # noqa: ANN401 (its private methods)
    """Have connections wait where few descriptors are left: files are still to be opened.

    asyncio itself accepts to the last, then tries two thousand times a second, each with a line
    in the log, and answers nobody meanwhile.
    """
    accept = loop._accept_connection

    def accept_one(factory: Any, listener: socket, ssl: Any, server: Any, *more: Any) -> None:  # noqa: ANN401
        if _has_room():
            accept(factory, listener, ssl, server, 1, *more[1:])
            return
        _tell()
        loop.remove_reader(listener)
        loop.call_later(PAUSE, again, factory, listener, ssl, server, *more)

    def again(factory: Any, listener: socket, *more: Any) -> None:  # noqa: ANN401
        if listener.fileno() >= 0:
            loop._start_serving(factory, listener, *more)

    loop._accept_connection = accept_one


def _has_room() -> bool:
    """Whether the lowest free descriptor, which is the next one, is far from the limit."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    try:
        following = os.open("/", os.O_RDONLY)
    except OSError:
        return False
    os.close(following)
    return following < limit - min(KEPT_FREE, limit // 4)


class IdleLoop(asyncio.SelectorEventLoop):
    """An event loop that takes descriptors when it first runs.

    Streamlit makes one for each session, keeps it for two minutes after the reader has left, and
    runs none: three descriptors each, for pages that wait for nothing.
    """

    _ssock: socket | None = None
    _csock: socket | None = None

    def __init__(self) -> None:
        super().__init__(PollSelector())

    def run_forever(self) -> None:
        """Run as any loop, from now on with the pipe that wakes it."""
        if self._ssock is None:
            super()._make_self_pipe()  # type: ignore[misc]
        super().run_forever()

    def _make_self_pipe(self) -> None:
        """Nothing yet: what does not run need not be woken."""

    def _close_self_pipe(self) -> None:
        if self._ssock is not None:
            super()._close_self_pipe()  # type: ignore[misc]


class _IdleLoops(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return IdleLoop()


def _other_lines(record: logging.LogRecord) -> bool:
    """Keep back what a lack of descriptors makes others say, with a traceback a request."""
    if record.exc_info and _none_left(record.exc_info[1]):
        _tell()
        return False
    return True


def _tell() -> None:
    log.error(TOLD, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _none_left(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in NONE_LEFT


def _handlers() -> set[logging.Handler]:
    loggers = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    found = {handler for logger in loggers for handler in logger.handlers}
    return found | ({logging.lastResort} if logging.lastResort else set())
