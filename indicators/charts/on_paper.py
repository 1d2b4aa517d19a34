"""Charts drawn light on a dark ground, on paper as dark on white: style rules that turn colours."""

from dataclasses import astuple
from functools import cache

from indicators.charts.theme import DARK, LIGHT, Ink


@cache
def turned() -> dict[str, str]:
    """Give to each colour of a dark ground the one of the same thing on a light ground."""
    pairs = zip(colours(DARK), colours(LIGHT), strict=True)
    return dict(reversed([*pairs]))  # of two that are alike the first


def colours(ink: Ink) -> list[str]:
    """List the opaque colours of an ink as #RRGGBB; a band is a line's colour made thin."""
    return [
        colour
        for field in astuple(ink)
        for colour in (field if isinstance(field, tuple) else (field,))
        if colour.startswith("#")
    ]


def chart_rules() -> str:
    """Write the rules for what Plotly drew, whose colours stand in style attributes."""
    rules = "".join(
        f'[style*="{part}: {as_written(dark)}"]{{{part}:{light}!important}}'
        for dark, light in turned().items()
        for part in ("fill", "stroke")
    )
    return f"@media print{{.js-plotly-plot{{{rules}}}}}"


def as_written(colour: str) -> str:
    """Write a colour as browsers do in a style attribute."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def picture_rules(svg: str) -> str:
    """Write the rules for a small picture of ours; it is asked for a light ground when printed."""
    rules = "".join(
        f'[{part}="{dark}"]{{{part}:{light}}}'
        for dark, light in turned().items()
        for part in ("fill", "stroke")
        if f'{part}="{dark}"' in svg
    )
    return f"<style>@media (prefers-color-scheme:light){{{rules}}}</style>" if rules else ""
