"""What a sentence tells of, and the fragments that several sentences share."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.catalogue.records import Target
from indicators.progress.aims import ABOUT, aim_of
from indicators.progress.results import Judgement, Milestone, Point
from indicators.wording.firmness import firmness_note
from indicators.wording.notation import Notation, banded_value, goal_of
from indicators.wording.numbers import percent_of


def sources_told(sources: Sequence[str], most: int | None = None) -> str:
    """Name the first few of some sources, or all."""
    told = sources[:most]
    if not told:
        return "Chưa có nguồn số liệu"
    more = len(sources) - len(told)
    return f"Nguồn: {'; '.join(told)}" + (f" và {more} nguồn khác" if more else "")


@dataclass(frozen=True, slots=True)
class Telling:
    """One milestone of a judgement, its target in the document's words, and the notation."""

    judgement: Judgement
    milestone: Milestone
    target: Target
    notation: Notation

    def value(self, point: Point) -> str:
        """Write a point's value with its unit, a band of ranks as one, and how firm it is."""
        shown = banded_value(point, self.notation, {point.year: point.label})
        return f"{shown}{firmness_note(point)}"

    def aim(self) -> str:
        """Write the target in the document's words: 'ít nhất 85%'."""
        return self.notation.target(self.target)

    def meaning(self) -> str:
        """Say what a target's words leave open: 'từ 95%, tức 15.200, là đạt', or a level."""
        if self.target.comparator == "about":
            falls = self.judgement.measure.direction == "down"
            word, share = ("đến", 1 + ABOUT) if falls else ("từ", 1 - ABOUT)
            return f"{word} {percent_of(share)}, tức {self.notation.number(self.bound())}, là đạt"
        path = self.judgement.path
        if self.judgement.measure.rule != "growth" or not path or path[-1][0] != self.target.year:
            return ""
        return f"tức khoảng {self.notation.value(path[-1][1])}"

    def explained_aim(self) -> str:
        """Write the target with what it means: 'tăng bình quân 18%/năm, tức khoảng 14 văn bằng'."""
        between = "; " if self.target.comparator == "about" else ", "
        return between.join(part for part in (self.aim(), self.meaning()) if part)

    def goal(self) -> str:
        """Write the year to be reached with its target: 'mục tiêu năm 2030 (ít nhất 85%)'."""
        aim = self.aim()
        named = f"là {aim}" if aim.endswith(")") else f"({aim})"
        return f"mục tiêu năm {self.target.year} {named}"

    def bound(self) -> float:
        """Give the number that the verdict compares with."""
        return aim_of(goal_of(self.target), self.judgement.measure.direction).bound

    def distance(self, value: float) -> str:
        """Write how far a value is from the target."""
        return self.notation.gap(self.bound() - value)

    def shortfall(self, value: float) -> str:
        """Say by how much a value misses the target: 'thiếu 1,8 điểm phần trăm'."""
        word = "thiếu" if value < self.bound() else "vượt"
        return f"{word} {self.distance(value)}"


def course(telling: Telling, start: Point, end: Point) -> str:
    """Tell the way from one point to another with its yearly pace."""
    change = end.value - start.value
    first = f"Từ {telling.value(start)} năm {start.year}"
    if change == 0:
        return f"{first}, đến năm {end.year} vẫn là {telling.value(end)}"
    moved = telling.notation.moved(change)
    way = "lên" if moved == "tăng" else "xuống"
    pace = telling.notation.pace(change / (end.year - start.year))
    return f"{first} {way} {telling.value(end)} năm {end.year}, mỗi năm {moved} {pace}"
