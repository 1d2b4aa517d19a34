"""The slides of the whole: counts by status as one bar, and a tile an indicator by group."""

from collections.abc import Sequence

from indicators.board.board import Board, Row
from indicators.board.summary import tile_number
from indicators.briefing.brief import Brief
from indicators.briefing.slides.deck import Deck
from indicators.briefing.slides.drawing import Drawing, Fill, SlideBox, line
from indicators.briefing.slides.notes import board_foot
from indicators.catalogue.records import Group
from indicators.charts.theme import BADGES, LIGHT
from indicators.progress.results import Status
from indicators.typesetting.pages import evenly_parted, parted
from indicators.typesetting.type_size import fitting_size, text_width
from indicators.wording.labels import ASSESSED, SHORT, UNASSESSED

BAR, LEGEND, CHIP, GAP = 0.36, 0.28, 0.2, 0.05
LEGEND_SIZE = 12
HEAD = 2.05  # inches that the name of a group takes
PER_ROW = 5
TILE_HEIGHT, BETWEEN = 0.45, 0.08
VALUE = 0.57  # inches that mark and value take at the right of a tile
GROUP_SIZES, NAME_SIZES = (12, 11, 10.5, 10, 9), (11, 10.5, 10, 9.5, 9, 8)
STALE, ROUND = "#CFD6DD", "roundRect"


def add_overview(deck: Deck, brief: Brief) -> None:
    """Add as many slides as the groups take, each below the same bar."""
    strands = brief.chosen.groups()
    room = deck.area.height - head_height(deck, brief)
    pages = evenly_parted([strand_height(rows) for _, rows in strands], room)
    for number, page in enumerate(pages, start=1):
        drawing = deck.drawing()
        place = add_counts(drawing, brief.chosen, deck.area)
        add_map(drawing, [strands[each] for each in page], place)
        numbered = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
        title = f"{brief.finding}{numbered}"
        deck.overviews.append(deck.slide(title, drawing, board_foot(brief), overview_notes(brief)))


def head_height(deck: Deck, brief: Brief) -> float:
    """Measure how much of the area bar and legend take, in inches."""
    return add_counts(deck.drawing(), brief.chosen, deck.area).top - deck.area.top


def add_counts(drawing: Drawing, board: Board, area: SlideBox) -> SlideBox:
    """Draw bar and legend, and give the place below them."""
    add_bar(drawing, board, SlideBox(area.left, area.top, area.width, BAR))
    legend = SlideBox(area.left, area.top + BAR + 0.09, area.width, LEGEND)
    used = BAR + add_legend(drawing, board, legend) + 0.24
    return SlideBox(area.left, area.top + used, area.width, area.height - used)


def counted(board: Board) -> list[tuple[Status | None, int]]:
    """Give the statuses that occur with their counts; verdicts on old figures last, as None."""
    found: list[tuple[Status | None, int]] = [
        (status, board.tally[status])
        for status in (*ASSESSED, *UNASSESSED)
        if board.tally.get(status, 0)
    ]
    return [*found, (None, len(board.stale))] if board.stale else found


def add_bar(drawing: Drawing, board: Board, place: SlideBox) -> None:
    """Draw one bar for all indicators, a part a status."""
    total, left = len(board.programme), place.left
    for status, count in counted(board):
        width = place.width * count / total
        part = SlideBox(left, place.top, max(width - 0.02, 0.02), place.height)
        fill = BADGES[status].fill if status else STALE
        edge = BADGES[status].edge if status else STALE
        color = BADGES[status].text if status else LIGHT.text
        words = [line(str(count), 14, color, bold=True, align="ctr")] if width > 0.25 else []
        told = f"{count} {words_for(status)}"
        drawing.box(part, words, Fill(fill, edge), name="Số chỉ tiêu", told=told, anchor="ctr")
        left += width


def words_for(status: Status | None) -> str:
    """Name a part of the bar."""
    return SHORT[status].lower() if status else "đánh giá trên số liệu cũ"


def add_legend(drawing: Drawing, board: Board, place: SlideBox) -> float:
    """Name the parts of the bar with mark and count; the inches of height that took."""
    entries = [(status, f"{count} {words_for(status)}") for status, count in counted(board)]
    widths = [CHIP + 0.2 + text_width(words, LEGEND_SIZE) / 72 for _, words in entries]
    rows = parted(widths, place.width)
    for down, row in enumerate(rows):
        left = place.left
        for number in row:
            status, words = entries[number]
            top = place.top + down * place.height
            add_sign(drawing, status, SlideBox(left, top + (place.height - CHIP) / 2, CHIP, CHIP))
            text = SlideBox(left + CHIP + 0.06, top, widths[number] - CHIP - 0.1, place.height)
            drawing.box(text, [line(words, LEGEND_SIZE)], name="Chú giải", anchor="ctr")
            left += widths[number]
    return len(rows) * place.height


