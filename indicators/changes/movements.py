"""Which way each indicator of the programme went between two boards, and what made it so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isclose, isfinite
from typing import Literal

from indicators.board.as_of import AsOf
from indicators.board.board import Board, Row, Scope
from indicators.board.status_changes import Cause, row_pairs
from indicators.changes.between import Changes, changes_between
from indicators.changes.sentences import CAUSES, TURNS, cause_words
from indicators.changes.since import Since, since
from indicators.progress.results import Status
from indicators.store.connection import Store
from indicators.wording.labels import ASSESSED, ATTENTION

# `falling`: the verdict that needs attention stays, and the value has moved further away.
# `first`: a first figure without a verdict. `other`: no way up or down, as in a new catalogue.
Direction = Literal["better", "worse", "falling", "first", "other"]

DIRECTIONS: tuple[Direction, ...] = ("better", "worse", "falling", "first", "other")
UNSEEN = (Status.NO_DATA, Status.INSUFFICIENT)  # a verdict that turns into these was lost


@dataclass(frozen=True, slots=True)
class Move:
    """An indicator that moved: its rows on both boards, and what changed its verdict if it did."""

    code: str
    direction: Direction
    before: Row | None
    after: Row | None
    causes: tuple[Cause, ...] = ()

    @property
    def turn(self) -> str:
        """Name both verdicts, the word of one where it stays: 'Nguy cơ → Chậm'."""
        words = [row.word for row in (self.before, self.after) if row]
        return " → ".join(dict.fromkeys(words))

    @property
    def cause(self) -> Cause | None:
        """What changed the verdict first of all; None where it is the same."""
        return self.causes[0] if self.causes else None


@dataclass(frozen=True, slots=True)
class MoveGroup:
    """Indicators that moved alike: the same verdicts before and after for the same reason."""

    direction: Direction
    why: str
    moves: tuple[Move, ...]

    @property
    def first(self) -> Move:
        """One that stands for all."""
        return self.moves[0]


@dataclass(frozen=True)
class Movements:
    """What moved on a board since an earlier moment."""

    start: Since
    changes: Changes
    moves: Mapping[str, Move]

    def within(self, board: Board) -> "Movements":
        """Leave the indicators of a part of the board."""
        kept = {code: move for code, move in self.moves.items() if code in board.by_code}
        return replace(self, moves=kept)

    def of(self, *directions: Direction) -> tuple[Move, ...]:
        """Give those of some directions, in document order."""
        return tuple(move for move in self.moves.values() if move.direction in directions)

    def groups(self, *directions: Direction) -> tuple[MoveGroup, ...]:
        """Give those of some directions in groups that tell the same."""
        return move_groups(self.of(*directions), self.changes)


def movements(store: Store, seen: AsOf, scope: Scope, asked: str | None = None) -> Movements:
    """Gather what moved since the moment asked for, or else the report before the one on show.

    Raises StoreError as `since` does.
    """
    start = since(store, seen, asked)
    changes = changes_between(store, start.moment, seen, scope)
    return Movements(start, changes, moves_between(changes))


def move_groups(moves: Iterable[Move], changes: Changes) -> tuple[MoveGroup, ...]:
    """Put moves together that tell the same, the best or the worst of each direction first."""
    alike: dict[tuple[Direction, str, str], list[Move]] = {}
    for move in moves:
        alike.setdefault((move.direction, move.turn, why_words(move, changes)), []).append(move)
    groups = (MoveGroup(way, why, tuple(found)) for (way, _, why), found in alike.items())
    return tuple(sorted(groups, key=group_order))


def group_order(group: MoveGroup) -> tuple[int, int]:
    """Order by direction, then by how far up or down the verdict is now."""
    after = group.first.after
    place = ASSESSED.index(after.status) if after and after.status in ASSESSED else len(ASSESSED)
    return DIRECTIONS.index(group.direction), place if group.direction == "better" else -place


def moves_between(changes: Changes) -> Mapping[str, Move]:
    """Give by code, in document order, the indicators of the programme that moved."""
    causes = {
        each.change.code: tuple(cause for cause, _ in each.causes) for each in changes.verdicts
    }
    programme = {
        row.indicator.code for row in (*changes.before.programme, *changes.after.programme)
    }
    moves = (
        Move(code, direction, before, after, causes.get(code, ()))
        for code, before, after in row_pairs(changes.before, changes.after)
        if code in programme and (direction := direction_of(before, after))
    )
    return {move.code: move for move in moves}


def direction_of(before: Row | None, after: Row | None) -> Direction | None:
    """Say which way an indicator went; None where it stayed."""
    if before is None or after is None:
        return "other"
    if before.status is after.status:
        return _within(before, after)
    if before.status in ASSESSED and after.status in ASSESSED:
        rises = ASSESSED.index(after.status) < ASSESSED.index(before.status)
        return "better" if rises else "worse"
    if after.status in ASSESSED:
        return "worse" if after.status in ATTENTION else "better"
    if before.status in ASSESSED:
        return "worse" if after.status in UNSEEN and not after.is_vacant else "other"
    return "first" if _is_first(before, after) else "other"


def _within(before: Row, after: Row) -> Direction | None:
    """Say what happened below a verdict that stayed."""
    if after.status in ATTENTION and moved_away(before, after):
        return "falling"
    return "first" if _is_first(before, after) else None


def _is_first(before: Row, after: Row) -> bool:
    return after.has_figure and not before.has_figure


def moved_away(before: Row, after: Row) -> bool:
    """Whether the newest value lies further on the wrong side than the one before."""
    old, new = before.judgement.latest, after.judgement.latest
    if old is None or new is None or not (isfinite(old.value) and isfinite(new.value)):
        return False
    if isclose(old.value, new.value) or new.year < old.year:  # a figure that was taken away
        return False
    return (new.value < old.value) is (after.indicator.direction != "down")


def why_words(move: Move, changes: Changes) -> str:
    """Say what made a move: 'số liệu mới', 'mục tiêu điều chỉnh', 'giảm thêm'."""
    if move.direction == "falling":
        return f"{further(move)} thêm"
    return "; ".join(reason_words(cause, move, changes) for cause in move.causes)


def reason_words(cause: Cause, move: Move, changes: Changes) -> str:
    """Say what a cause was; of a figure, whether it is new, another, or was taken away."""
    told = cause_words(cause, changes, move.code)
    old, new = (row.newest if row else None for row in (move.before, move.after))
    if told != CAUSES["figure"]:
        return told
    if new is None or (old and new.year < old.year):
        return TURNS["withdrawn"]
    is_new = old is None or (old.year, old.part) < (new.year, new.part)
    return TURNS["new" if is_new else "changed"]


def further(move: Move) -> str:
    """Name the way in which a value has moved away: 'giảm'."""
    old, new = (row.judgement.latest if row else None for row in (move.before, move.after))
    if old is None or new is None or move.after is None:
        return ""
    return move.after.notation.moved(new.value - old.value)
