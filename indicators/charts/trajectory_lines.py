"""The lines and marks of a trajectory, as whatever draws it draws them: one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from indicators.catalogue.records import Target
from indicators.charts.label_room import Mark
from indicators.charts.labels import Spot
from indicators.charts.theme import Ink
from indicators.charts.trajectory import (
    NATION,
    Trajectory,
    context_lines,
    height_of,
    numbers,
    trend_ahead,
)
from indicators.progress.results import Point

ACTUAL, PATH, TARGET = "Thực hiện", "Lộ trình cần", "Mục tiêu"
PLANS, TREND, SUPPOSED = "Kế hoạch năm", "Xu thế tuyến tính", "Nếu – thì"
# Of the size of a mark, from its middle to where it ends, its outline among it.
HALVES = {"circle": 0.5, "diamond": 0.65, "square-open": 0.5}
OUTLINE = 1.0  # pixels by which the outline of a mark reaches beyond it


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of a chart, or marks alone: width 0. A value of None breaks it.

    `dash` is plotly's word. Marks stand at all points, or in the years `marked`; hollow ones are
    not final. `told` is what a point that is touched says, nothing of a line that says nothing.
    """

    name: str
    spots: tuple[tuple[int, float | None], ...]
    color: str
    width: float = 0
    dash: str = "solid"
    symbol: str = ""
    size: float = 0
    hollow: frozenset[int] = frozenset()
    marked: frozenset[int] | None = None
    told: tuple[str, ...] = field(default=())

    def has_mark(self, year: int) -> bool:
        """Whether the point of a year has a mark."""
        return bool(self.symbol) and (self.marked is None or year in self.marked)

    def stretches(self) -> Iterator[list[Spot]]:
        """The parts of the line between its breaks."""
        part: list[Spot] = []
        for year, value in self.spots:
            if value is None:
                yield part
                part = []
            else:
                part.append((year, value))
        yield part

    def marks(self) -> Iterator[Mark]:
        """The marks, as labels keep clear of them."""
        half = self.size * HALVES.get(self.symbol, 0.0) + OUTLINE
        for year, value in self.spots:
            if value is not None and self.has_mark(year):
                yield Mark(year, value, half)


def drawn_lines(trajectory: Trajectory, ink: Ink) -> list[DrawnLine]:
    """All lines, those that lie below the others first."""
    found = [trend_line(trajectory, ink)]
    context = context_lines(trajectory)
    for (name, points), color in zip(context, context_colors(context, ink), strict=True):
        found.append(context_line(trajectory, name, points, color))
    found += [path_line(trajectory, ink), supposed_line(trajectory, ink)]
    found += [actual_line(trajectory, ink), plan_marks(trajectory, ink)]
    found.append(target_marks(trajectory, trajectory.nation_targets, ink.nation, 11))
    found.append(target_marks(trajectory, trajectory.targets, ink.required, 13))
    return [line for line in found if line.spots]


def context_colors(lines: Sequence[tuple[str, Sequence[Point]]], ink: Ink) -> list[str]:
    """Give the country its grey, and quiet colours in turn to the other areas beside it."""
    nation = any(name == NATION for name, _ in lines)
    turns = cycle(ink.others[1:] if nation else ink.others)
    return [ink.nation if name == NATION else next(turns) for name, _ in lines]


def with_breaks(points: Sequence[Point]) -> tuple[tuple[int, float | None], ...]:
    """Give years and values with a gap before every break in the series."""
    spots: list[tuple[int, float | None]] = []
    for point in numbers(points):
        if point.break_before and spots:
            spots.append((point.year, None))
        spots.append((point.year, point.value))
    return tuple(spots)


def told_values(
    trajectory: Trajectory, spots: Sequence[tuple[int, float | None]]
) -> tuple[str, ...]:
    """Write the values that appear when a point is touched."""
    return tuple("" if v is None else trajectory.notation.value(v) for _, v in spots)


def trend_line(trajectory: Trajectory, ink: Ink) -> DrawnLine:
    """Carry the linear trend on from the last figure, lightly."""
    spots = tuple((year, trend.value) for year, trend in trend_ahead(trajectory))
    return DrawnLine(TREND, spots, ink.quiet, 1, "dot")


def context_line(
    trajectory: Trajectory, name: str, points: Sequence[Point], color: str
) -> DrawnLine:
    """Draw the figures of another area."""
    spots = with_breaks(points)
    told = told_values(trajectory, spots)
    return DrawnLine(name, spots, color, 2, symbol="circle", size=5, told=told)


def path_line(trajectory: Trajectory, ink: Ink) -> DrawnLine:
    """Draw the required path, or the bound that holds in every year."""
    spots = tuple(trajectory.judgement.path)
    return DrawnLine(PATH, spots, ink.required, 2, "dash", told=told_values(trajectory, spots))


def supposed_line(trajectory: Trajectory, ink: Ink) -> DrawnLine:
    """Draw what is supposed in a colour of its own, with points in the years that are told."""
    line = trajectory.supposed
    return DrawnLine(
        SUPPOSED,
        line.spots,
        ink.supposed,
        3,
        "dashdot",
        "circle",
        9,
        marked=frozenset(line.marked),
        told=told_values(trajectory, line.spots),
    )


def actual_line(trajectory: Trajectory, ink: Ink) -> DrawnLine:
    """Draw the actual figures; hollow points are not final."""
    points = numbers(trajectory.judgement.points)
    hollow = frozenset(p.year for p in points if p.provisional)
    spots = with_breaks(points)
    told = told_values(trajectory, spots)
    return DrawnLine(ACTUAL, spots, ink.actual, 3, "solid", "circle", 9, hollow, told=told)


def plan_marks(trajectory: Trajectory, ink: Ink) -> DrawnLine:
    """Mark the plans of years as small open squares."""
    spots = tuple(spots_of(trajectory.plans))
    told = told_values(trajectory, spots)
    return DrawnLine(PLANS, spots, ink.plan, symbol="square-open", size=10, told=told)


def spots_of(plans: Sequence[Target]) -> list[tuple[int, float]]:
    """Give year and value of the plans that have a number."""
    return [(plan.year, plan.value) for plan in plans if plan.value is not None]


def target_marks(
    trajectory: Trajectory, targets: Sequence[Target], color: str, size: float
) -> DrawnLine:
    """Mark targets as diamonds."""
    marked: Mapping[Target, float | None] = {t: height_of(trajectory, t) for t in targets}
    standing = [(t, height) for t, height in marked.items() if height is not None]
    told = tuple(f"{trajectory.notation.target(t)} ({t.doc})" for t, _ in standing)
    spots = tuple((t.year, height) for t, height in standing)
    return DrawnLine(TARGET, spots, color, symbol="diamond", size=size, told=told)
