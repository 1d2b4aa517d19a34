"""Where the newest figure of each indicator of a board comes from."""

from collections.abc import Mapping

from indicators.board.board import Board
from indicators.figures.totals import totals_at
from indicators.store.connection import Store


def newest_sources(store: Store, board: Board) -> Mapping[str, str]:
    """Name by indicator the source of its newest figure, as it was given; '' where none was."""
    totals = totals_at(store, board.as_of.version.number, board.area)
    found: dict[str, str] = {}
    for row in board.programme:
        if row.newest:
            year = row.newest.year
            named = (o.source for o in totals.of(row.indicator.code) if o.year == year)
            found[row.indicator.code] = next(filter(None, named), "")
    return found
