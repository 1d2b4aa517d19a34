"""The short presentation, of at most twelve slides: how it stands, who, the worst, what moved."""

from collections.abc import Mapping, Sequence

from indicators.board.agencies import (
    AgencyStanding,
    agencies_summary,
    agency_standings,
    due_words,
    most_owed_first,
    owed_summary,
    silence_summary,
)
from indicators.board.board import Board, Row
from indicators.board.now_to_target import need_words, now_to_target
from indicators.board.partition import partition
from indicators.briefing.brief import Brief
from indicators.briefing.slides.deck import Deck
from indicators.briefing.slides.drawing import SlideBox
from indicators.briefing.slides.listings import SIZES, add_pages, grid_for, summary_notes
from indicators.briefing.slides.notes import board_foot
from indicators.briefing.slides.overview import BAR, LEGEND, add_bar, add_legend, overview_notes
from indicators.briefing.slides.tables import SlideCell, SlideColumn, add_table
from indicators.changes.agency_moves import agency_moves
from indicators.changes.movements import DIRECTIONS, Move, Movements, movements
from indicators.changes.sentences import values_turned
from indicators.wording.agencies import (
    counted_words,
)
from indicators.wording.movements import WAYS, moved_sentence
from indicators.wording.numbers import NONE, counted
from indicators.wording.standing import worst_title

LARGE = (20, 18, 16, *SIZES)  # points: few rows are read from the back row
WORST, MOST_MOVED, MOST_OWED = 10, 12, 8  # rows of a table; the page has the others
NAMED = 12  # indicators that are owed named of one agency

Cells = tuple[SlideCell, ...]


def add_standing(deck: Deck, brief: Brief) -> None:
    """Add how the whole stands: one bar, and a row a group with the counts of each verdict."""
    drawing, area = deck.drawing(), deck.area
    add_bar(drawing, brief.chosen, SlideBox(area.left, area.top, area.width, BAR))
    place = SlideBox(area.left, area.top + BAR + 0.09, area.width, LEGEND)
    used = BAR + add_legend(drawing, brief.chosen, place) + 0.4
    columns, rows = group_table(brief)
    room = SlideBox(area.left, area.top + used, area.width, area.height - used)
    grid = grid_for(columns, rows, room, LARGE)
    add_table(drawing, grid, rows, (room.left, room.top), "Bảng: số chỉ tiêu của từng nhóm")
    deck.slide(brief.finding, drawing, board_foot(brief), overview_notes(brief))


def group_table(brief: Brief) -> tuple[tuple[SlideColumn, ...], list[Cells]]:
    """Give a row a group: how many indicators are in each part of the board."""
    parts = partition(brief.chosen).parts
    columns = (
        SlideColumn("Nhóm chỉ tiêu", 4.2, bold=True),
        SlideColumn("Tổng", 1, "r"),
        *(SlideColumn(part.word, 1.4, "r") for part in parts),
    )
    rows = [
        (
            SlideCell(group.name),
            SlideCell(str(len(members))),
            *(SlideCell(count_among(part.rows, members)) for part in parts),
        )
        for group, members in brief.chosen.groups()
    ]
    return columns, rows


def count_among(part: Sequence[Row], members: Sequence[Row]) -> str:
    """Count the rows of a part among some; '–' for none."""
    codes = {row.indicator.code for row in members}
    count = sum(row.indicator.code in codes for row in part)
    return str(count) if count else NONE


def add_agencies(deck: Deck, brief: Brief) -> None:
    """Add a row an agency: what calls for attention, what moved, what is owed."""
    board, standings = brief.chosen, agency_standings(brief.chosen)
    moves = moved_in(brief).moves if board.assessed else {}
    columns = (
        SlideColumn("Cơ quan chủ trì", 2.7, bold=True),
        SlideColumn("Cần chú ý", 2.9),
        SlideColumn("Đạt, đúng tiến độ", 1.1, "r"),
        SlideColumn("Chưa đánh giá", 1.0, "r"),
        SlideColumn("So với kỳ trước", 1.6, before=0.2),
        SlideColumn("Số liệu kỳ này", 2.1),
    )
    rows = [agency_cells(each, brief, moves) for each in standings]
    says = agencies_summary if board.assessed else silence_summary
    title = says(board, standings).removesuffix(".")
    add_pages(deck, title, columns, rows, board_foot(brief), summary_notes(brief), LARGE)


def agency_cells(standing: AgencyStanding, brief: Brief, moves: Mapping[str, Move]) -> Cells:
    """Give the cells of one agency."""
    worries = counted_words(row.word for row in standing.attention)
    told = agency_moves(standing, moves)
    texts = (
        standing.agency.name,
        f"{len(standing.attention)}: {worries}" if worries else NONE,
        str(len(standing.good)),
        str(len(standing.unjudged)),
        ", ".join(words for _, words in told) if moves or standing.is_silent else NONE,
        sent_words(standing, brief.board),
    )
    return tuple(map(SlideCell, texts))


