"""Turns: so many at once, the others in the order in which they came, each knowing its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from indicators.intake.stages import Wait, no_wait

SECONDS_BETWEEN_LOOKS = 0.5


class Queue:
    """Lets in so many at once, first come first served."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._here: list[object] = []
        self._moved = Condition()

    @contextmanager
    def turn(self, wait: Wait = no_wait) -> Iterator[None]:
        """Wait for one's turn, which lasts as long as the context."""
        ticket = object()
        with self._moved:
            self._here.append(ticket)
        try:
            while before := self._before(ticket):
                wait(before)
            yield
        finally:
            with self._moved:
                self._here.remove(ticket)
                self._moved.notify_all()

    def _before(self, ticket: object) -> int:
        """Count those whose end is to be waited for, after having waited a moment for it."""
        with self._moved:
            before = self._here.index(ticket) + 1 - self._at_once
            if before > 0:
                self._moved.wait(SECONDS_BETWEEN_LOOKS)
                before = self._here.index(ticket) + 1 - self._at_once
            return max(before, 0)
