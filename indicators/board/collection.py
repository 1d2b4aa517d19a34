"""How far a board that collects has come, as parts of which every indicator is in exactly one."""

from dataclasses import dataclass
from typing import Literal

from indicators.board.board import Board, Row
from indicators.board.deadlines import due_by_now
from indicators.progress.results import Status

CollectionKind = Literal["known", "due", "later", "followed"]


@dataclass(frozen=True, slots=True)
class CollectionPart:
    """The indicators with a figure, or those without one by when something is asked of them."""

    kind: CollectionKind
    rows: tuple[Row, ...]


def collection(board: Board) -> list[CollectionPart]:
    """Take the programme apart; parts without an indicator are left out."""
    order: tuple[CollectionKind, ...] = ("known", "due", "later", "followed")
    year = board.as_of.year
    found = {kind: [row for row in board.programme if kind_of(row, year) == kind] for kind in order}
    return [CollectionPart(kind, tuple(rows)) for kind, rows in found.items() if rows]


def kind_of(row: Row, year: int) -> CollectionKind:
    """Say which part a row is in."""
    if row.has_figure:
        return "known"
    if row.status is Status.MONITORED:
        return "followed"
    return "due" if due_by_now(row, year) else "later"
