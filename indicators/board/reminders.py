"""The reminders of a board: to one agency, or to all that owe figures of the last report."""

from collections.abc import Iterable

from indicators.board.agencies import AgencyStanding, most_owed_first
from indicators.board.board import Board, Row
from indicators.board.reporting import last_due, next_due
from indicators.wording.reminders import Owing, Reminded, circular, reminder


def reminder_to(board: Board, standing: AgencyStanding) -> str:
    """Write to one agency; '' where it owes nothing."""
    return reminder(owing_of(standing), reminded(board)) if standing.owed else ""


def reminder_to_all(board: Board, standings: Iterable[AgencyStanding]) -> str:
    """Write to all that owe figures, who owes most first; '' where nobody does."""
    owing = [owing_of(each) for each in most_owed_first(standings) if each.owed]
    return circular(owing, reminded(board)) if owing else ""


def owing_of(standing: AgencyStanding) -> Owing:
    """Name what an agency owes."""
    asked = [(row.indicator.name, target_asked(row)) for row in standing.owed]
    return Owing(standing.agency.name, asked)


def target_asked(row: Row) -> str:
    """Tell the target of a row with its year: 'ít nhất 85%, năm 2030'; '' without one."""
    headline = row.judgement.headline
    target = row.target(headline.goal.year) if headline else None
    if target is None:
        return ""
    when = f"mỗi năm từ {target.from_year}" if target.from_year else f"năm {target.year}"
    return f"{row.notation.target(target)}, {when}"


def reminded(board: Board) -> Reminded:
    """Say of which report a board reminds."""
    today = board.as_of.day
    due, coming = last_due(board.catalogue, today), next_due(board.catalogue, today)
    return Reminded(due.name, due.day, today, coming.name, coming.day, board.as_of.illustrative)
