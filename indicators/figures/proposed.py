"""Figures proposed and not recorded, laid over those in force: what the board would then say."""

from collections.abc import Sequence
from dataclasses import dataclass

from pandas import DataFrame, MultiIndex, concat

from indicators.store.records import OBSERVATION_KEY, Observation

KEY = list(OBSERVATION_KEY)
NAMES = list(Observation._fields)
NAMES_ONLY: list[tuple[()]] = [()] * len(NAMES)
# Given explicitly, so that a column of only None is still one of numbers.
NUMBERS = ("value", "numerator", "denominator", "row")


@dataclass(frozen=True)
class Overlay:
    """One proposed figure a key; one without value and label withdraws the figure."""

    proposed: Sequence[Observation]

    def over(self, held: DataFrame, area: str | None = None, group: str | None = None) -> DataFrame:
        """Give the figures of an area or group as they would be; columns as `held`."""
        meant = [
            each
            for each in self.proposed
            if area in (None, each.area) and group in (None, each.group)
        ]
        rows = _frame(meant)
        if rows.empty:
            return held
        staying = held[~_keys(held).isin(_keys(rows))]
        given = rows[rows["value"].notna() | (rows["label"] != "")]
        return concat([staying, given[[name for name in held if name in NAMES]]])


def _frame(figures: Sequence[Observation]) -> DataFrame:
    """Lay records out with the columns of Observation."""
    columns = zip(*figures, strict=True) if figures else NAMES_ONLY
    frame = DataFrame(dict(zip(NAMES, columns, strict=True)))
    return frame.astype(dict.fromkeys(NUMBERS, "float64"))


def _keys(frame: DataFrame) -> MultiIndex:
    return MultiIndex.from_frame(frame[KEY])
