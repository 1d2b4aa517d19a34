"""One trajectory among many on a page: actual figures, required path and targets, without words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import NamedTuple
from urllib.parse import quote

from indicators.charts.on_paper import picture_rules
from indicators.charts.theme import FONT, MARK_ANGLE, MARK_OPACITY, Ink
from indicators.charts.trajectory import Trajectory, height_of, numbers
from indicators.charts.trajectory_frame import WHOLE_KINDS, is_rank
from indicators.progress.results import Point
from indicators.progress.series import value_on

WIDTH, HEIGHT, EDGE = 320, 104, 9
MOST_LEVELS = 4  # round values of a shared scale, about
DIGITS = 12  # that a round value has at most


class PictureSize(NamedTuple):
    """What a picture measures in its own unit, in which a line is about two wide."""

    width: int
    height: int


USUAL = PictureSize(WIDTH, HEIGHT)


class Years(NamedTuple):
    """The first and the last year of a frame that several charts share."""

    first: int
    last: int

    def share(self, year: float, width: int = WIDTH) -> float:
        """Where a year stands in the picture's width, 0 to 1."""
        return (EDGE + (width - 2 * EDGE) * (year - self.first) / (self.last - self.first)) / width


@dataclass(frozen=True, slots=True)
class PictureScale:
    """Years and values as pixels of the picture; `whole` where there are no parts of one.

    The lowest value stands highest where `best_is_least`, as of ranks.
    """

    years: Years
    low: float
    high: float
    whole: bool = False
    best_is_least: bool = False
    size: PictureSize = USUAL

    def spot(self, year: float, value: float) -> tuple[float, float]:
        """Place a value of a year."""
        part = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        part = 1 - part if self.best_is_least else part
        width, height = self.size
        return self.years.share(year, width) * width, height - EDGE - part * (height - 2 * EDGE)

    def levels(self) -> list[float]:
        """The round values of the scale, a few of them where it spans anything."""
        span = self.high - self.low
        if span <= 0:
            return [self.high]
        power = 10.0 ** floor(log10(span))
        step = next(s * power for s in (0.2, 0.5, 1, 2, 5) if span / (s * power) < MOST_LEVELS)
        step = max(step, 1.0) if self.whole else step
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return [round(count * step, DIGITS) for count in range(first, last + 1)]

    def line(self, spots: list[tuple[int, float]]) -> str:
        """Write corners of a line."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in (self.spot(*spot) for spot in spots))


def small_trajectory(
    trajectory: Trajectory, years: Years, ink: Ink, scale: PictureScale | None = None
) -> str:
    """Draw a trajectory as a data URI; what lies outside the years is left out.

    A scale that several pictures share is drawn with its levels; without one it has its own.
    """
    drawn = elements(
        trajectory, scale or scale_of(trajectory, years), ink, levelled=scale is not None
    )
    frame = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f"data:image/svg+xml,{quote(f'<svg {frame}>{picture_rules(drawn)}{drawn}</svg>')}"


def elements(trajectory: Trajectory, scale: PictureScale, ink: Ink, *, levelled: bool) -> str:
    """Draw all that a picture shows as elements of an SVG of the scale's size."""
    width, height = scale.size
    now, _ = scale.spot(trajectory.year, scale.low)
    return (
        f"{levels(scale, ink) if levelled else ''}"
        f'<path d="M0 {height - 0.5}H{width}" stroke="{ink.nation}" stroke-width="1"/>'
        f'<path d="M{now:.1f} 0V{height}" stroke="{ink.quiet}" stroke-dasharray="1 3"/>'
        f"{watermark(trajectory.mark, scale.size, ink)}{around(trajectory, scale, ink)}"
        f"{path(trajectory, scale, ink)}{actuals(trajectory, scale, ink)}"
        f"{targets(trajectory, scale, ink)}"
    )


def watermark(mark: str, size: PictureSize, ink: Ink) -> str:
    """Write a mark across the picture; nothing without one."""
    if not mark:
        return ""
    x, y = size.width / 2, size.height / 2
    return (
        f'<text x="{x:.0f}" y="{y + 8:.0f}" text-anchor="middle" '
        f'font-family="{FONT}" font-size="24" font-weight="700" fill="{ink.text}" '
        f'opacity="{MARK_OPACITY}" transform="rotate({MARK_ANGLE / 2} {x} {y})">{mark}</text>'
    )


