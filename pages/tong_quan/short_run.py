"""The short run of the overview: the first screen's finding and blocks as screens."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from indicators.board.agencies import (
    AgencyStanding,
    agencies_summary,
    agency_standings,
    most_owed_first,
    owed_summary,
)
from indicators.board.board import Board, Row
from indicators.board.now_to_target import need_words, now_to_target
from indicators.board.partition import Part, partition
from indicators.board.roadmap import OnTheWay, Roadmap, roadmap
from indicators.board.summary import whole_finding
from indicators.changes.movements import Movements, movements
from indicators.progress.results import Status
from indicators.store.errors import StoreError
from indicators.wording.agencies import PROPOSED
from indicators.wording.movements import moved_sentence
from indicators.wording.roadmap import list_names
from indicators.wording.standing import worst_title
from pages.parts.agencies import agencies_block
from pages.parts.movements import moved_lists
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import numbered, room, rows_high, screenfuls, table_room
from pages.parts.refusals import for_reader
from pages.parts.roadmap import RoadmapLine, line_list, roadmap_keys, roadmap_part
from pages.parts.standing import strip
from pages.parts.templates import NOTHING, blocks
from pages.parts.tiles import tile_map
from pages.parts.view import View

PARTS = blocks("tong_quan/short_run.html")
WORST, NAMED, FEW = 10, 14, 11.0
# In rem: what stands above the rows of the roadmap, its columns; the lines of big tables.
WAY_HEAD, NAME_WIDE, NOW_WIDE, NEED_WIDE = 1.7, 14.0, 13.2, 8.7
BIG_LINE, BIG_EDGES, BIG_HEAD, OWED_WIDE = 1.45, 0.9, 2.4, 39.0


class WayType(NamedTuple):
    """How the rows of the roadmap are set: type, from line to line, the least height, in rem."""

    look: str
    size: float
    line: float
    least: float


CLOSE, ROOMY = WayType("", 0.8, 1.1, 1.1), WayType("roomy", 0.88, 1.26, 1.26)
LARGE = WayType("large", 1.1, 1.3, 2.3)  # its names are bold: measured a little larger than set
FEW_SCREENS = 2  # on so many the type may be that of the back row


def short_screens(board: Board, view: View, asked: str | None) -> list[Screen]:
    """Gather the screens; where nothing is judged, what there is and what is owed."""
    standings = agency_standings(board) if board.scope == "city" and board.programme else []
    owing = owed_screens(board, standings)
    if not board.assessed:
        return [whole_screen(board, view), *owing]
    return [
        standing_screen(board, view),
        *agency_screens(board, view, standings, asked),
        *worst_screens(board, view),
        *moved_screens(board, view, asked),
        *behind_screens(board, view),
        *owing,
    ]


def counts_of(board: Board, view: View) -> Markup:
    """Draw the strip, whose parts lead to their rows in the table."""
    return strip(board, lambda part: view.links.tracking(trang_thai=part.word))


def whole_screen(board: Board, view: View) -> Screen:
    """Show the whole programme as a mosaic below the finding."""
    return Screen(whole_finding(board), tile_map(board, view.links), board, kind="whole")


def standing_screen(board: Board, view: View) -> Screen:
    """Show the finding, the strip and where in the programme each part of it is."""
    parts = partition(board).parts
    heads = [(part.word, "n") for part in parts]
    rows = [
        (group.name, len(members), [count_in(part, members) for part in parts])
        for group, members in board.groups()
    ]
    body = counts_of(board, view) + PARTS.groups(heads, rows)
    return Screen(whole_finding(board), body, board)


def count_in(part: Part, members: Sequence[Row]) -> int:
    """Count the rows of a part among some."""
    codes = {row.indicator.code for row in members}
    return sum(row.indicator.code in codes for row in part.rows)


def agency_screens(
    board: Board, view: View, standings: list[AgencyStanding], asked: str | None
) -> list[Screen]:
    """Show who has what to do by when; nothing for the country."""
    if not standings:
        return []
    try:
        moves = movements(view.store, view.moment, view.scope, asked).moves
    except StoreError:
        moves = {}
    title = agencies_summary(board, standings).removesuffix(".")
    body = agencies_block(board, view.links, moves, None, ())
    source = PROPOSED
    return [Screen(title, body, board, source, anchor="can-chu-y")]


def worst_screens(board: Board, view: View) -> list[Screen]:
    """Show the ten that are worst."""
    rows, agencies = board.attention[:WORST], board.catalogue.agency_names
    if not rows:
        return []
    lines = [
        (
            row,
            view.links.indicator(row.indicator.code),
            now_to_target(row).words,
            need_words(row),
            agencies[row.indicator.lead],
        )
        for row in rows
    ]
    title = worst_title(len(rows), len(board.attention))
    return [Screen(title, PARTS.worst(lines), board, anchor="can-chu-y")]


def moved_screens(board: Board, view: View, asked: str | None) -> list[Screen]:
    """Show what moved since the moment asked for, or why that cannot be shown."""
    try:
        moved = movements(view.store, view.moment, view.scope, asked)
    except StoreError as refusal:
        return [Screen(for_reader(refusal), NOTHING, board, anchor="thay-doi")]
    return [
        Screen(moved_title(moved), moved_lists(moved, view.links, room()), board, anchor="thay-doi")
    ]


def moved_title(moved: Movements) -> str:
    """Count those that moved."""
    return moved_sentence(moved.start.label, len(moved.of("better")), len(moved.of("worse")))


def behind_screens(board: Board, view: View) -> list[Screen]:
    """Show the ways of those behind, in the type of the back row where they are few."""
    whole = roadmap(board)
    names = list_names(*map(len, (whole.behind, whole.ahead, whole.lost, whole.kept)))
    return way_screens(names[0], whole.behind, whole, view, board)


def roadmap_screens(board: Board, view: View) -> list[Screen]:
    """Show the ways to the targets: those behind, those on track, those that are there or keep."""
    whole = roadmap(board)
    on_track = [each for each in whole.ahead if each.row.status is Status.ON_TRACK]
    there = [each for each in whole.ahead if each.row.status is not Status.ON_TRACK]
    screens = behind_screens(board, view)
    screens += way_screens(f"{len(on_track)} chỉ tiêu đúng tiến độ", on_track, whole, view, board)
    rest: list[OnTheWay | Row] = [*there, *whole.lost, *whole.kept]
    told = (
        f"{len(there)} chỉ tiêu đã đạt, {len(whole.lost) + len(whole.kept)} phải giữ mức hằng năm"
    )
    return screens + way_screens(told, rest, whole, view, board)


def way_screens(
    name: str, part: Sequence[OnTheWay | Row], whole: Roadmap, view: View, board: Board
) -> list[Screen]:
    """Show some indicators on as many screens as they take."""
    lines = line_list(part, view.links)
    type_ = way_type(lines)
    pages = way_pages(lines, type_)
    return [
        Screen(
            numbered(f"Lộ trình đến năm 2030: {name}", place, len(pages)),
            roadmap_part(whole, page, type_.look),
            board,
            beneath=roadmap_keys(whole),
            anchor="lo-trinh",
        )
        for place, page in enumerate(pages, start=1)
    ]


def way_type(lines: list[RoadmapLine]) -> WayType:
    """Choose the largest type in which the rows take few screens."""
    most = ((LARGE, FEW_SCREENS), (ROOMY, 1))
    fitting = (each for each, count in most if len(way_pages(lines, each)) <= count)
    return next(fitting, CLOSE)


def way_pages(lines: list[RoadmapLine], type_: WayType) -> list[list[RoadmapLine]]:
    """Part rows into screens."""
    return screenfuls(lines, lambda line: way_height(line, type_), room(WAY_HEAD))


def way_height(line: RoadmapLine, type_: WayType) -> float:
    """Estimate how high a row becomes."""
    name = " ".join((line.name, *line.notes))
    texts = ((name, NAME_WIDE), (line.now.words, NOW_WIDE), (line.need or line.instead, NEED_WIDE))
    tall = max(rows_high(text, type_.size, wide) for text, wide in texts) * type_.line
    return max(tall, type_.least)


def owed_screens(board: Board, standings: list[AgencyStanding]) -> list[Screen]:
    """Show which figures of the last report each agency owes."""
    owing = [each for each in most_owed_first(standings) if each.owed]
    lines = [(each.agency.name, len(each.owed), len(each.rows), owed_names(each)) for each in owing]
    pages = screenfuls(lines, lambda line: owed_height(line[3]), table_room(BIG_HEAD))
    is_few = sum(owed_height(line[3]) for line in lines) < FEW
    return [
        Screen(
            numbered(owed_summary(board, owing).removesuffix("."), place, len(pages)),
            PARTS.owed(page, is_few),
            board,
            anchor="can-chu-y",
        )
        for place, page in enumerate(pages, start=1)
    ]


def owed_names(standing: AgencyStanding) -> list[str]:
    """Name what an agency owes, of very much the first."""
    names = [row.indicator.short_name for row in standing.owed]
    left = len(names) - NAMED
    return [*names[:NAMED], f"… và {left} chỉ tiêu nữa"] if left > 0 else names


def owed_height(names: list[str]) -> float:
    """Estimate how high the row of an agency becomes."""
    return rows_high("; ".join(names), 1.0, OWED_WIDE) * BIG_LINE + BIG_EDGES
