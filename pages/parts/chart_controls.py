"""What plotly may write and offer, wherever it draws: Vietnamese, and no button of its own."""

from typing import Any

MONTHS = [f"Tháng {month}" for month in range(1, 13)]
FORMAT = {"months": MONTHS, "shortMonths": MONTHS, "decimal": ",", "thousands": "."}
CONTROLS: dict[str, Any] = {
    "locale": "vi",
    "locales": {"vi": {"dictionary": {}, "format": FORMAT}},
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
