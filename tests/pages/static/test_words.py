"""The dictionary of Streamlit's words: whole, and about the Streamlit that is installed."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from streamlit import file_util

from tests.project import PROJECT

WORDS = PROJECT / "pages" / "static" / "frame" / "words.js"


@cache
def dictionary() -> dict:
    script = WORDS.read_text(encoding="utf-8")
    return json.loads(script[script.index("= {") + 2 : script.rindex(";")])


@cache
def front_end() -> str:
    scripts = Path(file_util.get_static_dir()).glob("static/js/*.js")
    return "".join(script.read_text(encoding="utf-8", errors="replace") for script in scripts)


def test_every_word_is_still_one_of_streamlits() -> None:
    assert [word for word in dictionary()["words"] if word not in front_end()] == []


def test_no_word_stays_english() -> None:
    same = {"Euro", "Plotly.js"}
    words = dictionary()["words"]
    assert [word for word, ours in words.items() if word == ours and ours not in same] == []


@pytest.mark.parametrize(("pattern", "ours"), dictionary()["patterns"])
def test_pattern_carries_over_every_value_it_names(pattern: str, ours: str) -> None:
    groups = re.compile(pattern.replace("{month}", "tháng (\\d+)")).groups
    assert {int(number) for number in re.findall(r"\$(\d)", ours)} <= set(range(1, groups + 1))
