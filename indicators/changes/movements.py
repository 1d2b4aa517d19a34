"""Which way each indicator of the programme went between two boards, and what made it so."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose, isfinite
from typing import Literal

from indicators.board.board import Row
from indicators.board.status_changes import Cause, row_pairs
from indicators.changes.between import Changes
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, ATTENTION

# `falling`: the verdict that needs attention stays, and the value has moved further away.
# `first`: a first figure without a verdict. `other`: no way up or down, as in a new catalogue.
Direction = Literal["better", "worse", "falling", "first", "other"]

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
    def cause(self) -> Cause | None:
        """What changed the verdict first of all; None where it is the same."""
        return self.causes[0] if self.causes else None


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
    if isclose(old.value, new.value):
        return False
    return (new.value < old.value) is (after.indicator.direction != "down")
