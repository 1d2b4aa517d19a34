"""All that is known of one indicator: series by area and breakdown, records, targets, tasks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from indicators.board.as_of import AsOf
from indicators.board.board import CITY, NATION, Board, Row, Scope, assess
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Target, Task
from indicators.dossier.figures import figures_of, groups_of, recorded_of
from indicators.dossier.targets import TargetChange, nation_targets, target_changes
from indicators.dossier.values import ValueRecord, value_records
from indicators.figures.disaggregation import ways_of
from indicators.figures.editions import revision_words, revisions_between
from indicators.figures.points import measure_of, measured, point_of, yearly
from indicators.figures.rollup import Difference
from indicators.figures.sources import newest_first
from indicators.figures.totals import totals_at
from indicators.progress.judging import judge
from indicators.progress.results import Judgement, Point
from indicators.store.connection import Store
from indicators.store.held import Key
from indicators.store.history import version_at
from indicators.store.local_time import local_day
from indicators.store.records import Observation, Recorded
from indicators.wording.headlines import elsewhere_title, latest_title, vacant_title
from indicators.wording.numbers import day

MAIN_AREAS = (CITY, NATION)
MOST_AREAS = 6  # beside the city and the country, that are told one by one


@dataclass(frozen=True, slots=True)
class Series:
    """The yearly figures of one area in the chosen breakdown."""

    area: str
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Dossier:
    """One indicator in one scope and breakdown group."""

    board: Board
    row: Row
    title: str
    group: str
    groups: tuple[str, ...]
    judgement: Judgement
    nation: tuple[Point, ...]
    nation_targets: tuple[Target, ...]
    others: tuple[Series, ...]
    shown: tuple[Observation, ...]  # the figures of the breakdown
    recorded: Mapping[Key, Recorded]  # what is recorded of the indicator, of every breakdown
    differing: tuple[str, ...]
    revised: tuple[str, ...]  # what publishers made of figures once published
    targets: tuple[TargetChange, ...]
    tasks: tuple[Task, ...]
    previous: Row | None
    following: Row | None
    ways: tuple[str, ...] = ()  # in which its figures can be compared with each other

    @cached_property
    def crowd(self) -> frozenset[str]:
        """The communes with figures where they are too many to be told one by one."""
        if len(self.others) <= MOST_AREAS:
            return frozenset()
        small = self.board.catalogue.communes
        return frozenset(series.area for series in self.others if series.area in small)

    @cached_property
    def values(self) -> tuple[ValueRecord, ...]:
        """Every figure of the breakdown, newest first, and the plans that have none yet."""
        return value_records(self.row, self.board, self.shown, self.recorded, self.group)

    @cached_property
    def uncrowded(self) -> tuple[ValueRecord, ...]:
        """The same without the figures of a crowd of communes."""
        if not self.crowd:
            return self.values
        few = [o for o in self.shown if o.area not in self.crowd]
        return value_records(self.row, self.board, few, self.recorded, self.group)

    @property
    def sources(self) -> tuple[str, ...]:
        """Name the sources of the figures, the newest first."""
        return newest_first(self.shown)


def listed(dossier: Dossier, asked: Key | None) -> list[ValueRecord]:
    """The figures without those of a crowd of communes, but with the one asked for."""
    if asked is None or asked[1] not in dossier.crowd:
        return list(dossier.uncrowded)
    return [v for v in dossier.values if v.key[1] not in dossier.crowd or v.key == asked]


def open_dossier(
    store: Store, moment: AsOf, code: str, scope: Scope, group: str | None
) -> Dossier | None:
    """Collect one indicator; None when the board has no such code.

    Without a group the total is shown, or the first breakdown where there is no total.
    """
    board = assess(store, moment, scope)
    row = board.by_code.get(code)
    if row is None:
        return None
    every = figures_of(store, board, code)
    groups = groups_of(every, board.catalogue)
    chosen = group if group in groups else groups[0]
    shown = [o for o in every if o.group == chosen]
    ways = ways_of(board.catalogue, {(o.area, o.group) for o in every})
    return replace(complete(store, board, row, chosen, groups, shown), ways=ways)


def complete(
    store: Store,
    board: Board,
    row: Row,
    group: str,
    groups: tuple[str, ...],
    shown: list[Observation],
) -> Dossier:
    """Put the parts of a dossier together."""
    code = row.indicator.code
    series = series_of(board, row, shown)
    main, nation = series.get(board.area), series.get(NATION)
    others = tuple(s for area, s in series.items() if area not in MAIN_AREAS)
    in_city = board.scope == "city"
    position = [r.indicator.code for r in board.rows].index(code)
    return Dossier(
        board,
        row,
        title_of(row, group, (main, *others), vacant_in(board, row, shown)),
        group,
        groups,
        judgement_of(board, row, group, main),
        nation.points if nation and in_city else (),
        nation_targets(board, code) if in_city else (),
        others,
        tuple(shown),
        recorded_of(store, board.as_of, code),
        differences(store, board, row),
        revised(store, board, code, group),
        target_changes(store, board, code),
        tuple(t for t in board.catalogue.tasks if code in t.indicators.split("; ")),
        board.rows[position - 1] if position else None,
        board.rows[position + 1] if position + 1 < len(board.rows) else None,
    )


def groups_in(store: Store, moment: AsOf, code: str, scope: Scope) -> tuple[str, ...]:
    """The breakdown groups an indicator has figures for, the total first, a roll-up too."""
    board = assess(store, moment, scope)
    return groups_of(figures_of(store, board, code), board.catalogue)


def values_by_group(
    store: Store, moment: AsOf, code: str, scope: Scope
) -> Iterator[tuple[str, tuple[ValueRecord, ...]]]:
    """List the figures of every breakdown group, the total first, each as its dossier does."""
    board = assess(store, moment, scope)
    row = board.by_code[code]
    recorded, every = recorded_of(store, moment, code), figures_of(store, board, code)
    of_group: dict[str, list[Observation]] = defaultdict(list)
    for figure in every:
        of_group[figure.group].append(figure)
    for group in groups_of(every, board.catalogue):
        yield group, value_records(row, board, of_group[group], recorded, group)


def series_of(board: Board, row: Row, found: Iterable[Observation]) -> dict[str, Series]:
    """Split figures by area, in the order of the catalogue."""
    by_area: dict[str, list[Point]] = defaultdict(list)
    for observation in found:
        if not observation.has_no_subject:
            by_area[observation.area].append(point_of(observation))
    return {
        code: Series(code, name, tuple(yearly(row.indicator, by_area[code])))
        for code, name in board.catalogue.area_names.items()
        if code in by_area
    }


def vacant_in(board: Board, row: Row, shown: Iterable[Observation]) -> int | None:
    """The year of the board's newest figure, if that says that there was nothing to measure."""
    own = (o for o in shown if o.area == board.area and o.year <= board.as_of.year)
    points = yearly(row.indicator, map(point_of, own))
    return points[-1].year if points and not measured(points[-1:]) else None


