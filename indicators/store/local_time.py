"""The clock and calendar of Viet Nam."""

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

# One offset without summer time since 1975, so no time zone tables are needed.
VIETNAM = timezone(timedelta(hours=7))


@lru_cache  # all figures of a file were recorded at one moment
def local_day(moment: datetime) -> date:
    """Give the day in Viet Nam on which a moment fell."""
    return moment.astimezone(VIETNAM).date()


def today() -> date:
    """Give today's date in Viet Nam."""
    return datetime.now(VIETNAM).date()
