"""A group as screens: its trajectories, as many as a screen holds, and its table."""

from collections.abc import Sequence

from indicators.board import Board, Row
from indicators.catalogue.records import Group
from indicators.charts.common_frame import years_of
from indicators.charts.theme import Ink
from indicators.wording.labels import SHORT
from pages.parts.addresses import Parameters
from pages.parts.group_head import group_finding
from pages.parts.presentation import Screen
from pages.parts.screen_rooms import numbered, rows_high
from pages.parts.small_multiples import asked, card, trajectory_of
from pages.parts.table_screens import table_screens

PER_LINE, PER_SCREEN = 3, 6
CARD = 18.4  # width of the words of a card
MOST_LINES = 8  # of words above and below the pictures of two lines of cards


def group_screens(board: Board, group: Group, ink: Ink, kept: Parameters) -> list[Screen]:
    """Gather all screens of a group."""
    part = board.of_group(group.code)
    title = group_finding(part, group)
    years = years_of([trajectory_of(row, part) for row in part.rows])

    def cards_of(rows: Sequence[Row]) -> str:
        cards = "".join(card(row, part, years, ink, kept) for row in rows)
        return f'<div class="multiples">{cards}</div>'

    pages = [part.rows[at : at + PER_SCREEN] for at in range(0, len(part.rows), PER_SCREEN)]
    pictures = [
        Screen(
            numbered(title, place, len(pages)),
            cards_of(page),
            board,
            kind="tight" if is_crowded(page) else "",
            anchor="dien-bien",
        )
        for place, page in enumerate(pages, start=1)
    ]
    return [*pictures, *table_screens(board, group, kept, title)]


def is_crowded(rows: Sequence[Row]) -> bool:
    """Whether the words of two lines of cards leave less room for their pictures."""
    lines = (rows[:PER_LINE], rows[PER_LINE:])
    return sum(max(map(words_high, line), default=0) for line in lines) > MOST_LINES


def words_high(row: Row) -> int:
    """Count the lines of a card's words: its name beside the verdict, last value, targets."""
    latest, name = row.judgement.latest, f"{row.indicator.code} {row.indicator.short_name}"
    value = f"{row.value(latest)} năm {latest.year}, chưa chính thức" if latest else ""
    beside = 2.8 + len(SHORT[row.status]) * 0.47
    return (
        rows_high(name, 0.87, CARD - beside)
        + rows_high(value, 0.97, CARD)
        + rows_high(asked(row), 0.8, CARD)
    )
