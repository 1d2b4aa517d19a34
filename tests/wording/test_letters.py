"""Text from elsewhere is composed in bounded time, and a name of it stands in one line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.wording.letters import MOST_MARKS, bare, composed, decomposed, one_line, visible

USUAL = st.text(max_size=MOST_MARKS)


@given(USUAL)
def test_text_with_usual_marks_is_what_unicode_makes_of_it(text: str):
    assert composed(text) == unicodedata.normalize("NFC", text)
    assert decomposed(text) == unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("mark", ["\u0301", "\u0323\u0301", "\u064b", "\u3099", "\U0001d165"])
def test_of_too_many_marks_on_a_letter_the_first_are_kept(mark: str):
    crowded = f"a{mark * 400}b{mark}"
    kept = f"a{(mark * 400)[:MOST_MARKS]}b{mark}"
    assert composed(crowded) == unicodedata.normalize("NFC", kept)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("báo cáo.csv", "báo cáo.csv"),
        ("a\u202excslx.csv", "axcslx.csv"),
        ("a\x1b[31mđỏ\x1b[0m.csv", "a[31mđỏ[0m.csv"),
        ("dòng\nmột\r\thai\u2028ba.csv", "dòng một hai ba.csv"),
        ("\u2067phải\u2069\u200f.xlsx", "phải.xlsx"),
        ("ba\u0301o\u00ad.csv", "báo.csv"),
        ("x" * 300 + ".csv", "x" * 159 + "…" + "x" * 36 + ".csv"),
    ],
)
def test_a_name_turns_and_moves_nothing_beside_it(name: str, line: str):
    assert one_line(name) == line


@given(st.text())
def test_a_line_has_nothing_that_steers_a_terminal(text: str):
    steering = {unicodedata.category(letter) for letter in one_line(text)} & {"Cc", "Zl", "Zp"}
    turning = set(one_line(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert (steering, turning) == (set(), set())


def test_what_can_be_seen_stays():
    assert visible("Số\u00a0liệu\t1\n2") == "Số\u00a0liệu\t1\n2"


def test_a_name_is_the_same_however_it_is_typed():
    assert bare("  So\u0302\u0301  LIỆU ") == bare("số liệu")
