"""What a Vietnamese syllable can look like; text in a wrong encoding does not."""

import re
from functools import lru_cache

from indicators.wording.letters import composed, decomposed

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
ONSETS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]"
VOWELS = (
    "uyê|iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|"
    "oi|oo|ôi|ơi|ua|uâ|uă|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]"
)
CODAS = "ch|nh|ng|[cmnpt]"
TONELESS = re.compile(f"({ONSETS})?({VOWELS})({CODAS})?")


# In the longest of the old encodings a syllable takes some twenty letters.
LONGEST = 40


def is_syllable(word: str) -> bool:
    """Say whether a word could be one Vietnamese syllable, with at most one tone."""
    return len(word) <= LONGEST and _is_syllable(word)


@lru_cache(maxsize=65_536)
def _is_syllable(word: str) -> bool:
    marks = decomposed(word.lower())
    toneless = "".join(letter for letter in marks if letter not in TONES)
    if len(marks) - len(toneless) > 1:
        return False
    return TONELESS.fullmatch(composed(toneless)) is not None
