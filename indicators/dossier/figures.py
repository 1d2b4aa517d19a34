"""The figures of one indicator in every area and breakdown, and what they add up to."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from indicators.board.as_of import AsOf
from indicators.board.board import Board, Row
from indicators.catalogue.records import Catalogue
from indicators.figures.totals import added_up, part_of, wholes_of
from indicators.store.connection import Store
from indicators.store.history import observations_at
from indicators.store.records import Observation


def figures_of(store: Store, moment: AsOf, code: str) -> list[Any]:
    """All figures of an indicator up to the year judged, any area and breakdown."""
    key = ("figures", moment.version.number, code)
    rows: list[Any] = store.remember(
        key, lambda: list(observations_at(store, moment.version.number, code).itertuples())
    )
    return [o for o in rows if o.year <= moment.year]


def groups_of(found: list[Any], catalogue: Catalogue) -> tuple[str, ...]:
    """The breakdown groups that have figures: the total first, the others as they are listed."""
    places = {f"{b.dimension}={b.value}": n for n, b in enumerate(catalogue.breakdowns, start=1)}

    def place(group: str) -> list[int]:
        return [places.get(part, 0) for part in group.split("; ")] if group else []

    return tuple(sorted({str(o.group) for o in found}, key=place)) or ("",)


def sums_of(board: Board, row: Row, found: list[Any]) -> list[Observation]:
    """The totals of the board's area as its parts add up to them, where all parts are there."""
    parts = [part_of(o) for o in found if o.group or o.area != board.area]
    wholes = wholes_of(parts, board.catalogue, row.indicator, board.area)
    return [added_up(whole) for whole in wholes]


def unreported(sums: list[Observation], found: list[Any]) -> list[Observation]:
    """The first roll-up of each year and period without a reported figure."""
    reported = {(o.area, o.year, o.period) for o in found if not o.group}
    first = {(o.area, o.year, o.period): o for o in reversed(sums)}
    return [o for key, o in first.items() if key not in reported]


def read_all_figures(store: Store, moment: AsOf) -> None:
    """Read the figures of every indicator at once, for whoever opens many dossiers."""
    version = moment.version.number
    # As plain objects: pandas hands out the texts of its own columns one by one, and slowly.
    rows: Iterator[Any] = observations_at(store, version).astype(object).itertuples()
    for code, own in groupby(rows, key=lambda row: str(row.indicator)):
        store.remember(("figures", version, code), partial(list, list(own)))
