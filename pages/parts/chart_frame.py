"""A chart on a page: Vietnamese controls and its picture button."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from indicators.charts.theme import DARK, EXPORT_HEIGHT, EXPORT_SCALE, EXPORT_WIDTH, LIGHT, Ink
from pages.parts.downloads import taken_name

WORDS = {
    "Autoscale": "Tự chỉnh tỷ lệ",
    "Download plot as a PNG": "Tải hình PNG",
    "Download plot as a png": "Tải hình PNG",
    "Download plot": "Tải hình",
    "Pan": "Kéo",
    "Reset": "Về ban đầu",
    "Reset axes": "Về ban đầu",
    "Zoom": "Phóng to",
    "Zoom in": "Phóng to",
    "Zoom out": "Thu nhỏ",
    "Taking snapshot - this may take a few seconds": "Đang tạo hình",
    "Snapshot succeeded": "Đã tạo hình",
    "Sorry, there was a problem downloading your snapshot!": "Không tạo được hình.",
    "Double-click to zoom back out": "Bấm đúp để về ban đầu",
}
MONTHS = [f"Tháng {month}" for month in range(1, 13)]
FORMAT = {"months": MONTHS, "shortMonths": MONTHS, "decimal": ",", "thousands": "."}


class SharedFigure(go.Figure):
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


def show_chart(figure: go.Figure, key: str, file_name: str) -> None:
    """Draw a chart; its picture button makes a 16:9 picture with title, source and date inside."""
    st.plotly_chart(figure, key=key, theme=None, config=controls(file_name))


def controls(file_name: str) -> dict[str, Any]:
    """Set the chart's buttons, language and picture."""
    return {
        "locale": "vi",
        "locales": {"vi": {"dictionary": WORDS, "format": FORMAT}},
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "doubleClick": "reset",
        "toImageButtonOptions": {
            "format": "png",
            "filename": taken_name(file_name),
            "width": EXPORT_WIDTH,
            "height": EXPORT_HEIGHT,
            "scale": EXPORT_SCALE,
        },
    }