def add_sign(drawing: Drawing, status: Status | None, chip: SlideBox) -> None:
    """Draw the colour and mark of a part of the bar."""
    if status is None:
        drawing.box(chip, fill=Fill(STALE), name="Chú giải")
        return
    badge = BADGES[status]
    drawing.box(chip, fill=Fill(badge.fill, badge.edge, badge.dashed, ROUND), name="Chú giải")
    drawing.mark(chip.inner(0.045, 0.045), status, badge.text)


def add_map(
    drawing: Drawing, strands: Sequence[tuple[Group, Sequence[Row]]], place: SlideBox
) -> None:
    """Draw a strand a group, a tile an indicator."""
    names = [(f"{group.name} ({len(rows)})", rows) for group, rows in strands]
    room = (HEAD - 0.15) * 72, TILE_HEIGHT * 72
    size = min((fitting_size(n, GROUP_SIZES, *room, bold=True) for n, _ in names), default=11)
    top = place.top
    for name, rows in names:
        tall = strand_height(rows) - BETWEEN
        add_name(drawing, name, size, SlideBox(place.left, top, HEAD, tall - GAP))
        first = SlideBox(place.left + HEAD, top, place.width - HEAD, TILE_HEIGHT)
        add_tiles(drawing, rows, first)
        top += tall + BETWEEN


def strand_height(members: Sequence[Row]) -> float:
    """Give the inches that a group takes."""
    return rows_of(members) * (TILE_HEIGHT + GAP) + BETWEEN


def rows_of(members: Sequence[Row]) -> int:
    """Count the rows of tiles that a group takes."""
    return -(-len(members) // PER_ROW)


def add_name(drawing: Drawing, name: str, size: float, place: SlideBox) -> None:
    """Name a group beside its tiles."""
    box = SlideBox(place.left, place.top, place.width - 0.1, place.height)
    drawing.box(box, [line(name, size, LIGHT.text, bold=True)], anchor="ctr", name="Nhóm")


def add_tiles(drawing: Drawing, members: Sequence[Row], place: SlideBox) -> None:
    """Draw the tiles of a group; `place` is that of its first row."""
    width = (place.width + GAP) / PER_ROW - GAP
    for number, row in enumerate(members):
        down, across = divmod(number, PER_ROW)
        left, top = place.left + across * (width + GAP), place.top + down * (place.height + GAP)
        add_tile(drawing, row, SlideBox(left, top, width, place.height))


def add_tile(drawing: Drawing, row: Row, box: SlideBox) -> None:
    """Draw a tile: name, mark and the value that was judged on the colour of its status."""
    badge, name = BADGES[row.status], row.indicator.short_name
    room = (box.width - VALUE - 0.13) * 72, (box.height - 0.02) * 72
    size = fitting_size(name, NAME_SIZES, *room, bold=True)
    drawing.box(
        box,
        [line(name, size, badge.text, bold=True)],
        Fill(badge.fill, badge.edge, badge.dashed, ROUND),
        name=f"{row.indicator.code} {name}: {row.label}",
        told=f"{row.indicator.name}: {row.label}",
        anchor="ctr",
        margins=(0.07, VALUE),
    )
    add_value(drawing, row, SlideBox(box.left + box.width - VALUE, box.top, VALUE, box.height))


def add_value(drawing: Drawing, row: Row, box: SlideBox) -> None:
    """Draw mark and value at the right of a tile."""
    badge, value, side = BADGES[row.status], tile_value(row), 0.13
    small = min(10.5, 10.5 * (box.width - 0.08) * 72 / max(text_width(value, 10.5), 1))
    down = 0.06 if value else (box.height - side) / 2
    place = SlideBox(box.left + box.width - side - 0.06, box.top + down, side, side)
    drawing.mark(place, row.status, badge.text)
    if value:
        below = SlideBox(box.left, box.top + 0.2, box.width - 0.06, box.height - 0.22)
        words = [line(value, small, badge.text, align="r")]
        drawing.box(below, words, name="Giá trị", anchor="ctr")


def tile_value(row: Row) -> str:
    """Write the value for a tile, short; nothing where there is no figure."""
    if row.indicator.kind == "milestone":
        latest = row.judgement.latest
        return f"{row.number(latest)}%" if latest else ""
    return tile_number(row)


def overview_notes(brief: Brief) -> str:
    """Say the counts in words, and what the tiles are."""
    counts = ", ".join(f"{count} {words_for(status)}" for status, count in counted(brief.chosen))
    names = "\n".join(
        f"{row.indicator.code} {row.indicator.name}: {row.label}" for row in brief.chosen.programme
    )
    whole = f"{len(brief.chosen.programme)} chỉ tiêu: {counts}."
    return f"{whole}\n\n{names}\n\n{brief.programme}\n{board_foot(brief)}"
