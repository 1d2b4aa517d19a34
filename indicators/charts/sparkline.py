"""A small trend line as an SVG picture for one row of a table."""

from collections.abc import Sequence
from math import isfinite
from urllib.parse import quote

from indicators.charts.theme import DARK, LIGHT
from indicators.progress.results import Point

WIDTH, HEIGHT, EDGE = 88, 22, 3
# One picture for either ground: a table is written once for all readers.
AT_NIGHT = (
    f"<style>@media (prefers-color-scheme:dark){{polyline{{stroke:{DARK.nation}}}"
    f"circle{{fill:{DARK.required}}}}}</style>"
)


def sparkline(points: Sequence[Point]) -> str | None:
    """Draw a series as a data URI; None with fewer than two numbers."""
    known = [p for p in points if isfinite(p.value)]
    if len(known) < 2:
        return None
    xs = spread([p.year for p in known], WIDTH)
    ys = [HEIGHT - y for y in spread([p.value for p in known], HEIGHT)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{AT_NIGHT}'
        f'<polyline points="{line}" fill="none" stroke="{LIGHT.nation}" stroke-width="1.6"/>'
        f'<circle cx="{xs[-1]:.1f}" cy="{ys[-1]:.1f}" r="2.6" fill="{LIGHT.required}"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"


def spread(values: Sequence[float], size: int) -> list[float]:
    """Scale values into a stretch of pixels; equal values stand in its middle."""
    low, high = min(values), max(values)
    if high == low:
        return [size / 2 for _ in values]
    return [EDGE + (v - low) / (high - low) * (size - 2 * EDGE) for v in values]
