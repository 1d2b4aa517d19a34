"""The programme judged as of a version and a year: one row an indicator, shared by all viewers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite
from typing import Literal

from indicators.board.as_of import AsOf
from indicators.catalogue.records import Catalogue, Group, Indicator, Target
from indicators.figures.points import measure_of, measured, point_of, yearly
from indicators.figures.proposed import Overlay
from indicators.figures.totals import totals_at
from indicators.progress.judging import judge
from indicators.progress.results import (
    METHOD_VERSION,
    UNRANKED,
    Judgement,
    Point,
    Status,
    Thresholds,
)
from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import catalogue_at
from indicators.store.records import NO_SUBJECT, PERIODS, Observation, Period
from indicators.wording.data_version import version_words
from indicators.wording.headlines import chart_title, vacant_title
from indicators.wording.illustrative import MARK
from indicators.wording.labels import (
    ASSESSED,
    ATTENTION,
    NOTHING_THERE,
    SHORT,
    judgement_label,
)
from indicators.wording.notation import Notation, banded_value, goal_of, notation_of
from indicators.wording.numbers import day
from indicators.wording.sentences import earlier_missed, explain, vacant_sentence

CITY, NATION = "31", "VN"
CONTEXT_GROUP = "BC"

Scope = Literal["city", "national"]


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator on the board: its targets in the scope, its verdict, its words.

    `figures` are those of every period, `plans` the city's yearly ones with a number, by year;
    `vacant` are the years' figures that are 0 of 0, left out of what is judged.
    """

    indicator: Indicator
    targets: tuple[Target, ...]
    plans: tuple[Target, ...]
    judgement: Judgement
    notation: Notation
    bands: Mapping[int, str]
    figures: tuple[Point, ...]
    sentence: str
    label: str
    vacant: tuple[Point, ...] = ()

    @property
    def reported(self) -> frozenset[tuple[int, Period]]:
        """The years and periods that have a figure."""
        return frozenset((figure.year, PERIODS[figure.part]) for figure in self.figures)

    @property
    def is_vacant(self) -> bool:
        """Whether the newest figure says that there is nothing to measure."""
        last = max((point.year for point in self.judgement.points), default=0)
        return bool(self.vacant) and self.vacant[-1].year > last

    @property
    def newest(self) -> Point | None:
        """The newest figure, be it that there is nothing to measure."""
        return self.vacant[-1] if self.is_vacant else self.judgement.latest

    @property
    def has_figure(self) -> bool:
        """Whether there is an answer, be it that there is nothing to measure."""
        return self.judgement.latest is not None or bool(self.vacant)

    @property
    def word(self) -> str:
        """The verdict in the fewest words."""
        return NOTHING_THERE if self.is_vacant else SHORT[self.status]

    @property
    def status(self) -> Status:
        """The headline status."""
        return self.judgement.status

    def number(self, point: Point) -> str:
        """Write a point without its unit; a published rank band as it was published."""
        return self.bands.get(point.year) or self.notation.number(point.value)

    def value(self, point: Point) -> str:
        """Write a point with its unit."""
        return banded_value(point, self.notation, self.bands)

    @property
    def title(self) -> str:
        """Say the finding in one sentence with the number."""
        name = self.indicator.name
        if self.is_vacant:
            return vacant_title(name, self.vacant[-1].year)
        return chart_title(name, self.judgement, self.targets, self.notation, self.bands)

    def point(self, year: int) -> Point | None:
        """Find the figure of a year."""
        return next((p for p in (*self.judgement.points, *self.vacant) if p.year == year), None)

    def period(self, year: int) -> Period:
        """The period of the figure that stands for a year."""
        parts = (figure.part for figure in self.figures if figure.year == year)
        return PERIODS[max(parts, default=PERIODS.index("nam"))]

    def target(self, year: int) -> Target | None:
        """Find the target of a year."""
        return next((t for t in self.targets if t.year == year), None)

    def plan(self, year: int) -> Target | None:
        """Find the plan of a year."""
        return next((t for t in self.plans if t.year == year), None)

    @property
    def missed_years(self) -> tuple[int, ...]:
        """The years of milestones before the headline that were missed."""
        return tuple(milestone.goal.year for milestone in earlier_missed(self.judgement))


