"""Colours can be read and told apart, by the colour-blind too."""

from itertools import combinations

import pytest

from indicators.charts.theme import BADGES, DARK, LIGHT, Badge, Ink
from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, SHORT
from tests.charts.seeing import BLINDNESS, apart, contrast

INKS = {"light": LIGHT, "dark": DARK}
SEEN_APART = 10.0  # CIE76 difference that nobody with that sight overlooks between two tiles


def fill(status: Status) -> str:
    return BADGES[status].fill


def shades(badge: Badge) -> dict[str, tuple[str, str]]:
    dark = badge.dark or (badge.fill, badge.text, badge.edge)
    return {"light": (badge.fill, badge.text), "dark": dark[:2]}


def test_the_measure_of_contrast_is_the_known_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", INKS)
@pytest.mark.parametrize("status", Status)
def test_the_word_on_every_status_can_be_read(status: Status, ground: str):
    assert contrast(*shades(BADGES[status])[ground]) >= 4.5


def line_inks(ink: Ink) -> list[str]:
    return [ink.actual, ink.required, ink.supposed, ink.plan, ink.nation, *ink.others]


@pytest.mark.parametrize("ground", INKS)
def test_every_line_of_a_chart_stands_out_from_its_paper(ground: str):
    ink = INKS[ground]
    faint = [colour for colour in line_inks(ink) if contrast(colour, ink.paper) < 3]
    assert faint == []


@pytest.mark.parametrize("ground", INKS)
def test_every_word_of_a_chart_can_be_read(ground: str):
    """Labels have the colour of their lines."""
    ink = INKS[ground]
    words = [ink.text, ink.quiet, *line_inks(ink)]
    assert [colour for colour in words if contrast(colour, ink.paper) < 4.5] == []


def test_every_status_has_a_mark_and_a_word_of_its_own():
    assert len({badge.mark for badge in BADGES.values()}) == len(Status) == len(BADGES)
    assert len(set(SHORT.values())) == len(Status)


@pytest.mark.parametrize("sight", BLINDNESS)
def test_good_and_bad_are_told_apart_without_seeing_all_colours(sight: str):
    good, bad = ASSESSED[:2], ASSESSED[2:]
    close = [(g, b) for g in good for b in bad if apart(fill(g), fill(b), sight) < SEEN_APART]
    assert close == []


@pytest.mark.parametrize("sight", BLINDNESS)
def test_all_verdicts_are_told_apart_without_seeing_all_colours(sight: str):
    close = [
        pair for pair in combinations(ASSESSED, 2) if apart(*map(fill, pair), sight) < SEEN_APART
    ]
    assert close == []
