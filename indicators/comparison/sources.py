"""Where the figures of a comparison come from."""

from collections import Counter

from indicators.board.board import NATION, Board
from indicators.comparison.comparison import Compared, beside_nation
from indicators.comparison.series import Figures
from indicators.store.connection import Store
from indicators.store.history import observations_at


def sources_of(store: Store, board: Board, each: Compared) -> list[str]:
    """Name where the figures of an indicator come from, those drawn behind it included."""
    code = each.row.indicator.code
    areas = (board.area, NATION) if each.around else (board.area,)
    named = [s for area in areas for s in sources_in(store, board, area).get(code, ())]
    if named or each.row.judgement.latest is None:
        return named
    return Figures.of(store, board, each.row).sources()  # added up from its parts


def sources_of_all(store: Store, board: Board) -> list[str]:
    """Name where the figures of all rows of a board come from, the most used first."""
    series = [beside_nation(board, row, None) for row in board.rows]
    return [
        name
        for name, _ in Counter(
            name for each in series for name in sources_of(store, board, each)
        ).most_common()
    ]


def sources_in(store: Store, board: Board, area: str) -> dict[str, list[str]]:
    """Name the sources of the totals of an area by indicator, the newest first."""
    version = board.as_of.version.number

    def read() -> dict[str, list[str]]:
        columns = ["indicator", "year", "source"]
        frame = observations_at(store, version, area=area, group="", columns=columns)
        newest = frame[frame["source"] != ""].sort_values("year", ascending=False)
        return {
            str(code): list(found.unique()) for code, found in newest.groupby("indicator")["source"]
        }

    return store.remember(("sources", version, area), read)
