"""Texts reduced to what tells them apart, however they were typed."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Reduce a text to its bare letters and digits: 'Mã chỉ tiêu' and 'ma_chi_tieu' are one."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if letter.isalnum())
