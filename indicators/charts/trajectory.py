"""The way of one indicator: actual figures, the path through its milestones, targets, trend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from math import isfinite

import plotly.graph_objects as go

from indicators.catalogue.records import Target
from indicators.charts.labels import Label, PlotFrame, Spot, button_box, place_labels
from indicators.charts.picture import LANDSCAPE, Shape, source_words, title_words
from indicators.charts.plan_marks import add_plans, legend_box, spots_of
from indicators.charts.supposed_line import (
    NOTHING_SUPPOSED,
    SupposedLine,
    add_supposed_line,
    supposed_labels,
)
from indicators.charts.theme import MARK_SIZE, Ink, layout
from indicators.progress.opinions import fit_line, trend_at
from indicators.progress.results import Judgement, Point, Trend
from indicators.wording.firmness import firmness_note
from indicators.wording.notation import Notation, banded_value

# Width in pixels of the plot on a telephone, and the least it has in a window: what board.css sets
# beside the chart moves below it before it is any narrower.
WIDE, NARROW = 560, 270
MARK_SHARE = 12  # of the plot's width, the size of a mark across it
NATION = "Cả nước"
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


def draw_trajectory(
    trajectory: Trajectory, ink: Ink, width: int = WIDE, shape: Shape = LANDSCAPE
) -> go.Figure:
    """Draw the chart; title and source fit a picture of that shape, labels a plot of that width."""
    title, source = title_words(trajectory.title, shape), source_words(trajectory.source, shape)
    suffix = "%" if trajectory.notation.indicator.unit == "%" else ""
    mark_size = min(MARK_SIZE, width // MARK_SHARE)
    figure = go.Figure(layout=layout(ink, title, source, suffix, trajectory.mark, mark_size))
    add_trend(figure, trajectory, ink)
    context = context_lines(trajectory)
    for (name, points), color in zip(context, context_colors(context, ink), strict=True):
        add_context_line(figure, trajectory, name, points, color)
    add_path(figure, trajectory, ink)
    if trajectory.supposed.spots:
        add_supposed_line(figure, trajectory.supposed, trajectory.notation, ink)
    add_actuals(figure, trajectory, ink)
    add_plans(figure, trajectory.plans, trajectory.notation, ink)
    add_targets(figure, trajectory, ink)
    frame = frame_of(trajectory, width)
    add_labels(figure, trajectory, ink, frame)
    figure.add_vline(x=trajectory.year, line={"color": ink.quiet, "width": 1, "dash": "dot"})
    figure.update_xaxes(range=frame.x, dtick=year_step(frame), tickangle=0)
    figure.update_yaxes(range=frame.y, tickformat=tick_format(trajectory), nticks=7)
    return figure


def context_lines(trajectory: Trajectory) -> list[tuple[str, list[Point]]]:
    """The series of other areas and of the country that have numbers in the years shown."""
    first = frame_years(trajectory)[0]
    named = [*trajectory.others, (NATION, trajectory.nation)]
    lines = [(name, [p for p in numbers(points) if p.year >= first]) for name, points in named]
    return [(name, points) for name, points in lines if points]


def context_colors(lines: Sequence[tuple[str, Sequence[Point]]], ink: Ink) -> list[str]:
    """Give the country its grey, and quiet colours in turn to the other areas beside it."""
    nation = any(name == NATION for name, _ in lines)
    turns = cycle(ink.others[1:] if nation else ink.others)
    return [ink.nation if name == NATION else next(turns) for name, _ in lines]


def numbers(points: Sequence[Point]) -> list[Point]:
    """Keep the points that have a place on a scale."""
    return [p for p in points if isfinite(p.value)]


def with_breaks(points: Sequence[Point]) -> tuple[list[int], list[float | None]]:
    """Give x and y with a gap before every break in the series."""
    years: list[int] = []
    values: list[float | None] = []
    for point in numbers(points):
        if point.break_before and years:
            years.append(point.year)
            values.append(None)
        years.append(point.year)
        values.append(point.value)
    return years, values


def add_actuals(figure: go.Figure, trajectory: Trajectory, ink: Ink) -> None:
    """Draw the actual figures; hollow points are not final."""
    points = numbers(trajectory.judgement.points)
    years, values = with_breaks(points)
    hollow = {p.year for p in points if p.provisional}
    figure.add_scatter(
        x=years,
        y=values,
        mode="lines+markers",
        name="Thực hiện",
        line={"color": ink.actual, "width": 3},
        marker={
            "size": 9,
            "color": [ink.paper if year in hollow else ink.actual for year in years],
            "line": {"color": ink.actual, "width": 2},
        },
        hovertemplate="%{customdata}<extra>Thực hiện</extra>",
        customdata=hover_values(trajectory, values),
    )


def add_context_line(
    figure: go.Figure, trajectory: Trajectory, name: str, points: Sequence[Point], color: str
) -> None:
    """Draw the figures of another area."""
    years, values = with_breaks(points)
    figure.add_scatter(
        x=years,
        y=values,
        mode="lines+markers",
        name=name,
        line={"color": color, "width": 2},
        marker={"size": 5, "color": color},
        hovertemplate=f"%{{customdata}}<extra>{name}</extra>",
        customdata=hover_values(trajectory, values),
    )


def hover_values(trajectory: Trajectory, values: Sequence[float | None]) -> list[str]:
    """Write the values that appear when a point is touched."""
    return ["" if value is None else trajectory.notation.value(value) for value in values]


def add_path(figure: go.Figure, trajectory: Trajectory, ink: Ink) -> None:
    """Draw the required path, or the bound that holds in every year."""
    path = trajectory.judgement.path
    figure.add_scatter(
        x=[year for year, _ in path],
        y=[value for _, value in path],
        mode="lines",
        name="Lộ trình cần",
        line={"color": ink.required, "width": 2, "dash": "dash"},
        hovertemplate="%{customdata}<extra>Lộ trình cần</extra>",
        customdata=hover_values(trajectory, [value for _, value in path]),
    )


def height_of(trajectory: Trajectory, target: Target) -> float | None:
    """Where a target stands on the scale; growth ends its own curve and has no level elsewhere."""
    if trajectory.notation.indicator.rule != "growth" or target.scope == "plan":
        return target.value
    return dict(trajectory.judgement.path).get(target.year) if target.scope == "city" else None


def add_targets(figure: go.Figure, trajectory: Trajectory, ink: Ink) -> None:
    """Mark the targets as diamonds, the national ones in grey."""
    for targets, color, size in (
        (trajectory.nation_targets, ink.nation, 11),
        (trajectory.targets, ink.required, 13),
    ):
        marked = [
            (t, height_of(trajectory, t)) for t in targets if height_of(trajectory, t) is not None
        ]
        figure.add_scatter(
            x=[t.year for t, _ in marked],
            y=[height for _, height in marked],
            mode="markers",
            name="Mục tiêu",
            marker={"symbol": "diamond", "size": size, "color": color},
            customdata=[f"{trajectory.notation.target(t)} ({t.doc})" for t, _ in marked],
            hovertemplate="%{customdata}<extra>Mục tiêu</extra>",
        )


def add_labels(figure: go.Figure, trajectory: Trajectory, ink: Ink, frame: PlotFrame) -> None:
    """Label the last value, the targets with the document's words, the other lines."""
    lines: list[list[Spot]] = [[(p.year, p.value) for p in numbers(trajectory.judgement.points)]]
    lines += [[(p.year, p.value) for p in points] for _, points in context_lines(trajectory)]
    lines.append([(float(year), value) for year, value in trajectory.judgement.path])
    lines.append(list(trajectory.supposed.spots))
    lines.append([(trajectory.year, frame.y[0]), (trajectory.year, frame.y[1])])
    reserved = [*legend_box(trajectory.plans, frame), button_box(frame)]
    marks = spots_of(trajectory.plans)
    for annotation in place_labels(labels_of(trajectory, ink), lines, frame, reserved, marks):
        figure.add_annotation(**annotation)


