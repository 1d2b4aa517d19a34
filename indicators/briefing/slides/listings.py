"""Slides with tables: a group's indicators, what needs attention, what cannot be judged."""

from collections import defaultdict
from collections.abc import Sequence

from indicators.board.board import Board, Row
from indicators.board.summary import finding
from indicators.board.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.briefing.brief import Brief
from indicators.briefing.slides.deck import Deck
from indicators.briefing.slides.drawing import SlideBox
from indicators.briefing.slides.notes import board_foot
from indicators.briefing.slides.tables import (
    APART,
    SlideCell,
    SlideColumn,
    SlideTable,
    add_table,
    pages_of,
    without_empty,
)
from indicators.catalogue.records import Group
from indicators.wording.numbers import NONE

SIZES = (14, 13, 12, 11.5, 11, 10.5)  # points, the largest first
USUAL = 11.5
AIR = 0.12  # inches between the longest table and the rule of the foot
MARKS = "* số ước, sơ bộ; – chưa có hoặc không đặt."


def add_group(deck: Deck, brief: Brief, group: Group) -> None:
    """Add the tracking table of one group, on as many slides as it takes."""
    deck.section(group.name)
    part = brief.chosen.of_group(group.code)
    sentence = finding(part)
    title = f"{group.name}: {sentence[0].lower()}{sentence[1:]}"
    lines = tracking_rows(brief.board, part.rows)
    planned = any(line.plan for line in lines)
    cells = [tracking_cells(line, planned=planned) for line in lines]
    notes = "\n".join(
        f"{row.indicator.code} {row.indicator.name}: {row.sentence}" for row in part.rows
    )
    aim = f"{group.aim}\n\n" if group.aim else ""
    foot = f"{MARKS} {board_foot(brief)}"
    columns, rows = without_empty(tracking_columns(brief.board, planned=planned), cells)
    add_pages(deck, title, columns, rows, foot, f"{aim}{notes}\n\n{foot}")


def tracking_columns(board: Board, *, planned: bool) -> tuple[SlideColumn, ...]:
    """Head the tracking table as it fits a slide, with the year's plans where there are any."""
    year = board.as_of.year
    plans = (SlideColumn(f"KH {year}", 0.85, "r"), SlideColumn("TH/KH", 0.85, "r"))
    return (
        SlideColumn("Mã", 0.75, bold=True),
        SlideColumn("Chỉ tiêu", 2.5),
        SlideColumn("ĐVT", 0.95),
        SlideColumn("Kỳ gốc", 1.3, "r"),
        *(SlideColumn(str(each), 0.85, "r") for each in actual_years(board)),
        *(plans if planned else ()),
        *(
            SlideColumn(f"Mục tiêu {each}", 1.45, before=APART, optional=True)
            for each in TARGET_YEARS
        ),
        SlideColumn("Cần mỗi năm", 1.0, "r"),
        SlideColumn("Đánh giá", 1.55, before=APART),
    )


def tracking_cells(line: TrackingRow, *, planned: bool) -> tuple[SlideCell, ...]:
    """Give the cells of one indicator, as on the page."""
    i = line.row.indicator
    base = f"{line.text(line.baseline)}{f' ({line.baseline.year})' if line.baseline else ''}"
    texts = (
        i.code,
        i.short_name,
        line.row.notation.unit,
        base,
        *map(line.text, line.actuals),
        *((line.plan_text(), line.share_text() or NONE) if planned else ()),
        *line.targets,
        line.needed_text,
    )
    return (*map(SlideCell, texts), SlideCell(line.row.word, line.row.status))