def sent_words(standing: AgencyStanding, board: Board) -> str:
    """Say what is owed and how late it is, or when the next report is due."""
    owed = f"Thiếu {len(standing.owed)}" if standing.owed else "Đã nộp đủ"
    return f"{owed}, {due_words(board, standing)}"


def add_worst(deck: Deck, brief: Brief) -> None:
    """Add the ten that are worst: where they stand, what they need, who leads them."""
    called = brief.chosen.attention
    columns = (
        SlideColumn("Chỉ tiêu", 3.4, bold=True),
        SlideColumn("Đánh giá", 1.5),
        SlideColumn("Hiện nay → mục tiêu", 2.5, "r"),
        SlideColumn("Cần mỗi năm", 1.6, "r"),
        SlideColumn("Cơ quan chủ trì", 2.3, before=0.2),
    )
    agencies = brief.board.catalogue.agency_names
    rows = [
        (
            SlideCell(row.indicator.short_name),
            SlideCell(row.word, row.status),
            SlideCell(now_to_target(row).words),
            SlideCell(need_words(row) or NONE),
            SlideCell(agencies[row.indicator.lead]),
        )
        for row in called[:WORST]
    ]
    title = worst_title(len(rows), len(called))
    add_pages(deck, title, columns, rows, board_foot(brief), summary_notes(brief), LARGE)


def moved_in(brief: Brief) -> Movements:
    """Gather what moved among the chosen since the last report."""
    board = brief.board
    return movements(brief.store, board.as_of, board.scope).within(brief.chosen)


def add_movements(deck: Deck, brief: Brief) -> None:
    """Add what moved since the last report: better, worse, still falling, first figures."""
    moved = moved_in(brief)
    columns = (
        SlideColumn("Hướng", 1.4, bold=True),
        SlideColumn("Chỉ tiêu", 3.0),
        SlideColumn("Kỳ trước", 2.0),
        SlideColumn("Nay", 2.0),
        SlideColumn("Số liệu", 3.0, "r"),
        SlideColumn("Do", 1.6, before=0.2),
    )
    lines = [
        move_cells(move, group.why) for group in moved.groups(*DIRECTIONS) for move in group.moves
    ]
    title = moved_sentence(moved.start.label, len(moved.of("better")), len(moved.of("worse")))
    rows = cut(lines, MOST_MOVED, len(columns))
    add_pages(deck, title, columns, rows, board_foot(brief), summary_notes(brief), LARGE)


def move_cells(move: Move, why: str) -> Cells:
    """Give the cells of one indicator that moved."""
    row = move.after or move.before
    name = row.indicator.short_name if row else move.code
    before, after = side_cell(move.before), side_cell(move.after)
    values = SlideCell(values_turned(move.before, move.after))
    way = SlideCell(WAYS[move.direction])
    return way, SlideCell(name), before, after, values, SlideCell(why)


def side_cell(row: Row | None) -> SlideCell:
    """Give the verdict of one side; '–' where the board does not have the indicator."""
    return SlideCell(row.word, row.status) if row else SlideCell(NONE)


def cut(rows: list[Cells], most: int, columns: int) -> list[Cells]:
    """Keep the first rows, and say in a last one how many more there are."""
    if len(rows) <= most:
        return rows
    left = f"… và {counted(len(rows) - most)} chỉ tiêu nữa, xem trên bảng theo dõi"
    empty = (SlideCell(""),) * (columns - 2)
    return [*rows[:most], (SlideCell(""), SlideCell(left), *empty)]


def add_owed(deck: Deck, brief: Brief) -> None:
    """Add which figures of the last report each agency owes, by name."""
    owing = [each for each in most_owed_first(agency_standings(brief.chosen)) if each.owed]
    columns = (
        SlideColumn("Cơ quan chủ trì", 2.7, bold=True),
        SlideColumn("Còn thiếu", 1.0, "r"),
        SlideColumn("Chỉ tiêu còn thiếu số liệu", 8, before=0.2),
    )
    rows = [
        (
            SlideCell(each.agency.name),
            SlideCell(f"{len(each.owed)}/{len(each.rows)}"),
            SlideCell(names(each.owed)),
        )
        for each in owing[:MOST_OWED]
    ]
    title = owed_summary(brief.chosen, owing).removesuffix(".")
    add_pages(deck, title, columns, rows, board_foot(brief), summary_notes(brief), LARGE)


def names(rows: Sequence[Row]) -> str:
    """Name indicators one after the other, of very many the first."""
    told = "; ".join(row.indicator.short_name for row in rows[:NAMED])
    left = len(rows) - NAMED
    return f"{told}; … và {left} chỉ tiêu nữa" if left > 0 else told
