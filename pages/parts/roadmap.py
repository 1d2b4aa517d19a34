"""The way of every indicator to its target, in rows: made, due by now, what is needed a year."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from indicators.board.board import Board, Row
from indicators.board.now_to_target import NowToTarget, need_words, now_to_target
from indicators.board.partition import Part
from indicators.board.roadmap import OnTheWay, Roadmap, roadmap
from indicators.progress.results import Status
from indicators.progress.way import Way
from indicators.wording.numbers import signed_pace
from indicators.wording.roadmap import (
    JUDGED,
    kept_words,
    list_names,
    milestone_notes,
    summary,
    way_words,
)
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("parts/roadmap.html")
FOLD = "lo-trinh-tot"  # those that are well, on a telephone; in the address (?mo=)
# The scale of the picture: where the base year and the target stand, in percent of its width.
BASE, TARGET, ENDS = 12.0, 84.0, (1.0, 99.0)


@dataclass(frozen=True, slots=True)
class DrawnWay:
    """Where dot and tick stand, in percent of the picture's width; `beyond` its left or right."""

    made: str
    due: str
    beyond: str


@dataclass(frozen=True, slots=True)
class RoadmapLine:
    """What a row shows of an indicator; `drawn` is none for a level that is kept."""

    name: str
    where: str
    status: Status
    word: str
    notes: list[str]
    drawn: DrawnWay | None
    told: str
    now: NowToTarget
    need: str
    instead: str
    pace: str


List = tuple[str, list[RoadmapLine], int]


def roadmap_block(
    board: Board,
    links: Links,
    only: Part | None = None,
    opened: Collection[str] = (),
    takes: Markup = NOTHING,
) -> Markup:
    """Draw the ways of a board, of one part where that is asked for; empty without any.

    `opened` names the folds that the address opens.
    """
    whole = roadmap(board, only)
    if not whole.count:
        return NOTHING
    worries, good = lists_of(whole, links)
    is_open = only is not None or FOLD in opened
    told, axis = told_of(whole, only), (base_year(whole), usual_due(whole))
    return PARTS.block(told, board.mark, *axis, worries, good, is_open, takes)


def roadmap_part(whole: Roadmap, lines: list[RoadmapLine], look: str) -> Markup:
    """Draw some lines of a roadmap alone, in the type that a style sheet has for the look."""
    return PARTS.part(usual_due(whole), [("", lines, len(lines))], look)


def roadmap_keys(whole: Roadmap) -> Markup:
    """Say what the marks of a way are."""
    return PARTS.keys_alone(base_year(whole))


def told_of(whole: Roadmap, only: Part | None) -> str:
    """Say how those shown divide."""
    of = only.word.lower() if only else JUDGED
    return summary(*map(len, (whole.behind, whole.ahead, whole.lost, whole.kept)), of=of)


def lists_of(whole: Roadmap, links: Links) -> tuple[list[List], list[List]]:
    """Give the lists of those that need attention and of those that are well, none empty."""
    behind, ahead, lost, kept = (
        line_list(part, links) for part in (whole.behind, whole.ahead, whole.lost, whole.kept)
    )
    names = list_names(len(behind), len(ahead), len(lost), len(kept))
    named = [
        (name, lines, len(lines))
        for name, lines in zip(names, (behind, lost, ahead, kept), strict=True)
    ]
    return [each for each in named[:2] if each[2]], [each for each in named[2:] if each[2]]


def line_list(part: Iterable[OnTheWay | Row], links: Links) -> list[RoadmapLine]:
    """Write rows with a way, or with a level to be kept."""
    return [
        line_of(each.row, each.way, links)
        if isinstance(each, OnTheWay)
        else line_of(each, None, links)
        for each in part
    ]


def line_of(row: Row, way: Way | None, links: Links) -> RoadmapLine:
    """Write one row."""
    headline, pace = row.judgement.headline, row.judgement.achieved_pace
    need = need_words(row)
    is_yearly = headline is not None and headline.needed_pace is not None and need[:1] in "+−"
    unit = "%" if row.indicator.rule == "growth" else ""
    return RoadmapLine(
        row.indicator.short_name,
        links.indicator(row.indicator.code),
        row.status,
        row.word,
        milestone_notes(row.judgement),
        drawn_way(way) if way else None,
        way_words(way.made, way.due) if way else kept_words(row.judgement),
        now_to_target(row),
        need if is_yearly else "",
        "" if is_yearly else need,
        "" if pace is None or row.status is Status.ACHIEVED else f"{signed_pace(pace)}{unit}",
    )


def drawn_way(way: Way) -> DrawnWay:
    """Place dot and tick on the scale; what lies beyond it stands at its end."""
    made = place_of(way.made)
    beyond = "under" if made < ENDS[0] else "over" if made > ENDS[1] else ""
    due = "" if way.due is None else f"{clipped(place_of(way.due)):.1f}"
    return DrawnWay(f"{clipped(made):.1f}", due, beyond)


def place_of(share: float) -> float:
    """Give the place of a share of the way on the scale."""
    return BASE + share * (TARGET - BASE)


def clipped(place: float) -> float:
    """Keep a place within the scale."""
    return min(max(place, ENDS[0]), ENDS[1])


def base_year(whole: Roadmap) -> int | None:
    """Name the year in which most ways begin."""
    rows = (each.row for each in (*whole.behind, *whole.ahead))
    years = Counter(row.indicator.base_year for row in rows if row.indicator.base_year)
    return years.most_common(1)[0][0] if years else None


def usual_due(whole: Roadmap) -> str:
    """Give the place on the scale at which most ways should be by now."""
    dues = [each.way.due for each in (*whole.behind, *whole.ahead) if each.way.due is not None]
    most = Counter(round(due, 2) for due in dues).most_common(1)
    return f"{place_of(most[0][0] if most else 1.0):.1f}"
