"""What changed since an earlier moment as screens: verdicts before and after, else the figures."""

from indicators.board.board import Board
from indicators.changes.between import Changes, VerdictChange, changes_between
from indicators.changes.since import since
from indicators.store.errors import StoreError
from indicators.store.turns import Turn
from indicators.wording.numbers import counted
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import numbered, room, rows_high, screenfuls, table_room
from pages.parts.recording.change_tables import change_table
from pages.parts.refusals import for_reader
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View
from pages.tong_quan.changes import (
    FIGURES,
    IN_THE_JOURNAL,
    PARTS,
    PLACE,
    TURNS,
    WRITTEN,
    figure_cells,
    sentence,
    verdict_line,
)

TABLES = blocks("parts/tables.html")
CAUSE = 31.0  # the width of the words of a changed verdict
NAME, SIZE, LINE, EDGES, HEAD = 20.0, 0.93, 1.26, 0.72, 2.0  # of a table of figures
MOST, LEFT = 24, 2.5  # lines shown, the others are on the page; what it takes to say so
COLUMNS = [name for name in FIGURES if name != WRITTEN]


def changes_screens(board: Board, view: View, asked: str | None) -> list[Screen]:
    """Show what changed since the moment asked for, or why that cannot be shown."""
    try:
        start = since(view.store, view.moment, asked)
    except StoreError as refusal:
        return [Screen(for_reader(refusal), NOTHING, board, anchor=PLACE)]
    changes = changes_between(view.store, start.moment, view.moment, view.scope)
    title = sentence(start, changes)
    if changes.verdicts:
        return verdict_screens(changes, title, view)
    if changes.figures.first:
        return figure_screens(changes, title, view)
    return [Screen(title, PARTS.no_verdicts(), board, anchor=PLACE)]


def verdict_screens(changes: Changes, title: str, view: View) -> list[Screen]:
    """Show the changed verdicts before and after."""
    shown = changes.verdicts[:MOST]
    pages = screenfuls(shown, verdict_height, room(LEFT))
    more = PARTS.left_out(len(changes.verdicts) - len(shown))
    return [
        Screen(
            numbered(title, place, len(pages)),
            PARTS.turns(verdict_line(each, changes, view) for each in page)
            + (more if place == len(pages) else NOTHING),
            changes.after,
            anchor=PLACE,
        )
        for place, page in enumerate(pages, start=1)
    ]


def verdict_height(verdict: VerdictChange) -> float:
    """Estimate how high a changed verdict becomes; a cause is as long as its words and origin."""
    causes = 1 + (len(verdict.causes) * 90) // int(CAUSE * 2)
    return max(4.2, 1.35 + causes * 1.26 + 1.2)


def figure_screens(changes: Changes, title: str, view: View) -> list[Screen]:
    """Show the first figures where no verdict is another: those of the whole city or country."""
    order = list(TURNS)
    turns = sorted(changes.figures.first, key=lambda turn: order.index(turn.kind))[:MOST]
    pages = screenfuls(turns, lambda turn: figure_height(turn, changes), table_room(HEAD + LEFT))
    left = changes.figures.count.total() - len(turns)
    more = TABLES.left_out(f"{counted(left)} giá trị" if left else "", IN_THE_JOURNAL)
    return [
        Screen(
            numbered(title, place, len(pages)),
            change_table([figure_cells(turn, changes, view) for turn in page], COLUMNS)
            + (more if place == len(pages) else NOTHING),
            changes.after,
            kind="figures",
            anchor=PLACE,
        )
        for place, page in enumerate(pages, start=1)
    ]


def figure_height(turn: Turn, changes: Changes) -> float:
    """Estimate how high the line of a changed figure becomes."""
    code = turn.after.indicator
    names = {each.code: each.short_name for each in changes.catalogue_of(code).indicators}
    return rows_high(f"{code} {names[code]}", SIZE, NAME) * LINE + EDGES
