"""The slide of one indicator: its trajectory as a chart that can be edited, the facts beside it."""

from indicators.board.board import Board, Row
from indicators.board.reporting import coming, last_due, report_line
from indicators.board.tracking import TrackingRow, tracking_row
from indicators.briefing.brief import Brief
from indicators.briefing.slides.deck import Deck, PlacedChart
from indicators.briefing.slides.drawing import Drawing, Fill, Paragraph, SlideBox, line
from indicators.briefing.slides.notes import indicator_notes, last_year_words
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.theme import LIGHT
from indicators.dossier.dossier import Dossier
from indicators.progress.reach import step_now
from indicators.typesetting.type_size import LEADING, fitting_size, lines_of
from indicators.wording.against import plan_share
from indicators.wording.firmness import firmness_note

SIDE, GAP = 3.15, 0.3
LABEL, FACT = 11, 14
CHIP = 0.44
MOST_REPORTS = 6


def add_indicator(deck: Deck, brief: Brief, row: Row) -> None:
    """Add the slide of one indicator."""
    dossier = brief.dossier(row)
    trajectory = trajectory_of(dossier)
    drawing, area = deck.drawing(), deck.area
    left = SlideBox(area.left, area.top, area.width - SIDE - GAP, area.height)
    right = SlideBox(area.left + area.width - SIDE, area.top, SIDE, area.height)
    charts = []
    if row.indicator.kind == "milestone":
        add_stage(drawing, row, left)
    elif trajectory.has_figures():
        charts.append(PlacedChart(trajectory, left))
    else:
        add_missing(drawing, dossier, left)
    add_facts(drawing, dossier, right)
    notes = indicator_notes(dossier, trajectory.source)
    page = deck.slide(dossier.title, drawing, trajectory.source, notes, *charts)
    deck.pages[row.indicator.code] = page


def add_facts(drawing: Drawing, dossier: Dossier, place: SlideBox) -> None:
    """Stack status, last value, targets, pace and who leads in the column at the right."""
    row = dossier.row
    size = fitting_size(row.label, (14, 13, 12, 11), (SIDE - 0.6) * 72, 20, bold=True)
    chip = SlideBox(place.left, place.top, place.width, CHIP)
    drawing.chip(chip, row.status, row.label, size)
    stack = Stack(drawing, SlideBox(place.left, chip.bottom, place.width, place.height - CHIP))
    add_last(stack, row)
    if row.targets:
        aims = [f"{t.year}: {row.notation.target(t)}" for t in row.targets]
        stack.add("Mục tiêu", aims, LIGHT.required)
    tracked = tracking_row(dossier.board, row, 0)
    add_pace(stack, tracked)
    add_plan(stack, dossier, tracked)
    if not row.has_figure and dossier.board.scope == "city":
        add_owed(stack, dossier.board)
    lead = dossier.board.lead_of(row)
    for name, fact in (
        *([("Cơ quan chủ trì", lead)] if lead else []),
        ("Nhóm", f"{group_name(dossier)} · {row.indicator.code}"),
    ):
        stack.add(name, [fact], LIGHT.text, FACT - 2)


def add_last(stack: "Stack", row: Row) -> None:
    """Write the last value large, or that there is none."""
    latest = row.newest
    if latest is None:
        stack.add("Mới nhất", ["Chưa có số liệu"], LIGHT.quiet)
        return
    words = row.value(latest)
    value = f"{words[0].upper()}{words[1:]}"
    size = fitting_size(value, (34, 30, 26, 22, 18, 16), SIDE * 72, 45, bold=True)
    stack.add("Mới nhất", [value], LIGHT.actual, size, last_year_words(row))


def add_pace(stack: "Stack", tracked: TrackingRow) -> None:
    """Say where the path stands now and what is still needed a year, while that is open."""
    row = tracked.row
    headline, notation = row.judgement.headline, row.notation
    if headline is None or headline.goal.year < row.judgement.year:
        return
    required = step_now(row.judgement, headline)
    if required is not None:
        year = row.judgement.year
        stack.add(f"Theo lộ trình năm {year}", [notation.required(required)], LIGHT.text)
    if headline.needed_pace is not None:
        stack.add("Cần mỗi năm", [tracked.needed_told()], LIGHT.text)


def add_plan(stack: "Stack", dossier: Dossier, tracked: TrackingRow) -> None:
    """Write the plan of the year and how the figure stands to it, where there is one."""
    if tracked.plan is None:
        return
    notation, stands = dossier.row.notation, tracked.against_plan
    share = plan_share(stands, notation) if stands else ""
    plan = notation.target(tracked.plan)
    year = dossier.board.as_of.year
    stack.add(f"Kế hoạch năm {year}", [plan], LIGHT.plan, FACT, f"TH/KH: {share}" if share else "")


