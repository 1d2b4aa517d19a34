"""A chart on a page, without controls: its picture is offered below it (parts/taking.py)."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from indicators.charts.theme import DARK, LIGHT, Ink
from pages.parts.chart_controls import CONTROLS


class SharedFigure(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A chart that many are shown and nobody changes: written out once, not for each of them."""

    def __init__(self, figure: go.Figure) -> None:
        super().__init__(figure)
        self._written: dict[str, Any] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Give what was written; not to be changed."""
        return self._written


def ink() -> Ink:
    """Choose the chart's colours for the reader's light or dark page."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def show_chart(figure: go.Figure, key: str) -> None:
    """Draw a chart."""
    st.plotly_chart(figure, key=key, theme=None, config=CONTROLS)
