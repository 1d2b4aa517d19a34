"""The tracking table in the form offices know, once for page, CSV and workbook."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.board.board import Board, Row
from indicators.board.plans import figure_shown, plan_comparison, plan_number, year_comparison
from indicators.catalogue.records import Target
from indicators.progress.against import FigureComparison
from indicators.progress.results import Point
from indicators.wording.against import plan_share, year_change
from indicators.wording.numbers import NONE, signed_pace

ACTUAL_YEARS = 3
TARGET_YEARS = (2030, 2035)


@dataclass(frozen=True, slots=True)
class TrackingRow:
    """One line of the table: text as the page shows it, numbers as a workbook needs them.

    `against_plan` is of the year judged, `against_before` of the newest figure shown, if any;
    `lead` is '' where nobody of the city answers.
    """

    row: Row
    position: int
    baseline: Point | None
    actuals: tuple[Point | None, ...]
    plan: Target | None
    against_plan: FigureComparison | None
    against_before: FigureComparison | None
    targets: tuple[str, ...]
    needed: float | None
    needed_text: str
    lead: str = ""
    short_lead: str = ""

    def text(self, point: Point | None) -> str:
        """Write a figure without its unit, '–' for none, '*' when it is not final."""
        if point is None:
            return NONE
        return f"{self.row.number(point)}{'*' if point.provisional else ''}"

    def plan_text(self) -> str:
        """Write the plan figure of the year."""
        return NONE if self.plan is None else plan_number(self.row, self.plan)

    def share_text(self) -> str:
        """Write how the figure of the year stands to its plan; nothing without both."""
        if self.against_plan is None:
            return ""
        return plan_share(self.against_plan, self.row.notation, narrow=True)

    def change_text(self, point: Point | None) -> str:
        """Write the change to the same period a year before, for the newest figure only."""
        if self.against_before is None or point is not self.newest:
            return ""
        return year_change(self.against_before, self.row.notation, narrow=True)

    def needed_told(self) -> str:
        """Write the yearly change still needed with its unit: '+3,4 điểm %', '+175%'."""
        if self.needed is None or self.row.indicator.rule == "growth":
            return self.needed_text
        return f"{self.needed_text} {self.row.notation.difference_unit()}".strip()

    @property
    def newest(self) -> Point | None:
        """The newest figure among those shown."""
        return next((point for point in reversed(self.actuals) if point), None)


def actual_years(board: Board) -> tuple[int, ...]:
    """The last three years up to the year judged."""
    year = board.as_of.year
    return tuple(range(year - ACTUAL_YEARS + 1, year + 1))


def tracking_rows(board: Board, rows: Iterable[Row]) -> list[TrackingRow]:
    """Lay out rows of the board with their places in it."""
    return [tracking_row(board, row, board.positions[row.indicator.code]) for row in rows]


def tracking_row(board: Board, row: Row, position: int) -> TrackingRow:
    """Lay out one indicator."""
    headline, judgement = row.judgement.headline, row.judgement
    open_still = headline and headline.goal.year >= judgement.year
    needed = headline.needed_pace if headline and open_still else None
    year, plan = board.as_of.year, row.plan(board.as_of.year)
    actuals = tuple(row.point(year) for year in actual_years(board))
    newest = max((point.year for point in actuals if point), default=year)
    return TrackingRow(
        row,
        position,
        judgement.baseline,
        actuals,
        plan,
        plan_comparison(row, figure_shown(row, year), plan),
        year_comparison(row, figure_shown(row, newest), row.figures),
        tuple(target_text(row, year) for year in TARGET_YEARS),
        needed,
        needed_text(row, needed),
        board.lead_of(row),
        board.short_lead_of(row),
    )


def needed_text(row: Row, needed: float | None) -> str:
    """Write the yearly change still needed with its sign, in the unit of the row."""
    if needed is None:
        return NONE
    return f"{signed_pace(needed)}{'%' if row.indicator.rule == 'growth' else ''}"


def target_text(row: Row, year: int) -> str:
    """Write the target of a year in the document's words."""
    target = row.target(year)
    return NONE if target is None else row.notation.target(target)
