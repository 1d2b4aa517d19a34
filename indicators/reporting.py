"""When figures are due and which agency has not sent them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from indicators.board import Board
from indicators.catalogue.records import Catalogue

PERIODS = {"report_6t": "6 tháng", "report_9t": "9 tháng", "report_nam": "năm"}


@dataclass(frozen=True, slots=True)
class Due:
    """A reporting date: which period's figures, of which year, by when."""

    period: str
    year: int
    day: date

    @property
    def name(self) -> str:
        """Name the report: 'báo cáo năm 2026', 'báo cáo 6 tháng năm 2027'."""
        period = "" if self.period == "năm" else f" {self.period}"
        return f"báo cáo{period} năm {self.year}"


def due_dates(catalogue: Catalogue, year: int) -> list[Due]:
    """List the reporting dates of a year in order."""
    settings = {setting.name: setting.value for setting in catalogue.settings}
    dues = [
        Due(period, year, datetime.strptime(f"{settings[name]}/{year}", "%d/%m/%Y").date())
        for name, period in PERIODS.items()
    ]
    return sorted(dues, key=lambda due: due.day)


def last_due(catalogue: Catalogue, day: date) -> Due:
    """The latest reporting date that has passed."""
    dues = [*due_dates(catalogue, day.year - 1), *due_dates(catalogue, day.year)]
    return [due for due in dues if due.day < day][-1]


def next_due(catalogue: Catalogue, day: date) -> Due:
    """The next reporting date, today included."""
    dues = [*due_dates(catalogue, day.year), *due_dates(catalogue, day.year + 1)]
    return next(due for due in dues if due.day >= day)


def owed(board: Board, year: int) -> Mapping[str, list[str]]:
    """The indicators without any figure of a year, by lead agency, most first."""
    missing: dict[str, list[str]] = defaultdict(list)
    for row in board.programme:
        if row.point(year) is None:
            missing[row.indicator.lead].append(row.indicator.code)
    return dict(sorted(missing.items(), key=lambda item: -len(item[1])))
