"""How each indicator of the illustrative programme goes, read from scenarios.csv.

A value is on the straight line from the first year to the base year and on to the last, with a
little unevenness between that is worked out from code and year: the same on every machine.
"""

import csv
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from indicators.catalogue.records import Indicator

FILE = Path(__file__).with_name("scenarios.csv")
BASE = 2025
FIRST, NOW = 2020, 2029


@dataclass(frozen=True, slots=True)
class Scenario:
    """From `first` through the base year to `last`; `wave` is the unevenness in yearly steps.

    `denominator` is what a percentage is of in the base year, where parts are reported. Without
    `first` there is no figure.
    """

    code: str
    first: int | None
    first_value: float | None
    base: float | None
    last: int | None
    last_value: float | None
    denominator: float | None
    wave: float
    nation_base: float | None
    nation_last: float | None
    story: str

    def years(self) -> range:
        """List the years with a figure."""
        if self.first is None or self.last is None:
            return range(0)
        return range(self.first, self.last + 1)

    def value(self, indicator: Indicator, year: int) -> float:
        """Give the figure of a year, as precise as the indicator is reported."""
        return fitted(indicator, self._line(year))

    def _line(self, year: int) -> float:
        corners = [
            (self.first, self.first_value),
            (BASE, self.base),
            (self.last, self.last_value),
        ]
        known = {y: v for y, v in corners if y is not None and v is not None}
        if year in known:
            return known[year]
        before = max(y for y in known if y < year)
        after = min(y for y in known if y > year)
        step = (known[after] - known[before]) / (after - before)
        return known[before] + step * (year - before + self.wave * unevenness(self.code, year))


@cache
def scenarios() -> dict[str, Scenario]:
    """Give the scenarios by code, in the programme's order."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _scenario(row) for row in csv.DictReader(file)}


def fitted(indicator: Indicator, value: float) -> float:
    """Keep a value within the indicator's bounds and decimals."""
    low = value if indicator.lower is None else max(indicator.lower, value)
    inside = low if indicator.upper is None else min(indicator.upper, low)
    return round(inside, indicator.decimals)


def unevenness(*names: object) -> float:
    """Give a number from −1 to 1 that belongs to these names."""
    digest = sha256("|".join(map(str, names)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**47 - 1


def _scenario(row: dict[str, str]) -> Scenario:
    number = {name: float(text) if text else None for name, text in row.items() if name not in TEXT}
    years = {name: int(row[name]) if row[name] else None for name in ("first", "last")}
    return Scenario(
        row["code"], years["first"], number["first_value"], number["base"], years["last"],
        number["last_value"], number["denominator"], number["wave"] or 0.0,
        number["nation_base"], number["nation_last"], row["story"],
    )  # fmt: skip


TEXT = ("code", "first", "last", "story")
