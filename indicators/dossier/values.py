"""The figures of one indicator as they are listed: each with its provenance, plan, year before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

from indicators.board.board import Board, Row
from indicators.board.plans import plan_comparison, year_comparison
from indicators.catalogue.records import Target
from indicators.figures.points import figure_of
from indicators.progress.against import FigureComparison, PeriodFigure
from indicators.progress.series import value_on
from indicators.store.held import Key
from indicators.store.records import Observation

PERIOD_NAMES = {"nam": "Cả năm", "9t": "9 tháng", "6t": "6 tháng"}  # the newest first
AGE = {period: age for age, period in enumerate(PERIOD_NAMES)}


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
    recorded: Any
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
    row: Row, board: Board, shown: Sequence[Any], group: str
) -> tuple[ValueRecord, ...]:
    """List the figures of a breakdown, newest first, and of the whole the plans without one."""
    series: dict[str, list[PeriodFigure]] = defaultdict(list)
    figures = [figure_of(observation) for observation in shown]
    for observation, figure in zip(shown, figures, strict=True):
        series[observation.area].append(figure)
    given = {figure.year for figure in series[board.area]}
    alone = [] if group else [t for t in row.plans if t.year not in given]
    names = board.catalogue.area_names
    records = [
        value_record(row, board, o, figure, series[o.area], names)
        for o, figure in zip(shown, figures, strict=True)
    ]
    records += [plan_alone(row, board, plan, names) for plan in alone]
    return tuple(sorted(records, key=lambda r: (-r.year, r.key[1], AGE[r.key[4]])))


def source_names(shown: Sequence[Any]) -> tuple[str, ...]:
    """Name the sources of observations in the order in which the figures are listed."""
    in_order = sorted(shown, key=lambda o: (-o.year, o.area, AGE[o.period]))
    return tuple(dict.fromkeys(o.source for o in in_order if o.source))


def value_record(
    row: Row,
    board: Board,
    o: Any,  # noqa: ANN401
    figure: PeriodFigure,
    same: Sequence[PeriodFigure],
    names: Mapping[str, str],
) -> ValueRecord:
    """List one observation with where it came from; `same` are the figures of its series."""
    value = None if o.value is None or isnan(o.value) else float(o.value)
    ours = o.area == board.area and not o.group
    plan = row.plan(int(o.year)) if ours else None
    shown = o.label or (row.notation.number(value) if value is not None else "")
    return ValueRecord(
        int(o.year),
        PERIOD_NAMES[o.period],
        names.get(o.area, o.area),
        value,
        shown,
        bool(o.label),
        required_in(row, int(o.year)) if ours else None,
        o.status,
        o.source,
        o.link,
        o.document,
        o.note,
        *origin_of(o),
        None if o.row is None or isnan(o.row) else int(o.row),
        (o.indicator, o.area, o.group, int(o.year), o.period),
        plan,
        plan_comparison(row, figure, plan),
        year_comparison(row, figure, same),
    )


def plan_alone(row: Row, board: Board, plan: Target, names: Mapping[str, str]) -> ValueRecord:
    """List a plan of a year that has no figure yet."""
    return ValueRecord(
        plan.year,
        PERIOD_NAMES["nam"],
        names[board.area],
        *(None, "", False, None, "kế hoạch", "", "", plan.doc, plan.note, None, None, "", None),
        (row.indicator.code, board.area, "", plan.year, "nam"),
        plan,
    )


def origin_of(observation: Any) -> tuple[Any, int | None, str]:  # noqa: ANN401
    """When, by which version and from which file a figure came; a roll-up is made when asked."""
    if isinstance(observation, Observation):
        return None, None, ""
    return observation.recorded_at, int(observation.version), observation.file_name


def required_in(row: Row, year: int) -> float | None:
    """Where the required path stands in a year after the baseline."""
    baseline = row.judgement.baseline
    if not row.judgement.path or (baseline and year <= baseline.year):
        return None
    return value_on(row.judgement.path, year)
