"""When figures are due and which agency has not sent them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from indicators.board.board import Board, Row
from indicators.catalogue.records import Catalogue
from indicators.progress.stages import DONE
from indicators.store.records import PERIODS, Period
from indicators.wording.numbers import day

SETTINGS: Mapping[Period, str] = {"6t": "report_6t", "9t": "report_9t", "nam": "report_nam"}
NAMES: Mapping[Period, str] = {"6t": "báo cáo 6 tháng", "9t": "báo cáo 9 tháng", "nam": "báo cáo"}


@dataclass(frozen=True, slots=True)
class Due:
    """A reporting date: which period's figures, of which year, by when."""

    period: Period
    year: int
    day: date

    @property
    def name(self) -> str:
        """Name the report: 'báo cáo năm 2026', 'báo cáo 6 tháng năm 2027'."""
        return f"{NAMES[self.period]} năm {self.year}"

    def met_by(self, row: Row) -> bool:
        """Whether a figure of the period, or of a longer one of the year, has come.

        Of a thing that was completed by then none is asked.
        """
        enough = PERIODS[PERIODS.index(self.period) :]
        came = any((self.year, period) in row.reported for period in enough)
        return came or completed_by(row, self.year)


def completed_by(row: Row, year: int) -> bool:
    """Whether a thing to be done once was reported done in a year or before it."""
    once = row.indicator.kind == "milestone" and row.indicator.rule == "reach"
    return once and any(p.value >= DONE and p.year <= year for p in row.judgement.points)


def due_dates(catalogue: Catalogue, year: int) -> list[Due]:
    """List the reporting dates of a year in order."""
    days = catalogue.setting_values
    dues = [
        Due(period, year, datetime.strptime(f"{days[name]}/{year}", "%d/%m/%Y").date())
        for period, name in SETTINGS.items()
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


def owed(board: Board, due: Due) -> Mapping[str, list[str]]:
    """The indicators whose figure for a report has not come, by lead agency, most first."""
    missing: dict[str, list[str]] = defaultdict(list)
    for row in board.programme:
        if not due.met_by(row):
            missing[row.indicator.lead].append(row.indicator.code)
    return dict(sorted(missing.items(), key=lambda item: -len(item[1])))


def unreported(board: Board, due: Due) -> list[str]:
    """The agencies none of whose figures for a report has come, most indicators first."""
    missing, led = owed(board, due), Counter(row.indicator.lead for row in board.programme)
    return [agency for agency, codes in missing.items() if len(codes) == led[agency]]


def dues_passed(board: Board) -> list[Due]:
    """The reports whose date has passed: of the base year and years gone by the whole year's."""
    catalogue, today = board.catalogue, board.as_of.day
    first = min((i.base_year for i in catalogue.indicators if i.base_year), default=today.year)
    dues = [due for year in range(first, today.year + 1) for due in due_dates(catalogue, year)]
    asked = (due for due in dues if due.period == "nam" or first < due.year == today.year)
    return [due for due in asked if due.day < today]


def settled_year(catalogue: Catalogue, day: date) -> int:
    """The last year whose figures should be final: the first report of the next year was due."""
    first = due_dates(catalogue, day.year)[0]
    return day.year - 1 if first.day < day else day.year - 2


def report_line(board: Board, passed: Due) -> str:
    """Name the last report and how long its date has passed."""
    late = (board.as_of.day - passed.day).days
    name = f"{passed.name[0].upper()}{passed.name[1:]}"
    return f"{name} (hạn {day(passed.day)}, đã qua {late} ngày)"


def owed_count(board: Board) -> str:
    """Say how many figures of the last report have not come."""
    passed = last_due(board.catalogue, board.as_of.day)
    count, all_told = sum(map(len, owed(board, passed).values())), len(board.programme)
    if not count:
        return f"{report_line(board, passed)}: đã có số liệu của cả {all_told} chỉ tiêu."
    return f"{report_line(board, passed)}: {count}/{all_told} chỉ tiêu chưa có số liệu."


def coming(board: Board) -> str:
    """Name the next reporting date."""
    due = next_due(board.catalogue, board.as_of.day)
    return f"Kỳ tới: {due.name}, hạn {day(due.day)} (ngày báo cáo là đề xuất)."


def led_by(board: Board) -> list[tuple[str, list[Row]]]:
    """The programme's indicators by lead agency, its short name; those who lead most first."""
    by_lead: dict[str, list[Row]] = {}
    for row in board.programme:
        by_lead.setdefault(board.catalogue.agency_names[row.indicator.lead], []).append(row)
    return sorted(by_lead.items(), key=lambda item: -len(item[1]))