def add_attention(deck: Deck, brief: Brief) -> None:
    """Add what needs attention, the worst first, with who leads it."""
    led = brief.board.scope == "city"
    rows = [attention_cells(row, led=led) for row in brief.chosen.attention]
    columns: tuple[SlideColumn, ...] = (
        SlideColumn("Mã", 0.62, bold=True),
        SlideColumn("Chỉ tiêu", 2.0),
        SlideColumn("Đánh giá", 1.6),
        SlideColumn("Giải thích", 5.6),
        *([SlideColumn("Cơ quan chủ trì", 1.7)] if led else []),
    )
    title = f"{len(rows)} chỉ tiêu cần chú ý, xếp từ mức đáng lo nhất"
    add_pages(deck, title, columns, rows, board_foot(brief), summary_notes(brief))


def attention_cells(row: Row, *, led: bool) -> tuple[SlideCell, ...]:
    """Write what needs attention in one row, with who leads it where somebody does."""
    lead = (SlideCell(row.indicator.lead),) if led else ()
    return (
        SlideCell(row.indicator.code),
        SlideCell(row.indicator.short_name),
        SlideCell(row.label, row.status),
        SlideCell(row.sentence),
        *lead,
    )


def add_not_assessable(deck: Deck, brief: Brief) -> None:
    """Add what cannot be judged, by the agency that leads it."""
    by_agency: dict[str, list[Row]] = defaultdict(list)
    for row in brief.not_assessable:
        by_agency[brief.board.lead_of(row) or "Cả nước"].append(row)
    national = brief.board.scope == "national"
    most_first = sorted(by_agency.items(), key=lambda item: -len(item[1]))
    rows = [
        (SlideCell(agency), SlideCell(str(len(members))), SlideCell(listed(members)))
        for agency, members in most_first
    ]
    columns = (
        SlideColumn("Phạm vi" if national else "Cơ quan chủ trì", 2.2, bold=True),
        SlideColumn("Số chỉ tiêu", 0.8, "r"),
        SlideColumn("Chỉ tiêu", 9, codes=True),
    )
    count = len(brief.not_assessable)
    title = f"{count} chỉ tiêu chưa đánh giá được vì chưa có hoặc chưa đủ số liệu"
    add_pages(deck, title, columns, rows, board_foot(brief), summary_notes(brief))


def summary_notes(brief: Brief) -> str:
    """Say how the whole stands, and where the figures come from."""
    return f"{brief.finding}.\n\n{brief.programme}\n{board_foot(brief)}"


def listed(rows: Sequence[Row]) -> str:
    """Name indicators one after the other."""
    return "; ".join(f"{row.indicator.code} {row.indicator.short_name}" for row in rows)


def add_pages(
    deck: Deck,
    title: str,
    columns: tuple[SlideColumn, ...],
    rows: Sequence[Sequence[SlideCell]],
    foot: str,
    notes: str,
    sizes: tuple[float, ...] = SIZES,
) -> None:
    """Add a table on as many slides as it takes, numbered when there are several."""
    area = deck.area
    grid = grid_for(columns, rows, area, sizes)
    pages = pages_of(grid, rows, area.height - AIR)
    for number, page in enumerate(pages, start=1):
        drawing = deck.drawing()
        numbered = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
        add_table(drawing, grid, page, (area.left, area.top), f"Bảng: {title}{numbered}")
        deck.slide(f"{title}{numbered}", drawing, foot, notes)


def grid_for(
    columns: tuple[SlideColumn, ...],
    rows: Sequence[Sequence[SlideCell]],
    area: SlideBox,
    sizes: tuple[float, ...] = SIZES,
) -> SlideTable:
    """Choose the largest type that keeps a table on one slide, else the usual; words whole."""
    grids = [SlideTable(columns, area.width, size) for size in sizes]
    legible = [grid for grid in grids if grid.keeps_words(rows)]
    legible = legible or [SlideTable(columns, area.width, USUAL).widened(rows)]
    on_one = (
        g for g in legible if g.size >= USUAL and len(pages_of(g, rows, area.height - AIR)) == 1
    )
    return next(on_one, next((g for g in legible if g.size <= USUAL), legible[-1]))
