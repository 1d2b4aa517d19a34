"""The line of a supposed yearly change, apart from what was reported and what is required."""

from dataclasses import dataclass

import plotly.graph_objects as go

from indicators.charts.labels import Label
from indicators.charts.theme import Ink
from indicators.wording.notation import Notation


@dataclass(frozen=True, slots=True)
class SupposedLine:
    """The value of every year from the latest figure on; `marked` years have a point."""

    spots: tuple[tuple[int, float], ...] = ()
    marked: tuple[int, ...] = ()
    words: str = ""


NOTHING_SUPPOSED = SupposedLine()


def add_supposed_line(figure: go.Figure, line: SupposedLine, notation: Notation, ink: Ink) -> None:
    """Draw the line dashed in a colour of its own, with points in the years that are told."""
    figure.add_scatter(
        x=[year for year, _ in line.spots],
        y=[value for _, value in line.spots],
        mode="lines+markers",
        name="Nếu – thì",
        line={"color": ink.supposed, "width": 3, "dash": "dashdot"},
        marker={
            "size": [9 if year in line.marked else 0 for year, _ in line.spots],
            "color": ink.supposed,
            "opacity": 1,
        },
        customdata=[notation.value(value) for _, value in line.spots],
        hovertemplate="%{customdata}<extra>Nếu – thì</extra>",
    )


def supposed_labels(line: SupposedLine, ink: Ink) -> list[Label]:
    """Say at the line's end what is supposed."""
    return [Label(year, value, line.words, ink.supposed) for year, value in line.spots[-1:]]
