"""What a reader looks at: a data version, the day it stands for and the year judged."""

from dataclasses import dataclass
from datetime import date

from indicators.local_time import local_day, today
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import latest, version_at, version_on
from indicators.store.journal import Version
from indicators.wording.numbers import day


@dataclass(frozen=True, slots=True)
class AsOf:
    """What is looked at: a data version, the day it stands for, the year judged."""

    version: Version
    day: date
    year: int
    past: bool = False


def as_of(
    store: Store, on: date | None = None, number: int | None = None, year: int | None = None
) -> AsOf:
    """Resolve a day or a version number to what the board shows; the newest without either."""
    newest = latest(store)
    version = newest
    if number is not None:
        version = version_at(store, number)
    elif on is not None:
        version = version_on(store, on)
    shown = on or (local_day(version.at) if version.number != newest.number else today())
    if year is not None and year > shown.year:
        raise StoreError(
            f"Năm đánh giá {year} ở sau ngày đang xem {day(shown)}; hãy chọn năm {shown.year} "
            "hoặc sớm hơn."
        )
    past = version.number != newest.number or (year is not None and year != shown.year)
    return AsOf(version, shown, year or shown.year, past or shown < today())
