"""The figures of one indicator by series, and the rows of the board made of them."""

from collections import defaultdict
from dataclasses import dataclass, replace

from indicators.board.board import CITY, NATION, Board, Row, Scope, assess, bands_of, vacant_of
from indicators.comparison.comparison import Compared
from indicators.dossier.figures import figures_of
from indicators.figures.disaggregation import SeriesKey
from indicators.figures.points import measure_of, measured, point_of, yearly
from indicators.figures.sources import most_used
from indicators.progress.judging import judge
from indicators.store.connection import Store
from indicators.store.records import Observation

JUDGED_IN: dict[str, Scope] = {CITY: "city", NATION: "national"}


@dataclass(frozen=True)
class Figures:
    """The figures of one indicator by series, and the rows made of them."""

    store: Store
    board: Board
    row: Row
    by_series: dict[SeriesKey, list[Observation]]

    @classmethod
    def of(cls, store: Store, board: Board, row: Row) -> "Figures":
        """Read all figures, with the totals that are added up from them."""
        by_series: dict[SeriesKey, list[Observation]] = defaultdict(list)
        for observation in figures_of(store, board, row.indicator.code):
            by_series[observation.area, observation.group].append(observation)
        return cls(store, board, row, dict(by_series))

    def compared(self, key: SeriesKey, name: str, around: Row | None = None) -> Compared:
        """Take one series: judged where targets are set for it, else only followed."""
        row = self.judged(key)
        if row is None:
            return Compared(name, self.followed(key), key, judged=False, around=around)
        return Compared(name, row, key, judged=True, around=around)

    @property
    def sources(self) -> tuple[str, ...]:
        """Name where the figures come from, the most used first."""
        return most_used(o.source for found in self.by_series.values() for o in found)

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
        figures = tuple(map(point_of, self.by_series.get(key, ())))
        points = yearly(indicator, figures)
        vacant = vacant_of(points, year)
        return replace(
            self.row,
            targets=(),
            plans=(),
            judgement=judge(measure_of(indicator), measured(points), (), year),
            bands=bands_of(points),
            figures=figures,
            sentence="",
            label="",
            vacant=vacant,
        )