@dataclass(frozen=True)
class Board:
    """All rows of a scope in document order, with what they were judged by."""

    as_of: AsOf
    scope: Scope
    area: str
    catalogue: Catalogue
    thresholds: Thresholds
    rows: tuple[Row, ...]

    @property
    def mark(self) -> str:
        """What is to stand across all that shows these figures; '' for real ones."""
        return MARK if self.as_of.illustrative else ""

    @cached_property
    def programme(self) -> tuple[Row, ...]:
        """The indicators of the programme, without the context figures."""
        return tuple(row for row in self.rows if row.indicator.group != CONTEXT_GROUP)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each indicator in the document's order, context figures last."""
        context = (row for row in self.rows if row.indicator.group == CONTEXT_GROUP)
        ordered = (*self.programme, *context)
        return {row.indicator.code: place for place, row in enumerate(ordered, start=1)}

    @cached_property
    def by_code(self) -> Mapping[str, Row]:
        """The rows by indicator code."""
        return {row.indicator.code: row for row in self.rows}

    @cached_property
    def assessed(self) -> tuple[Row, ...]:
        """The rows with a verdict on a figure that is not too old."""
        return tuple(r for r in self.programme if r.status in ASSESSED and not r.judgement.stale)

    @cached_property
    def stale(self) -> tuple[Row, ...]:
        """The rows whose verdict rests on an old figure; they are counted apart."""
        return tuple(r for r in self.programme if r.status in ASSESSED and r.judgement.stale)

    @cached_property
    def tally(self) -> Mapping[Status, int]:
        """How many rows have each status; stale verdicts are left out."""
        others = (r for r in self.programme if r.status not in ASSESSED)
        return Counter(row.status for row in (*self.assessed, *others))

    @cached_property
    def attention(self) -> tuple[Row, ...]:
        """The rows that need attention, the worst first; each is one of those assessed."""
        called = [r for r in self.assessed if r.status in ATTENTION]
        return tuple(sorted(called, key=urgency))

    @cached_property
    def missed_earlier(self) -> tuple[Row, ...]:
        """The rows that missed a milestone before their headline, whatever they are now."""
        return tuple(row for row in self.programme if row.missed_years)

    def lead_of(self, row: Row) -> str:
        """Name who leads an indicator; nobody of the city answers for the country: '' there."""
        return "" if self.scope == "national" else row.indicator.lead

    def short_lead_of(self, row: Row) -> str:
        """Name who leads an indicator, short; '' for the country."""
        return self.catalogue.agency_names.get(self.lead_of(row), "")

    def groups(self) -> list[tuple[Group, list[Row]]]:
        """The programme's groups in document order with their rows on this board."""
        grouped = [
            (group, [r for r in self.programme if r.indicator.group == group.code])
            for group in self.catalogue.groups
        ]
        return [(group, rows) for group, rows in grouped if rows]

    def of_group(self, code: str) -> "Board":
        """The same board with the rows of one group only."""
        return replace(self, rows=tuple(r for r in self.rows if r.indicator.group == code))


def urgency(row: Row) -> tuple[int, int, float]:
    """Order the worst first; within a status those without a ratio by distance, then by ratio."""
    headline, status = row.judgement.headline, row.status
    if headline is None:
        return ATTENTION.index(status), 2, 0.0
    if headline.ratio is not None:
        return ATTENTION.index(status), 1, headline.ratio
    bound, value = headline.goal.value, headline.value
    if not bound or value is None or not isfinite(value):
        return ATTENTION.index(status), 0, -UNRANKED
    return ATTENTION.index(status), 0, -abs(bound - value) / abs(bound)


def assess(store: Store, moment: AsOf, scope: Scope = "city", area: str | None = None) -> Board:
    """Judge every indicator of a scope in one area; shared by all viewers of the same version."""
    place = area or (CITY if scope == "city" else NATION)
    key = ("board", moment, scope, place, METHOD_VERSION)
    return store.remember(key, lambda: judge_board(store, moment, scope, place))


