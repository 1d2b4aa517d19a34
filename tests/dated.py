"""Versions recorded on days of the test's own."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

SetDay = Callable[[date], None]


def clock_of(monkeypatch: pytest.MonkeyPatch) -> SetDay:
    """Give what sets the day, for what is recorded from then on and for what is called today."""

    def set_day(day: date) -> None:
        at = datetime.combine(day, time(3), UTC)  # ten in the morning in Viet Nam
        monkeypatch.setattr("indicators.store.journal.now", lambda: at)
        monkeypatch.setattr("indicators.store.local_time.today", lambda: day)

    return set_day
