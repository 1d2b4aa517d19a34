"""What time it is on a board, decided here alone: now, and today.

On the real board the machine's clock says it. An illustrative board stands still on the day of its
newest version and moves on by a minute with each that is recorded in it, so that it reads the same
whenever it is opened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from indicators.store import local_time
from indicators.store.connection import Store
from indicators.store.errors import DatabaseError

STEP = timedelta(minutes=1)
NEWEST = 'SELECT "at" FROM version ORDER BY number DESC LIMIT 1'


def today(store: Store) -> date:
    """Give the day in Viet Nam on which a board is looked at."""
    own = store.set_to or _newest(store)
    return local_time.local_day(own) if own else local_time.today()


def own_time(store: Store) -> datetime | None:
    """Give the time of an illustrative board's next entry; None where the machine's clock holds."""
    newest = _newest(store)
    return store.set_to or (newest + STEP if newest else None)


@contextmanager
def set_to(store: Store, moment: datetime) -> Iterator[None]:
    """Let an illustrative board be at a moment of its making."""
    if store.nature != "illustrative":
        raise DatabaseError(f"Không đặt được giờ cho {store.path}: tệp chứa số liệu thật.")
    store.set_to = moment.astimezone(UTC)
    try:
        yield
    finally:
        store.set_to = None


def _newest(store: Store) -> datetime | None:
    if store.nature != "illustrative":
        return None
    return store.remember(("newest", store.writes), lambda: _read_newest(store))


def _read_newest(store: Store) -> datetime | None:
    with store.reading() as cursor:
        row = cursor.execute(NEWEST).fetchone()
    return row[0].replace(tzinfo=UTC) if row else None
