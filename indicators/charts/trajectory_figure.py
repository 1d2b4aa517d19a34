"""The trajectory of an indicator as plotly draws it on a page."""

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from indicators.charts.labels import LEADING, LabelLine, PlacedLabel, PlotFrame, Span
from indicators.charts.placing import open_stretches
from indicators.charts.theme import MARK_SIZE, Ink, layout
from indicators.charts.trajectory import Trajectory, trend_band
from indicators.charts.trajectory_frame import WIDE, PlotSize, levels, tick_text, year_step
from indicators.charts.trajectory_labels import BETWEEN, placed_in, told_below, told_lines
from indicators.charts.trajectory_lines import DrawnLine, drawn_lines
from indicators.typesetting.set_type import width_of

MARK_SHARE = 12  # of the plot's width, the size of a mark across it
TOP, RIGHT, YEARS = 10, 10, 30  # pixels around the plot; the years stand below it
TICK_GAP = 10  # pixels between the numbers at the left and the plot, and before them
TOLD_GAP = 6  # pixels between the years and what is told below them


def draw_trajectory(trajectory: Trajectory, ink: Ink, size: PlotSize = WIDE) -> go.Figure:
    """Draw the chart for plots of a size; its height has room for what is told below it."""
    lines = drawn_lines(trajectory, ink)
    frame, placement = placed_in(trajectory, lines, size, ink)
    ticks = levels(trajectory, frame, size.most_levels)
    texts = [tick_text(tick, trajectory) for tick in ticks]
    left = max((width_of(text, size.axis_size) for text in texts), default=0) + TICK_GAP
    below = told_below(trajectory, placement, ink)
    told = told_lines(below, size.axis_size, size.widths[0] + left + RIGHT)
    foot = YEARS + (TOLD_GAP + len(told) * LEADING * size.axis_size if told else 0)
    mark_size = min(MARK_SIZE, size.widths[0] // MARK_SHARE)
    figure = go.Figure(
        layout=layout(ink, trajectory.title, size.axis_size, trajectory.mark, mark_size)
        | {"height": TOP + size.height + foot}
        | {"margin": {"l": left, "r": RIGHT, "t": TOP, "b": foot, "pad": 0}}
    )
    add_band(figure, trajectory, ink)
    for line in lines:
        add_line(figure, line, ink)
    for placed in placement.placed:
        figure.add_annotation(**annotation(placed, ink, size))
    if told:
        figure.add_annotation(**told_annotation(told, size, left))
    add_year(figure, trajectory.year, frame, open_stretches(placement, frame, trajectory.year), ink)
    figure.update_xaxes(range=frame.x, dtick=year_step(frame), tickangle=0)
    figure.update_yaxes(range=frame.y, tickvals=ticks, ticktext=texts)
    return figure


def add_line(figure: go.Figure, line: DrawnLine, ink: Ink) -> None:
    """Draw a line with its marks."""
    years, values = zip(*line.spots, strict=True)
    modes = [word for word, there in (("lines", line.width), ("markers", line.symbol)) if there]
    figure.add_scatter(
        x=years,
        y=values,
        mode="+".join(modes),
        name=line.name,
        line={"color": line.color, "width": line.width, "dash": line.dash},
        marker=marker(line, years, ink) if line.symbol else None,
        customdata=line.told or None,
        hovertemplate=hover(line.name) if line.told else None,
        hoverinfo=None if line.told else "skip",
    )


def hover(name: str) -> str:
    """Write what a point that is touched says, after the name of its line."""
    return f"{escape(name)}: %{{customdata}}<extra></extra>"


def marker(line: DrawnLine, years: Sequence[int], ink: Ink) -> dict[str, Any]:
    """Write the marks of a line; hollow ones show the paper."""
    return {
        "symbol": line.symbol,
        "size": [line.size if line.has_mark(year) else 0 for year in years],
        "color": [ink.paper if year in line.hollow else line.color for year in years],
        "line": {"color": line.color, "width": 2 if line.size > 5 else 0},
        "opacity": 1,
    }


def add_band(figure: go.Figure, trajectory: Trajectory, ink: Ink) -> None:
    """Draw the 80 % band of the trend, lightly."""
    band = trend_band(trajectory)
    years = [year for year, _, _ in band]
    figure.add_scatter(
        x=years + years[::-1],
        y=[high for _, _, high in band] + [low for _, low, _ in reversed(band)],
        mode="lines",
        fill="toself",
        fillcolor=ink.band,
        line={"width": 0},
        hoverinfo="skip",
        name="Khoảng dự báo 80%",
    )


def add_year(
    figure: go.Figure, year: int, frame: PlotFrame, stretches: Sequence[Span], ink: Ink
) -> None:
    """Mark the year that is judged by a line that runs through no words."""
    for low, high in stretches:
        figure.add_shape(
            type="line",
            layer="below",
            x0=year,
            x1=year,
            y0=frame.value_at(low),
            y1=frame.value_at(high),
            line={"color": ink.quiet, "width": 1, "dash": "dot"},
        )


def annotation(placed: PlacedLabel, ink: Ink, size: PlotSize) -> dict[str, Any]:
    """Write a label as plotly wants it; faint lines of the grid do not run through it."""
    label = placed.label
    return {
        "x": label.x,
        "y": label.y,
        "text": "<br>".join(map(marked, placed.lines)),
        "showarrow": False,
        "xanchor": placed.anchor,
        "yanchor": "middle",
        "xshift": placed.right,
        "yshift": placed.up,
        "align": placed.anchor,
        "borderpad": 0,
        "bgcolor": ink.paper,
        "font": {"color": label.color, "size": size.type_size},
    }


def marked(line: LabelLine) -> str:
    """Write a line of a label, none of it taken for a tag."""
    heavy, usual = (escape(part, quote=False) for part in line)
    return f"<b>{heavy}</b>{usual}" if heavy else usual


def told_annotation(
    lines: Sequence[Sequence[tuple[str, str]]], size: PlotSize, left: float
) -> dict[str, Any]:
    """Write what is told below a chart, each part in the colour of its line."""
    told = "<br>".join(
        BETWEEN.join(
            f'<span style="color:{color}">{escape(text, quote=False)}</span>'
            for text, color in line
        )
        for line in lines
    )
    return {
        "text": told,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xshift": -left,
        "yshift": -YEARS - TOLD_GAP,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": size.axis_size},
    }
