"""Colours can be read and told apart, by the colour-blind too."""

from itertools import combinations

import pytest

from indicators.charts.theme import BADGES, DARK, LIGHT, Badge, Ink
from indicators.progress import Status
from indicators.wording.labels import ASSESSED

Colour = tuple[float, float, float]
INKS = {"light": LIGHT, "dark": DARK}
# Machado, Oliveira, Fernandes 2009, severity 1, on linear red, green, blue.
BLINDNESS = {
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
SEEN_APART = 10.0  # CIE76 difference that nobody with that sight overlooks between two tiles


def linear(colour: str) -> Colour:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    bright = sorted(
        0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))
    )
    return (bright[1] + 0.05) / (bright[0] + 0.05)


def lab(colour: Colour) -> Colour:
    """CIE L*a*b* of a linear colour under daylight."""
    r, g, b = (min(max(part, 0.0), 1.0) for part in colour)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, sight: str) -> Colour:
    r, g, b = linear(colour)
    red, green, blue = (a * r + c * g + d * b for a, c, d in BLINDNESS[sight])
    return lab((red, green, blue))


def apart(one: Status, other: Status, sight: str) -> float:
    pairs = zip(seen(BADGES[one].fill, sight), seen(BADGES[other].fill, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


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


def test_every_status_has_a_mark_of_its_own():
    assert len({badge.mark for badge in BADGES.values()}) == len(Status) == len(BADGES)


@pytest.mark.parametrize("sight", BLINDNESS)
def test_good_and_bad_are_told_apart_without_seeing_all_colours(sight: str):
    good, bad = ASSESSED[:2], ASSESSED[2:]
    close = [(g, b) for g in good for b in bad if apart(g, b, sight) < SEEN_APART]
    assert close == []


@pytest.mark.parametrize("sight", BLINDNESS)
def test_all_verdicts_are_told_apart_without_seeing_all_colours(sight: str):
    close = [pair for pair in combinations(ASSESSED, 2) if apart(*pair, sight) < SEEN_APART]
    assert close == []
