"""A chart that plotly draws in the reader's browser, from data in the page: no server is asked."""

from dataclasses import astuple

from markupsafe import Markup

from indicators.charts.theme import DARK, LIGHT, Ink
from indicators.charts.trajectory import NARROW, WIDE, Trajectory, draw_trajectory
from indicators.wording.illustrative import file_name
from pages.parts.chart_controls import controls
from pages.parts.templates import blocks
from pages.site.assets import as_script

CHART = blocks("site/chart.html")


def chart_part(shown: Trajectory, name: str) -> Markup:
    """Write the place of a chart and its data, wide and narrow; `name` is that of its picture."""
    figures = ",".join(
        f'"{kind}":{draw_trajectory(shown, LIGHT, width).to_json()}'
        for kind, width in (("wide", WIDE), ("narrow", NARROW))
    )
    picture = controls(file_name(name, illustrative=bool(shown.mark)))
    data = f'{{{figures},"config":{as_script(picture)},"dark":{as_script(dark_colors())}}}'
    return CHART.chart(shown.title, data.replace("<", "\\u003c"))


def dark_colors() -> dict[str, str]:
    """Give for every colour of a chart on a light page the one it has on a dark page."""
    return dict(zip(flat(LIGHT), flat(DARK), strict=True))


def flat(ink: Ink) -> list[str]:
    """List all colours of an ink."""
    fields = astuple(ink)
    return [each for field in fields for each in (field if isinstance(field, tuple) else (field,))]
