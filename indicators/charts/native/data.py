"""The lines of a trajectory as columns of one table of years, as Office keeps a chart's numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indicators.catalogue.records import Target
from indicators.charts.labels import Label
from indicators.charts.theme import LIGHT
from indicators.charts.trajectory import Trajectory, context_lines, height_of, numbers
from indicators.charts.trajectory_labels import labels_of
from indicators.charts.trajectory_lines import PATH, PLANS, context_colors, spots_of
from indicators.progress.results import Point
from indicators.progress.series import value_on
from indicators.wording.numbers import office_code


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is drawn: colour, width in points (0: points alone), dash, mark and its size."""

    color: str
    width: float = 0
    dash: str = "solid"
    mark: str = "none"
    size: int = 5


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One column of the table: its values by year, hollow where planned or not final."""

    name: str
    look: Look
    values: Mapping[int, float]
    hollow: frozenset[int] = frozenset()

    @property
    def is_hollow(self) -> bool:
        """Whether all of its points are, as plans are."""
        return self.name == PLANS


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart's table and its labels in order of weight."""

    trajectory: Trajectory
    years: tuple[int, ...]
    lines: tuple[ChartSeries, ...]
    labels: tuple[Label, ...]

    def code_of(self, value: float) -> str:
        """Give the format in which a number reads as it does on the page: '#,##0.00'."""
        return office_code(self.trajectory.notation.decimals(value))

    def line_of(self, label: Label) -> int | None:
        """Find the line that has a label's point, the last drawn first."""
        for place in reversed(range(len(self.lines))):
            line = self.lines[place]
            if line.look.color == label.color and line.values.get(int(label.x)) == label.y:
                return place
        return None


def chart_data(trajectory: Trajectory) -> ChartData:
    """Lay out all that the chart shows, the line drawn last at the end."""
    lines = tuple(line for line in series_of(trajectory) if line.values)
    drawn = {year for line in lines for year in line.values}
    lines = tuple(without_gaps(line, trajectory, drawn) for line in lines)
    return ChartData(
        trajectory,
        tuple(sorted(drawn)),
        lines,
        tuple(labels_of(trajectory, LIGHT)),
    )


def series_of(trajectory: Trajectory) -> Iterator[ChartSeries]:
    """Give context first, then the required path, the actual figures and the targets."""
    context = context_lines(trajectory)
    for (name, points), color in zip(context, context_colors(context, LIGHT), strict=True):
        look = Look(color, 1.75, mark="circle", size=5)
        yield from stretches(name, points, look, hollow=False)
    yield ChartSeries(PATH, Look(LIGHT.required, 1.75, "dash"), dict(trajectory.judgement.path))
    yield from stretches(
        "Thực hiện",
        numbers(trajectory.judgement.points),
        Look(LIGHT.actual, 2.5, mark="circle", size=8),
        hollow=True,
    )
    plans = dict(spots_of(trajectory.plans))
    yield ChartSeries(PLANS, Look(LIGHT.plan, mark="square", size=7), plans, frozenset(plans))
    for name, targets, color, size in (
        ("Mục tiêu cả nước", trajectory.nation_targets, LIGHT.nation, 10),
        ("Mục tiêu", trajectory.targets, LIGHT.required, 12),
    ):
        yield ChartSeries(name, Look(color, mark="diamond", size=size), marks(trajectory, targets))


def stretches(
    name: str, points: Sequence[Point], look: Look, *, hollow: bool
) -> Iterator[ChartSeries]:
    """Cut a series before every break: what was counted otherwise is no part of one line."""
    starts = [n for n, point in enumerate(points) if n == 0 or point.break_before]
    for start, end in pairwise([*starts, len(points)]):
        part = points[start:end]
        last = end == len(points)
        open_years = frozenset(p.year for p in part if p.provisional) if hollow else frozenset()
        label = name if last else f"{name} đến {part[-1].year} (cách tính cũ)"
        yield ChartSeries(label, look, {p.year: p.value for p in part}, open_years)


def marks(trajectory: Trajectory, targets: Sequence[Target]) -> dict[int, float]:
    """Give the targets that have a place on the scale by year."""
    heights = ((target.year, height_of(trajectory, target)) for target in targets)
    return {year: height for year, height in heights if height is not None}


def without_gaps(line: ChartSeries, trajectory: Trajectory, years: set[int]) -> ChartSeries:
    """Give the required path in every year of the table that it covers, not in its corners only."""
    path = trajectory.judgement.path
    if line.name != PATH:
        return line
    covered = sorted(year for year in years if path[0][0] <= year <= path[-1][0])
    values = ((year, value_on(path, year)) for year in covered)
    return ChartSeries(
        line.name, line.look, {year: value for year, value in values if value is not None}
    )
