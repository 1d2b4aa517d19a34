"""What a file says against what is in force: firmer figures, jumps, fractions, withdrawals."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite

from indicators.catalogue.records import Catalogue, Indicator
from indicators.intake.findings import Finding, FindingKind, Severity
from indicators.store.records import STATUSES, Observation, Period, Status
from indicators.wording.numbers import plain

Key = tuple[str, str, str, int, Period]
Current = Mapping[Key, tuple[float | None, Status]]
SeriesKey = tuple[str, str, str, Period]
Series = dict[int, float]
# With a single yearly change known, any other would be a record.
FEWEST_CHANGES = 2
ONE_FRACTION = (
    "Số này bằng khoảng một phần trăm số liền trước, giống phân số; nếu là 77% hãy ghi 77 chứ "
    "không ghi 0,77, nếu đúng hãy xác nhận."
)


@dataclass(slots=True)
class Past:
    """The figures in force, by key and as series of years."""

    current: Current
    series: dict[SeriesKey, Series] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    most: dict[SeriesKey, float] = field(default_factory=dict)

    @classmethod
    def of(cls, current: Current) -> "Past":
        """Lay out what is in force; `small` are the indicators that stood at one or below."""
        past = cls(current)
        for (indicator, area, group, year, period), (value, _) in current.items():
            if value is not None and isfinite(value):
                past.series.setdefault((indicator, area, group, period), {})[year] = value
                if 0 < value <= 1:
                    past.small.add(indicator)
        return past

    def compare(
        self, rows: list[Observation], catalogue: Catalogue, found: list[Finding]
    ) -> tuple[list[Observation], list[Finding]]:
        """Give the rows that say something, and the findings; fractions found stay as they are."""
        indicators = {each.code: each for each in catalogue.indicators}
        given = self._given(rows)
        fractions = {(each.sheet, each.row) for each in found if each.kind == "scale_suspect"}
        told: list[Finding] = []
        kept = []
        for row in rows:
            if row.value is None and not row.label and not self._held(row):
                told.append(_nothing_to_withdraw(row))
                continue
            kept.append(row)
            told += self._less_firm(row)
            if (row.sheet, row.row) not in fractions and row.value is not None:
                told += self._jump(row, row.value, indicators[row.indicator], given)
        return kept, told

    def _given(self, rows: list[Observation]) -> dict[SeriesKey, Series]:
        """Lay the file's own figures over those in force."""
        given: dict[SeriesKey, Series] = {}
        for row in rows:
            key = _series(row)
            series = given.get(key)
            if series is None:
                series = given[key] = dict(self.series.get(key, {}))
            series.pop(row.year, None)
            if row.value is not None and isfinite(row.value):
                series[row.year] = row.value
        return given

    def _held(self, row: Observation) -> bool:
        return row.key in self.current

    def _less_firm(self, row: Observation) -> Iterator[Finding]:
        held = self.current.get(row.key)
        if held is None or row.value is None:
            return
        if STATUSES.index(row.status) < STATUSES.index(held[1]):
            message = (
                f"Số đang dùng là số {held[1]}, số gửi lên chỉ là số {row.status}; hãy xác nhận "
                "nếu đúng là thay bằng số kém chắc chắn hơn."
            )
            yield _finding(row, "status_regression", "trang_thai", row.status, message)

    def _jump(
        self, row: Observation, value: float, indicator: Indicator, given: dict[SeriesKey, Series]
    ) -> Iterator[Finding]:
        """Compare the yearly change that leads to a value with all others known of its series."""
        key = _series(row)
        held, series = self.series.get(key, {}), given[key]
        if len(series) < 2 or not isfinite(value) or held.get(row.year) == value:
            return
        made = _made(series, row.year, value)
        slack = 0.5 * 10.0**-indicator.decimals
        if indicator.kind == "percent" and _shrunk(series, row.year, value):
            yield _finding(row, "scale_suspect", "gia_tri", plain(value), ONE_FRACTION)
        elif made > self._most(key) + slack:
            known = _yearly(held) | {
                pair: change for pair, change in _yearly(series).items() if row.year not in pair
            }
            most = max(known.values(), default=0)
            if len(known) >= FEWEST_CHANGES and made > most + slack:
                yield _finding(row, "jump", "gia_tri", plain(value), _record(indicator, made, most))

    def _most(self, key: SeriesKey) -> float:
        """Give the largest yearly change in force of a series."""
        if key not in self.most:
            self.most[key] = max(_yearly(self.series.get(key, {})).values(), default=0.0)
        return self.most[key]


def _series(row: Observation) -> SeriesKey:
    return (row.indicator, row.area, row.group, row.period)


def _yearly(series: Series) -> dict[tuple[int, int], float]:
    """Give the change per year between each two years that follow each other in a series."""
    return {
        (first, second): abs(series[second] - series[first]) / (second - first)
        for first, second in pairwise(sorted(series))
    }


def _neighbours(series: Series, year: int) -> list[int]:
    """Give the years next to one in a series, before and after."""
    years = sorted(series)
    place = bisect_left(years, year)
    after = place + 1 if series.get(year) is not None else place
    return years[max(place - 1, 0) : place] + years[after : after + 1]


def _made(series: Series, year: int, value: float) -> float:
    """Give the largest change per year between a value and its neighbours."""
    near = _neighbours(series, year)
    return max((abs(value - series[each]) / abs(year - each) for each in near), default=0.0)


def _shrunk(series: Series, year: int, value: float) -> bool:
    """Say whether a value is about a hundredth of its neighbour."""
    near = [series[each] for each in _neighbours(series, year)[:1]]
    return bool(near) and 0 < value <= 1 < near[0] and 0.5 <= 100 * value / near[0] <= 2


def _record(indicator: Indicator, made: float, most: float) -> str:
    decimals = indicator.decimals + 1
    return (
        f"Thay đổi {plain(made, decimals)} mỗi năm, hơn mọi lần trước của chuỗi số liệu này (nhiều "
        f"nhất {plain(most, decimals)}); hãy kiểm tra lại số, nếu đúng hãy xác nhận."
    )


def _nothing_to_withdraw(row: Observation) -> Finding:
    message = "Không có số liệu nào đang dùng để rút; hãy kiểm tra lại chỉ tiêu, năm, đơn vị, nhóm."
    return _finding(row, "missing_value", "trang_thai", "rút", message, "remark")


def _finding(
    row: Observation,
    kind: FindingKind,
    column: str,
    text: str,
    message: str,
    severity: Severity = "warning",
) -> Finding:
    return Finding(severity, kind, row.sheet, row.row, column, text, message)
