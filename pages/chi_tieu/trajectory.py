"""The trajectory of an indicator with its source line."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from indicators.catalogue.groups import group_label
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.supposed_line import SupposedLine
from indicators.charts.trajectory_figure import draw_trajectory
from indicators.charts.trajectory_frame import NARROW, WIDE, PlotSize
from indicators.dossier.dossier import Dossier
from indicators.wording.what_if import change_label
from pages.chi_tieu.shown_lines import SHOWN, asked_lines, switches, with_lines
from pages.chi_tieu.what_if import CHANGE, ask_what_if
from pages.parts.block import show
from pages.parts.chart_frame import SharedFigure, ink, show_chart
from pages.parts.links import Parameters
from pages.parts.taking import address_taken, picture_taken, table_taken, taking
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View
from pages.parts.window import is_narrow

PARTS = blocks("chi_tieu/trajectory.html")


def show_trajectory(dossier: Dossier, view: View) -> None:
    """Draw the chart, or say what is missing; below it what would be if, drawn when asked for."""
    place = st.container()
    supposed = ask_what_if(dossier, view)
    with place:
        show_chart_of(dossier, view, supposed)


def show_chart_of(dossier: Dossier, view: View, supposed: SupposedLine | None) -> None:
    """Draw the chart; a supposed line is one reader's own and kept for nobody else."""
    full, narrow = trajectory_of(dossier), is_narrow()
    if not full.is_drawable():
        show(PARTS.missing(dossier.title), taken_along(dossier, view))
        return
    lines = asked_lines(view.parameters, narrow=narrow)
    shown = with_lines(full, lines)
    i = dossier.row.indicator
    look = ink(), plot_size()
    if supposed:
        figure = draw_trajectory(replace(shown, supposed=supposed), *look)
    else:
        chart = ("trajectory", i.code, dossier.group, lines, *look)
        figure = view.once(chart, lambda: SharedFigure(draw_trajectory(shown, *look)))
    show_chart(figure, f"bieu-do-{i.code}")
    offered = switches(full, lines, view) if narrow or SHOWN in view.parameters else NOTHING
    picture = picture_of(dossier, view, supposed)
    show(offered, PARTS.source(shown.source), taken_along(dossier, view, picture))


def picture_of(dossier: Dossier, view: View, supposed: SupposedLine | None) -> Markup:
    """Offer the picture of the chart with the lines asked for and what is supposed."""
    change = change_label(supposed.change) if supposed else None
    lines = view.parameters.get(SHOWN)
    return picture_taken(view, "hinh-chi-tieu", {**asked(dossier), CHANGE: change, SHOWN: lines})


def taken_along(dossier: Dossier, view: View, picture: Markup = NOTHING) -> Markup:
    """Offer the picture where there is one, the figures, and the address of the view."""
    return taking(picture, figures_taken(dossier, view), address_taken(view, "chi-tieu"))


def figures_taken(dossier: Dossier, view: View) -> Markup:
    """Offer the figures of the chosen breakdown."""
    return table_taken(view, "so-lieu", asked(dossier))


def asked(dossier: Dossier) -> Parameters:
    """Name the indicator and the chosen breakdown as addresses do."""
    group = group_label(dossier.group) if dossier.group else None
    return {"ma": dossier.row.indicator.code, "phan_to": group}


def plot_size() -> PlotSize:
    """Choose the size for which the chart is laid out."""
    return NARROW if is_narrow() else WIDE
