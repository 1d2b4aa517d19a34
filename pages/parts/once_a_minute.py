"""Lines of the log that anybody can cause: one a minute of each kind, so that no disk is filled."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

MINUTE = 60.0


@dataclass
class _Told:
    at: float
    left_out: int = 0


class OnceAMinute(logging.Filter):
    """Lets the first line of a kind through, then one a minute that counts those left out.

    A kind is what a line says before its values are put in, and of what type its exception is.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told: dict[str, _Told] = {}
        self._lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is written now."""
        kind, now = _kind(record), self._clock()
        with self._lock:
            last = self._told.get(kind)
            if last and now - last.at < MINUTE:
                last.left_out += 1
                return False
            self._told[kind] = _Told(now)
        if last and last.left_out:
            record.msg = f"{str(record.msg).rstrip()} (thêm {last.left_out} lần từ lần ghi trước)"
        return True


def quieten(*names: str) -> None:
    """Hold loggers of others to one line a minute of each kind."""
    for name in names:
        logging.getLogger(name).addFilter(OnceAMinute())


def _kind(record: logging.LogRecord) -> str:
    error = record.exc_info[0] if record.exc_info else None
    return f"{record.msg} {error.__name__ if error else ''}"
