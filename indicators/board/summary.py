"""A board or an indicator in the fewest words: for heads, tiles and tables of contents."""

from indicators.board.board import Board, Row
from indicators.board.reporting import last_due, led_by, unreported
from indicators.catalogue.records import Group
from indicators.progress.results import Point, Status
from indicators.store.records import NO_SUBJECT
from indicators.wording.numbers import plain
from indicators.wording.standing import standing_sentence, unreported_sentence

TILE_LETTERS = 16  # that stand in a tile with the value


def finding(board: Board) -> str:
    """Say how the rows of a board stand."""
    with_figures = sum(row.has_figure for row in board.programme)
    return standing_sentence(board.tally, len(board.stale), with_figures, len(board.programme))


def whole_finding(board: Board) -> str:
    """Say how the whole programme stands; where nothing can be judged, who has not reported."""
    told = finding(board)
    if board.assessed or board.scope == "national" or not board.programme:
        return told
    due = last_due(board.catalogue, board.as_of.day)
    agencies, silent = led_by(board), unreported(board, due)
    if not silent:
        return told
    days = (board.as_of.day - due.day).days
    return f"{told}; {unreported_sentence(len(silent), len(agencies), due.name, days)}"


def progress_words(row: Row) -> str:
    """Write latest value and target for a tile: '76,98% → 85%', 'hạn 2030'."""
    latest, headline = row.judgement.latest, row.judgement.headline
    if row.is_vacant:
        return NO_SUBJECT
    target = row.target(headline.goal.year) if headline else None
    if target is None:
        return _told(row, latest) if latest else ""
    if row.indicator.kind == "milestone":
        return "xong" if row.status is Status.ACHIEVED else f"hạn {target.year}"
    bound = row.notation.bound(target.value or 0).removeprefix("hạng ")
    if row.indicator.unit != "%" and row.indicator.rule != "growth":
        bound = bound.removesuffix(f" {row.indicator.unit}")
    return f"{tile_number(row)} → {bound}".strip()


def _told(row: Row, latest: Point) -> str:
    """Write a value with its unit where the tile has room for both."""
    value = row.value(latest)
    return value if len(value) <= TILE_LETTERS else row.number(latest)


def tile_number(row: Row) -> str:
    """Write the value that was judged without needless zeros; for growth the rate so far."""
    if row.is_vacant:
        return NO_SUBJECT
    headline, pace = row.judgement.headline, row.judgement.achieved_pace
    shown = headline.decided if headline and headline.decided else row.judgement.latest
    if row.indicator.rule == "growth":
        return "" if pace is None else plain(pace, 1)
    if shown is None:
        return ""
    number = row.number(shown)
    whole = number.rstrip("0").rstrip(",") if "," in number else number
    return f"{whole}%" if row.indicator.unit == "%" else whole


def group_finding(part: Board, group: Group) -> str:
    """Say how a group stands."""
    told = finding(part)
    return f"{group.name}: {told[0].lower()}{told[1:]}"
