"""Comparisons worth looking at: indicators counted alike, and those that can be split up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.board.board import Board, Row
from indicators.comparison.comparison import Question
from indicators.figures.disaggregation import ENOUGH, SeriesKey, ways_of
from indicators.store.connection import Store
from indicators.store.history import observations_at
from indicators.wording.comparisons import MOST, of_one_unit


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question worth asking, and what it is called."""

    question: Question
    text: str
    names: tuple[str, ...] = ()


def alike_in(rows: Sequence[Row]) -> list[Suggestion]:
    """Suggest the indicators of a group that are counted in one unit, those with figures first."""
    by_unit: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.indicator.kind != "milestone":
            by_unit[row.indicator.unit, row.indicator.kind].append(row)
    return [
        Suggestion(
            Question(tuple(row.indicator.code for row in taken)),
            of_one_unit(len(taken), len(members), unit),
            tuple(row.indicator.short_name for row in taken),
        )
        for (unit, _), members in by_unit.items()
        if len(members) >= ENOUGH
        for taken in [first_with_figures(members)]
    ]


def first_with_figures(rows: Sequence[Row]) -> list[Row]:
    """Choose six rows in document order, those with figures before the others."""
    chosen = sorted(rows, key=lambda row: row.judgement.latest is None)[:MOST]
    return [row for row in rows if row in chosen]


def fitting(board: Board, chosen: Sequence[Row]) -> list[Row]:
    """Suggest what to add of the first one's group: what is counted alike, and has figures."""
    first = chosen[0].indicator
    alike = (first.unit, first.kind)
    rest = [row for row in board.rows if row.indicator.group == first.group and row not in chosen]

    def order(row: Row) -> tuple[bool, bool]:
        return (row.indicator.unit, row.indicator.kind) != alike, row.judgement.latest is None

    return sorted(rest, key=order)[: MOST - len(chosen)]


def splittable(store: Store, board: Board) -> list[tuple[Row, tuple[str, ...]]]:
    """List the indicators that have figures of several areas or breakdowns, and in which ways."""
    moment = board.as_of
    series = ["indicator", "area", "group"]
    frame = observations_at(store, moment.version.number, columns=[*series, "year"])
    known = frame.loc[frame["year"] <= moment.year, series].drop_duplicates()
    keys: dict[str, set[SeriesKey]] = defaultdict(set)
    for code, area, group in zip(*(known[name].tolist() for name in series), strict=True):
        keys[code].add((area, group))
    found = ((row, ways_of(board.catalogue, keys[row.indicator.code])) for row in board.rows)
    return [(row, ways) for row, ways in found if ways]
