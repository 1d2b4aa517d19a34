"""What a server did, a line of JSON each: action, version, milliseconds, class of the address.

Only words of ours and numbers are written, no content, name, query or address. Letters beyond ASCII
are escaped: nothing in a line moves or turns a terminal. No fault of the log stops anything.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from ipaddress import ip_address
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import perf_counter
from typing import Any

from pythonjsonlogger.json import JsonFormatter

OWNERS_ALONE, OWNERS_FOLDER = 0o600, 0o700
FOLDER = "logs"
RENAMED = {"message": "action"}

log = logging.getLogger("board.actions")
log.propagate = False
log.setLevel(logging.INFO)
log.addHandler(logging.NullHandler())


class PrivateFile(RotatingFileHandler):
    """A rotated file that its owner alone can read; a full disk or a lost folder is passed over."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_APPEND, OWNERS_ALONE))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Say nothing: readers go on reading."""


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
    log.addHandler(handler)


def stop_log() -> None:
    """Close the file; what is done later is not written."""
    for handler in [each for each in log.handlers if isinstance(each, PrivateFile)]:
        log.removeHandler(handler)
        handler.close()


def done(action: str, **about: str | float | bool | None) -> None:
    """Write that something was done; what is None is left out."""
    told = {name: value for name, value in about.items() if value is not None}
    log.info(action, extra=told)


@contextmanager
def timed(action: str, slow: int | None = None, **about: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Write an action as it ends, however it ends, with its milliseconds.

    More may be put in what is given; over `slow` milliseconds it is named slow.
    """
    begun = perf_counter()
    try:
        yield about
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
