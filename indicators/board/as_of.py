"""What a reader looks at: a data version, the day it stands for and the year judged."""

from dataclasses import dataclass
from datetime import date

from indicators.store.clock import today
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import latest, version_at, version_on
from indicators.store.journal import Version
from indicators.store.local_time import local_day
from indicators.wording.numbers import day


@dataclass(frozen=True, slots=True)
class AsOf:
    """What is looked at: a data version, the day it stands for, the year judged.

    `illustrative`: its figures are made up, and whatever shows them says so.
    """

    version: Version
    day: date
    year: int
    past: bool = False
    illustrative: bool = False


def as_of(
    store: Store, on: date | None = None, number: int | None = None, year: int | None = None
) -> AsOf:
    """Resolve day, version number and year to what the board shows; now without any.

    A number says which figures, targets and thresholds, and stands for its own day, the newest for
    today. A day alone means the version in force at its end; beside a number it only says from
    which day dates are counted. A year leaves out figures of later years.

    Raises StoreError for a version that is not there, a day without data or to come, and a year
    after the day.
    """
    newest, now = latest(store), today(store)
    version = _version(store, on, number)
    shown = on or (local_day(version.at) if version.number != newest.number else now)
    if year is not None and year > shown.year:
        raise StoreError(
            f"Năm đánh giá {year} ở sau ngày đang xem {day(shown)}; hãy chọn năm {shown.year} "
            "hoặc sớm hơn."
        )
    past = version.number != newest.number or (year is not None and year != shown.year)
    illustrative = store.nature == "illustrative"
    return AsOf(version, shown, year or shown.year, past or shown != now, illustrative)


def _version(store: Store, on: date | None, number: int | None) -> Version:
    if number is not None:
        return version_at(store, number)
    if on is None:
        return latest(store)
    now = today(store)
    if on > now:
        raise StoreError(
            f"Ngày {day(on)} chưa tới, hôm nay là {day(now)}; hãy chọn hôm nay hoặc một ngày trước "
            "đó."
        )
    return version_on(store, on)
