"""An indicator as screens: its chart, its verdict with the milestones, its figures."""

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from indicators.charts.dossier_trajectory import sources, trajectory_of
from indicators.charts.theme import Ink
from indicators.charts.trajectory_figure import draw_trajectory
from indicators.charts.trajectory_frame import PRESENTED
from indicators.dossier.dossier import Dossier
from indicators.dossier.values import ValueRecord
from pages.chi_tieu.head import about
from pages.chi_tieu.values import table_of
from pages.chi_tieu.verdict import (
    milestone_table,
    opinions,
    second_opinions,
    stage_panel,
    verdict_told,
)
from pages.parts.chart_frame import SharedFigure
from pages.parts.links import Links
from pages.parts.presenting.screen import Screen
from pages.parts.presenting.screen_rooms import (
    BENEATH,
    numbered,
    rows_high,
    screenfuls,
    table_room,
)
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View

PARTS, VERDICT = blocks("chi_tieu/screens.html"), blocks("chi_tieu/verdict.html")
WIDE, SIDE = 1.15, 30.5  # the type of a verdict's words and their width
MOST_SOURCES = 2
MOST_LINES = 12  # of them in that type
ONE, TWO, HEAD = 2.1, 3.3, 2.4  # heights of a row of one and of two lines, and of the heads
LEFT_OUT = frozenset({"Nguồn", "Văn bản", "Ghi chú", "Ghi nhận"})


def indicator_screens(dossier: Dossier, view: View, ink: Ink) -> list[Screen]:
    """Gather all screens of an indicator in the chosen breakdown."""
    figures = figure_screens(dossier, view.links)
    return [chart_screen(dossier, view, ink), verdict_screen(dossier), *figures]


def screen_of(dossier: Dossier, body: Markup, kind: str) -> Screen:
    """Head a screen with the finding, who leads and what is measured in."""
    beneath = PARTS.beneath(about(dossier))
    named = sources(dossier, MOST_SOURCES)
    return Screen(dossier.title, body, dossier.board, named, beneath, kind)


def chart_screen(dossier: Dossier, view: View, ink: Ink) -> Screen:
    """Show the trajectory, or how far a thing to be completed has come."""
    i, row = dossier.row.indicator, dossier.row
    shown = trajectory_of(dossier)
    verdict = PARTS.verdict(row, dossier.board.lead_of(row))
    plain = Screen(dossier.title, NOTHING, dossier.board, sources(dossier, MOST_SOURCES), verdict)
    if i.kind == "milestone":
        return replace(plain, body=stage_panel(dossier), kind="staged")
    if not shown.is_drawable():
        return plain
    key = ("presented chart", i.code, dossier.group, ink)
    draw = partial(draw_trajectory, shown, ink, PRESENTED)
    figure = partial(view.once, key, lambda: SharedFigure(draw()))
    return replace(plain, kind="charted", figure=figure)


def verdict_screen(dossier: Dossier) -> Screen:
    """Show the verdict with other ways of reckoning, and every milestone beside it."""
    told = verdict_told(dossier) + second_opinions(dossier)
    body = VERDICT.sides(told, milestone_table(dossier))
    others, robust = opinions(dossier)
    said = [dossier.row.label, dossier.row.sentence, *others, *([robust] if robust else [])]
    lines = sum(rows_high(line, WIDE, SIDE) for line in said)
    close = lines > MOST_LINES
    return screen_of(dossier, body, "judged close" if close else "judged")


def figure_screens(dossier: Dossier, links: Links) -> list[Screen]:
    """Show the figures; those of a crowd of communes are left to their comparison."""
    pages = screenfuls(dossier.uncrowded, height, table_room(HEAD + BENEATH))
    return [
        replace(
            screen_of(dossier, table_of(dossier, page, links, left_out=LEFT_OUT), "figures"),
            title=numbered(dossier.title, place, len(pages)),
            anchor="so-lieu",
        )
        for place, page in enumerate(pages, start=1)
    ]


def height(record: ValueRecord) -> float:
    """Estimate how high the line of a figure becomes."""
    return TWO if record.against_plan or record.period != "Cả năm" else ONE
