"""How a board stands, as parts of which every indicator is in exactly one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicators.board.board import Board, Row
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, SHORT
from indicators.wording.standing import REASONS, UNJUDGED, Reason

REASON_OF: Mapping[Status, Reason] = {
    Status.PENDING: "pending",
    Status.INSUFFICIENT: "insufficient",
    Status.NO_DATA: "no_data",
    Status.MONITORED: "monitored",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The indicators of one verdict, or (without `status`) those without one."""

    status: Status | None
    rows: tuple[Row, ...]

    @property
    def word(self) -> str:
        """The part in the fewest words."""
        return SHORT[self.status] if self.status else UNJUDGED

    @property
    def key(self) -> str:
        """The part as a word of an address or an anchor."""
        return self.status.value if self.status else "unjudged"

    @property
    def count(self) -> int:
        """How many indicators are in it."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Partition:
    """The programme in parts, and those without a verdict by the reason that they have none."""

    parts: tuple[Part, ...]
    reasons: tuple[tuple[Reason, tuple[Row, ...]], ...]


def partition(board: Board) -> Partition:
    """Take a board apart: by verdict, then what has none; no part is empty."""
    every = all_parts(board)
    return Partition(tuple(part for part in every if part.rows), tuple(_by_reason(every[-1].rows)))


def all_parts(board: Board) -> tuple[Part, ...]:
    """Give all the parts that a board can have, also those that are empty now."""
    judged = [Part(status, _judged_as(board, status)) for status in ASSESSED]
    codes = {row.indicator.code for row in board.assessed}
    rest = tuple(row for row in board.programme if row.indicator.code not in codes)
    return (*judged, Part(None, rest))


def _judged_as(board: Board, status: Status) -> tuple[Row, ...]:
    """Give the rows with one verdict on a figure that is not too old."""
    return tuple(row for row in board.assessed if row.status is status)


def _by_reason(rows: tuple[Row, ...]) -> Iterator[tuple[Reason, tuple[Row, ...]]]:
    """Group rows without a verdict by why they have none, the most first."""
    found = [(reason, tuple(r for r in rows if reason_of(r) == reason)) for reason in REASONS]
    yield from sorted((each for each in found if each[1]), key=lambda each: -len(each[1]))


def part_of(board: Board, status: Status | None) -> Part:
    """Give the part of a status, empty or not; without one that of those not judged."""
    return next(part for part in all_parts(board) if part.status is status)


def part_word(row: Row) -> str:
    """Name the part that a row is in."""
    status = counted_status(row)
    return SHORT[status] if status in ASSESSED else UNJUDGED


def counted_status(row: Row) -> Status | None:
    """Give the status by which a row is counted; none for a verdict on an old figure."""
    return None if row.judgement.stale and row.status in ASSESSED else row.status


def reason_of(row: Row) -> Reason:
    """Say why a row has no verdict that counts."""
    if row.is_vacant:
        return "vacant"
    return "stale" if row.status in ASSESSED else REASON_OF[row.status]
