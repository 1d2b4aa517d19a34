"""Where the figures of a comparison come from."""

from indicators.board.board import NATION, Board
from indicators.comparison.comparison import Compared, beside_nation
from indicators.comparison.series import Figures
from indicators.figures.sources import most_used, newest_first
from indicators.figures.totals import totals_at
from indicators.store.connection import Store


def sources_of(store: Store, board: Board, each: Compared) -> tuple[str, ...]:
    """Name where the figures of an indicator come from, those drawn behind it included."""
    code, version = each.row.indicator.code, board.as_of.version.number
    areas = (board.area, NATION) if each.around else (board.area,)
    reported = (totals_at(store, version, area).reported.get(code, ()) for area in areas)
    named = tuple(name for figures in reported for name in newest_first(figures))
    if named or each.row.judgement.latest is None:
        return named
    return Figures.of(store, board, each.row).sources  # added up from its parts


def sources_of_all(store: Store, board: Board) -> tuple[str, ...]:
    """Name where the figures of all rows of a board come from, the most used first."""
    series = (beside_nation(board, row, None) for row in board.rows)
    return most_used(name for each in series for name in sources_of(store, board, each))
