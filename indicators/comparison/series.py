"""The figures of one indicator by series, and the rows of the board made of them."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Any

from indicators.board.board import CITY, NATION, Board, Row, Scope, assess
from indicators.comparison.comparison import Compared
from indicators.dossier.figures import figures_of, sums_of, unreported
from indicators.figures.disaggregation import SeriesKey
from indicators.figures.points import figure_of, measure_of, points_of
from indicators.progress.judging import judge
from indicators.store.connection import Store

JUDGED_IN: dict[str, Scope] = {CITY: "city", NATION: "national"}


@dataclass(frozen=True)
class Figures:
    """The figures of one indicator by series, and the rows made of them."""

    store: Store
    board: Board
    row: Row
    by_series: dict[SeriesKey, list[Any]]

    @classmethod
    def of(cls, store: Store, board: Board, row: Row) -> "Figures":
        """Read all figures, with the totals that are added up from them."""
        found = figures_of(store, board.as_of, row.indicator.code)
        by_series: dict[SeriesKey, list[Any]] = defaultdict(list)
        for observation in (*found, *unreported(sums_of(board, row, found), found)):
            by_series[observation.area, observation.group].append(observation)
        return cls(store, board, row, dict(by_series))

    def compared(self, key: SeriesKey, name: str, around: Row | None = None) -> Compared:
        """Take one series: judged where targets are set for it, else only followed."""
        row = self.judged(key)
        if row is None:
            return Compared(name, self.followed(key), key, judged=False, around=around)
        return Compared(name, row, key, judged=True, around=around)

    def sources(self) -> list[str]:
        """Name where the figures come from, each source once, the most used first."""
        counted = Counter(o.source for found in self.by_series.values() for o in found if o.source)
        return [source for source, _ in counted.most_common()]

    def judged(self, key: SeriesKey) -> Row | None:
        """The row of the city or the country as a whole, which alone have targets."""
        area, group = key
        if group or area not in JUDGED_IN:
            return None
        board = assess(self.store, self.board.as_of, JUDGED_IN[area])
        return board.by_code.get(self.row.indicator.code)

    def followed(self, key: SeriesKey) -> Row:
        """The row of a part: the targets are for the whole, so none is held against it."""
        indicator, year = self.row.indicator, self.board.as_of.year
        found = self.by_series.get(key, [])
        points, bands = points_of(indicator, found)
        return replace(
            self.row,
            targets=(),
            plans=(),
            judgement=judge(measure_of(indicator), points, (), year),
            bands=bands,
            figures=tuple(map(figure_of, found)),
            sentence="",
            label="",
        )
