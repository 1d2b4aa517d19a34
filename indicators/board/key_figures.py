"""The four numbers that a verdict rests on: the figure, the target, what was due, the need."""

from indicators.board.board import Row
from indicators.board.now_to_target import judged_point, need_words
from indicators.progress.reach import step_now
from indicators.progress.results import Milestone, Status
from indicators.wording.firmness import firmness

Fact = tuple[str, str]  # a name and a value, both in words
FEW = 10  # things of which a part is none


def key_figures(row: Row) -> list[Fact]:
    """Name the figure judged, the target, what the path asks for by now, the yearly need."""
    return [fact for fact in (*figure(row), *asked(row)) if fact[1]]


def figure(row: Row) -> list[Fact]:
    """Tell the figure that was judged, with its year."""
    point = judged_point(row)
    if point is None:
        return []
    return [(", ".join(filter(None, (f"Năm {point.year}", firmness(point)))), row.value(point))]


def asked(row: Row) -> list[Fact]:
    """Tell the target of the headline, what was due by the figure's year, the need a year."""
    headline = row.judgement.headline
    target = row.target(headline.goal.year) if headline else None
    if headline is None or target is None:
        return []
    return [
        (f"Mục tiêu {target.year}", row.notation.target(target)),
        (f"Theo lộ trình đến {row.judgement.year}", due_words(row, headline)),
        (need_name(row, headline), need_words(row)),
    ]


def due_words(row: Row, milestone: Milestone) -> str:
    """Write what the path asks for by now; '' where it is reached or lies between few things."""
    due = step_now(row.judgement, milestone)
    if due is None or milestone.status is Status.ACHIEVED:
        return ""
    between = row.indicator.decimals == 0 and not due.is_integer()
    return "" if between and abs(due) < FEW else row.notation.required(due)


def need_name(row: Row, milestone: Milestone) -> str:
    """Name what is told of the need: a yearly change, or how a level that is due stands."""
    ahead = milestone.needed_pace is not None and milestone.goal.year >= row.judgement.year
    return "Cần mỗi năm" if ahead else "So với mục tiêu"
