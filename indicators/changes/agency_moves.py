"""How many of an agency's indicators moved, and which way."""

from collections import Counter
from collections.abc import Mapping

from indicators.board.agencies import AgencyStanding
from indicators.changes.movements import Move
from indicators.wording.agencies import Moved, moved_parts


def agency_moves(standing: AgencyStanding, moves: Mapping[str, Move]) -> list[tuple[Moved, str]]:
    """Say how many of an agency's indicators became better or worse, or have a first figure."""
    ways = Counter(
        moves[row.indicator.code].direction for row in standing.rows if row.indicator.code in moves
    )
    return moved_parts(ways["better"], ways["worse"], ways["first"], silent=standing.is_silent)
