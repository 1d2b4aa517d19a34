"""The Vietnamese controls of a chart and its picture button, for plotly wherever it draws."""

from typing import Any

from indicators.charts.picture import SCALE
from pages.parts.picture_choice import USUAL, Picture

WORDS = {
    "Autoscale": "Tự chỉnh tỷ lệ",
    "Download plot as a PNG": "Tải hình PNG",
    "Download plot as a png": "Tải hình PNG",
    "Download plot": "Tải hình SVG",
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


def controls(file_name: str, picture: Picture = USUAL) -> dict[str, Any]:
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
            "format": picture.format,
            "filename": file_name,
            "width": picture.shape.width,
            "height": picture.shape.height,
            "scale": SCALE if picture.format == "png" else 1,
        },
    }