def judge_board(
    store: Store, moment: AsOf, scope: Scope, area: str, overlay: Overlay | None = None
) -> Board:
    """Read one version and judge the totals of an area in it, with an overlay as they would be."""
    catalogue = catalogue_at(store, moment.version.number)
    if area not in catalogue.areas_by_code:
        raise StoreError(f"Không có địa bàn nào mang mã '{area}' ở phiên bản này.")
    thresholds = thresholds_of(catalogue)
    totals = totals_at(store, moment.version.number, area, overlay)
    rows = (
        row_of(catalogue, indicator, scope, totals.of(indicator.code), moment.year, thresholds)
        for indicator in catalogue.indicators
    )
    kept = tuple(
        row if area == CITY else replace(row, plans=()) for row in rows if belongs(row, scope)
    )
    return Board(moment, scope, area, catalogue, thresholds, kept)


def belongs(row: Row, scope: Scope) -> bool:
    """The national board has only what can be compared: a national target or a national figure."""
    return scope == "city" or bool(row.targets) or row.has_figure


def row_of(
    catalogue: Catalogue,
    indicator: Indicator,
    scope: Scope,
    observations: Iterable[Observation],
    year: int,
    thresholds: Thresholds,
) -> Row:
    """Judge one indicator on its figures in one area and breakdown group."""
    own = catalogue.targets_by_indicator.get(indicator.code, ())
    targets = tuple(t for t in own if t.scope == scope)
    plans = [t for t in own if t.scope == "plan" and t.value is not None]
    figures = tuple(map(point_of, observations))
    points = yearly(indicator, figures)
    vacant = vacant_of(points, year)
    row = judged_row(indicator, targets, measured(points), year, thresholds)
    in_turn = tuple(sorted(plans, key=lambda t: t.year))
    row = replace(row, plans=in_turn, bands=bands_of(points), figures=figures, vacant=vacant)
    return without_verdict(row, vacant[-1].year) if row.is_vacant else row


def vacant_of(points: Iterable[Point], year: int) -> tuple[Point, ...]:
    """Give the figures up to a year that say that there was nothing to measure."""
    return tuple(p for p in points if p.label == NO_SUBJECT and p.year <= year)


def without_verdict(row: Row, year: int) -> Row:
    """Say of a row that the newest answer is that there is nothing to measure."""
    known = row.judgement
    nothing = Judgement(known.measure, known.year, Status.NO_DATA, points=known.points)
    return replace(row, judgement=nothing, sentence=vacant_sentence(year), label=NOTHING_THERE)


def bands_of(points: Iterable[Point]) -> Mapping[int, str]:
    """What was published in place of a number, by year."""
    return {point.year: point.label for point in points if point.label}


def judged_row(
    indicator: Indicator,
    targets: tuple[Target, ...],
    points: Sequence[Point],
    year: int,
    thresholds: Thresholds,
) -> Row:
    """Judge points against the targets of one scope, and put the verdict into words."""
    goals = [goal_of(target) for target in targets]
    judgement = judge(measure_of(indicator), points, goals, year, thresholds)
    notation = notation_of(indicator, targets)
    sentence = explain(judgement, targets, notation)
    label = judgement_label(judgement)
    return Row(indicator, targets, (), judgement, notation, {}, (), sentence, label)


def thresholds_of(catalogue: Catalogue) -> Thresholds:
    """Read the thresholds in force from the settings."""
    settings = catalogue.setting_values
    return Thresholds(float(settings["on_track_ratio"]), float(settings["slow_ratio"]))


def version_line(board: Board) -> str:
    """Name the data a table or chart was made from."""
    seen = board.as_of
    told = f"Số liệu đến {day(seen.day)} · Năm đánh giá {seen.year}"
    mark = f"{board.mark} · " if board.mark else ""
    version = version_words(seen.version)
    return f"{mark}{told} · {version[0].upper()}{version[1:]}"
