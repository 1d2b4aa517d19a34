"""The sections by group: how it stands, every verdict in a table with its numbers, the charts."""

from indicators.board.board import Board, Row
from indicators.board.summary import finding
from indicators.board.tracking import TrackingRow, tracking_rows
from indicators.briefing.brief import Brief
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.prose import TABLE, caption, heading, paragraph, subheading
from indicators.briefing.report.trajectories import FEW, place_trajectories
from indicators.catalogue.records import Group
from indicators.progress.results import Point
from indicators.typesetting.columns import GridColumn, TextCells
from indicators.wording.labels import ASSESSED, LABELS, UNASSESSED
from indicators.wording.numbers import NONE
from indicators.wording.report import extent, listed, lower, verdict_sentence
from indicators.wording.roadmap import milestone_notes

COLUMNS = (
    GridColumn("Chỉ tiêu", 55),
    GridColumn("Kỳ gốc", 20, "center"),
    GridColumn("Mới nhất", 22, "center"),
    GridColumn("Theo lộ trình", 20, "center"),
    GridColumn("Mục tiêu", 25, "center"),
    GridColumn("Đánh giá", 23),
)
SIZE = 11


def chosen_groups(brief: Brief) -> list[tuple[Group, Board]]:
    """The groups with chosen rows, each with a board of these alone; context figures last."""
    chosen = brief.chosen
    parts = [(group, chosen.of_group(group.code)) for group in chosen.catalogue.groups]
    return [(group, part) for group, part in parts if part.rows]


def write_groups_head(draft: Draft) -> None:
    """Head the sections by group."""
    heading(draft, next(draft.parts), "Kết quả theo nhóm chỉ tiêu")


def write_group(draft: Draft, place: int, group: Group, part: Board) -> None:
    """Write one group."""
    subheading(draft, place, group.name)
    write_verdicts(draft, group, part)
    write_figures(draft, group, part)
    place_trajectories(draft, part)


def write_figures(draft: Draft, group: Group, part: Board) -> None:
    """Write a table of those that have figures; the appendix has them all."""
    with_figures = [row for row in part.rows if row.has_figure]
    if not with_figures:
        return
    items = tracking_rows(draft.brief.board, with_figures)
    caption(draft, TABLE, next(draft.tables), f"Các chỉ tiêu đã có số liệu, nhóm {group.name}")
    description = f"Số liệu, mục tiêu và kết quả đánh giá từng chỉ tiêu của nhóm {group.name}"
    add_grid(draft, COLUMNS, [cells(item) for item in items], description=description, size=SIZE)


def write_verdicts(draft: Draft, group: Group, part: Board) -> None:
    """Say how a group stands, and name what has no verdict by what it shares.

    Who chose few indicators wants the arithmetic of each in its sentence.
    """
    if not part.programme:
        return
    write_standing(draft, part, draft.brief.board.of_group(group.code), "nhóm")
    if len(draft.brief.rows) <= FEW:
        for row in part.programme:
            if row.status in ASSESSED:
                told = verdict_sentence(row.indicator.name, row.label, row.sentence)
                paragraph(draft, f"- {told}")
    for status in UNASSESSED:
        names = [row.indicator.short_name for row in part.programme if row.status is status]
        if names:
            paragraph(draft, f"- {listed(LABELS[status], names)}")


def write_standing(draft: Draft, part: Board, whole: Board, of: str) -> None:
    """Say how much of the programme or a group is told of, and how it stands."""
    national = part.scope == "national"
    covered = extent(len(part.programme), len(whole.programme), of, national=national)
    paragraph(draft, f"{covered}: {lower(finding(part))}.")


def cells(item: TrackingRow) -> TextCells:
    """Write one row of a group's table: its figures, what the path asked for, its verdict."""
    row, i = item.row, item.row.indicator
    notes = "; ".join(milestone_notes(row.judgement))
    return (
        (i.name, " · ".join(filter(None, (i.code, row.notation.unit)))),
        dated(item, item.baseline),
        dated(item, row.newest),
        required(row),
        aim(row),
        (row.label, notes) if notes else row.label,
    )


def required(row: Row) -> str:
    """Write what the path asked of the year of the figure that was judged; '–' without one."""
    headline = row.judgement.headline
    if headline is None or headline.required_at_latest is None:
        return NONE
    return row.notation.number(headline.required_at_latest)


def dated(item: TrackingRow, point: Point | None) -> str:
    """Write a figure with its year: '81,60* (2029)'."""
    return f"{item.text(point)} ({point.year})" if point else NONE


def aim(row: Row) -> str:
    """Write the target that the verdict is on, else the first one: 'ít nhất 85% (2030)'."""
    headline = row.judgement.headline
    target = row.target(headline.goal.year) if headline else next(iter(row.targets), None)
    return f"{row.notation.target(target)} ({target.year})" if target else NONE
