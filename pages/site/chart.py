"""A chart that plotly draws in the reader's browser, from data in the page: no server is asked."""

from dataclasses import astuple

from markupsafe import Markup

from indicators.charts.theme import DARK, LIGHT, Ink
from indicators.charts.trajectory import Trajectory
from indicators.charts.trajectory_figure import draw_trajectory
from indicators.charts.trajectory_frame import NARROW, WIDE
from pages.parts.chart_controls import CONTROLS
from pages.parts.templates import blocks
from pages.site.assets import as_script

CHART = blocks("site/chart.html")


def chart_part(shown: Trajectory) -> Markup:
    """Write the place of a chart and its data, wide and narrow."""
    figures = ",".join(
        f'"{kind}":{draw_trajectory(shown, LIGHT, size).to_json()}'
        for kind, size in (("wide", WIDE), ("narrow", NARROW))
    )
    data = f'{{{figures},"config":{as_script(CONTROLS)},"dark":{as_script(dark_colors())}}}'
    return CHART.chart(shown.title, data.replace("<", "\\u003c"))


def dark_colors() -> dict[str, str]:
    """Give for every colour of a chart on a light page the one it has on a dark page."""
    return dict(zip(flat(LIGHT), flat(DARK), strict=True))


def flat(ink: Ink) -> list[str]:
    """List all colours of an ink."""
    fields = astuple(ink)
    return [each for field in fields for each in (field if isinstance(field, tuple) else (field,))]
