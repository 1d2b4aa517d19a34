"""A presentation whose charts and tables Office edits, from one briefing."""

from collections.abc import Callable
from functools import partial

from indicators.board.agencies import agency_standings
from indicators.briefing.brief import Brief
from indicators.briefing.slides.deck import Deck
from indicators.briefing.slides.indicator import add_indicator
from indicators.briefing.slides.listings import add_attention, add_group, add_not_assessable
from indicators.briefing.slides.overview import add_overview
from indicators.briefing.slides.short import (
    add_agencies,
    add_movements,
    add_owed,
    add_standing,
    add_worst,
)
from indicators.briefing.slides.template import open_template
from indicators.briefing.steps import Progress, no_progress, with_progress
from indicators.wording.illustrative import MARK

SlideMaker = Callable[[Deck, Brief], None]


def as_pptx(
    brief: Brief,
    template: tuple[str, bytes] | None = None,
    progress: Progress = no_progress,
    *,
    short: bool = False,
) -> bytes:
    """Make the presentation, on the project's own template or the one given by name and bytes.

    A short one has at most twelve slides.

    Raises BriefError where the template cannot be used.
    """
    mark = MARK if brief.illustrative else ""
    deck = Deck(open_template(template), mark, brief.version_line)
    makers = short_makers(brief) if short else slide_makers(brief)
    for page in with_progress(makers, progress):
        page(deck, brief)
    return deck.saved(brief.title)


def slide_makers(brief: Brief) -> list[SlideMaker]:
    """List what is told, in order: the whole, what needs attention, then group by group."""
    pages: list[SlideMaker] = [add_cover, *summaries(brief)]
    for group, rows in brief.chosen.groups():
        pages.append(partial(add_group, group=group))
        pages += [partial(add_indicator, row=row) for row in rows]
    return pages + context_pages(brief)


def short_makers(brief: Brief) -> list[SlideMaker]:
    """List what a meeting is told in a few minutes; what there is nothing to say of is left out."""
    pages: list[SlideMaker] = [add_cover, add_standing]
    board = brief.chosen
    is_city = board.scope == "city" and bool(board.programme)
    if is_city:
        pages.append(add_agencies)
    if board.attention:
        pages.append(add_worst)
    if board.assessed:
        pages.append(add_movements)
    owing = is_city and any(each.owed for each in agency_standings(board))
    return [*pages, add_owed] if owing else pages


def context_pages(brief: Brief) -> list[SlideMaker]:
    """List the figures that stand beside the programme, which have no group's table."""
    return [partial(add_indicator, row=r) for r in brief.rows if r not in brief.chosen.programme]


def summaries(brief: Brief) -> list[SlideMaker]:
    """List what tells of many indicators at once; of a single one its own slide says it all."""
    if len(brief.chosen.programme) < 2:
        return []
    attention: list[SlideMaker] = [add_attention] if brief.chosen.attention else []
    return [add_overview, *attention, *([add_not_assessable] if brief.not_assessable else [])]


def add_cover(deck: Deck, brief: Brief) -> None:
    """Add the first slide: what this is, on which ground, of which day."""
    deck.section("Tổng hợp")
    deck.cover(brief.title, [brief.programme, "", brief.version_line])
