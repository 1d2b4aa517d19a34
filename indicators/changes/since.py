"""The earlier moment with which a board is compared: a report, a version, a day or a year."""

import re
from dataclasses import dataclass, replace
from datetime import date

from indicators.board.as_of import AsOf
from indicators.board.board import assess
from indicators.board.reporting import Due, due_dates
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import version_at, version_on, versions
from indicators.store.local_time import local_day
from indicators.store.records import Version
from indicators.wording.days import read_day
from indicators.wording.numbers import day

VERSION = re.compile(r"v?(\d{1,9})", re.IGNORECASE)
REPORT_YEARS = 2  # how many years before the one seen an earlier report is looked for
YEAR = re.compile(r"(19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier moment and its name: 'báo cáo 9 tháng năm 2026 (15/09/2026)'."""

    moment: AsOf
    name: str
    opening: str = "Từ"
    is_report: bool = False

    @property
    def label(self) -> str:
        """Tell it before what has changed: 'Từ báo cáo 9 tháng năm 2026 (15/09/2026)'."""
        return f"{self.opening} {self.name}"


def since(store: Store, seen: AsOf, start: str | None = None) -> Since:
    """Find the moment asked for: a version (12, v12), a day (22/11/2026) or a year to judge (2025).

    Without any it is the reporting date before the figures on show, or the first version where the
    board is younger.
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
    """Go back to the last report, but for the one on show, from which the board differs.

    While a report is being sent, and until the next one is, this is the same report.
    """
    begun = versions(store)[0]
    if not (reports := _earlier_reports(store, seen, local_day(begun.at))):
        return _begun(begun, seen)
    moments = {due: _at(version_on(store, due.day), due.day, seen) for due in reports}
    shown = _shown(store, seen)
    due = next((due for due in reports if _shown(store, moments[due]) != shown), reports[0])
    return Since(moments[due], f"{due.name} ({day(due.day)})", is_report=True)


def _begun(first: Version, seen: AsOf) -> Since:
    """The board as it was first, where it is younger than the reports."""
    begun = local_day(first.at)
    return Since(_at(first, begun, seen), f"khi lập bảng theo dõi ({day(begun)})")


def _earlier_reports(store: Store, seen: AsOf, begun: date) -> list[Due]:
    """List the reports due since the board began, the last first, but for the one on show."""
    board = assess(store, seen)
    last = min(seen.day, date(seen.year, 12, 31))
    years = range(last.year - REPORT_YEARS, last.year + 1)
    dues = [due for year in years for due in due_dates(board.catalogue, year)]
    reported = {each for row in board.programme for each in row.reported}
    on_show = [due for due in dues if (due.year, due.period) in reported][-1:]
    return [due for due in reversed(dues) if begun <= due.day < last and due not in on_show]


def _shown(store: Store, moment: AsOf) -> list[tuple[object, ...]]:
    """Give what a board shows: of each indicator the verdict, the newest figure, the targets."""
    rows = assess(store, moment).programme
    return [(row.indicator.code, row.status, row.newest, row.targets) for row in rows]


def _version(store: Store, seen: AsOf, number: int) -> Since:
    version = version_at(store, number)
    if number > seen.version.number:
        raise StoreError(
            f"Phiên bản {number} có sau phiên bản {seen.version.number} đang xem; hãy chọn một "
            "phiên bản trước đó."
        )
    recorded = local_day(version.at)
    return Since(_at(version, recorded, seen), f"phiên bản {number} ({day(recorded)})")


def _day(store: Store, seen: AsOf, start: date) -> Since:
    if start > seen.day:
        raise StoreError(
            f"Ngày {day(start)} ở sau ngày đang xem {day(seen.day)}; hãy chọn một ngày trước đó."
        )
    return Since(_at(version_on(store, start), start, seen), f"hết ngày {day(start)}")


def _year(seen: AsOf, year: int) -> Since:
    """The same figures, targets and thresholds, judged as of an earlier year."""
    if year >= seen.year:
        raise StoreError(
            f"Năm {year} không ở trước năm đánh giá {seen.year} đang xem; hãy chọn năm "
            f"{seen.year - 1} hoặc sớm hơn."
        )
    return Since(replace(seen, year=year, past=True), f"năm đánh giá {year}", "So với")


def _at(version: Version, when: date, seen: AsOf) -> AsOf:
    """Look at a version on a day, neither of them later than what is seen."""
    earlier = min(version, seen.version, key=lambda each: each.number)
    seen_day = min(when, seen.day)
    year = min(seen_day.year, seen.year)
    return replace(seen, version=earlier, day=seen_day, year=year, past=True)
