"""What proposed figures would do to the board: verdicts, added-up figures and counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indicators.board.as_of import as_of
from indicators.board.board import CITY, NATION, Board, Row, Scope, assess, judge_board
from indicators.board.status_changes import StatusChange, row_pairs, status_changes
from indicators.figures.proposed import Overlay
from indicators.progress.results import Status
from indicators.store.connection import Store
from indicators.store.history import version_at
from indicators.store.local_time import local_day
from indicators.store.records import Observation

AREAS: dict[Scope, str] = {"city": CITY, "national": NATION}


@dataclass(frozen=True, slots=True)
class RollUpChange:
    """A yearly figure of an area that is added up from parts and would be another; None is none."""

    code: str
    area: str
    year: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Impact:
    """The boards that proposed figures touch, as they are and as they would be."""

    boards: tuple[tuple[Board, Board], ...]
    statuses: tuple[StatusChange, ...]
    roll_ups: tuple[RollUpChange, ...]

    @property
    def counts(self) -> dict[Status, tuple[int, int]]:
        """Give the counts of the overview that change, as (before, after)."""
        return {
            status: (before.tally[status], after.tally[status])
            for before, after in self.boards
            if before.scope == "city"
            for status in Status
            if before.tally[status] != after.tally[status]
        }


NO_IMPACT = Impact((), (), ())


def impact_of(store: Store, version: int, proposed: Sequence[Observation]) -> Impact:
    """Judge the boards that the figures touch with them laid over those of a version."""
    moment = as_of(store, number=version)
    overlay = Overlay(proposed)
    boards = tuple(
        (assess(store, moment, scope), judge_board(store, moment, scope, AREAS[scope], overlay))
        for scope in _touched(proposed)
    )
    return _impact(boards, proposed)


def impact_recorded(store: Store, number: int, written: Sequence[Observation]) -> Impact:
    """Compare the boards before and after a version, on the day it wrote these figures."""
    on = local_day(version_at(store, number).at)
    before, after = (as_of(store, on, each) for each in (number - 1, number))
    boards = ((assess(store, before, s), assess(store, after, s)) for s in _touched(written))
    return _impact(tuple(boards), written)


def _impact(boards: tuple[tuple[Board, Board], ...], written: Sequence[Observation]) -> Impact:
    keys = {(row.indicator, row.area, row.year) for row in written if not row.group}
    statuses = (change for pair in boards for change in status_changes(*pair))
    roll_ups = (change for pair in boards for change in _roll_ups(*pair))
    own = (each for each in roll_ups if (each.code, each.area, each.year) not in keys)
    return Impact(boards, tuple(statuses), tuple(own))


def _touched(proposed: Sequence[Observation]) -> list[Scope]:
    """Name the scopes to judge: figures of communes add up to the city's."""
    touched: dict[Scope, bool] = {
        "city": any(row.area != NATION for row in proposed),
        "national": any(row.area == NATION for row in proposed),
    }
    return [scope for scope, is_touched in touched.items() if is_touched]


def _roll_ups(before: Board, after: Board) -> Iterator[RollUpChange]:
    for code, old, new in row_pairs(before, after):
        was, now = _values(old), _values(new)
        for year in sorted(was.keys() | now.keys()):
            if was.get(year) != now.get(year):
                yield RollUpChange(code, before.area, year, was.get(year), now.get(year))


def _values(row: Row | None) -> Mapping[int, float]:
    return {} if row is None else {point.year: point.value for point in row.judgement.points}
