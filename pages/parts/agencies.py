"""Who has what to do by when: a row a lead agency, which opens to its indicators."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from indicators.board.agencies import (
    AgencyStanding,
    agencies_summary,
    agency_standings,
    due_words,
)
from indicators.board.board import Board, Row
from indicators.board.now_to_target import NowToTarget, need_words, now_to_target, pace_words
from indicators.board.partition import Part
from indicators.board.reminders import reminder_to
from indicators.board.reporting import Due, last_due
from indicators.changes.agency_moves import agency_moves
from indicators.changes.movements import Move
from indicators.charts.sparkline import PATH_HEIGHT, PATH_WIDTH, path_sparkline
from indicators.wording.agencies import (
    PROPOSED,
    Moved,
    counted_words,
    only_these,
    trend_words,
)
from indicators.wording.labels import ATTENTION
from indicators.wording.roadmap import later_behind, milestone_notes
from pages.parts.links import Links, word
from pages.parts.owed import owed_note
from pages.parts.templates import blocks

PARTS = blocks("parts/agencies.html")
TITLE, BY_AGENCY = "Cần chú ý, theo cơ quan", "Theo cơ quan chủ trì"
PICTURE = (PATH_WIDTH, PATH_HEIGHT)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the block shows of a board: how indicators moved, which status, which rows open."""

    board: Board
    links: Links
    moves: Mapping[str, Move]
    only: Part | None
    opened: Collection[str]

    @property
    def due(self) -> Due:
        """The report whose figures are told as missing."""
        return last_due(self.board.catalogue, self.board.as_of.day)


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of an agency: where it stands, what it needs, how it came there."""

    row: Row
    where: str
    now: NowToTarget
    need: str
    pace: str
    picture: str | None
    described: str
    beside: str


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency: `shown` are counted and told by seals, `lines` and `others` are in its fold."""

    standing: AgencyStanding
    key: str
    is_open: bool
    shown: tuple[Row, ...]
    verdicts: str
    lines: list[IndicatorLine]
    others: list[tuple[Row, str, NowToTarget]]
    moved: list[tuple[Moved, str]]
    due: str
    owed: list[str]
    reminder: str


def agencies_block(
    board: Board,
    links: Links,
    moves: Mapping[str, Move],
    only: Part | None,
    opened: Collection[str],
) -> Markup:
    """Show every lead agency, or those with indicators of one part; of the country its sources."""
    if board.scope == "national" or not board.programme:
        return owed_note(board, links)
    asked = Asked(board, links, moves, only, opened)
    standings = agency_standings(board)
    shown = [each for each in standings if only is None or each.within(only)]
    lines = [agency_line(each, asked) for each in shown]
    title = TITLE if only is None or only.status in ATTENTION else BY_AGENCY
    told = agencies_summary(board, standings) if only is None else only_these(only.word)
    return PARTS.block(asked, title, told, lines, PROPOSED, PICTURE)


def agency_line(standing: AgencyStanding, asked: Asked) -> AgencyLine:
    """Gather what is told of one agency."""
    key, links = word(standing.agency.short_name), asked.links
    shown = standing.attention if asked.only is None else standing.within(asked.only)
    told, others = split(standing, shown, asked.only)
    return AgencyLine(
        standing,
        key,
        key in asked.opened,
        shown,
        counted_words(row.word for row in shown),
        [indicator_line(row, links) for row in told],
        [(row, links.indicator(row.indicator.code), now_to_target(row)) for row in others],
        agency_moves(standing, asked.moves),
        due_words(asked.board, standing),
        [row.indicator.short_name for row in standing.owed],
        reminder_to(asked.board, standing),
    )


def split(
    standing: AgencyStanding, shown: tuple[Row, ...], only: Part | None
) -> tuple[list[Row], list[Row]]:
    """Give the rows that are told in full, and the others in short; with a filter there are none.

    What is well now and worse by a later target is told in full too.
    """
    if only is not None:
        return list(shown), []
    later = [row for row in standing.good if later_behind(row.judgement)]
    told = {row.indicator.code for row in later}
    rest = (*standing.good, *standing.unjudged)
    return [*shown, *later], [row for row in rest if row.indicator.code not in told]


def indicator_line(row: Row, links: Links) -> IndicatorLine:
    """Gather what is told of one indicator."""
    headline, points = row.judgement.headline, row.judgement.points
    due = headline.goal.year if headline else None
    return IndicatorLine(
        row,
        links.indicator(row.indicator.code),
        now_to_target(row),
        need_words(row),
        pace_words(row),
        path_sparkline(row),
        trend_words([point.year for point in points], due) if points else "",
        "; ".join(milestone_notes(row.judgement)),
    )
