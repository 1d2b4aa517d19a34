"""The words of all pages have the few sizes that board.css names at its head."""

import re

from tests.project import PROJECT

STATIC = PROJECT / "pages/static"
SHEET = (STATIC / "frame/board.css").read_text("utf-8")
# A presentation has letters of its own, as large as a hall needs.
BESIDE = ("frame/frame.css", "frame/print.css", "site/site.css")


def sizes(style: str) -> set[float]:
    return {float(size) for size in re.findall(r"font-size: ([\d.]+)rem", style)}


def test_every_size_of_type_is_a_step_of_the_scale():
    named = re.search(r"one type scale \(([\d., ]+) rem\)", SHEET)
    assert named is not None
    scale = {float(step) for step in named[1].split(",")}
    assert sizes(SHEET) == scale
    for sheet in BESIDE:
        assert sizes((STATIC / sheet).read_text("utf-8")) <= scale, sheet
