"""The yearly plans in the trajectory: small open squares, apart from figures and targets."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from indicators.catalogue.records import Target
from indicators.charts.labels import LETTER, LINE, LabelBox, PlotFrame
from indicators.charts.theme import Ink
from indicators.wording.notation import Notation

NAME = "Kế hoạch năm"
LEGEND_HEIGHT = 16  # pixels more between title and plot
LEGEND_UP = 4  # pixels from the plot to the legend above it


def add_plans(figure: go.Figure, plans: Sequence[Target], notation: Notation, ink: Ink) -> None:
    """Mark every plan, with a legend above the plot; nothing is drawn where there is none."""
    marked = spots_of(plans)
    if not marked:
        return
    figure.add_scatter(
        x=[year for year, _ in marked],
        y=[value for _, value in marked],
        mode="markers",
        name=NAME,
        marker={
            "symbol": "square-open",
            "size": 10,
            "color": ink.plan,
            "line": {"color": ink.plan, "width": 2},
        },
        customdata=[notation.value(value) for _, value in marked],
        hovertemplate=f"%{{customdata}}<extra>{NAME}</extra>",
    )
    figure.layout.margin.t += LEGEND_HEIGHT
    figure.add_annotation(**legend(ink))


def legend_box(plans: Sequence[Target], frame: PlotFrame) -> list[LabelBox]:
    """The pixels of the legend above the plot, for labels to keep clear of; none without plans."""
    wide = LETTER * (len(NAME) + 2)
    low = frame.height + LEGEND_UP
    return [(0, low, wide, low + LINE)] if spots_of(plans) else []


def legend(ink: Ink) -> dict[str, Any]:
    """Name the squares above the plot, where no label of the chart is."""
    return {
        "text": f"□ {NAME}",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "yshift": LEGEND_UP,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 14, "color": ink.plan},
    }


def spots_of(plans: Sequence[Target]) -> list[tuple[int, float]]:
    """Give year and value of the plans that have a number."""
    return [(plan.year, plan.value) for plan in plans if plan.value is not None]
