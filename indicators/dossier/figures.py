"""The figures of one indicator in every area and breakdown, and what they add up to."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby

from indicators.board.as_of import AsOf
from indicators.board.board import Board
from indicators.catalogue.records import Catalogue
from indicators.figures.disaggregation import position
from indicators.figures.totals import totals_at
from indicators.store.connection import Store
from indicators.store.held import Key
from indicators.store.history import recorded_at
from indicators.store.records import Observation, Recorded


def recorded_of(store: Store, moment: AsOf, code: str) -> Mapping[Key, Recorded]:
    """All figures of an indicator in force, any area, breakdown and year."""
    number = moment.version.number
    return store.remember(
        ("figures", number, code), lambda: _by_key(recorded_at(store, number, code))
    )


def read_all_figures(store: Store, moment: AsOf) -> None:
    """Read the figures of every indicator at once, for whoever opens many dossiers."""
    number = moment.version.number
    rows = recorded_at(store, number)
    for code, own in groupby(rows, key=lambda each: each.observation.indicator):
        store.remember(("figures", number, code), partial(_by_key, list(own)))


def _by_key(rows: Iterable[Recorded]) -> Mapping[Key, Recorded]:
    return {each.observation.key: each for each in rows}


def figures_of(store: Store, board: Board, code: str) -> list[Observation]:
    """All figures of an indicator up to the year judged, and the totals of the board's area.

    Where none was reported, the total is what its parts add up to.
    """
    found = (each.observation for each in recorded_of(store, board.as_of, code).values())
    totals = totals_at(store, board.as_of.version.number, board.area)
    return [o for o in (*found, *totals.unreported(code)) if o.year <= board.as_of.year]


def groups_of(figures: Iterable[Observation], catalogue: Catalogue) -> tuple[str, ...]:
    """The breakdown groups that have figures: the total first, the others as they are listed."""
    groups = {o.group for o in figures}
    return tuple(sorted(groups, key=lambda group: position(catalogue, group))) or ("",)