def scale_of(trajectory: Trajectory, years: Years) -> PictureScale:
    """Span the values in the frame."""
    spots = (*figures(trajectory.judgement.points, years), *figures(trajectory.nation, years))
    heights = [
        value for _, value in (*spots, *required(trajectory, years), *marks(trajectory, years))
    ]
    whole = trajectory.notation.indicator.kind in WHOLE_KINDS
    low, high = min(heights, default=0.0), max(heights, default=0.0)
    return PictureScale(years, low, high, whole, is_rank(trajectory))


def figures(points: Sequence[Point], years: Years) -> list[tuple[int, float]]:
    """The figures in the frame."""
    inside = (p for p in numbers(points) if years.first <= p.year <= years.last)
    return [(p.year, p.value) for p in inside]


def required(trajectory: Trajectory, years: Years) -> list[tuple[int, float]]:
    """The required path in the frame: its corners, and where it crosses an edge."""
    path = trajectory.judgement.path
    corners = {year for year, _ in path}
    crossed = {edge for edge in years if path and path[0][0] < edge < path[-1][0]}
    inside = sorted(year for year in corners | crossed if years.first <= year <= years.last)
    heights = ((year, value_on(path, year)) for year in inside)
    return [(year, height) for year, height in heights if height is not None]


def marks(trajectory: Trajectory, years: Years) -> list[tuple[int, float]]:
    """Year and height of the targets in the frame."""
    heights = [(target.year, height_of(trajectory, target)) for target in trajectory.targets]
    inside = (spot for spot in heights if years.first <= spot[0] <= years.last)
    return [(year, height) for year, height in inside if height is not None]


def levels(scale: PictureScale, ink: Ink) -> str:
    """Draw the round values of a scale as faint lines."""
    heights = (scale.spot(scale.years.first, level)[1] for level in scale.levels())
    right = scale.size.width
    return "".join(
        f'<path class="level" d="M0 {y:.1f}H{right}" stroke="{ink.grid}" stroke-width="1"/>'
        for y in heights
    )


def around(trajectory: Trajectory, scale: PictureScale, ink: Ink) -> str:
    """Draw the figures that stand behind the series, in grey; a single one as a dot."""
    spots = figures(trajectory.nation, scale.years)
    ends = "".join(
        f'<circle class="around" cx="{x:.1f}" cy="{y:.1f}" r="2.4" fill="{ink.nation}"/>'
        for x, y in (scale.spot(*spot) for spot in spots[-1:])
    )
    return (
        (
            f'<polyline class="around" points="{scale.line(spots)}" fill="none" '
            f'stroke="{ink.nation}" stroke-width="1.6"/>{ends}'
        )
        if spots
        else ""
    )


def path(trajectory: Trajectory, scale: PictureScale, ink: Ink) -> str:
    """Draw the required path, dashed."""
    corners = scale.line(required(trajectory, scale.years))
    return (
        f'<polyline class="required" points="{corners}" fill="none" stroke="{ink.required}" '
        f'stroke-width="1.8" stroke-dasharray="6 4"/>'
    )


def actuals(trajectory: Trajectory, scale: PictureScale, ink: Ink) -> str:
    """Draw the actual figures, those since the last break; hollow points are not final."""
    spots = figures(trajectory.judgement.points, scale.years)
    hollow = {p.year for p in trajectory.judgement.points if p.provisional}
    return (
        f'<polyline class="actual" points="{scale.line(spots)}" fill="none" '
        f'stroke="{ink.actual}" stroke-width="2.6"/>'
    ) + "".join(
        dot(*scale.spot(*spot), ink.paper if spot[0] in hollow else ink.actual, ink)
        for spot in spots
    )


def dot(x: float, y: float, fill: str, ink: Ink) -> str:
    """Mark one figure."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{fill}" stroke="{ink.actual}" '
        f'stroke-width="1.8"/>'
    )


def targets(trajectory: Trajectory, scale: PictureScale, ink: Ink) -> str:
    """Mark the targets as diamonds."""
    spots = (scale.spot(*mark) for mark in marks(trajectory, scale.years))
    return "".join(
        f'<path class="target" d="M{x:.1f} {y - 7:.1f}l7 7-7 7-7-7Z" fill="{ink.required}"/>'
        for x, y in spots
    )
