"""The trajectory of an indicator with its source line."""

from html import escape

import streamlit as st

from indicators.briefing.tables import version_line
from indicators.charts.trajectory import NARROW, WIDE, Trajectory, draw_trajectory
from indicators.dossier import Dossier
from indicators.wording.numbers import day
from pages.parts.block import show
from pages.parts.chart_frame import ink, show_chart
from pages.parts.view import View


def show_trajectory(dossier: Dossier, view: View) -> None:
    """Draw the chart, or say what is missing when there is nothing to draw."""
    shown = trajectory_of(dossier)
    if not shown.is_drawable():
        show(f'<p class="note">{escape(dossier.title)}.</p>')
        return
    i = dossier.row.indicator
    when = day(dossier.board.as_of.day).replace("/", "-")
    colours, width = ink(), plot_width()
    chart = ("trajectory", i.code, dossier.group, colours, width)
    show_chart(
        view.once(chart, lambda: draw_trajectory(shown, colours, width)),
        f"bieu-do-{i.code}",
        f"{i.code} {i.short_name} {when}".replace("/", "-"),
    )
    show(f'<p class="foot" role="note">{escape(shown.source)}</p>')


def plot_width() -> int:
    """Guess the width that the chart will have from the kind of browser."""
    return NARROW if "Mobi" in st.context.headers.get("User-Agent", "") else WIDE


def trajectory_of(dossier: Dossier) -> Trajectory:
    """Gather what the chart shows."""
    row = dossier.row
    return Trajectory(
        dossier.title,
        f"{sources(dossier)} · {version_line(dossier.board)}",
        row.notation,
        dossier.judgement,
        row.targets,
        dossier.nation,
        dossier.nation_targets,
        tuple((series.name, series.points) for series in dossier.others),
        dossier.board.as_of.year,
    )


def sources(dossier: Dossier) -> str:
    """Name the sources of the figures shown."""
    names = list(dict.fromkeys(record.source for record in dossier.values if record.source))
    return f"Nguồn: {'; '.join(names)}" if names else f"Căn cứ: {dossier.row.indicator.doc}"
