"""Who owes figures, and when the next ones are due."""

from markupsafe import Markup

from indicators.board.board import Board
from indicators.board.reporting import coming, last_due, owed, owed_count
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("parts/owed.html")


def owed_note(board: Board, links: Links) -> Markup:
    """Tell how many figures of the last report are missing, by agency, and the next date."""
    if not board.programme:
        return NOTHING
    if board.scope == "national":
        return PARTS.nation()
    names = board.catalogue.indicator_names
    missing = [
        (agency, [(names[code], links.indicator(code)) for code in codes])
        for agency, codes in owed(board, last_due(board.catalogue, board.as_of.day)).items()
    ]
    return PARTS.note(owed_count(board), missing, coming(board))
