"""The tracking table as screens of a presentation."""

from indicators.board.board import Board
from indicators.board.tracking import TrackingRow, tracking_rows
from indicators.catalogue.records import Group
from pages.parts.links import Links
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import numbered, rows_high, screenfuls, table_room
from pages.parts.tracking_table import tracking_table

SIZE, SMALL = 0.8, 0.7  # the type of the table, and of its units
LINE, EDGES = 1.08, 0.72  # from line to line, above and below
HEAD = 5.2
# What screen.css leaves of each column to its words.
NAME, UNIT, TARGET, LEAD = 11.5, 3.4, 5.5, 4.1


def table_screens(board: Board, group: Group, links: Links, title: str) -> list[Screen]:
    """Show the tracking table of a group."""
    rows = [row for row in board.rows if row.indicator.group == group.code]
    items = tracking_rows(board, rows)
    pages = screenfuls(items, lambda item: height(item, item.short_lead), table_room(HEAD))
    return [
        Screen(
            numbered(title, place, len(pages)),
            tracking_table(board, [item.row for item in page], links),
            board,
            kind="rows",
            anchor="bang",
        )
        for place, page in enumerate(pages, start=1)
    ]


def height(item: TrackingRow, lead: str) -> float:
    """Estimate how high a row becomes."""
    i = item.row.indicator
    lines = [
        rows_high(f"{i.code} {i.name}", SIZE, NAME),
        *(rows_high(text, SIZE, TARGET) for text in item.targets),
        rows_high(lead, SIZE, LEAD),
        rows_high(item.row.notation.unit, SMALL, UNIT),
        2 if item.share_text() or item.against_before else 1,
    ]
    return max(lines) * LINE + EDGES
