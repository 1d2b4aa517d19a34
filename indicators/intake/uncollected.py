"""Python's search for cyclic garbage, put off while a file is read and checked.

It looks through all objects again and again while hundreds of thousands are made, none of them in
a cycle: with it a large file takes half as long again. What goes out of use is freed all the same.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_holders = 0


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the search off until the last of those who asked for it is done."""
    _hold(+1)
    try:
        yield
    finally:
        _hold(-1)


def _hold(change: int) -> None:
    global _holders  # noqa: PLW0603 (the switch is one for the whole process)
    with _lock:
        _holders += change
        (gc.disable if _holders else gc.enable)()
