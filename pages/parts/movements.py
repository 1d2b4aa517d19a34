"""What moved since an earlier report: better and worse, from which verdict to which, and why."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from indicators.board.board import Row
from indicators.changes.movements import Move, MoveGroup, Movements
from indicators.changes.sentences import values_turned
from indicators.wording.labels import SHORT
from pages.parts.links import Links
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("parts/movements.html")
SINCE_REPORT = "Thay đổi từ kỳ báo cáo trước"
# On a screen of a presentation: heads and lines in rem.
LIST_HEAD, GROUP_HEAD, LINE_HIGH = 2.6, 2.4, 2.0
SHOWN = 8  # indicators of a group in sight; the others open at a touch

Line = tuple[str, str, str]  # name, address, values before and now
Others = list[tuple[str, str]]  # addresses and names of other moments to compare with


@dataclass(frozen=True, slots=True)
class MovedGroup:
    """What the page shows of those that moved alike; `told` stands in place of two verdicts."""

    before: Row | None
    after: Row | None
    told: str
    why: str
    lines: list[Line]
    shown: int
    count: int


MovedList = tuple[str, str, list[MovedGroup]]  # its sign, its heading, its groups


def movements_block(
    moved: Movements, links: Links, others: Others | None = None, account: Markup = NOTHING
) -> Markup:
    """Show the two lists; `others` are moments that can be chosen, `account` tells the rest."""
    told = PARTS.told(moved.start.name, others or [])
    mark, lists = moved.changes.after.mark, both_lists(moved, links)
    return PARTS.block(title_of(moved), told, mark, *lists, account)


def moved_lists(moved: Movements, links: Links, room: float) -> Markup:
    """Show the two lists alone on a screen, of each no more than has room, in rem."""
    (up_sign, up, better), (down_sign, down, worse) = both_lists(moved, links)
    return PARTS.alone(
        (up_sign, up, *within(better, room)), (down_sign, down, *within(worse, room))
    )


def within(groups: list[MovedGroup], room: float) -> tuple[list[MovedGroup], int]:
    """Keep the lines that have room, and say how many were left out."""
    kept: list[MovedGroup] = []
    left = room - LIST_HEAD - LINE_HIGH
    for group in groups:
        lines = int((left - GROUP_HEAD) // LINE_HIGH)
        if lines < 1:
            break
        kept.append(replace(group, lines=group.lines[:lines], shown=len(group.lines)))
        left -= GROUP_HEAD + LINE_HIGH * len(kept[-1].lines)
    shown = sum(len(group.lines) for group in kept)
    return kept, sum(len(group.lines) for group in groups) - shown


def title_of(moved: Movements) -> str:
    """Head the block: since a report, or since another moment that was asked for."""
    return SINCE_REPORT if moved.start.is_report else "Thay đổi"


def both_lists(moved: Movements, links: Links) -> tuple[MovedList, MovedList]:
    """Give what went up, and what went down or cannot be told so: signs, heads and groups."""
    up = groups_of(moved.groups("better"), links)
    down = groups_of(moved.groups("worse", "falling", "first", "other"), links)
    return (
        ("↑", list_name("Tốt lên", len(moved.of("better"))), up),
        ("↓", list_name("Kém đi", len(moved.of("worse"))), down),
    )


def list_name(word: str, count: int) -> str:
    """Head a list: 'Tốt lên: 7 chỉ tiêu'."""
    return f"{word}: {count} chỉ tiêu" if count else f"{word}: không có chỉ tiêu nào"


def groups_of(groups: tuple[MoveGroup, ...], links: Links) -> list[MovedGroup]:
    """Write groups."""
    return [group_of(group, links) for group in groups]


def group_of(group: MoveGroup, links: Links, shown: int = SHOWN) -> MovedGroup:
    """Write one group."""
    told = told_of(group)
    return MovedGroup(
        group.first.before,
        group.first.after,
        told,
        "" if told else group.why,
        [line_of(move, links) for move in group.moves],
        shown,
        len(group.moves),
    )


def told_of(group: MoveGroup) -> str:
    """Tell what two verdicts do not: one that stays, a first figure."""
    after = group.first.after
    if after is None:
        return ""
    if group.direction == "falling":
        return f"Vẫn {after.word.lower()}, {group.why}"
    return (
        f"Lần đầu có số liệu, {SHORT[after.status].lower()}" if group.direction == "first" else ""
    )


def line_of(move: Move, links: Links) -> Line:
    """Write one indicator."""
    row = move.after or move.before
    name = row.indicator.short_name if row else move.code
    return name, links.indicator(move.code), values_turned(move.before, move.after)
