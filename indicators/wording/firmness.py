"""How firm a figure is, in the words it was recorded with."""

from indicators.progress.results import WHOLE_YEAR, Point
from indicators.store.records import PERIODS, Period

# The part of a year that a figure is of, on its own and within a sentence.
PERIOD_NAMES: dict[Period, str] = {"nam": "Cả năm", "9t": "9 tháng", "6t": "6 tháng"}
PERIOD_WORDS: dict[str, str] = {period: name.lower() for period, name in PERIOD_NAMES.items()}
UNSAID = "ước hoặc sơ bộ"  # of a figure that is not final and does not say why


def firmness(point: Point) -> str:
    """Say how firm a figure is: 'ước', 'sơ bộ', 'ước 9 tháng'; nothing of a final one."""
    if not point.provisional:
        return ""
    part = "" if point.part == WHOLE_YEAR else PERIOD_WORDS[PERIODS[point.part]]
    return " ".join(word for word in (point.status, part) if word) or UNSAID


def firmness_note(point: Point) -> str:
    """Set how firm a figure is behind its value: ' (ước)'."""
    said = firmness(point)
    return f" ({said})" if said else ""
