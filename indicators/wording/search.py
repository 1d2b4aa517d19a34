"""Finding Vietnamese words typed with or without diacritics."""

import unicodedata
from functools import lru_cache


@lru_cache(4096)
def folded(text: str) -> str:
    """Reduce text to lower-case letters without diacritics: 'Đại học' → 'dai hoc'."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def matches(text: str, typed: str) -> bool:
    """Whether every word typed occurs; words typed with diacritics must match them."""
    plain, exact = folded(text), unicodedata.normalize("NFC", text).casefold()
    words = unicodedata.normalize("NFC", typed).casefold().split()
    return all(word in (plain if word == folded(word) else exact) for word in words)
