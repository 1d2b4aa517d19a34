"""The head of the overview: the finding, the bar of the whole programme, the map of tiles."""

from collections.abc import Callable

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.summary import finding, progress_words
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, SHORT, UNASSESSED
from pages.parts.links import SCOPE_NAMES, Links
from pages.parts.templates import blocks

Where = Callable[[Status], str]

PARTS = blocks("parts/tiles.html")
# The bar in the narrowest window that it is named in (board.css), and a letter of it, in pixels.
BAR_WIDTH, LETTER_WIDTH = 950, 7.5


def head(board: Board, links: Links) -> Markup:
    """Write the finding and the choice of scope."""
    choices = [
        (name, links.of_scope(scope).overview(), scope == board.scope)
        for scope, name in SCOPE_NAMES.items()
    ]
    return PARTS.head(finding(board), choices)


def bar(
    board: Board, links: Links, stale_at: str = "#can-chu-y", where: Where | None = None
) -> Markup:
    """Show all indicators as one bar, verdicts first, and name its parts in a legend.

    `stale_at` is the address where those judged on old figures are found, `where` gives that of the
    indicators of one status: the overview, if nothing else is named.
    """
    leads = where or (lambda status: links.overview(trang_thai=SHORT[status]))
    parts = [
        (status, count, leads(status), is_told(count, len(board.programme), SHORT[status]))
        for status in (*ASSESSED, *UNASSESSED)
        if (count := board.tally.get(status, 0))
    ]
    return PARTS.bar(parts, len(board.stale), stale_at, links.method("muc-danh-gia"))


def is_told(count: int, total: int, word: str) -> bool:
    """Whether the bar has room for a status' word beside its number."""
    return count / total * BAR_WIDTH >= LETTER_WIDTH * len(f"{count}  {word}")


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
