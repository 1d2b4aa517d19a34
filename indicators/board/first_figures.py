"""The few figures there are while nothing can be judged yet: how far they are from their target."""

from dataclasses import dataclass

from indicators.board.board import Board, Row
from indicators.board.now_to_target import NowToTarget, need_words, now_to_target
from indicators.progress.aims import aim_of
from indicators.progress.results import Milestone, Point
from indicators.progress.way import share_of_way
from indicators.wording.notation import goal_of


@dataclass(frozen=True, slots=True)
class FirstFigure:
    """A row with a figure: its newest value, what its target asks in words, what is left.

    `due` is what the path asks of the year judged, `share` where that lies between the value, which
    is 0, and the target, which is 1.
    """

    row: Row
    point: Point
    value: str
    told: NowToTarget
    asked: str
    distance: str
    need: str
    due: str
    share: float | None


def first_figures(board: Board) -> list[FirstFigure]:
    """Tell of every row with a figure, in document order."""
    return [first_figure(row, row.newest) for row in board.programme if row.newest]


def first_figure(row: Row, point: Point) -> FirstFigure:
    """Tell of one row."""
    headline = row.judgement.headline
    target = row.target(headline.goal.year) if headline else None
    asked = row.notation.target(target) if target else ""
    told, value = now_to_target(row), row.value(point)
    if headline is None or target is None or target.value is None or row.is_vacant:
        return FirstFigure(row, point, value, told, asked, "", "", "", None)
    share = share_due(headline, point, bound_of(row, headline))
    due = row.notation.value(headline.required_now or 0) if share is not None else ""
    return FirstFigure(
        row, point, value, told, asked, distance(row, point), need_words(row), due, share
    )


def bound_of(row: Row, headline: Milestone) -> float:
    """Give the number that the headline compares with."""
    return aim_of(headline.goal, row.indicator.direction).bound


def share_due(headline: Milestone, point: Point, bound: float) -> float | None:
    """Give the share of the way left that is due by now; None where no path asks for any."""
    required = headline.required_now
    if required is None or bound == point.value:
        return None
    share = share_of_way(required, point.value, bound)
    return share if 0 < share < 1 else None


def distance(row: Row, point: Point) -> str:
    """Write how far a value is from the target: '8,02 điểm %'; '' for a growth, or where met."""
    headline = row.judgement.headline
    target = row.target(headline.goal.year) if headline else None
    if target is None or row.indicator.rule == "growth" or row.indicator.kind == "milestone":
        return ""
    aim = aim_of(goal_of(target), row.indicator.direction)
    if aim.held_by(point.value):
        return ""
    gap = row.notation.gap_number(aim.bound - point.value)
    return f"{gap} {row.notation.difference_unit()}".strip()
