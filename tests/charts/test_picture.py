"""Words of a picture are broken into even lines in the largest type that fits."""

import pytest

from indicators.charts.picture import LANDSCAPE, SQUARE, Words, source_words, title_words

TITLE = (
    "Tỷ lệ trường phổ thông đạt chuẩn quốc gia: 71,40% năm 2026, cần tăng 3,4 điểm phần trăm mỗi "
    "năm để đạt mục tiêu 2030 (ít nhất 85%)"
)


def test_a_short_title_stays_one_line():
    assert title_words("Nhan đề", SQUARE) == Words("Nhan đề", 26)


def test_lines_of_a_title_are_about_as_long_as_each_other():
    assert title_words(TITLE, LANDSCAPE) == Words(
        "Tỷ lệ trường phổ thông đạt chuẩn quốc gia: 71,40% năm 2026, cần tăng<br>"
        "3,4 điểm phần trăm mỗi năm để đạt mục tiêu 2030 (ít nhất 85%)",
        26,
    )


def test_text_is_never_taken_for_a_tag():
    assert title_words("a <br> & b", SQUARE) == Words("a &lt;br&gt; &amp; b", 26)


def test_no_words_are_no_lines():
    assert source_words("", SQUARE) == Words("", 14)


@pytest.mark.parametrize("letters", range(20, 700, 40))
def test_a_longer_text_never_has_larger_type_and_loses_no_word(letters: int):
    text = "một hai " * (letters // 8)
    words = title_words(text, SQUARE)
    assert words.text.replace("<br>", " ").split() == text.split()
    assert words.size <= title_words(text[: letters // 2], SQUARE).size
