"""The colours of pages, widgets and charts are one set, and every word in them can be read."""

import re
import tomllib
from itertools import combinations
from typing import Any

import pytest

from indicators.charts.theme import DARK, LIGHT
from tests.charts.seeing import BLINDNESS, apart, contrast
from tests.project import PROJECT

SHEET = re.sub(
    r"/\*.*?\*/", "", (PROJECT / "pages/static/frame/board.css").read_text("utf-8"), flags=re.S
)
THEME: dict[str, Any] = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text("utf-8"))[
    "theme"
]
GROUNDS = {"light": (0, LIGHT), "dark": (1, DARK)}
COLOUR = re.compile(r"light-dark\((#\w+), (#\w+)\)|(#[0-9a-fA-F]{3,6})\b|var\(--([\w-]+)\)")
SEEN_APART = 12.0


def long(colour: str) -> str:
    """Write #fff as #FFFFFF."""
    digits = colour[1:]
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits).upper()


def named(ground: int) -> dict[str, str]:
    """The colours that board.css names, on one ground."""
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", SHEET)
    return {name: long(pair[ground]) for name, *pair in found}


def colour_of(text: str, ground: int) -> str | None:
    """Read a colour as the browser would; None for what is no plain colour."""
    written = COLOUR.match(text.strip())
    if written is None:
        return None
    light, dark, plain, name = written.groups()
    return named(ground).get(name) if name else long(plain or (light, dark)[ground])


def written_on(ground: int) -> list[tuple[str, str, str]]:
    """Selector, colour and ground of every rule of board.css that sets both."""
    rules = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEET):
        styles = dict(re.findall(r"(?:^|;)\s*(color|background):([^;]+)", body))
        if len(styles) == 2:
            pair = [colour_of(styles[name], ground) for name in ("color", "background")]
            if pair[0] and pair[1]:
                rules.append((selector.strip(), pair[0], pair[1]))
    return rules


@pytest.mark.parametrize("ground", GROUNDS)
def test_charts_pages_and_widgets_have_one_set_of_colours(ground: str):
    place, ink = GROUNDS[ground]
    page, widgets = named(place), THEME[ground]
    assert (page["ink"], page["quiet"], page["good"]) == (ink.text, ink.quiet, ink.required)
    assert (page["paper"], page["ink"]) == (widgets["backgroundColor"], widgets["textColor"])
    assert (page["accent"], page["chosen"]) == (widgets["linkColor"], widgets["primaryColor"])
    assert ink.paper == widgets["backgroundColor"]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "good", "warn", "bad"])
def test_every_word_of_a_page_can_be_read(ground: str, name: str):
    page = named(GROUNDS[ground][0])
    assert contrast(page[name], page["paper"]) >= 4.5
    assert contrast(page[name], page["faint"]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_word_on_a_ground_of_its_own_can_be_read(ground: str):
    rules = written_on(GROUNDS[ground][0])
    assert len(rules) >= 3
    assert [rule for rule in rules if contrast(rule[1], rule[2]) < 4.5] == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_and_edges_of_widgets_can_be_seen(ground: str):
    widgets = THEME[ground]
    under = [
        place[name]
        for place in (widgets, widgets["sidebar"])
        for name in ("backgroundColor", "secondaryBackgroundColor")
    ]
    assert [paper for paper in under if contrast(widgets["textColor"], paper) < 4.5] == []
    assert [paper for paper in under if contrast(widgets["primaryColor"], paper) < 3] == []


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("sight", BLINDNESS)
def test_figures_path_and_plan_are_told_apart_without_seeing_all_colours(sight: str, ground: str):
    """What else is in a chart has its name written beside it."""
    ink = GROUNDS[ground][1]
    lines = (ink.actual, ink.required, ink.plan)
    assert [pair for pair in combinations(lines, 2) if apart(*pair, sight) < SEEN_APART] == []


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("sight", BLINDNESS)
def test_good_warning_and_bad_are_told_apart_without_seeing_all_colours(sight: str, ground: str):
    page = named(GROUNDS[ground][0])
    tones = [page[name] for name in ("good", "warn", "bad")]
    assert [pair for pair in combinations(tones, 2) if apart(*pair, sight) < SEEN_APART] == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_hatching_stands_back_and_the_count_on_it_can_be_read(ground: str):
    place, ink = GROUNDS[ground]
    body = re.findall(r"\.hatched \{([^{}]*)\}", SHEET)[0]
    *stripes, words = [
        long(pair[place]) for pair in re.findall(r"light-dark\((#\w+), (#\w+)\)", body)
    ]
    assert len(stripes) == 2
    assert [stripe for stripe in stripes if contrast(words, stripe) < 4.5] == []
    assert [stripe for stripe in stripes if contrast(stripe, ink.paper) > 2] == []
