"""What stands apart on pages, on paper and on the site does so by the few steps of board.css."""

import re

import pytest

from tests.project import PROJECT

STATIC = PROJECT / "pages/static"
SHEETS = (
    "frame/board.css",
    "frame/overview.css",
    "frame/phone.css",
    "frame/frame.css",
    "frame/print.css",
    "site/site.css",
)
SPACE = re.compile(
    r"(?<![-\w])(?:(?:scroll-)?margin|padding|(?:row-|column-)?gap)(?:-[a-z]+)*:\s*([^;}]+)"
)
# A page of paper has its margins in millimetres; 0 and shares of the width are no steps.
LENGTH = re.compile(r"[\d.]+(?:rem|em|px|pt|ch|ex|vh|vw|svh|dvh)\b")


def lengths(style: str) -> list[str]:
    """Every margin, padding and gap of a style sheet that names a length of its own."""
    without_comments = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return [space for space in SPACE.findall(without_comments) if LENGTH.search(space)]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_space_is_a_step_of_the_scale(sheet: str):
    assert lengths((STATIC / sheet).read_text("utf-8")) == []


def test_the_scale_has_seven_steps_each_used_somewhere():
    sheet = (STATIC / SHEETS[0]).read_text("utf-8")
    steps = re.findall(r"--(s\d): ([\d.]+)rem", sheet)
    assert [name for name, _ in steps] == [f"s{n}" for n in range(1, 8)]
    assert [float(size) for _, size in steps] == sorted({float(size) for _, size in steps})
    assert all(f"var(--{name})" in sheet for name, _ in steps)


@pytest.mark.parametrize(
    "rule", ["p { margin: 0 0.4rem }", "p{padding-left:7px}", "p { column-gap: 2em; }"]
)
def test_a_length_beside_the_scale_is_found(rule: str):
    assert len(lengths(rule)) == 1


def test_steps_shares_and_paper_are_no_lengths_of_their_own():
    rule = "p { margin: calc(-1 * var(--s3)) auto 12mm; padding: 0 5%; border-padding: 2px }"
    assert lengths(rule) == []
