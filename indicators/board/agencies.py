"""The programme by lead agency: what calls for attention, what is well, what is owed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from indicators.board.board import Board, Row, urgency
from indicators.board.partition import Part, part_word
from indicators.board.reporting import last_due, led_by, next_due, owed
from indicators.catalogue.records import Agency
from indicators.wording.agencies import next_report, overdue, owed_clause, worries_clause
from indicators.wording.collecting import everything_sent, silence_sentence
from indicators.wording.labels import ATTENTION
from indicators.wording.numbers import day


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """What one agency leads, in three parts that add up, and what of it the last report lacks.

    `attention` comes worst first.
    """

    agency: Agency
    attention: tuple[Row, ...]
    good: tuple[Row, ...]
    unjudged: tuple[Row, ...]
    owed: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All that the agency leads."""
        return (*self.attention, *self.good, *self.unjudged)

    @property
    def is_silent(self) -> bool:
        """Whether nothing of the last report has come."""
        return len(self.owed) == len(self.rows)

    def within(self, part: Part) -> tuple[Row, ...]:
        """The rows of one part of the board."""
        return tuple(row for row in self.rows if part_word(row) == part.word)


def agency_standings(board: Board) -> list[AgencyStanding]:
    """Tell of every agency that leads, the most worries first, then who owes most."""
    missing = owed(board, last_due(board.catalogue, board.as_of.day))
    found = [
        standing_of(board, board.catalogue.agencies_by_short_name[name], tuple(rows), missing)
        for name, rows in led_by(board)
    ]
    return sorted(found, key=lambda each: (-len(each.attention), -len(each.owed)))


def standing_of(
    board: Board, agency: Agency, led: tuple[Row, ...], missing: Mapping[str, list[str]]
) -> AgencyStanding:
    """Take apart what one agency leads."""
    judged = {row.indicator.code for row in board.assessed}
    lacking = set(missing.get(agency.name, ()))
    assessed = [row for row in led if row.indicator.code in judged]
    worries = sorted((row for row in assessed if row.status in ATTENTION), key=urgency)
    return AgencyStanding(
        agency,
        tuple(worries),
        tuple(row for row in assessed if row.status not in ATTENTION),
        tuple(row for row in led if row.indicator.code not in judged),
        tuple(row for row in led if row.indicator.code in lacking),
    )


def most_owed_first(standings: Iterable[AgencyStanding]) -> list[AgencyStanding]:
    """Order by what is owed, who owes most first."""
    return sorted(standings, key=lambda each: -len(each.owed))


def agencies_summary(board: Board, standings: Collection[AgencyStanding]) -> str:
    """Say how much calls for attention, what is owed, and when the next report is due."""
    worries = [len(each.attention) for each in standings if each.attention]
    owing = [len(each.owed) for each in standings if each.owed]
    told = worries_clause(sum(worries), len(worries), len(board.assessed), len(board.programme))
    missing = owed_clause(sum(owing), len(owing), last_due(board.catalogue, board.as_of.day).name)
    return f"{told}; {missing}. {coming_sentence(board)}"


def owed_summary(board: Board, standings: Collection[AgencyStanding]) -> str:
    """Say how many figures of the last report are owed, and when the next one is due."""
    owing = [len(each.owed) for each in standings if each.owed]
    report = last_due(board.catalogue, board.as_of.day).name
    told = owed_clause(sum(owing), len(owing), report)
    return f"{told[0].upper()}{told[1:]}. {coming_sentence(board)}"


def silence_summary(board: Board, standings: Collection[AgencyStanding]) -> str:
    """Say how late the last report is and how many have sent nothing, and when the next is due."""
    due, silent = last_due(board.catalogue, board.as_of.day), sum(s.is_silent for s in standings)
    late = silence_sentence(due.name, due.day, board.as_of.day, silent, len(standings))
    told = late if any(each.owed for each in standings) else everything_sent(due.name)
    return f"{told} {coming_sentence(board)}"


def coming_sentence(board: Board) -> str:
    """Name the next reporting date."""
    return next_report(next_due(board.catalogue, board.as_of.day).day, board.as_of.day)


def due_words(board: Board, standing: AgencyStanding) -> str:
    """Say how late an agency's figures are, or when its next are due."""
    today = board.as_of.day
    if standing.owed:
        return overdue(last_due(board.catalogue, today).day, today)
    return f"kỳ tới {day(next_due(board.catalogue, today).day)}"
