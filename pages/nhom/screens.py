"""A group as screens: its trajectories, as many as a screen holds, and its table."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.summary import group_finding
from indicators.catalogue.records import Group
from indicators.charts.panels import last_of, owed_note, target_line
from indicators.charts.small_trajectory import HEIGHT, WIDTH
from indicators.charts.theme import Ink
from indicators.typesetting.pages import parted
from indicators.wording.labels import SHORT
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import numbered, room, rows_high, text_wide
from pages.parts.presenting.table_screens import table_screens
from pages.parts.small_multiples import card, years_in
from pages.parts.templates import blocks
from pages.parts.view import View

MULTIPLES = blocks("parts/small_multiples.html")
TileRow = Sequence[Row]
PER_LINE, LINES = 3, 2  # cards beside each other, lines of pictures on a screen at most
CARD = 18.4  # width of the words of a card
EDGES, BETWEEN = 0.9, 0.6  # above and below the words of a card, and between two lines
YEARS = 1.25  # the years below a picture
SMALLEST, LARGEST = 8.0, CARD  # width of a picture


def group_screens(board: Board, group: Group, view: View, ink: Ink) -> list[Screen]:
    """Gather all screens of a group."""
    part = board.of_group(group.code)
    title = group_finding(part, group)
    years = years_in(part)

    def cards_of(lines: Sequence[TileRow]) -> Markup:
        cards = [
            card(row, part, years[row.indicator.code], ink, view.links)
            for line in lines
            for row in line
        ]
        return MULTIPLES.cards(cards, f"{picture_wide(lines, part):.1f}")

    lines = [part.rows[at : at + PER_LINE] for at in range(0, len(part.rows), PER_LINE)]
    high = [line_high(line, part) for line in lines]
    pages = [[lines[n] for n in page] for page in parted(high, room() + BETWEEN)]
    pictures = [
        Screen(numbered(title, place, len(pages)), cards_of(page), board, anchor="dien-bien")
        for place, page in enumerate(pages, start=1)
    ]
    return [*pictures, *table_screens(board, group, view.links, title)]


def line_high(line: TileRow, part: Board) -> float:
    """Estimate how high a line of cards becomes; of those with pictures a screen has two."""
    names = max(name_high(row) for row in line)
    asks = max(rows_high(target_line(row), 0.8, CARD) for row in line) * 1.04
    shown = [value_high(row) for row in line if row.judgement.latest]
    ways = max(shown, default=0.0) + (SMALLEST * HEIGHT / WIDTH + YEARS if shown else 0.0)
    owed = max((owed_high(row, part) for row in line if not row.judgement.latest), default=0.0)
    high = names + max(ways, owed) + asks + EDGES + BETWEEN
    return max(high, (room() + BETWEEN) / (LINES + 0.5)) if shown else high


def picture_wide(lines: Sequence[TileRow], part: Board) -> float:
    """Give the width of the pictures that leaves the words of all lines their room."""
    bare = sum(line_high(line, part) for line in lines) - BETWEEN
    spare = max(room() - bare, 0.0) / len(lines)
    return min(SMALLEST + spare * WIDTH / HEIGHT, LARGEST)


def name_high(row: Row) -> float:
    """Estimate the name of a card beside its verdict."""
    beside = 2.8 + len(SHORT[row.status]) * 0.47
    name = f"{row.indicator.code} {row.indicator.short_name}"
    return max(rows_high(name, 0.93, CARD - beside, bold=True) * 1.17, 1.45)


def value_high(row: Row) -> float:
    """Estimate the last value, large, and its year, which stands beside it if there is room."""
    last = last_of(row)
    value, year = (last.value, f" {last.when}") if last else ("", "")
    beside = text_wide(value, 1.3, bold=True) + text_wide(year, 0.9) < CARD
    lines = rows_high(value, 1.3, CARD, bold=True)
    return 0.2 + lines * 1.7 + (0.0 if beside else 1.3)


def owed_high(row: Row, part: Board) -> float:
    """Estimate what is said in place of a picture."""
    return 0.6 + rows_high(owed_note(row, part), 0.8, CARD) * 1.05
