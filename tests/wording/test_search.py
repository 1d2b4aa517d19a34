"""What a reader finds when typing with or without diacritics."""

import pytest

from indicators.wording.search import folded, matches

NAME = "DH17 Số cơ sở giáo dục đại học trong bảng xếp hạng châu Á"

TYPED = [
    ("nothing finds all", "", True),
    ("without diacritics", "dai hoc", True),
    ("with diacritics", "đại học", True),
    ("in capitals", "ĐẠI HỌC", True),
    ("the code in small letters", "dh17", True),
    ("words in another order", "a chau hang", True),
    ("part of a word", "xep h", True),
    ("one word with and one without", "dai học", True),
    ("other diacritics", "đái học", False),
    ("a letter d with a stroke for one without", "đục", False),
    ("another word", "mầm non", False),
    ("one word of two missing", "dai xyz", False),
    ("letters and marks typed apart", "d\u0323a\u0323i", False),
    ("composed from letter and mark", "ho\u0323c", True),
]


@pytest.mark.parametrize(
    ("typed", "found"), [pytest.param(*case, id=name) for name, *case in TYPED]
)
def test_a_name_is_found_by_what_is_typed(typed: str, found: bool):
    assert matches(NAME, typed) is found


def test_folding_leaves_small_letters_without_marks():
    assert folded("Đặc khu Cát Hải, ƯỠN ẹo") == "dac khu cat hai, uon eo"
