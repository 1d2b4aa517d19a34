"""The line of a supposed yearly change, apart from what was reported and what is required."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SupposedLine:
    """The value of every year from the latest figure on, by so much more every year.

    `marked` years have a point.
    """

    spots: tuple[tuple[int, float], ...] = ()
    marked: tuple[int, ...] = ()
    words: str = ""
    change: float = 0.0


NOTHING_SUPPOSED = SupposedLine()
