"""How progress is judged: plain arithmetic on one series and its targets, no I/O."""

from indicators.progress.judging import judge
from indicators.progress.results import (
    METHOD_VERSION,
    UNRANKED,
    Goal,
    Judgement,
    Measure,
    Milestone,
    Point,
    Reason,
    Status,
    Thresholds,
    Trend,
)

__all__ = [
    "METHOD_VERSION",
    "UNRANKED",
    "Goal",
    "Judgement",
    "Measure",
    "Milestone",
    "Point",
    "Reason",
    "Status",
    "Thresholds",
    "Trend",
    "judge",
]