def labels_of(trajectory: Trajectory, ink: Ink) -> list[Label]:
    """The labels of the chart, the most important first."""
    labels = []
    for last in numbers(trajectory.judgement.points)[-1:]:
        value = banded_value(last, trajectory.notation, trajectory.bands)
        text = f"<b>{value}</b>{firmness_note(last)}"
        labels.append(Label(last.year, last.value, text, ink.actual))
    for targets, color in (
        (trajectory.targets, ink.required),
        (trajectory.nation_targets, ink.nation),
    ):
        for target in targets:
            height = height_of(trajectory, target)
            if height is not None:
                labels.append(Label(target.year, height, target_words(trajectory, target), color))
    context = context_lines(trajectory)
    for (name, points), color in zip(context, context_colors(context, ink), strict=True):
        labels.append(Label(points[-1].year, points[-1].value, name, color, beside=True))
    return labels + supposed_labels(trajectory.supposed, ink)


def target_words(trajectory: Trajectory, target: Target) -> str:
    """Write a target in the document's words."""
    words = trajectory.notation.target(target)
    if target not in trajectory.nation_targets:
        return f"<b>{target.year}: {words}</b>"
    year = f" {target.year}" if len(trajectory.nation_targets) > 1 else ""
    return f"NQ 71{year}: {words}"


