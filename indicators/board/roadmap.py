"""The way of every indicator that is judged to its target: who is behind, by how much."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.board.board import Board, Row
from indicators.board.partition import Part, part_word
from indicators.progress.results import Status
from indicators.progress.way import Way, way_of
from indicators.wording.labels import ATTENTION


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """An indicator between the year it began in and its target."""

    row: Row
    way: Way


@dataclass(frozen=True, slots=True)
class Roadmap:
    """All that are judged, each once: with a way, or with a level to be kept every year.

    Those behind come with the largest gap first, the others with the smallest lead first and those
    that have reached their target last.
    """

    behind: tuple[OnTheWay, ...]
    ahead: tuple[OnTheWay, ...]
    lost: tuple[Row, ...]
    kept: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many indicators there are."""
        return sum(map(len, (self.behind, self.ahead, self.lost, self.kept)))


def roadmap(board: Board, only: Part | None = None) -> Roadmap:
    """Lay out the indicators judged on figures that are not too old, or those of one part."""
    rows = [row for row in board.assessed if only is None or part_word(row) == only.word]
    ways = [(row, way_of(row.judgement)) for row in rows]
    going = [OnTheWay(row, way) for row, way in ways if way]
    staying = [row for row, way in ways if not way]
    return Roadmap(
        tuple(sorted((each for each in going if is_called(each.row)), key=gap_first)),
        tuple(sorted((each for each in going if not is_called(each.row)), key=gap_first)),
        tuple(worst_first(row for row in staying if is_called(row))),
        tuple(row for row in staying if not is_called(row)),
    )


def is_called(row: Row) -> bool:
    """Whether a verdict needs attention."""
    return row.status in ATTENTION


def gap_first(each: OnTheWay) -> tuple[bool, float]:
    """Order by what is missing, most first; what is reached comes last."""
    gap = each.way.gap
    return each.row.status is Status.ACHIEVED, -(gap if gap is not None else -each.way.made)


def worst_first(rows: Iterable[Row]) -> list[Row]:
    """Order by verdict."""
    return sorted(rows, key=lambda row: ATTENTION.index(row.status))
