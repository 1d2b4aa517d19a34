"""A board that collects: who owes what, which targets are due soonest, the figures there are."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from indicators.board.agencies import (
    AgencyStanding,
    agency_standings,
    most_owed_first,
    silence_summary,
)
from indicators.board.board import Board, Row
from indicators.board.deadlines import Deadline, asked_words, due_by_now, soonest
from indicators.board.first_figures import FirstFigure, first_figures
from indicators.board.reminders import reminder_to, reminder_to_all
from indicators.board.reporting import last_due, next_due
from indicators.wording.agencies import PROPOSED
from indicators.wording.collecting import (
    NO_NUMBER,
    deadlines_sentence,
    figures_sentence,
    time_left,
)
from indicators.wording.numbers import NONE, day
from pages.parts.links import Links, word
from pages.parts.templates import NOTHING, blocks

PARTS, HEAD = blocks("parts/collecting.html"), blocks("parts/standing.html")
# Where on the page more is told of a part.
PLACES = {"known": "da-co", "due": "den-han", "later": "con-thieu", "followed": "con-thieu"}


@dataclass(frozen=True, slots=True)
class Owing:
    """What one agency owes: how many figures, as a share of the most, and for what by now."""

    standing: AgencyStanding
    key: str
    is_open: bool
    share: str
    due_now: int
    late: str
    coming: str
    reminder: str
    entering: str


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A target that is due soon, in words."""

    row: Row
    where: str
    when: str
    left: str
    asked: str
    known: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure and where it comes from; `place` of what is due by now, in percent."""

    figure: FirstFigure
    where: str
    source: str
    place: str


def collecting_block(
    board: Board, links: Links, opened: Collection[str], sources: Mapping[str, str]
) -> Markup:
    """Show what is owed, due and there; nothing for the country, of which nobody here answers.

    `sources` name by indicator where its newest figure comes from.
    """
    if board.scope == "national" or not board.programme:
        return NOTHING
    return (
        owed_part(board, links, opened) + due_part(board, links) + known_part(board, links, sources)
    )


def owed_part(board: Board, links: Links, opened: Collection[str]) -> Markup:
    """Show who owes figures of the last report, who owes most first."""
    standings = most_owed_first(agency_standings(board))
    due, today = last_due(board.catalogue, board.as_of.day), board.as_of.day
    owing = [each for each in standings if each.owed]
    most = max((len(each.owed) for each in owing), default=1)
    lines = [owing_of(each, board, links, most, opened) for each in owing]
    told = silence_summary(board, standings)
    text = reminder_to_all(board, standings)
    return PARTS.owed(told, board.mark, lines, due, today.year, text, PROPOSED)


def owing_of(
    standing: AgencyStanding, board: Board, links: Links, most: int, opened: Collection[str]
) -> Owing:
    """Gather what is told of one agency."""
    name, today = standing.agency.short_name, board.as_of.day
    key, due = word(name), last_due(board.catalogue, today)
    return Owing(
        standing,
        key,
        key in opened,
        f"{len(standing.owed) / most:.1%}",
        sum(due_by_now(row, today.year) for row in standing.owed),
        f"{(today - due.day).days} ngày",
        day(next_due(board.catalogue, today).day),
        reminder_to(board, standing),
        links.entering(name),
    )


def due_part(board: Board, links: Links) -> Markup:
    """Show the targets that are due soonest."""
    near, today = soonest(board), board.as_of.day
    if not near:
        return NOTHING
    counts = Counter(max(each.year, today.year) for each in near)
    known = sum(each.row.has_figure for each in near)
    lines = [deadline_line(each, board, links) for each in near]
    return PARTS.due(deadlines_sentence(counts, today, known), board.mark, lines)


def deadline_line(deadline: Deadline, board: Board, links: Links) -> DeadlineLine:
    """Put one target into words."""
    row, newest = deadline.row, deadline.row.newest
    return DeadlineLine(
        row,
        links.indicator(row.indicator.code),
        "Mỗi năm" if deadline.is_yearly else day(deadline.day),
        f"từ {deadline.year}" if deadline.is_yearly else time_left(deadline.day, board.as_of.day),
        asked_words(deadline),
        f"{row.value(newest)} ({newest.year})" if newest else "",
    )


def known_part(board: Board, links: Links, sources: Mapping[str, str]) -> Markup:
    """Show the figures that there are, how far from their targets, and where they come from."""
    figures = first_figures(board)
    if not figures:
        return NOTHING
    lines = [figure_line(each, links, sources) for each in figures]
    return PARTS.known(figures_sentence(len(figures)), board.mark, lines, NO_NUMBER)


def figure_line(figure: FirstFigure, links: Links, sources: Mapping[str, str]) -> FigureLine:
    """Place one figure on its way."""
    code = figure.row.indicator.code
    place = "" if figure.share is None else f"{figure.share:.1%}"
    return FigureLine(figure, links.indicator(code), sources.get(code) or NONE, place)
