"""Small pictures for light and dark pages: both are there, the reader's own choice is shown."""

import re
from collections.abc import Callable

from markupsafe import Markup

from indicators.charts.theme import DARK, LIGHT, Ink

PICTURE = re.compile(r'<img src="(data:image/svg\+xml[^"]*)"([^>]*)>')


def in_both(write: Callable[[Ink], Markup]) -> Markup:
    """Write a block for a light page, with the pictures of a dark one beside its own."""
    dark = iter(PICTURE.findall(write(DARK)))

    def paired(found: re.Match[str]) -> str:
        source = f'<source media="(prefers-color-scheme: dark)" srcset="{next(dark)[0]}">'
        return f"<picture>{source}{found[0]}</picture>"

    return Markup(PICTURE.sub(paired, write(LIGHT)))  # noqa: S704 (a block, its pictures doubled)
