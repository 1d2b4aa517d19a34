"""How a board stands: the finding, and one strip whose parts add up and filter what is below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from indicators.board.board import Board
from indicators.board.collection import collection
from indicators.board.deadlines import soonest
from indicators.board.partition import Part, Partition, partition
from indicators.board.summary import whole_finding
from indicators.progress.results import Status
from indicators.wording.collecting import first_due, part_words
from indicators.wording.labels import GOOD
from indicators.wording.standing import earlier_sentence, unjudged_sentence
from pages.parts.links import Links, word
from pages.parts.templates import blocks

PARTS = blocks("parts/standing.html")
FILTER = "trang-thai"  # in the address of the overview
# Where the first screen tells of those that lack a figure.
TOLD_AT = {"known": "#da-co", "due": "#den-han"}

Where = Callable[[Part], str]


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the strip: how many, of what, where it leads, whether it is filtered by.

    `look` names the colours of a part without a status.
    """

    key: str
    count: int
    word: str
    where: str
    status: Status | None = None
    look: str = "hatched"
    is_only: bool = False


def standing(board: Board, links: Links, only: Part | None) -> Markup:
    """Write the finding, the strip that filters, and what is filtered or else the quiet line."""
    if is_collecting(board) and not only:
        below = PARTS.quiet_line(first_deadline(board), "", [])
        return PARTS.headline(whole_finding(board)) + collected_strip(board, links) + below
    whole = partition(board)
    below = chosen_line(only, board, links) if only else quiet_line(whole, board, links)

    def toggled(part: Part) -> str:
        return links.overview(**{FILTER: None if part == only else word(part.word)})

    shown = PARTS.strip(stretches_of(whole, toggled, only), "Lọc theo đánh giá", only)
    return PARTS.headline(whole_finding(board)) + shown + below


def standing_still(board: Board, links: Links) -> Markup:
    """Write the same where nothing filters: each part leads to its rows of the table."""
    if is_collecting(board):
        return standing(board, links, None)
    shown = strip(board, lambda part: links.tracking(trang_thai=part.word))
    return PARTS.headline(whole_finding(board)) + shown + quiet_line(partition(board), board, links)


def is_collecting(board: Board) -> bool:
    """Whether there is too little to judge anything of the city by."""
    return not board.assessed and board.scope == "city"


def strip(board: Board, where: Where) -> Markup:
    """Draw the parts as one bar in stretches, and below it each part's count and word.

    `where` gives the address that a part leads to.
    """
    return PARTS.strip(stretches_of(partition(board), where), "", None)


def collected_strip(board: Board, links: Links) -> Markup:
    """Draw those that have a figure and those that lack one, where nothing can be judged."""
    words = part_words(board.as_of.year)
    segments = [
        Segment(
            part.kind,
            len(part.rows),
            words[part.kind],
            TOLD_AT.get(part.kind) or links.tracking(),
            look=f"l-{part.kind}",
        )
        for part in collection(board)
    ]
    return PARTS.strip([pair for pair in (segments[:2], segments[2:]) if pair], "", None)


def first_deadline(board: Board) -> str:
    """Say when the first target is to be reached."""
    near = soonest(board)
    return first_due(near[0].day, board.as_of.day) if near else ""


def stretches_of(
    whole: Partition, where: Where, only: Part | None = None
) -> list[Sequence[Segment]]:
    """Put the parts into what is well, what is not, and what has no verdict."""
    segments = [
        Segment(part.key, part.count, part.word, where(part), part.status, is_only=part == only)
        for part in whole.parts
    ]
    well = [each for each in segments if each.status in GOOD]
    rest = [each for each in segments if each.status is None]
    worries = [each for each in segments if each not in (*well, *rest)]
    return [stretch for stretch in (well, worries, rest) if stretch]


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
