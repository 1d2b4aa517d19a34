"""The stages of examining a file, told as they begin to whoever waits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["read", "check", "compare", "judge"]
Tell = Callable[[Stage], None]

# How much of the work lies behind when a stage begins, between CSV and workbooks of a few thousand
# rows (28, 49, 53 and 47, 64, 68 %) and of tens of thousands (36, 89, 90 and 56, 94, 95 %).
BEHIND: dict[Stage, float] = {"read": 0.0, "check": 0.4, "compare": 0.75, "judge": 0.8}


Wait = Callable[[int], object]
"""Hears, again and again while somebody waits, how many files are before theirs; 0 at its turn."""


def no_listener(_stage: Stage) -> None:
    """Tell nobody."""


def no_wait(_before: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Whoever waits for a file; both may raise to leave."""

    tell: Tell = no_listener
    wait: Wait = no_wait


NOBODY = Listener()
