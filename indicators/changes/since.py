"""The earlier moment with which a board is compared: a report, a version, a day or a year."""

import re
from dataclasses import dataclass, replace
from datetime import date

from indicators.board.as_of import AsOf
from indicators.board.reporting import last_due
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import catalogue_at, version_at, version_on, versions
from indicators.store.local_time import local_day
from indicators.store.records import Version
from indicators.wording.days import read_day
from indicators.wording.numbers import day

VERSION = re.compile(r"v?(\d{1,9})", re.IGNORECASE)
YEAR = re.compile(r"(19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier moment and how it is told: 'Từ báo cáo 9 tháng năm 2026 (15/09/2026)'."""

    moment: AsOf
    label: str


def since(store: Store, seen: AsOf, start: str | None = None) -> Since:
    """Find the moment asked for: a version (12, v12), a day (22/11/2026) or a year to judge (2025).

    Without any it is the last reporting date, or the first version where the board is younger.
    Raises StoreError when it cannot be read, is not there, or is later than what is seen.
    """
    if not start or not start.strip():
        return _last_report(store, seen)
    text = start.strip()
    if YEAR.fullmatch(text):
        return _year(seen, int(text))
    if named := VERSION.fullmatch(text):
        return _version(store, seen, int(named[1]))
    return _day(store, seen, _readable(text))


def _readable(text: str) -> date:
    if (when := read_day(text)) is not None:
        return when
    raise StoreError(
        f"Không đọc được mốc so sánh '{text}'; hãy viết một ngày (22/11/2026), một năm đánh giá "
        "(2025) hoặc một phiên bản (v12)."
    )


def _last_report(store: Store, seen: AsOf) -> Since:
    due = last_due(catalogue_at(store, seen.version.number), seen.day)
    first = versions(store)[0]
    if local_day(first.at) <= due.day:
        before = _at(version_on(store, due.day), due.day, seen)
        return Since(before, f"Từ {due.name} ({day(due.day)})")
    begun = local_day(first.at)
    return Since(_at(first, begun, seen), f"Từ khi lập bảng theo dõi ({day(begun)})")


def _version(store: Store, seen: AsOf, number: int) -> Since:
    version = version_at(store, number)
    if number > seen.version.number:
        raise StoreError(
            f"Phiên bản {number} có sau phiên bản {seen.version.number} đang xem; hãy chọn một "
            "phiên bản trước đó."
        )
    recorded = local_day(version.at)
    return Since(_at(version, recorded, seen), f"Từ phiên bản {number} ({day(recorded)})")


def _day(store: Store, seen: AsOf, start: date) -> Since:
    if start > seen.day:
        raise StoreError(
            f"Ngày {day(start)} ở sau ngày đang xem {day(seen.day)}; hãy chọn một ngày trước đó."
        )
    return Since(_at(version_on(store, start), start, seen), f"Từ hết ngày {day(start)}")


def _year(seen: AsOf, year: int) -> Since:
    """The same figures, targets and thresholds, judged as of an earlier year."""
    if year >= seen.year:
        raise StoreError(
            f"Năm {year} không ở trước năm đánh giá {seen.year} đang xem; hãy chọn năm "
            f"{seen.year - 1} hoặc sớm hơn."
        )
    return Since(replace(seen, year=year, past=True), f"So với năm đánh giá {year}")


def _at(version: Version, when: date, seen: AsOf) -> AsOf:
    """Look at a version on a day, neither of them later than what is seen."""
    earlier = min(version, seen.version, key=lambda each: each.number)
    seen_day = min(when, seen.day)
    year = min(seen_day.year, seen.year)
    return replace(seen, version=earlier, day=seen_day, year=year, past=True)
