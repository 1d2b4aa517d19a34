"""When the night's backup is due: pure arithmetic on times, so that no test has to wait."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from indicators.store.local_time import VIETNAM
from indicators.store.marks import Mark
from indicators.store.records import Version


def unsaved_since(entries: Sequence[Version], saved: Mark | None) -> datetime | None:
    """Tell when the oldest version was recorded that no backup holds; None where all are held.

    `entries` in order, `saved` what the newest good backup holds. Of a board that does not go
    through that, as one put back from an older backup, it is the newest version.
    """
    if not entries or saved is None:
        return entries[0].at if entries else None
    if saved.number > len(entries) or entries[saved.number - 1].hash != saved.hash:
        return entries[-1].at
    later = entries[saved.number :]
    return later[0].at if later else None


def next_due(
    unsaved: datetime | None, watched_since: datetime, now: datetime, at: time
) -> datetime | None:
    """Give the first time of day `at`, in Viet Nam, after the oldest unsaved version; None: never.

    One that lies in the past was missed and is due now. A version dated in the future, before the
    clock was set right, counts from when the board is watched.
    """
    if unsaved is None:
        return None
    since = (unsaved if unsaved <= now else watched_since).astimezone(VIETNAM)
    due = datetime.combine(since.date(), at, VIETNAM)
    return due if due > since else due + timedelta(days=1)