def add_owed(stack: "Stack", board: Board) -> None:
    """Say which report is missing, and when the next is due."""
    passed = report_line(board, last_due(board.catalogue, board.as_of.day))
    stack.add("Chưa gửi", [passed], LIGHT.text, FACT - 2)
    stack.add("Sắp đến hạn", [coming(board)], LIGHT.text, FACT - 2)


class Stack:
    """Facts below each other: a quiet name, then what is told of it."""

    def __init__(self, drawing: Drawing, place: SlideBox) -> None:
        self.drawing = drawing
        self.place = place
        self.top = place.top + 0.14

    def add(
        self, name: str, facts: list[str], color: str, size: float = FACT, after: str = ""
    ) -> None:
        """Add one fact where there is room for it."""
        text: list[Paragraph] = [line(name, LABEL, LIGHT.quiet)]
        text += [line(each, size, color, bold=True) for each in facts]
        text += [line(after, LABEL, LIGHT.quiet)] if after else []
        rows = sum(len(lines_of(t, size, self.place.width * 72, bold=True)) for t in facts)
        small = LABEL * (1 + bool(after))
        height = (rows * size + small) * LEADING / 72
        if self.top + height > self.place.bottom + 0.1:
            return
        place = SlideBox(self.place.left, self.top, self.place.width, height)
        self.drawing.box(place, text, name=name)
        self.top += height + 0.13


def group_name(dossier: Dossier) -> str:
    """Name the group of an indicator."""
    groups = dossier.board.catalogue.groups
    return next(group.name for group in groups if group.code == dossier.row.indicator.group)


def add_stage(drawing: Drawing, row: Row, place: SlideBox) -> None:
    """Show how far a thing to be completed has come, in place of a curve."""
    latest = row.judgement.latest
    done = latest.value if latest else 0.0
    width = place.width - 0.4
    head = SlideBox(place.left, place.top + 0.5, width, 0.4)
    drawing.box(head, [line("Tiến độ thực hiện", 16, LIGHT.quiet)], anchor="b", name="Tiến độ")
    bar = SlideBox(place.left, head.bottom + 0.12, width, 0.5)
    drawing.box(bar, fill=Fill(TRACK, shape="roundRect"), name="Toàn bộ công việc")
    if done > 0:
        part = SlideBox(bar.left, bar.top, max(bar.width * min(done, 100) / 100, 0.1), bar.height)
        made = Fill(LIGHT.actual, shape="roundRect")
        drawing.box(part, fill=made, name="Đã hoàn thành", told=row.label)
    text = [line(f"Hạn năm {t.year}: {t.wording}", 16, bold=True, above=4) for t in row.targets]
    text += [line(report, 14, LIGHT.quiet, above=4) for report in report_lines(row)]
    below = SlideBox(place.left, bar.bottom + 0.2, width, place.bottom - bar.bottom - 0.2)
    drawing.box(below, text, name="Hạn và báo cáo")


def report_lines(row: Row) -> list[str]:
    """Say what was reported year by year, the newest first."""
    points = sorted(row.judgement.points, key=lambda point: -point.year)[:MOST_REPORTS]
    reports = [f"Báo cáo năm {p.year}: {row.value(p)}{firmness_note(p)}" for p in points]
    return reports or ["Chưa có báo cáo tiến độ"]


TRACK = "#E4E9EF"


def add_missing(drawing: Drawing, dossier: Dossier, place: SlideBox) -> None:
    """Say what is asked, who owes the figures, and by when: a target alone makes no picture."""
    board, lead = dossier.board, dossier.row.indicator.lead
    row = dossier.row
    box = SlideBox(place.left, place.top + 0.4, place.width - 0.4, 2.2 + 0.3 * len(row.targets))
    paragraphs = [line("Chưa có số liệu để vẽ biểu đồ", 22, LIGHT.actual, bold=True)]
    aims = [f"Mục tiêu năm {t.year}: {row.notation.target(t)}" for t in row.targets]
    paragraphs += [line(aim, 16, LIGHT.required, bold=True, above=8) for aim in aims]
    if board.scope == "city":
        passed = report_line(board, last_due(board.catalogue, board.as_of.day))
        paragraphs += [
            line(f"{lead} chủ trì. Chưa gửi: {passed[0].lower()}{passed[1:]}.", 16, above=8),
            line(coming(board), 16, above=4),
        ]
    drawing.box(
        box, paragraphs, Fill("#F5F7FA"), name="Thiếu số liệu", anchor="ctr", margins=(0.3, 0.1)
    )
