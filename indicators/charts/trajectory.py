"""The way of one indicator: actual figures, the path through its milestones, targets, trend."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from textwrap import wrap

import plotly.graph_objects as go

from indicators.catalogue.records import Target
from indicators.charts.theme import Ink, layout
from indicators.progress import Judgement, Point
from indicators.progress.opinions import fit_line, trend_at
from indicators.wording.notation import Notation

TITLE_WIDTH = 96  # characters of the title that fit a 1600-pixel picture


@dataclass(frozen=True, slots=True)
class Trajectory:
    """All that the chart shows; `others` are named series of other areas, never joined."""

    title: str
    source: str
    notation: Notation
    judgement: Judgement
    targets: tuple[Target, ...]
    nation: Sequence[Point]
    nation_targets: tuple[Target, ...]
    others: Sequence[tuple[str, Sequence[Point]]]
    year: int


def draw_trajectory(shown: Trajectory, ink: Ink) -> go.Figure:
    """Draw the chart; its title and source are in the picture."""
    title = "<br>".join(wrap(shown.title, TITLE_WIDTH))
    suffix = "%" if shown.notation.indicator.unit == "%" else ""
    figure = go.Figure(layout=layout(ink, title, shown.source, suffix))
    add_band(figure, shown, ink)
    for number, (name, points) in enumerate(shown.others):
        add_context_line(figure, shown, name, points, ink.others[number % len(ink.others)])
    add_context_line(figure, shown, "Cả nước", shown.nation, ink.nation)
    add_path(figure, shown, ink)
    add_actuals(figure, shown, ink)
    add_targets(figure, shown, ink)
    add_today(figure, shown, ink)
    figure.update_xaxes(range=year_range(shown), dtick=year_step(shown))
    figure.update_yaxes(tickformat=tick_format(shown), nticks=7)
    return figure


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


def add_actuals(figure: go.Figure, shown: Trajectory, ink: Ink) -> None:
    """Draw the actual figures; hollow points are not final, the last one is labelled."""
    points = numbers(shown.judgement.points)
    if not points:
        return
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
        customdata=[shown.notation.value(v) if v is not None else "" for v in values],
    )
    last = points[-1]
    note = " (chưa chính thức)" if last.provisional else ""
    label = f"<b>{shown.notation.value(last.value)}</b>{note}"
    rising = len(points) > 1 and last.value >= points[-2].value
    place_label(figure, last.year, last.value, label, ink.actual, above=rising)


def place_label(
    figure: go.Figure, year: int, value: float, text: str, color: str, *, above: bool
) -> None:
    """Write a label beside a point."""
    figure.add_annotation(
        x=year,
        y=value,
        text=text,
        showarrow=False,
        yshift=18 if above else -18,
        font={"color": color, "size": 15},
    )


def add_context_line(
    figure: go.Figure, shown: Trajectory, name: str, points: Sequence[Point], color: str
) -> None:
    """Draw the figures of another area, grey and named at its end."""
    known = numbers(points)
    if not known:
        return
    years, values = with_breaks(known)
    figure.add_scatter(
        x=years,
        y=values,
        mode="lines+markers",
        name=name,
        line={"color": color, "width": 2},
        marker={"size": 5, "color": color},
        hovertemplate=f"%{{customdata}}<extra>{name}</extra>",
        customdata=[shown.notation.value(v) if v is not None else "" for v in values],
    )
    last = known[-1]
    place_label(figure, last.year, last.value, name, color, above=False)


def add_path(figure: go.Figure, shown: Trajectory, ink: Ink) -> None:
    """Draw the required path, or the bound that holds in every year."""
    path = shown.judgement.path
    if len(path) < 2:
        return
    figure.add_scatter(
        x=[year for year, _ in path],
        y=[value for _, value in path],
        mode="lines",
        name="Lộ trình cần",
        line={"color": ink.required, "width": 2, "dash": "dash"},
        hovertemplate="%{customdata}<extra>Lộ trình cần</extra>",
        customdata=[shown.notation.value(value) for _, value in path],
    )


def add_targets(figure: go.Figure, shown: Trajectory, ink: Ink) -> None:
    """Mark the targets with the document's words, the national ones in grey."""
    growth = shown.notation.indicator.rule == "growth"
    ends = dict(shown.judgement.path) if growth else {}
    for target in shown.nation_targets:
        add_target(figure, shown, target, target.value, ink.nation, nation=True)
    for target in shown.targets:
        height = ends.get(target.year) if growth else target.value
        add_target(figure, shown, target, height, ink.required, nation=False)


def add_target(
    figure: go.Figure,
    shown: Trajectory,
    target: Target,
    height: float | None,
    color: str,
    *,
    nation: bool,
) -> None:
    """Mark one target as a diamond with its words; growth has no level of its own elsewhere."""
    if height is None or (nation and shown.notation.indicator.rule == "growth"):
        return
    words = shown.notation.target(target)
    text = f"NQ 71: {words}" if nation else f"<b>{target.year}: {words}</b>"
    figure.add_scatter(
        x=[target.year],
        y=[height],
        mode="markers",
        name="Mục tiêu",
        marker={"symbol": "diamond", "size": 13 if not nation else 11, "color": color},
        hovertemplate=f"{words}<extra>{target.doc} {target.year}</extra>",
    )
    place_label(figure, target.year, height, text, color, above=not nation)


def add_band(figure: go.Figure, shown: Trajectory, ink: Ink) -> None:
    """Shade the 80 % band of the linear trend as far as it may be carried."""
    fit, ahead = fit_line(shown.judgement.points), []
    if fit is None or shown.notation.indicator.kind == "milestone":
        return
    last_year = max((t.year for t in shown.targets), default=fit.last)
    for year in range(fit.last, last_year + 1):
        trend = trend_at(fit, year, shown.judgement.measure)
        if trend and trend.low is not None and trend.high is not None:
            ahead.append((year, trend.low, trend.high))
    if len(ahead) < 2:
        return
    years = [year for year, _, _ in ahead]
    figure.add_scatter(
        x=years + years[::-1],
        y=[high for _, _, high in ahead] + [low for _, low, _ in reversed(ahead)],
        fill="toself",
        fillcolor=ink.band,
        line={"width": 0},
        hoverinfo="skip",
        name="Khoảng dự báo 80%",
    )


def add_today(figure: go.Figure, shown: Trajectory, ink: Ink) -> None:
    """Mark the year that is judged."""
    figure.add_vline(x=shown.year, line={"color": ink.quiet, "width": 1, "dash": "dot"})


def year_range(shown: Trajectory) -> list[float]:
    """Span all points and targets with room for labels."""
    series = [shown.judgement.points, shown.nation, *(points for _, points in shown.others)]
    years = [p.year for points in series for p in points]
    years += [t.year for t in (*shown.targets, *shown.nation_targets)] + [shown.year]
    first, last = min(years), max(years)
    room = max(0.8, (last - first) * 0.07)
    return [first - room, last + room]


def year_step(shown: Trajectory) -> int:
    """Choose whole-year ticks that do not crowd."""
    first, last = year_range(shown)
    return next((step for step in (1, 2, 5) if (last - first) / step <= 13), 10)


def tick_format(shown: Trajectory) -> str:
    """Give axis numbers thousands dots and no more decimals than they need."""
    return ",.2~f" if shown.notation.indicator.kind == "index" else ",~f"
