"""What a file says against what is in force: firmer figures, jumps, fractions, withdrawals."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite

from indicators.catalogue.records import Catalogue, Indicator
from indicators.intake.checks.yearly_changes import FEWEST_CHANGES, ValuesByYear, YearlyChanges
from indicators.intake.findings import Finding, FindingKind, Severity
from indicators.store.records import STATUSES, Observation, Period, Status
from indicators.wording.numbers import plain

FigureKey = tuple[str, str, str, int, Period]
Current = Mapping[FigureKey, tuple[float | None, Status]]
SeriesKey = tuple[str, str, str, Period]
NOTHING: ValuesByYear = {}
ONE_FRACTION = (
    "Số này bằng khoảng một phần trăm số liền trước, giống phân số; nếu là 77% hãy ghi 77 chứ "
    "không ghi 0,77, nếu đúng hãy xác nhận."
)


@dataclass(slots=True)
class Past:
    """The figures in force, by key and as series of years."""

    current: Current
    series: dict[SeriesKey, ValuesByYear] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)

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
        figures = [row for row in rows if row.value is not None or row.label or self._held(row)]
        findings = [] if len(figures) == len(rows) else [*self._idle(rows)]
        findings += [
            each for row in figures if row.key in self.current for each in self._less_firm(row)
        ]
        fractions = {(each.sheet, each.row) for each in found if each.kind == "scale_suspect"}
        findings += self._unusual(figures, catalogue, fractions)
        return figures, findings

    def _idle(self, rows: Iterable[Observation]) -> Iterator[Finding]:
        for row in rows:
            if row.value is None and not row.label and not self._held(row):
                message = (
                    "Không có số liệu nào đang dùng để rút; hãy kiểm tra lại chỉ tiêu, năm, đơn "
                    "vị, nhóm."
                )
                yield _finding(row, "missing_value", "trang_thai", "rút", message, "remark")

    def _held(self, row: Observation) -> bool:
        return row.key in self.current

    def _less_firm(self, row: Observation) -> Iterator[Finding]:
        status = self.current[row.key][1]
        says = row.value is not None or row.label
        if says and STATUSES.index(row.status) < STATUSES.index(status):
            message = (
                f"Số đang dùng là số {status}, số gửi lên chỉ là số {row.status}; hãy xác nhận "
                "nếu đúng là thay bằng số kém chắc chắn hơn."
            )
            yield _finding(row, "status_regression", "trang_thai", row.status, message)

    def _unusual(
        self,
        figures: list[Observation],
        catalogue: Catalogue,
        fractions: set[tuple[str, int | None]],
    ) -> Iterator[Finding]:
        """Look through the file's rows series by series, laid over the figures in force."""
        indicators = catalogue.indicators_by_code
        by_series: dict[SeriesKey, list[Observation]] = {}
        for row in figures:
            key = (row.indicator, row.area, row.group, row.period)
            by_series.setdefault(key, []).append(row)
        for key, same in by_series.items():
            held = self.series.get(key, NOTHING)
            # Between so few figures nothing is unlikely but a fraction.
            few = len(held) + len(same) <= FEWEST_CHANGES
            suspects = [
                row for row in same if not few or (row.value is not None and row.value <= 1)
            ]
            if suspects:
                rows = [row for row in suspects if (row.sheet, row.row) not in fractions]
                changes = YearlyChanges.of(held, same)
                yield from _unusual_in(indicators[key[0]], held, changes, rows)


def _unusual_in(
    indicator: Indicator, held: ValuesByYear, changes: YearlyChanges, rows: Iterable[Observation]
) -> Iterator[Finding]:
    """Tell what is unlikely in the rows of one series: a fraction, or a change beyond all known."""
    slack, steepest = 0.5 * 10.0**-indicator.decimals, changes.steepest
    for row in rows:
        value = row.value
        if value is None or not isfinite(value) or held.get(row.year) == value:
            continue
        if indicator.kind == "percent" and value <= 1 and changes.shrunk(row.year):
            yield _finding(row, "scale_suspect", "gia_tri", plain(value), ONE_FRACTION)
        elif row.year in steepest and (made := changes.record_at(row.year, slack)) is not None:
            message = _record(indicator, made, changes.most_beside(row.year))
            yield _finding(row, "jump", "gia_tri", plain(value), message)


def _record(indicator: Indicator, made: float, most: float) -> str:
    decimals = indicator.decimals + 1
    return (
        f"Thay đổi {plain(made, decimals)} mỗi năm, hơn mọi lần trước của chuỗi số liệu này (nhiều "
        f"nhất {plain(most, decimals)}); hãy kiểm tra lại số, nếu đúng hãy xác nhận."
    )


def _finding(
    row: Observation,
    kind: FindingKind,
    column: str,
    text: str,
    message: str,
    severity: Severity = "warning",
) -> Finding:
    return Finding(severity, kind, row.sheet, row.row, column, text, message)
