"""One spelling for what is typed in many: Unicode forms, tone placement, case, spaces."""

import re
import unicodedata
from functools import lru_cache

from indicators.wording import letters

# Of Unicode's many digits and signs only the full-width ones are typed for the plain ones here;
# NFKC would also make 852 of 85².
FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    ord("，"): ",", ord("．"): ".", ord("％"): "%", ord("－"): "-", ord("＋"): "+",
    ord("\N{MINUS SIGN}"): "-",
}  # fmt: skip
# No-break, figure, thin, narrow no-break and ideographic spaces all set digits apart.
SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u200a\u202f\u3000"), " ")
# Letters that look like đ and are typed for it.
CROSSED = {ord("Ð"): "Đ", ord("ð"): "đ", ord("Ɖ"): "Đ", ord("ɖ"): "đ"}
LONGEST = 1000
TONES = "\u0300\u0301\u0303\u0309\u0323"
# The older placement puts the tone on the first vowel: hòa, khỏe, thủy.
OLD_PLACE = re.compile(f"(o)([{TONES}])([ae])|(u)([{TONES}])(y)")


def composed(text: str) -> str:
    """Give a text in NFC without spaces at its ends."""
    return letters.composed(text).strip()


def plain_digits(text: str) -> str:
    """Turn full-width digits and signs and the minus sign plain, every space an ordinary one."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return letters.visible(text).translate(FULL_WIDTH | SPACES).strip()


def same_name(text: str) -> str:
    """Give the one form of a name: hòa is hoà, case and repeated spaces do not count."""
    return _same_name(text) if len(text) <= LONGEST else _one_form(text)


@lru_cache(maxsize=65_536)
def _same_name(text: str) -> str:
    return _one_form(text)


def _one_form(text: str) -> str:
    seen = letters.visible(text).translate(CROSSED | SPACES)
    apart = letters.decomposed(seen.casefold())
    moved = OLD_PLACE.sub(lambda m: f"{m[1]}{m[3]}{m[2]}" if m[1] else f"{m[4]}{m[6]}{m[5]}", apart)
    return " ".join(letters.composed(moved).split())


def unaccented(text: str) -> str:
    """Give a name without any mark: phuong thanh dong."""
    return _unaccented(text) if len(text) <= LONGEST else _without_marks(text)


@lru_cache(maxsize=65_536)
def _unaccented(text: str) -> str:
    return _without_marks(text)


def _without_marks(text: str) -> str:
    apart = letters.decomposed(same_name(text).replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def fold(text: str) -> str:
    """Reduce a text to its bare letters and digits: 'Mã chỉ tiêu' and 'ma_chi_tieu' are one.

    No word is known by so many letters as are cut off here.
    """
    return _folded(text if len(text) <= LONGEST else text[:LONGEST])


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    bare = letters.decomposed(text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if letter.isalnum())
