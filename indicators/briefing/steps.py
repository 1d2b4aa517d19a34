"""How far a long export has come, told to whoever waits; and how they stop it.

An export gives its bytes when it is whole. Stopped or failed before that it leaves nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Progress = Callable[[int, int], None]
"""Hears how many steps of how many are done; may raise CancelledError to stop the export."""

Item = TypeVar("Item")


class CancelledError(Exception):
    """Whoever waited for an export no longer wants it."""


def no_progress(_done: int, _of: int) -> None:
    """Tell nobody."""


def with_progress(items: Sequence[Item], progress: Progress) -> Iterator[Item]:
    """Give the items one after the other, telling before each how many are done, and the end."""
    for done, item in enumerate(items):
        progress(done, len(items))
        yield item
    progress(len(items), len(items))
