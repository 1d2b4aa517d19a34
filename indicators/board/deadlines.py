"""Which targets are due soonest, counted from a day."""

from dataclasses import dataclass
from datetime import date

from indicators.board.board import Board, Row
from indicators.catalogue.records import Target
from indicators.wording.notation import LEFT_OUT

SOON, MOST = 2, 12  # years from this one on that are soon; deadlines listed where none is


@dataclass(frozen=True, slots=True)
class Deadline:
    """A row and the target it has to reach first: by the end of `year`, or in it and each after."""

    row: Row
    target: Target

    @property
    def is_yearly(self) -> bool:
        """Whether the level is asked of every year."""
        return self.target.from_year is not None

    @property
    def year(self) -> int:
        """The first year in which the target holds."""
        return self.target.from_year or self.target.year

    @property
    def day(self) -> date:
        """The last day of that year."""
        return date(self.year, 12, 31)


def deadlines(board: Board) -> list[Deadline]:
    """The first open target of every row, the soonest first; those of a day before each year's."""
    found = [
        Deadline(row, open_targets[0])
        for row in board.programme
        if (open_targets := [t for t in row.targets if t.year >= board.as_of.year])
    ]
    return sorted(found, key=lambda each: (each.year, each.is_yearly))


def soonest(board: Board) -> list[Deadline]:
    """The deadlines of this year and the next, else those of the first year that has any."""
    every = deadlines(board)
    near = [each for each in every if each.year < board.as_of.year + SOON]
    return near or [each for each in every if each.year == every[0].year][:MOST]


def due_by_now(row: Row, year: int) -> bool:
    """Whether something is asked of a row this year already."""
    return any((target.from_year or target.year) <= year for target in row.targets)


def asked_words(deadline: Deadline) -> str:
    """Write the level that is asked: 'ít nhất 5%', 'đủ điều kiện'."""
    target, notation = deadline.target, deadline.row.notation
    if target.value is not None and LEFT_OUT in target.wording:
        return notation.bound(target.value)
    return notation.target(target)
