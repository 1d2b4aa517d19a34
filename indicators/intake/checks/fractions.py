"""Percentages that look like fractions: 0,77 where 77% is meant. Said, never rescaled."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from indicators.catalogue.records import Catalogue, Indicator
from indicators.intake.checks.values import Value
from indicators.intake.findings import Finding

# A rate that is asked to reach so few percent may well begin below one.
SMALL_TARGET = 10
FRACTION = (
    "Cột tỷ lệ phần trăm này toàn số không quá 1, giống phân số; nếu là 77% hãy ghi 77 chứ không "
    "ghi 0,77, nếu đúng là dưới 1% hãy xác nhận."
)


@dataclass(slots=True)
class Fractions:
    """Gathers the percentages of a table by the column they stand in.

    `small` are the indicators whose rate may really be below one percent.
    """

    small: Collection[str]
    low: dict[str, list[Finding]] = field(default_factory=dict)
    usual: set[str] = field(default_factory=set)

    def suspects(self, indicator: Indicator, value: Value, column: str) -> bool:
        """Take note of a value; one with a % sign or a fraction beside it says its own scale."""
        if indicator.kind != "percent":
            return False
        if value.value > 1:
            self.usual.add(column)
            return False
        scaled = value.percent or value.numerator is not None or indicator.code in self.small
        return value.value > 0 and not scaled

    def findings(self) -> Iterator[Finding]:
        """Give a warning for each value of the columns without a single usual percentage."""
        for column, found in self.low.items():
            if column not in self.usual:
                yield from found


def small_rates(catalogue: Catalogue) -> set[str]:
    """Choose the indicators whose rate may really be below one percent."""
    rising = {each.code for each in catalogue.indicators if each.direction == "up"}
    return {
        target.indicator
        for target in catalogue.targets
        if target.indicator in rising and target.value is not None and target.value <= SMALL_TARGET
    }