def add_trend(figure: go.Figure, trajectory: Trajectory, ink: Ink) -> None:
    """Carry the linear trend on as far as it may be carried, lightly, with its 80 % band."""
    ahead = trend_ahead(trajectory)
    figure.add_scatter(
        x=[year for year, _ in ahead],
        y=[trend.value for _, trend in ahead],
        mode="lines",
        name="Xu thế tuyến tính",
        line={"color": ink.quiet, "width": 1, "dash": "dot"},
        hoverinfo="skip",
    )
    known = [(y, t.low, t.high) for y, t in ahead if t.low is not None and t.high is not None]
    years = [year for year, _, _ in known]
    figure.add_scatter(
        x=years + years[::-1],
        y=[high for _, _, high in known] + [low for _, low, _ in reversed(known)],
        mode="lines",
        fill="toself",
        fillcolor=ink.band,
        line={"width": 0},
        hoverinfo="skip",
        name="Khoảng dự báo 80%",
    )


def trend_ahead(trajectory: Trajectory) -> list[tuple[int, Trend]]:
    """The trend from the last figure to the last target, no further than it may be carried."""
    fit = fit_line(trajectory.judgement.points) if trajectory.trend else None
    last_year = max((t.year for t in trajectory.targets), default=0)
    years = range(fit.last, last_year + 1) if fit else ()
    carried = ((year, trend_at(fit, year, trajectory.judgement.measure)) for year in years)
    return [(year, trend) for year, trend in carried if trend]


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


def frame_of(trajectory: Trajectory, width: int) -> PlotFrame:
    """Span all that is shown, with room for labels."""
    first, last = frame_years(trajectory)
    room = max(0.6, (last - first) * 0.06)
    values = [p.value for p in numbers(trajectory.judgement.points)]
    values += [p.value for _, points in context_lines(trajectory) for p in points]
    values += [value for _, value in (*trajectory.judgement.path, *trajectory.supposed.spots)]
    heights = [height_of(trajectory, t) for t in trajectory.levels]
    values += [height for height in heights if height is not None]
    low, high = min(values), max(values)
    margin = (high - low) * 0.14 or abs(high) * 0.1 or 1.0
    return PlotFrame((first - room, last + 2 * room), (low - margin, high + margin), width)


def year_step(frame: PlotFrame) -> int:
    """Choose whole-year ticks that do not crowd on a telephone."""
    years = frame.x[1] - frame.x[0]
    return next((step for step in (1, 2, 5) if years / step <= 7), 10)


def tick_format(trajectory: Trajectory) -> str:
    """Give axis numbers thousands dots and no more decimals than they need."""
    return ",.2~f" if trajectory.notation.indicator.kind == "index" else ",~f"