def title_of(
    row: Row, group: str, series: tuple[Series | None, *tuple[Series, ...]], vacant: int | None
) -> str:
    """Say the finding: the verdict for the total, the latest figures for a breakdown."""
    main, *others = series
    name = row.indicator.name + (f" ({group_label(group)})" if group else "")
    if vacant is not None:
        return vacant_title(name, vacant)
    if main is None and others:
        ends = [(each.name, each.points[-1]) for each in others if each and each.points]
        return elsewhere_title(name, ends, row.notation)
    if not group:
        return row.title
    return latest_title(name, main.points if main else (), row.notation)


def judgement_of(board: Board, row: Row, group: str, main: Series | None) -> Judgement:
    """The verdict on the total; a breakdown is followed only, as the targets are for the whole."""
    if not group:
        return row.judgement
    points = main.points if main else ()
    return judge(measure_of(row.indicator), points, (), board.as_of.year)


def differences(store: Store, board: Board, row: Row) -> tuple[str, ...]:
    """Say where a reported total is not what its parts add up to."""
    totals = totals_at(store, board.as_of.version.number, board.area)
    found = totals.differences(row.indicator.code)
    return tuple(difference_told(e, row) for e in found if e.whole.year <= board.as_of.year)


def revised(store: Store, board: Board, code: str, group: str) -> tuple[str, ...]:
    """Say which figures of a breakdown a publisher revised, from what to what, since when."""
    number = board.as_of.version.number
    found = revisions_between(store, 0, number, code)
    return tuple(
        f"Nguồn công bố đã sửa lại số liệu. {revision_words(each, board.catalogue)}; ghi ở phiên "
        f"bản {each.version}, {day(local_day(version_at(store, each.version).at))}."
        for each in found
        if each.group == group
    )


def difference_told(each: Difference, row: Row) -> str:
    """Say of a year what was reported and what its parts add up to."""
    whole, source = each.whole, each.whole.source
    return (
        f"Năm {whole.year}: số báo cáo {row.notation.value(each.reported)} khác số "
        f"{source[0].lower()}{source[1:]} là {row.notation.value(each.added)}."
    )
