"""Two boards side by side: whose verdict is another, and what made it so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from indicators.board.board import Board, Row, Scope
from indicators.progress.judging import judge
from indicators.progress.results import Goal, Measure, Point, Status, Thresholds
from indicators.wording.notation import goal_of

Cause = Literal["figure", "target", "threshold", "definition", "catalogue", "time"]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An indicator whose verdict changes; a row is None where the board does not have it."""

    code: str
    scope: Scope
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a verdict rests on, each part named by the cause it may be."""

    figure: tuple[Point, ...]
    target: tuple[Goal, ...]
    threshold: Thresholds
    definition: Measure

    @classmethod
    def of(cls, row: Row, board: Board) -> "Grounds":
        """Take them from a row of a board."""
        goals = tuple(goal_of(target) for target in row.targets)
        points = () if row.is_vacant else tuple(row.judgement.points)
        return cls(points, goals, board.thresholds, row.judgement.measure)

    def judged(self, year: int) -> Status:
        """Judge by them as of a year."""
        return judge(self.definition, self.figure, self.target, year, self.threshold).status


def row_pairs(before: Board, after: Board) -> Iterator[tuple[str, Row | None, Row | None]]:
    """Pair the rows of two boards by indicator."""
    for code in dict.fromkeys([*before.by_code, *after.by_code]):
        yield code, before.by_code.get(code), after.by_code.get(code)


def status_changes(before: Board, after: Board) -> Iterator[StatusChange]:
    """Give the indicators whose verdict is another, in document order."""
    for code, old, new in row_pairs(before, after):
        if (old and old.status) != (new and new.status):
            yield StatusChange(code, before.scope, old, new)


def causes(change: StatusChange, between: Board, after: Board) -> tuple[Cause, ...]:
    """Say what changed a verdict.

    `between` is the earlier version judged as of the later year, so that what was recorded is told
    apart from what the later year did: by figures of its own, or merely by passing.
    """
    old, new, middle = change.before, change.after, between.by_code.get(change.code)
    if old is None or new is None or middle is None:
        return (_appearing(change.code, old or new, between, after),)
    found: list[Cause] = []
    grounds, year = Grounds.of(middle, between), after.as_of.year
    if old.status is not middle.status:
        without_newer = replace(grounds, figure=tuple(old.judgement.points)).judged(year)
        found.append("time" if without_newer is grounds.judged(year) else "figure")
    if middle.status is not new.status:
        found += _decisive(grounds, Grounds.of(new, after), year)
    return tuple(dict.fromkeys(found))


def _appearing(code: str, row: Row | None, between: Board, after: Board) -> Cause:
    """Say why one of two boards has no row: of the country only what has a figure or target."""
    if any(code not in board.catalogue.indicators_by_code for board in (between, after)):
        return "catalogue"
    return "figure" if row and row.judgement.points else "target"


def _decisive(before: Grounds, after: Grounds, year: int) -> tuple[Cause, ...]:
    """Name the parts without whose change the verdict would be another; all that changed, if none.

    None is decisive alone where two changes lead to the same verdict.
    """
    parts: list[Cause] = ["figure", "target", "threshold", "definition"]
    changed = [name for name in parts if getattr(before, name) != getattr(after, name)]
    now = after.judged(year)
    decisive = [
        name
        for name in changed
        if replace(after, **{name: getattr(before, name)}).judged(year) is not now
    ]
    return tuple(decisive or changed)
