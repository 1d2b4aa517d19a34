"""A board or an indicator in the fewest words: for heads, tiles and tables of contents."""

from collections.abc import Sequence
from itertools import pairwise

from indicators.board.board import Board, Row
from indicators.board.reporting import last_due, led_by, unreported
from indicators.catalogue.records import Group, Target
from indicators.progress.results import Point, Status
from indicators.store.records import NO_SUBJECT
from indicators.wording.standing import figures_note, standing_sentence, unreported_sentence

TILE_LETTERS = 16  # that stand in a tile with the value


def finding(board: Board) -> str:
    """Say how the rows of a board stand."""
    with_figures = sum(row.has_figure for row in board.programme)
    return standing_sentence(board.tally, with_figures, len(board.programme))


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


def newest_note(board: Board) -> str:
    """Say whether all figures of the year judged are estimates."""
    newest = [point for row in board.programme if (point := row.point(board.as_of.year))]
    estimates = bool(newest) and all(point.provisional for point in newest)
    return figures_note(board.as_of.year, provisional=estimates)


def progress_words(row: Row) -> str:
    """Write value and target for a tile: '76,98% → 85%', '71 (2028) → 0', '60%, hạn 2030'."""
    latest, headline = row.judgement.latest, row.judgement.headline
    if row.is_vacant:
        return NO_SUBJECT
    target = row.target(headline.goal.year) if headline else None
    if target is None:
        return _told(row, latest) if latest else ""
    if row.indicator.kind == "milestone":
        return stage_words(row, target)
    return f"{dated_number(row)} → {bound_words(row, target)}".strip()


def stage_words(row: Row, target: Target) -> str:
    """Write how far a thing to be completed has come: '60%, hạn 2030', 'hoàn thành'."""
    latest = row.judgement.latest
    if row.status is Status.ACHIEVED:
        return "đang duy trì" if row.indicator.rule == "maintain" else "hoàn thành"
    return f"{row.number(latest)}%, hạn {target.year}" if latest else f"hạn {target.year}"


def bound_words(row: Row, target: Target) -> str:
    """Write what is asked without its unit; of a growth the level that it comes to."""
    if row.indicator.rule == "growth":
        path = row.judgement.path
        return f"khoảng {row.notation.number(path[-1][1])}" if path else row.notation.target(target)
    bound = row.notation.bound(target.value or 0).removeprefix("hạng ")
    bound = bound if row.indicator.unit == "%" else bound.removesuffix(f" {row.indicator.unit}")
    return f"khoảng {bound}" if target.comparator == "about" else bound


def dated_number(row: Row) -> str:
    """Write the value that was judged, with its year where a later one is known."""
    headline, latest = row.judgement.headline, row.judgement.latest
    decided = headline.decided if headline else None
    later = decided and latest and decided.year < latest.year
    return f"{tile_number(row)} ({decided.year})" if decided and later else tile_number(row)


def _told(row: Row, latest: Point) -> str:
    """Write a value with its unit where the tile has room for both."""
    value = row.value(latest)
    return value if len(value) <= TILE_LETTERS else row.number(latest)


def tile_number(row: Row) -> str:
    """Write the value that was judged, as the page and the tables do."""
    if row.is_vacant:
        return NO_SUBJECT
    headline = row.judgement.headline
    shown = headline.decided if headline and headline.decided else row.judgement.latest
    if shown is None:
        return ""
    return f"{row.number(shown)}%" if row.indicator.unit == "%" else row.number(shown)


def group_finding(part: Board, group: Group) -> str:
    """Say how a group stands."""
    told = finding(part)
    return f"{group.name}: {told[0].lower()}{told[1:]}"


def order_note(rows: Sequence[Row]) -> str:
    """Say where codes do not rise, as the document's order does not: '' where they do."""
    steps = pairwise(row.indicator for row in rows)
    early = [(a, b) for a, b in steps if a.group == b.group and a.code > b.code]
    told = [f"{a.code} ({a.short_name}) đứng trước {b.code}" for a, b in early]
    return f"Xếp theo thứ tự trong văn bản, nên {'; '.join(told)}." if told else ""
