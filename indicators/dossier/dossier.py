"""All that is known of one indicator: series by area and breakdown, records, targets, tasks."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from indicators.board.as_of import AsOf
from indicators.board.board import CITY, NATION, Board, Row, Scope, assess
from indicators.catalogue.groups import group_label
from indicators.catalogue.records import Target, Task
from indicators.dossier.figures import figures_of, groups_of, sums_of, unreported
from indicators.dossier.targets import TargetChange, nation_targets, target_changes
from indicators.dossier.values import ValueRecord, source_names, value_records
from indicators.figures.disaggregation import communes, ways_of
from indicators.figures.points import measure_of, points_of
from indicators.figures.totals import known
from indicators.progress.judging import judge
from indicators.progress.results import Judgement, Point
from indicators.progress.rounding import agree
from indicators.store.connection import Store
from indicators.store.held import Key
from indicators.store.records import Observation
from indicators.wording.headlines import elsewhere_title, latest_title

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
    shown: tuple[Any, ...]  # the observations of the breakdown
    differing: tuple[str, ...]
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
        return communes(self.board.catalogue) & {series.area for series in self.others}

    @cached_property
    def values(self) -> tuple[ValueRecord, ...]:
        """Every figure of the breakdown, newest first, and the plans that have none yet."""
        return value_records(self.row, self.board, self.shown, self.group)

    @cached_property
    def uncrowded(self) -> tuple[ValueRecord, ...]:
        """The same without the figures of a crowd of communes."""
        if not self.crowd:
            return self.values
        few = [o for o in self.shown if o.area not in self.crowd]
        return value_records(self.row, self.board, few, self.group)

    @property
    def sources(self) -> tuple[str, ...]:
        """Name the sources of the figures, the newest first."""
        return source_names(self.shown)


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
    found = figures_of(store, moment, code)
    sums = sums_of(board, row, found)
    groups = groups_of([*found, *sums], board.catalogue)
    chosen = group if group in groups else groups[0]
    every = [*found, *unreported(sums, found)]
    shown = [o for o in every if o.group == chosen]
    ways = ways_of(board.catalogue, {(o.area, o.group) for o in every})
    differing = differences(sums, found, row)
    return replace(complete(store, board, row, chosen, groups, shown, differing), ways=ways)


def complete(
    store: Store,
    board: Board,
    row: Row,
    group: str,
    groups: tuple[str, ...],
    shown: list[Any],
    differing: tuple[str, ...],
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
        title_of(row, group, main, others),
        group,
        groups,
        judgement_of(board, row, group, main),
        nation.points if nation and in_city else (),
        nation_targets(board, code) if in_city else (),
        others,
        tuple(shown),
        differing,
        target_changes(store, board, code),
        tuple(t for t in board.catalogue.tasks if code in t.indicators.split("; ")),
        board.rows[position - 1] if position else None,
        board.rows[position + 1] if position + 1 < len(board.rows) else None,
    )


def groups_in(store: Store, moment: AsOf, code: str, scope: Scope) -> tuple[str, ...]:
    """The breakdown groups an indicator has figures for, the total first, a roll-up too."""
    board = assess(store, moment, scope)
    row = board.by_code.get(code)
    found = figures_of(store, moment, code)
    sums = sums_of(board, row, found) if row else []
    return groups_of([*found, *sums], board.catalogue)


def values_by_group(
    store: Store, moment: AsOf, code: str, scope: Scope
) -> Iterator[tuple[str, tuple[ValueRecord, ...]]]:
    """List the figures of every breakdown group, the total first, each as its dossier does."""
    board = assess(store, moment, scope)
    row = board.by_code[code]
    found = figures_of(store, moment, code)
    sums = sums_of(board, row, found)
    of_group: dict[str, list[Any]] = defaultdict(list)
    for figure in (*found, *unreported(sums, found)):
        of_group[str(figure.group)].append(figure)
    for group in groups_of([*found, *sums], board.catalogue):
        yield group, value_records(row, board, of_group[group], group)


def series_of(board: Board, row: Row, found: list[Any]) -> dict[str, Series]:
    """Split figures by area, in the order of the catalogue."""
    by_area: dict[str, list[Any]] = defaultdict(list)
    for observation in found:
        by_area[observation.area].append(observation)
    return {
        area.code: Series(
            area.code, area.short_name, tuple(points_of(row.indicator, by_area[area.code])[0])
        )
        for area in board.catalogue.areas
        if area.code in by_area
    }


def title_of(row: Row, group: str, main: Series | None, others: tuple[Series, ...]) -> str:
    """Say the finding: the verdict for the total, the latest figures for a breakdown."""
    name = row.indicator.name + (f" ({group_label(group)})" if group else "")
    if main is None and others:
        ends = [(series.name, series.points[-1]) for series in others if series.points]
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


def differences(sums: list[Observation], found: list[Any], row: Row) -> tuple[str, ...]:
    """Say where a reported total is not what its parts add up to."""
    reported = {(o.area, o.year, o.period): o for o in found if not o.group}
    pairs = ((reported.get((o.area, o.year, o.period)), o) for o in sums)
    return tuple(
        f"Năm {added.year}: số báo cáo {row.notation.value(told.value)} khác số "
        f"{added.source[0].lower()}{added.source[1:]} là {row.notation.value(added.value or 0)}."
        for told, added in pairs
        if told and known(told.value) is not None and not agree(told.value, added.value or 0)
    )
