"""The words of all pages have the few sizes that board.css names at its head."""

import re
from pathlib import Path

SHEET = (Path(__file__).parents[2] / "pages/static/frame/board.css").read_text("utf-8")


def test_every_size_of_type_is_a_step_of_the_scale():
    named = re.search(r"one type scale \(([\d., ]+) rem\)", SHEET)
    assert named is not None
    used = {float(size) for size in re.findall(r"font-size: ([\d.]+)rem", SHEET)}
    assert used == {float(step) for step in named[1].split(",")}
