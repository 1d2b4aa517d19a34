"""What a server did, a line of JSON each: action, version, milliseconds, class of the address.

Only words of ours and numbers are written, no content, name, query or address. Letters beyond ASCII
are escaped: nothing in a line moves or turns a terminal. A thread of the log's own writes, so that
nobody waits for a disk; no fault of the log stops anything.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from ipaddress import ip_address
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from queue import Full, Queue
from time import perf_counter
from typing import Any

from pythonjsonlogger.json import JsonFormatter

OWNERS_ALONE, OWNERS_FOLDER = 0o600, 0o700
FOLDER = "logs"
RENAMED = {"message": "action"}
MOST_WAITING = 10_000  # lines, for a disk that does not answer

log = logging.getLogger("board.actions")
log.propagate = False
log.setLevel(logging.INFO)
log.addHandler(logging.NullHandler())
faults = logging.getLogger("board.log")


class PrivateFile(RotatingFileHandler):
    """A rotated file that its owner alone can read; it goes on once a disk has room again."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_APPEND, OWNERS_ALONE))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002
        """Tell whoever watches the server; what cannot be written is left out."""
        error = sys.exc_info()[1]
        why = error.strerror if isinstance(error, OSError) else type(error).__name__
        faults.warning("Không ghi được nhật ký máy chủ %s: %s", self.baseFilename, why)


class Waiting(QueueHandler):
    """Lines on their way to the file; where too many wait the newest are left out."""

    def __init__(self, file: PrivateFile) -> None:
        super().__init__(Queue(MOST_WAITING))
        self._file = file
        self._writer = QueueListener(self.queue, file)
        self._writer.start()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Say nothing: the file tells why lines wait."""

    def close(self) -> None:
        """Write what waits and close the file; one that is full or does not answer is left."""
        with suppress(Full, OSError):
            self._writer.stop()
            self._file.close()
        super().close()


def start_log(folder: Path, name: str, file_bytes: int, files: int) -> None:
    """Write what is done from now on into a folder, which is made; raises OSError."""
    folder.mkdir(OWNERS_FOLDER, exist_ok=True)
    handler = PrivateFile(
        folder / f"{name}.jsonl", maxBytes=file_bytes, backupCount=files, encoding="utf-8"
    )
    handler.setFormatter(
        JsonFormatter(timestamp=True, json_ensure_ascii=True, rename_fields=RENAMED)
    )
    stop_log()
    log.addHandler(Waiting(handler))


def stop_log() -> None:
    """Write what waits and close the file; what is done later is not written."""
    for handler in [each for each in log.handlers if isinstance(each, Waiting)]:
        log.removeHandler(handler)
        handler.close()


def done(action: str, **about: str | float | bool | None) -> None:
    """Write that something was done; what is None is left out."""
    told = {name: value for name, value in about.items() if value is not None}
    log.info(action, extra=told)


@contextmanager
def timed(action: str, slow: int | None = None, **about: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Write an action as it ends, with its milliseconds and, where it failed, the kind of error.

    More may be put in what is given; over `slow` milliseconds it is named slow.
    """
    begun = perf_counter()
    try:
        yield about
    except Exception as error:
        about["error"] = type(error).__name__
        raise
    finally:
        took = round((perf_counter() - begun) * 1000)
        is_slow = True if slow is not None and took > slow else None
        done(action, **about, milliseconds=took, slow=is_slow)


def address_class(address: str | None) -> str:
    """Say of which kind an address is, and no more."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return "unknown"
    if found.is_loopback:
        return "loopback"
    return "private" if found.is_private else "public"
