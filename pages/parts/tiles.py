"""The head of the overview: the finding, the bar of the whole programme, the map of tiles."""

from collections.abc import Callable
from html import escape

from indicators.board.board import Board, Row
from indicators.board.summary import finding, progress_words
from indicators.catalogue.records import Group
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, SHORT, UNASSESSED
from pages.parts.badges import MARK, chip, classes
from pages.parts.links import SCOPE_NAMES, Links
from pages.parts.switches import CURRENT

Where = Callable[[Status], str]

LONG = 12  # letters of value and target that fit a tile in full size
TOLD = ' class="told"'
# The bar in the narrowest window that it is named in (board.css), and a letter of it, in pixels.
BAR_WIDTH, LETTER_WIDTH = 950, 7.5


def head(board: Board, links: Links) -> str:
    """Write the finding and the choice of scope."""
    choices = "".join(
        f'<a href="{escape(links.of_scope(scope).overview())}"'
        f"{CURRENT if scope == board.scope else ''}>{name}</a>"
        for scope, name in SCOPE_NAMES.items()
    )
    return (
        f'<div class="head"><h1>{escape(finding(board))}</h1>'
        f'<nav class="switch" aria-label="Phạm vi">{choices}</nav></div>'
    )


def bar(
    board: Board, links: Links, stale_at: str = "#can-chu-y", where: Where | None = None
) -> str:
    """Show all indicators as one bar: verdicts first, then what cannot be judged.

    `stale_at` is the address where those judged on old figures are found, `where` gives that of the
    indicators of one status: the overview, if nothing else is named.
    """
    leads = where or (lambda status: links.overview(trang_thai=SHORT[status]))
    total = len(board.programme)
    parts = "".join(
        f'<a class="{classes(status)}{"" if is_told(count, total, SHORT[status]) else " thin"}" '
        f'style="--n:{count}" href="{escape(leads(status))}" '
        f'title="{count} {SHORT[status]}">{count}<em>{SHORT[status]}</em></a>'
        for status in (*ASSESSED, *UNASSESSED)
        if (count := board.tally.get(status, 0))
    )
    if board.stale:
        count = len(board.stale)
        parts += f'<a class="hatched thin" style="--n:{count}" href="{stale_at}">{count}</a>'
    return f'<div class="bar">{parts}</div>{legend(board, links, leads)}'


def is_told(count: int, total: int, word: str) -> bool:
    """Whether the bar has room for a status' word beside its number."""
    return count / total * BAR_WIDTH >= LETTER_WIDTH * len(f"{count}  {word}")


def legend(board: Board, links: Links, where: Where) -> str:
    """Name every part of the bar with its mark, and what is counted apart.

    What the bar tells in a wide window is marked, and shown again in narrow ones alone.
    """
    total = len(board.programme)
    parts = [
        f'<a{TOLD if is_told(count, total, SHORT[status]) else ""} href="{escape(where(status))}">'
        f"{chip(status, '')}{count} {SHORT[status].lower()}</a>"
        for status in (*ASSESSED, *UNASSESSED)
        if (count := board.tally.get(status, 0))
    ]
    if board.stale:
        words = f"{len(board.stale)} đánh giá trên số liệu cũ (tính riêng)"
        parts.append(f'<span><span class="chip hatched"></span>{words}</span>')
    how = escape(links.method("muc-danh-gia"))
    parts.append(f'<a class="how" href="{how}">Cách đánh giá</a>')
    return f'<div class="legend">{"".join(parts)}</div>'


def tile_map(board: Board, links: Links) -> str:
    """Show the whole programme, a strand a group, a tile an indicator."""
    strands = "".join(strand(group, rows, links) for group, rows in board.groups())
    return f'<div class="map">{strands}</div>'


def strand(group: Group, rows: list[Row], links: Links) -> str:
    """Show one group."""
    tiles = "".join(tile(row, links) for row in rows)
    return (
        f'<section class="strand"><h2><a href="{escape(links.group(group.code))}">'
        f"{escape(group.name)}</a> <small>{len(rows)} chỉ tiêu</small></h2>"
        f'<div class="tiles">{tiles}</div></section>'
    )


def tile(row: Row, links: Links) -> str:
    """Show one indicator: code, short name, latest value and target, status."""
    i = row.indicator
    words = progress_words(row)
    small = " long" if len(words) > LONG else ""
    return (
        f'<a class="tile {classes(row.status)}" href="{escape(links.indicator(i.code))}" '
        f'title="{escape(i.name)}: {escape(row.label)}">'
        f"<span><i>{i.code}</i> <b>{escape(i.short_name)}</b></span>"
        f'<span class="now{small}">{escape(words)}</span>'
        f'<span class="word">{MARK}{status_word(row)}</span></a>'
    )


def status_word(row: Row) -> str:
    """Name the status in what fits a tile; one that rests on an old figure says so."""
    word = SHORT[row.status]
    if row.judgement.stale and row.status in ASSESSED:
        return f"{word.removesuffix(' tiến độ')} · cũ"
    return word
