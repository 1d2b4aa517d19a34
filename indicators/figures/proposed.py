"""Figures proposed and not recorded, laid over those in force: what the board would then say."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from pandas import DataFrame, MultiIndex, concat

from indicators.store.records import OBSERVATION_KEY, Observation

KEY = list(OBSERVATION_KEY)
NAMES = list(Observation._fields)
NAMES_ONLY: list[tuple[()]] = [()] * len(NAMES)
# Given explicitly, so that a column of only None is still one of numbers.
NUMBERS = ("value", "numerator", "denominator", "row")


@dataclass(frozen=True)
class Overlay:
    """One proposed row a key; a row without value and label withdraws the figure."""

    rows: DataFrame

    @classmethod
    def of(cls, proposed: Sequence[Observation]) -> "Overlay":
        """Lay records out as a frame with the columns of Observation."""
        columns = zip(*map(attrgetter(*NAMES), proposed), strict=True) if proposed else NAMES_ONLY
        frame = DataFrame(dict(zip(NAMES, columns, strict=True)))
        return cls(frame.astype(dict.fromkeys(NUMBERS, "float64")))

    def over(self, held: DataFrame, area: str | None = None, group: str | None = None) -> DataFrame:
        """Give the figures of an area or group as they would be; columns as `held`."""
        rows = self.rows
        rows = rows if area is None else rows[rows["area"] == area]
        rows = rows if group is None else rows[rows["group"] == group]
        if rows.empty:
            return held
        staying = held[~_keys(held).isin(_keys(rows))]
        given = rows[rows["value"].notna() | (rows["label"] != "")]
        return concat([staying, given[[name for name in held if name in NAMES]]])


def _keys(frame: DataFrame) -> MultiIndex:
    return MultiIndex.from_frame(frame[KEY])
