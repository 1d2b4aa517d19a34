"""Remarks on the figures: sums that differ, not final in time, back-cast, without a link."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.board.board import CITY, Board
from indicators.board.reporting import settled_year
from indicators.figures.rollup import Difference
from indicators.figures.totals import totals_at
from indicators.quality.sources import Source, sources_at
from indicators.store.connection import Store
from indicators.store.sources import Marked, marked_at


@dataclass(frozen=True, slots=True)
class Quality:
    """The remarks on the figures of a moment."""

    differing: Sequence[Difference]
    marked: Sequence[Marked]
    unlinked: Sequence[Source]


def codes_of(board: Board, agency: str | None) -> set[str] | None:
    """The indicators that an agency leads, by its short name; None stands for all."""
    if agency is None:
        return None
    lead = board.catalogue.agencies_by_short_name[agency].name
    return {i.code for i in board.catalogue.indicators if i.lead == lead}


def listed_sources(store: Store, board: Board, agency: str | None) -> list[Source]:
    """The sources of the figures in force, of all or of one agency's indicators."""
    return sources_at(store, board.as_of.version.number, codes_of(board, agency))


def quality_of(store: Store, board: Board, agency: str | None) -> Quality:
    """Gather the remarks on the figures, of all or of one agency's indicators."""
    seen, codes = board.as_of, codes_of(board, agency)
    number = seen.version.number
    totals = totals_at(store, number, CITY)
    marked = marked_at(store, number, settled_year(board.catalogue, seen.day))
    return Quality(
        [each for code in totals.roll_ups if codes is None or code in codes
         for each in totals.differences(code)],
        [each for each in marked if codes is None or each.indicator in codes],
        [each for each in listed_sources(store, board, agency) if not each.link],
    )  # fmt: skip
