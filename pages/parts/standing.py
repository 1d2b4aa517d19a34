"""How a board stands: the finding, and one strip whose parts add up and filter what is below."""

from collections.abc import Callable

from markupsafe import Markup

from indicators.board.board import Board
from indicators.board.partition import Part, Partition, partition
from indicators.board.summary import whole_finding
from indicators.wording.labels import GOOD
from indicators.wording.standing import earlier_sentence, unjudged_sentence
from pages.parts.links import Links, word
from pages.parts.templates import blocks

PARTS = blocks("parts/standing.html")
FILTER = "trang-thai"  # in the address of the overview

Where = Callable[[Part], str]
Switch = tuple[Part, str, bool]  # where it leads, and whether it is the one filtered by


def standing(board: Board, links: Links, only: Part | None) -> Markup:
    """Write the finding, the strip that filters, and what is filtered or else the quiet line."""

    def toggled(part: Part) -> str:
        return links.overview(**{FILTER: None if part == only else word(part.word)})

    whole = partition(board)
    below = chosen_line(only, board, links) if only else quiet_line(whole, board, links)
    shown = PARTS.strip(stretches_of(whole, toggled, only), "Lọc theo đánh giá", only)
    return PARTS.headline(whole_finding(board)) + shown + below


def strip(board: Board, where: Where) -> Markup:
    """Draw the parts as one bar in stretches, and below it each part's count and word.

    `where` gives the address that a part leads to.
    """
    return PARTS.strip(stretches_of(partition(board), where), "", None)


def stretches_of(whole: Partition, where: Where, only: Part | None = None) -> list[list[Switch]]:
    """Put the parts into what is well, what is not, and what has no verdict."""
    well = [part for part in whole.parts if part.status in GOOD]
    rest = [part for part in whole.parts if part.status is None]
    worries = [part for part in whole.parts if part not in (*well, *rest)]
    return [
        [(part, where(part), part == only) for part in stretch]
        for stretch in (well, worries, rest)
        if stretch
    ]


def quiet_line(whole: Partition, board: Board, links: Links) -> Markup:
    """Say why some have no verdict, and which missed an earlier milestone."""
    reasons = [(reason, len(rows)) for reason, rows in whole.reasons]
    told = unjudged_sentence(reasons) if reasons else ""
    earlier = [
        (row.indicator.short_name, links.indicator(row.indicator.code))
        for row in board.missed_earlier
    ]
    years = [year for row in board.missed_earlier for year in row.missed_years]
    return PARTS.quiet_line(told, earlier_sentence(years) if years else "", earlier)


def chosen_line(only: Part, board: Board, links: Links) -> Markup:
    """Say what is filtered by, how many there are, and how to leave it."""
    agencies = len({board.lead_of(row) for row in only.rows} - {""})
    return PARTS.chosen(only, agencies, links.overview())
