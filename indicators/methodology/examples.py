"""An example of every line, status and trait: of the live boards, else an illustrative one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from indicators.board.board import Board, Row, Scope
from indicators.methodology.illustrative_series import illustrative_rows
from indicators.methodology.rules import rule_of
from indicators.progress.results import Thresholds


@dataclass(frozen=True, slots=True)
class Example:
    """A judged series; `scope` is that of its board, None for an illustrative one."""

    row: Row
    scope: Scope | None

    @property
    def illustrative(self) -> bool:
        """Whether its figures are made up."""
        return self.scope is None


def provisional(row: Row) -> bool:
    """Whether the verdict rests on a figure that is not final."""
    headline = row.judgement.headline
    return headline is not None and headline.provisional


def stale(row: Row) -> bool:
    """Whether the verdict rests on an old figure."""
    return row.judgement.stale


def restarted(row: Row) -> bool:
    """Whether the series starts anew at a break."""
    return any(point.break_before for point in row.judgement.points)


def approximate(row: Row) -> bool:
    """Whether the document says about."""
    return any(target.comparator == "about" for target in row.targets) and bool(
        row.judgement.points
    )


def stepped(row: Row) -> bool:
    """Whether the path leads through several milestones."""
    return row.indicator.rule == "reach" and len(row.judgement.path) > 2


def falling(row: Row) -> bool:
    """Whether less is better and the pace was graded."""
    headline = row.judgement.headline
    wants_less = row.indicator.direction == "down" and row.indicator.kind != "rank"
    return wants_less and headline is not None and headline.ratio is not None


def sturdy(row: Row) -> bool:
    """Whether the verdict was tested and stands."""
    return row.judgement.robust == []


def shaky(row: Row) -> bool:
    """Whether the verdict was tested and hangs on one of the trials."""
    return bool(row.judgement.robust)


TRAITS: Mapping[str, Callable[[Row], bool]] = {
    "restarted": restarted,
    "provisional": provisional,
    "stale": stale,
    "stepped": stepped,
    "approximate": approximate,
    "falling": falling,
    "sturdy": sturdy,
    "shaky": shaky,
}


def example_keys(row: Row) -> Iterator[str]:
    """Name all that a row is an example of: its line, its rule, its status, its traits."""
    rule = rule_of(row.judgement.measure)
    yield rule.line_of(row.judgement).key
    yield row.status.value
    yield from (name for name, has in TRAITS.items() if has(row))


def examples(boards: Iterable[Board], thresholds: Thresholds) -> dict[str, Example]:
    """Find an example of everything: in document order, fresh figures first, illustrative last."""
    live = [Example(row, board.scope) for board in boards for row in board.rows]
    made_up = [Example(row, None) for row in illustrative_rows(thresholds)]
    found: dict[str, Example] = {}
    for example in (*sorted(live, key=lambda each: stale(each.row)), *made_up):
        for key in example_keys(example.row):
            found.setdefault(key, example)
    return found
