"""What a reader finds when typing with or without diacritics."""

import pytest

from indicators.wording.search import Subject, best_first, folded, matches

NAME = "DH17 Số cơ sở giáo dục đại học trong bảng xếp hạng châu Á"

TYPED = [
    ("nothing finds all", "", True),
    ("without diacritics", "dai hoc", True),
    ("with diacritics", "đại học", True),
    ("in capitals", "ĐẠI HỌC", True),
    ("the code in small letters", "dh17", True),
    ("words in another order", "a chau hang", True),
    ("the last word unfinished", "xep h", True),
    ("another word unfinished", "x hang", False),
    ("the end of a word", "ang", False),
    ("a finished word without its tone", "đai học", False),
    ("an unfinished word without its tone", "học đai", True),
    ("an unfinished word with another tone", "học đái", False),
    ("two words without a space, in a row", "đại-học", True),
    ("two words without a space, apart", "đại-xếp", False),
    ("marks that stand for themselves", "–", True),
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


@pytest.mark.parametrize("typed", ["hóa", "hoá", "HOA\u0301", "hoa"])
def test_a_tone_may_stand_on_either_vowel(typed: str):
    assert matches("văn hóa", typed)
    assert matches("văn hoá", typed)


SUBJECTS = [
    Subject("ML03", ("Trường quốc tế", "Số trường liên cấp quốc tế"), "Mạng lưới Sở GD&ĐT"),
    Subject("NL12", ("Chuẩn mức 2", "Tỷ lệ trường đã đạt mức chuẩn 2"), "Nguồn lực UBND TP"),
    Subject("ML02", ("Trường đạt chuẩn", "Tỷ lệ trường đạt chuẩn"), "Mạng lưới Sở GD&ĐT"),
    Subject("BC01", ("Số trường", "Số trường"), "Bối cảnh; không gồm ML02 Sở GD&ĐT"),
]
RANKED = [
    ("the code before what mentions it", "ml02", ["ML02", "BC01"]),
    ("a code unfinished", "ml", ["ML03", "ML02", "BC01"]),
    ("a whole name before names that begin with it", "so truong", ["BC01", "ML03", "ML02"]),
    ("words in a row before words apart", "dat chuan", ["ML02", "NL12"]),
    ("words in any order", "chuẩn trường", ["NL12", "ML02"]),
    ("words of the name and of the agency", "chuan ubnd", ["NL12"]),
    ("an agency by its short name", "Sở GD&ĐT", ["ML03", "ML02", "BC01"]),
    ("an agency without marks", "so gd&dt", ["ML03", "ML02", "BC01"]),
    ("letters and marks apart", "d\u0323a\u0323t", []),
    ("composed from letter and mark", "đa\u0323t chuâ\u0309n", ["ML02", "NL12"]),
    ("d for đ", "da dat", ["NL12"]),
    ("đ for d", "đanh", []),
    ("an agency that leads nothing", "sở y tế", []),
]


@pytest.mark.parametrize(
    ("typed", "found"), [pytest.param(*case, id=name) for name, *case in RANKED]
)
def test_the_best_answer_comes_first(typed: str, found: list[str]):
    assert best_first(SUBJECTS, typed) == found


def test_folding_leaves_small_letters_without_marks():
    assert folded("Đặc khu Cát Hải, ƯỠN ẹo") == "dac khu cat hai, uon eo"
