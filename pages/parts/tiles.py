"""The whole programme as a map, an indicator a tile."""

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.summary import progress_words
from indicators.wording.labels import ASSESSED
from pages.parts.links import Links
from pages.parts.templates import blocks

PARTS = blocks("parts/tiles.html")


def tile_map(board: Board, links: Links) -> Markup:
    """Show the whole programme, a strand a group, a tile an indicator."""
    return PARTS.tile_map(
        (group, links.group(group.code), [tile(row, links) for row in rows])
        for group, rows in board.groups()
    )


def tile(row: Row, links: Links) -> tuple[Row, str, str, str]:
    """Give what a tile shows of an indicator: address, latest value and target, status."""
    return row, links.indicator(row.indicator.code), progress_words(row), status_word(row)


def status_word(row: Row) -> str:
    """Name the status in what fits a tile; one that rests on an old figure says so."""
    word = row.word
    if row.judgement.stale and row.status in ASSESSED:
        return f"{word.removesuffix(' tiến độ')} · cũ"
    return word
