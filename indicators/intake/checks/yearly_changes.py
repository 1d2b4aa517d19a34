"""The changes per year of a series, as it stands and as a file would make it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite

from indicators.store.records import Observation

ValuesByYear = dict[int, float]
Pair = tuple[int, int]
# With a single yearly change known, any other would be a record.
FEWEST_CHANGES = 2


@dataclass(slots=True)
class YearlyChanges:
    """A series with a file's figures laid over those in force, its years in order.

    `changes` are those between years that follow each other; `held` those known before.
    """

    series: ValuesByYear
    held: dict[Pair, float]
    years: list[int] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    changes: list[float] = field(default_factory=list)
    most: list[tuple[float, int]] = field(default_factory=list)
    known: int = 0

    @classmethod
    def of(cls, held: ValuesByYear, rows: Iterable[Observation]) -> "YearlyChanges":
        """Lay the rows of one series over its figures in force."""
        series = dict(held)
        for row in rows:
            series.pop(row.year, None)
            if row.value is not None and isfinite(row.value):
                series[row.year] = row.value
        laid = cls(series, yearly(held))
        laid.years = sorted(series)
        laid.places = {year: place for place, year in enumerate(laid.years)}
        laid.changes = list(yearly(series).values())
        # The change at a year is beside two others at most: of the three largest one is another.
        largest = sorted(((c, at) for at, c in enumerate(laid.changes)), reverse=True)
        laid.most = largest[:3]
        laid.known = len(laid.held.keys() | set(pairwise(laid.years)))
        return laid

    @property
    def steepest(self) -> tuple[int, ...]:
        """The two years of the largest change: at no other year can a change be beyond all."""
        at = self.most[0][1] if self.known >= FEWEST_CHANGES and self.most else None
        return () if at is None else self._pair(at)

    def record_at(self, year: int, slack: float) -> float | None:
        """Give the change that leads to a year where it is beyond all others known, else None.

        Worth asking of the `steepest` years only.
        """
        beside = self._beside(year)
        made = max((self.changes[at] for at in beside), default=0.0)
        others = self.known - sum(self._pair(at) not in self.held for at in beside)
        beyond = made > self.most_beside(year) + slack
        return made if beyond and others >= FEWEST_CHANGES else None

    def most_beside(self, year: int) -> float:
        """Give the largest change known that does not lead to or from a year, 0 without any."""
        beside = self._beside(year)
        largest = next((change for change, at in self.most if at not in beside), 0.0)
        return max(largest, max(self.held.values(), default=0.0))

    def shrunk(self, year: int) -> bool:
        """Say whether the value of a year is about a hundredth of the one before, or after."""
        place = self.places[year]
        near = self.years[place - 1 : place] or self.years[place + 1 : place + 2]
        if not near:
            return False
        value, other = self.series[year], self.series[near[0]]
        return 0 < value <= 1 < other and 0.5 <= 100 * value / other <= 2

    def _beside(self, year: int) -> range:
        """Give the places of the changes that a year has part in."""
        place = self.places[year]
        return range(max(place - 1, 0), min(place + 1, len(self.changes)))

    def _pair(self, at: int) -> Pair:
        return self.years[at], self.years[at + 1]


def yearly(series: ValuesByYear) -> dict[Pair, float]:
    """Give the change per year between each two years that follow each other in a series."""
    return {
        (first, second): abs(series[second] - series[first]) / (second - first)
        for first, second in pairwise(sorted(series))
    }
