"""What the chart of one indicator shows: figures, the path asked for, targets, other areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import inf, isfinite

from indicators.catalogue.records import Target
from indicators.charts.supposed_line import NOTHING_SUPPOSED, SupposedLine
from indicators.progress.opinions import fit_line, trend_at
from indicators.progress.results import Judgement, Point, Trend
from indicators.wording.notation import Notation

NATION = "Cả nước"
DWARFED = 10  # times its largest value, where a line lies flat on the scale of another
YEARS_BEFORE = 10  # years of other areas that are shown before the indicator's own first figure


@dataclass(frozen=True, slots=True)
class Trajectory:
    """All that the chart shows; `others` are named series of other areas, never joined.

    `plans` are those of whole years, beside the targets and never judged.
    `bands` are ranks as they were published, by year.
    `mark` is written across the picture: what its figures are when they are not real.
    `trend` says whether the trend is carried on.
    """

    title: str
    source: str
    notation: Notation
    judgement: Judgement
    targets: tuple[Target, ...]
    nation: Sequence[Point]
    nation_targets: tuple[Target, ...]
    others: Sequence[tuple[str, Sequence[Point]]]
    year: int
    supposed: SupposedLine = NOTHING_SUPPOSED
    plans: tuple[Target, ...] = ()
    mark: str = ""
    bands: Mapping[int, str] = field(default_factory=dict)
    trend: bool = True

    @property
    def levels(self) -> tuple[Target, ...]:
        """All that is asked for: targets of the city and the country, yearly plans."""
        return (*self.targets, *self.nation_targets, *self.plans)

    def is_drawable(self) -> bool:
        """Whether there is any figure or level to show."""
        levels = any(height_of(self, t) is not None for t in self.levels)
        return levels or self.has_figures()

    def has_figures(self) -> bool:
        """Whether there is any figure, of the city, the country or another area."""
        return any((self.judgement.points, self.nation, *(p for _, p in self.others)))


def context_lines(trajectory: Trajectory) -> list[tuple[str, list[Point]]]:
    """The series of other areas and of the country that are drawn."""
    dwarfing = beyond_scale(trajectory)
    return [(name, points) for name, points in around_of(trajectory) if name not in dwarfing]


def around_of(trajectory: Trajectory) -> list[tuple[str, list[Point]]]:
    """The series of other areas and of the country that have numbers in the years shown."""
    first = frame_years(trajectory)[0]
    named = [*trajectory.others, (NATION, trajectory.nation)]
    lines = [(name, [p for p in numbers(points) if p.year >= first]) for name, points in named]
    return [(name, points) for name, points in lines if points]


def beyond_scale(trajectory: Trajectory) -> dict[str, Point]:
    """The last figures of the series so large that the indicator's own would lie flat beside."""
    own = [abs(p.value) for p in numbers(trajectory.judgement.points)]
    heights = [height_of(trajectory, target) for target in trajectory.targets]
    largest = max([*own, *(abs(height) for height in heights if height is not None)], default=0.0)
    if not own or not largest:
        return {}
    return {
        name: points[-1]
        for name, points in around_of(trajectory)
        if max(abs(p.value) for p in points) > DWARFED * largest
    }


def numbers(points: Sequence[Point]) -> list[Point]:
    """Keep the points that have a place on a scale."""
    return [p for p in points if isfinite(p.value)]


def height_of(trajectory: Trajectory, target: Target) -> float | None:
    """Where a target stands on the scale; growth ends its own curve and has no level elsewhere."""
    if trajectory.notation.indicator.rule != "growth" or target.scope == "plan":
        return target.value
    return dict(trajectory.judgement.path).get(target.year) if target.scope == "city" else None


def trend_ahead(trajectory: Trajectory) -> list[tuple[int, Trend]]:
    """The trend to the last target, from the last figure on.

    It ends where it may be carried no further, or would leave what else is shown far behind.
    """
    fit = fit_line(trajectory.judgement.points) if trajectory.trend else None
    if fit is None:
        return []
    last = numbers(trajectory.judgement.points)[-1].value
    last_year = max((t.year for t in trajectory.targets), default=0)
    years = range(fit.last + 1, last_year + 1)
    carried = ((year, trend_at(fit, year, trajectory.judgement.measure)) for year in years)
    low, high = reach(trajectory)
    ahead = takewhile(
        lambda each: low <= each[1].value <= high,
        ((year, trend) for year, trend in carried if trend),
    )
    found = [(year, cut(trend, low, high)) for year, trend in ahead]
    return [(fit.last, Trend(last, last, last)), *found] if found else []


def reach(trajectory: Trajectory) -> tuple[float, float]:
    """The values that a trend may have: half as many again as figures, path and targets have."""
    heights = [height_of(trajectory, target) for target in trajectory.targets]
    values = [height for height in heights if height is not None]
    values += [p.value for p in numbers(trajectory.judgement.points)]
    values += [value for _, value in trajectory.judgement.path]
    more = (max(values) - min(values)) / 2
    least = 1.0 if trajectory.notation.indicator.kind == "rank" else -inf
    return max(min(values) - more, least), max(values) + more


def cut(trend: Trend, low: float, high: float) -> Trend:
    """Leave out a band that reaches too far to be shown."""
    if trend.low is None or trend.high is None or trend.low < low or trend.high > high:
        return Trend(trend.value)
    return trend


def trend_band(trajectory: Trajectory) -> list[tuple[int, float, float]]:
    """The years of the trend with the ends of its 80 % band; none where it has no band."""
    known = [
        (year, trend.low, trend.high)
        for year, trend in trend_ahead(trajectory)
        if trend.low is not None and trend.high is not None
    ]
    return known if len(known) > 1 else []


def frame_years(trajectory: Trajectory) -> tuple[int, int]:
    """The first and last year shown; older figures of other areas are left to the table."""
    own = [p.year for p in trajectory.judgement.points]
    around = [
        p.year for points in (trajectory.nation, *(p for _, p in trajectory.others)) for p in points
    ]
    marks = [t.year for t in trajectory.levels] + [trajectory.year]
    first = min(own + around + marks)
    last = max(own + around + marks + [year for year, _ in trajectory.supposed.spots])
    return max(first, min(own) - YEARS_BEFORE) if own else first, last
