"""The figures of one indicator as they are listed: each with its provenance, plan, year before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from indicators.board.board import Board, Row
from indicators.board.plans import plan_comparison, year_comparison
from indicators.catalogue.records import Target
from indicators.figures.points import point_of
from indicators.progress.against import FigureComparison
from indicators.progress.results import Point
from indicators.progress.series import value_on
from indicators.store.held import Key
from indicators.store.records import PERIODS, Observation, Recorded
from indicators.wording.firmness import PERIOD_NAMES

AGE = {period: age for age, period in enumerate(reversed(PERIODS))}  # the newest first


@dataclass(frozen=True, slots=True)
class ValueRecord:
    """One figure with its provenance, ready to be listed; or a plan that has no figure yet."""

    year: int
    period: str
    area: str
    value: float | None
    shown: str
    banded: bool
    required: float | None
    status: str
    source: str
    link: str
    document: str
    note: str
    recorded: datetime | None
    version: int | None
    file_name: str
    row: int | None
    key: Key
    plan: Target | None = None
    against_plan: FigureComparison | None = None
    against_before: FigureComparison | None = None

    @property
    def is_plan_alone(self) -> bool:
        """Whether there is a plan and no figure yet."""
        return self.value is None and not self.shown


def value_records(
    row: Row,
    board: Board,
    shown: Sequence[Observation],
    recorded: Mapping[Key, Recorded],
    group: str,
) -> tuple[ValueRecord, ...]:
    """List the figures of a breakdown, newest first, and of the whole the plans without one."""
    series: dict[str, list[Point]] = defaultdict(list)
    figures = [point_of(observation) for observation in shown]
    for observation, figure in zip(shown, figures, strict=True):
        series[observation.area].append(figure)
    given = {figure.year for figure in series[board.area]}
    alone = [] if group else [t for t in row.plans if t.year not in given]
    records = [
        value_record(row, board, o, recorded.get(o.key), figure, series[o.area])
        for o, figure in zip(shown, figures, strict=True)
    ]
    records += [plan_alone(row, board, plan) for plan in alone]
    return tuple(sorted(records, key=lambda r: (-r.year, r.key[1], AGE[r.key[4]])))


def value_record(
    row: Row,
    board: Board,
    o: Observation,
    recorded: Recorded | None,
    figure: Point,
    same: Sequence[Point],
) -> ValueRecord:
    """List one figure with where it came from; `same` are the figures of its series.

    What is added up is recorded nowhere: it is made when asked.
    """
    ours = o.area == board.area and not o.group
    plan = row.plan(o.year) if ours else None
    return ValueRecord(
        o.year,
        PERIOD_NAMES[o.period],
        board.catalogue.area_names.get(o.area, o.area),
        o.value,
        o.label or (row.notation.number(o.value) if o.value is not None else ""),
        bool(o.label),
        required_in(row, o.year) if ours else None,
        o.status,
        o.source,
        o.link,
        o.document,
        o.note,
        recorded.at if recorded else None,
        recorded.version if recorded else None,
        recorded.file_name if recorded else "",
        o.row,
        o.key,
        plan,
        plan_comparison(row, figure, plan),
        year_comparison(row, figure, same),
    )


def plan_alone(row: Row, board: Board, plan: Target) -> ValueRecord:
    """List a plan of a year that has no figure yet."""
    return ValueRecord(
        plan.year,
        PERIOD_NAMES["nam"],
        board.catalogue.area_names[board.area],
        *(None, "", False, None, "kế hoạch", "", "", plan.doc, plan.note, None, None, "", None),
        (row.indicator.code, board.area, "", plan.year, "nam"),
        plan,
    )


def required_in(row: Row, year: int) -> float | None:
    """Where the required path stands in a year after the baseline."""
    baseline = row.judgement.baseline
    if not row.judgement.path or (baseline and year <= baseline.year):
        return None
    return value_on(row.judgement.path, year)
