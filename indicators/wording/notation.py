"""An indicator's own way of writing its values, gaps, paces and targets."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose, isinf

from indicators.catalogue.records import Indicator, Target
from indicators.progress.aims import Aim, aim_of
from indicators.progress.results import Goal, Point
from indicators.wording.numbers import MOST_DECIMALS, number, pace_number, plain, rounded

# The document's words that a number can follow directly; after others it follows a colon.
LEADING_WORDS = frozenset(
    {
        "ít nhất",
        "tối thiểu",
        "trên",
        "khoảng",
        "phấn đấu",
        "phấn đấu ít nhất",
        "hướng tới … ít nhất",
        "giảm xuống dưới",
        "đạt",
        "có",
        "tăng bình quân",
    }
)
STAGE_UNIT = "% hoàn thành"
OF_A_HUNDRED = ("percent", "milestone")  # told apart by percentage points
LEFT_OUT = "…"  # where the document names its subject; such words stand quoted behind the number


@dataclass(frozen=True, slots=True)
class Notation:
    """Writes figures of one indicator; text and verdict on a target never disagree."""

    indicator: Indicator
    aims: tuple[Aim, ...] = ()

    def number(self, value: float) -> str:
        """Write a value without its unit: '76,98', 'chưa xếp hạng'."""
        if isinf(value):
            return "chưa xếp hạng"
        return number(value, self.decimals(value))

    def rounded(self, value: float) -> float | None:
        """Give a value rounded as it is shown, for a cell of a workbook; None when unranked."""
        return None if isinf(value) else float(rounded(value, self.decimals(value)))

    def value(self, value: float) -> str:
        """Write a value with its unit: '76,98%', '3 trường', 'hạng 3', 'hoàn thành 40%'."""
        kind, unit = self.indicator.kind, self.indicator.unit
        if isinf(value):
            return "chưa xếp hạng"
        if kind == "milestone":
            return stage(value, maintained=self.indicator.rule == "maintain")
        if kind == "rank":
            return f"hạng {self.number(value)}"
        return with_unit(self.number(value), unit)

    def required(self, value: float) -> str:
        """Write what is asked with its unit, without needless zeros: '65%', 'hạng 200'."""
        if self.indicator.kind == "milestone":
            return self.value(value)
        number = plain(value, self.decimals(value))
        return f"hạng {number}" if self.indicator.kind == "rank" else with_unit(number, self.unit)

    def decimals(self, value: float) -> int:
        """Add decimals until the rounded value gives the same verdict: 84,96 against ≥ 85."""
        places = self.indicator.decimals
        while places < MOST_DECIMALS and not self.agrees(value, places):
            places += 1
        return places

    def agrees(self, value: float, places: int) -> bool:
        """Whether a value rounded to so many places compares like the value itself."""
        rounded_value = float(rounded(value, places))
        return all(aim.held_by(rounded_value) == aim.held_by(value) for aim in self.aims)

    def gap(self, size: float) -> str:
        """Write a distance in the indicator's unit: '8,02 điểm phần trăm'."""
        return with_unit(self.gap_number(size), self.change_unit())

    def gap_number(self, size: float) -> str:
        """Write a distance without sign and unit; never as nothing when there is one."""
        return plain(abs(size), self.gap_decimals(size))

    def gap_decimals(self, size: float) -> int:
        """How many decimals a distance is written with at most."""
        places = self.indicator.decimals
        while places < MOST_DECIMALS and rounded(size, places) == 0 and not isclose(size, 0):
            places += 1
        return places

    def pace(self, change: float) -> str:
        """Write a yearly change without its sign: '1,6 điểm phần trăm'."""
        if self.indicator.rule == "growth":
            return f"{pace_number(change)}%"
        return with_unit(pace_number(change), self.change_unit())

    def moved(self, change: float) -> str:
        """Name the direction of a change; a rank rises when its number falls."""
        rises = change > 0 if self.indicator.kind != "rank" else change < 0
        return "tăng" if rises else "giảm"

    @property
    def unit(self) -> str:
        """Name the unit of the values for a column: '%', 'trường', '% hoàn thành'."""
        return STAGE_UNIT if self.indicator.kind == "milestone" else self.indicator.unit

    def pace_unit(self) -> str:
        """Name the unit of a yearly change for the head of a column: '%', 'điểm %', 'trường'."""
        return "%" if self.indicator.rule == "growth" else self.difference_unit()

    def difference_unit(self) -> str:
        """Name the unit of a difference for the head of a column: 'điểm %', 'trường'."""
        return "điểm %" if self.indicator.kind in OF_A_HUNDRED else self.change_unit()

    def change_unit(self) -> str:
        """Name the unit of a difference between two values."""
        if self.indicator.kind in OF_A_HUNDRED:
            return "điểm phần trăm"
        return {"rank": "bậc", "index": ""}.get(self.indicator.kind, self.indicator.unit)

    def bound(self, value: float) -> str:
        """Write a target's number: '85%', '14%/năm', 'hạng 200'."""
        if self.indicator.rule == "growth":
            return f"{plain(value)}%/năm"
        if self.indicator.kind == "rank":
            return f"hạng {plain(value)}"
        return with_unit(plain(value), self.indicator.unit)

    def target(self, target: Target) -> str:
        """Write a target in the document's own words: 'ít nhất 85%'; a yearly plan as a value."""
        if target.scope == "plan" and target.value is not None:
            return target.wording or self.value(target.value)
        if target.value is None:
            return target.wording
        bound = self.bound(target.value)
        if target.wording in ("", bound):
            return bound
        if target.wording in LEADING_WORDS:
            return f"{target.wording} {bound}"
        if LEFT_OUT in target.wording:
            return f"{bound} (“{target.wording}”)"
        return f"{target.wording}: {bound}"


def notation_of(indicator: Indicator, targets: tuple[Target, ...]) -> Notation:
    """Build the notation of an indicator whose values are compared with these targets."""
    if indicator.rule == "growth" or indicator.kind == "milestone":
        return Notation(indicator)
    goals = [goal_of(t) for t in targets if t.value is not None]
    return Notation(indicator, tuple(aim_of(goal, indicator.direction) for goal in goals))


def goal_of(target: Target) -> Goal:
    """Reduce a target to what judging needs."""
    return Goal(target.year, target.comparator, target.value, target.from_year)


def banded_value(point: Point, notation: Notation, bands: Mapping[int, str]) -> str:
    """Write a figure with its unit, the rank of a published band as 'hạng 201–250'."""
    band = bands.get(point.year)
    if not band:
        return notation.value(point.value)
    return f"hạng {band}" if band[0].isdigit() else band


def with_unit(text: str, unit: str) -> str:
    """Join number and unit: percent directly, words after a space."""
    if unit == "%":
        return f"{text}%"
    return f"{text} {unit}" if unit and unit != "chỉ số" else text


def stage(value: float, *, maintained: bool = False) -> str:
    """Write how far a thing to be completed, or to be kept up, has come."""
    if value >= 100:
        return "đang duy trì" if maintained else "đã hoàn thành"
    return f"hoàn thành {plain(value)}%" if value > 0 else "chưa triển khai"
