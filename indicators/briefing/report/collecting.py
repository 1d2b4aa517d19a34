"""What the report leads with while nothing can be judged: who owes what, what is due soonest."""

from indicators.board.agencies import (
    AgencyStanding,
    agency_standings,
    most_owed_first,
    silence_summary,
)
from indicators.board.board import Board
from indicators.board.deadlines import Deadline, asked_words, due_by_now, soonest
from indicators.board.reporting import last_due, next_due
from indicators.board.summary import whole_finding
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.groups import SIZE
from indicators.briefing.report.prose import TABLE, caption, heading, paragraph
from indicators.typesetting.columns import GridColumn, TextCells
from indicators.wording.agencies import PROPOSED
from indicators.wording.collecting import time_left
from indicators.wording.numbers import day

DEADLINES = (
    GridColumn("Hạn", 32),
    GridColumn("Chỉ tiêu", 52),
    GridColumn("Mức phải đạt", 28),
    GridColumn("Cơ quan chủ trì", 30),
    GridColumn("Số liệu", 23),
)


def write_collecting(draft: Draft, board: Board) -> None:
    """Say what there is, who owes how much, and which targets are due soonest."""
    heading(draft, next(draft.parts), "Số liệu còn thiếu, theo cơ quan")
    paragraph(draft, f"{whole_finding(board)}.")
    standings = most_owed_first(agency_standings(board))
    paragraph(draft, silence_summary(board, standings))
    owing = [each for each in standings if each.owed]
    if owing:
        write_owing(draft, board, owing)
    near = soonest(board)
    if near:
        caption(draft, TABLE, next(draft.tables), "Mục tiêu đến hạn sớm nhất")
        rows = [deadline_cells(board, each) for each in near]
        add_grid(draft, DEADLINES, rows, description="Các mục tiêu đến hạn sớm nhất", size=SIZE)


def write_owing(draft: Draft, board: Board, owing: list[AgencyStanding]) -> None:
    """Give a row an agency that owes figures, who owes most first."""
    today = board.as_of.day
    due, coming = last_due(board.catalogue, today), next_due(board.catalogue, today)
    columns = (
        GridColumn("Cơ quan chủ trì", 60),
        GridColumn("Số liệu còn thiếu", 26, "center"),
        GridColumn(f"Phải đạt từ {today.year}", 26, "center"),
        GridColumn("Quá hạn", 24, "center"),
        GridColumn("Kỳ nộp tới", 29, "center"),
    )
    rows: list[TextCells] = [
        (
            each.agency.name,
            str(len(each.owed)),
            str(sum(due_by_now(row, today.year) for row in each.owed)),
            f"{(today - due.day).days} ngày",
            day(coming.day),
        )
        for each in owing
    ]
    caption(draft, TABLE, next(draft.tables), f"Số liệu còn thiếu của {due.name}")
    description = f"Mỗi cơ quan còn thiếu số liệu của {due.name} một dòng, thiếu nhiều nhất trước"
    add_grid(draft, columns, rows, description=description, size=SIZE)
    paragraph(draft, PROPOSED, "Note")


def deadline_cells(board: Board, deadline: Deadline) -> TextCells:
    """Write one target."""
    row, newest = deadline.row, deadline.row.newest
    by = (day(deadline.day), time_left(deadline.day, board.as_of.day))
    return (
        ("Mỗi năm", f"từ {deadline.year}") if deadline.is_yearly else by,
        row.indicator.short_name,
        asked_words(deadline),
        row.indicator.lead,
        f"{row.value(newest)} ({newest.year})" if newest else "chưa có",
    )
