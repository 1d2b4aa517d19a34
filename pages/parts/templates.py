"""HTML as Jinja2 templates beside the modules that fill them; what is put in is escaped."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from indicators.board.partition import part_word
from indicators.charts.theme import BADGES
from indicators.wording.labels import SHORT
from indicators.wording.numbers import NONE

PAGES = Path(__file__).parents[1]
AROUND_STATEMENTS = re.compile(r"(?<=%})\s*\n\s*|\s*\n\s*(?={%)|(?<=[>}])\s*\n\s*(?=[<{])")
OTHER_BREAKS = re.compile(r"\s*\n\s*")


class Unfolded(Extension):
    """Takes out the line breaks that only help to read a template.

    Beside a statement, and between tags and values, a break is nothing; elsewhere it is a space.
    """

    def preprocess(self, source: str, *_names: str | None) -> str:
        """Unfold a source."""
        return OTHER_BREAKS.sub(" ", AROUND_STATEMENTS.sub("", source.strip()))


ENVIRONMENT = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=True,
    undefined=StrictUndefined,
    extensions=[Unfolded],
)
# What every template may name: the look and the word of each status, the part a row
# is counted in, and the sign for nothing.
ENVIRONMENT.globals.update(BADGES=BADGES, SHORT=SHORT, NONE=NONE, part_word=part_word)

NOTHING = Markup()  # HTML that is empty


class Blocks:
    """The macros of a template as functions: `blocks("nhom/head.html").title(…)`."""

    def __init__(self, template: str) -> None:
        self._module = ENVIRONMENT.get_template(template).module

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        """Give one macro; what it returns is HTML, escaped where it must be."""
        macro: Callable[..., Markup] = getattr(self._module, name)
        return macro


@cache
def blocks(template: str) -> Blocks:
    """Read a template by its path below `pages/`, once a process."""
    return Blocks(template)
