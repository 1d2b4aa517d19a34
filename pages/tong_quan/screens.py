"""The overview as screens: the whole programme, what needs attention, what changed, the tables."""

from dataclasses import replace

from indicators.board.board import Board, Row
from indicators.board.summary import finding, group_finding
from indicators.wording.standing import no_worries
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import numbered, room, rows_high, screenfuls
from pages.parts.presenting.table_screens import table_screens
from pages.parts.templates import NOTHING
from pages.parts.tracking_table import call_list
from pages.parts.view import View
from pages.tong_quan.changes_screens import changes_screens
from pages.tong_quan.short_run import roadmap_screens, standing_screen, whole_screen

WORDS, SIZE, LINE = 47.5, 0.93, 1.35  # the width of an attention's words, its type and lines


def overview_screens(board: Board, view: View, asked: str | None) -> list[Screen]:
    """Gather all screens of the overview."""
    whole = [standing_screen(board, view)] if board.assessed else []
    tables = [
        screen
        for group, _ in board.groups()
        for screen in table_screens(
            board, group, view.links, group_finding(board.of_group(group.code), group)
        )
    ]
    return [
        *whole,
        whole_screen(board, view),
        *attention_screens(board, view),
        *changes_screens(board, view, asked),
        *(roadmap_screens(board, view) if board.assessed else []),
        *tables,
    ]


def attention_screens(board: Board, view: View) -> list[Screen]:
    """Show what needs attention, the worst first."""
    if not board.attention:
        told = no_worries(len(board.assessed), len(board.programme))
        return [Screen(told, NOTHING, board, anchor="can-chu-y")]
    title = finding(replace(board, rows=board.attention))
    pages = screenfuls(board.attention, call_height, room())
    return [
        Screen(
            numbered(title, place, len(pages)),
            call_list(board, page, view.links),
            board,
            anchor="can-chu-y",
        )
        for place, page in enumerate(pages, start=1)
    ]


def call_height(row: Row) -> float:
    """Estimate how high one thing that needs attention becomes."""
    i = row.indicator
    name = rows_high(f"{i.code} · {i.name}", SIZE * 1.05, WORDS)
    told = rows_high(f"{row.sentence} Chủ trì: {i.lead}", SIZE, WORDS)
    return (name + told) * LINE + 1.0
