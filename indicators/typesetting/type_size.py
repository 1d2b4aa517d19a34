"""How much room text takes, so that it fits before Office or a browser has seen it."""

from collections.abc import Iterator
from functools import lru_cache
from math import floor
from typing import Literal
from unicodedata import normalize

Typeface = Literal["Arial", "Times New Roman"]

# Widths of Arial in thousandths of the type size, by the letters that share one.
WIDTHS = {
    "ijl": 222, "'|": 225, " !,./:;I[]\\ftđ": 278, "()-`r{}": 333, "\"*": 370, "ckJsvxyz": 500,
    "abdeghnopqu0123456789$#_?L": 556, "+<=>~^": 584, "FTZ": 611, "ABEKPSVXY&Đ": 667,
    "CDHNRUwƠƯ": 722, "GOQ": 778, "mM%": 833, "W@": 960, "ơư": 600, "–": 556, "→": 1000,
}  # fmt: skip
WIDTH = {letter: width for letters, width in WIDTHS.items() for letter in letters} | {"đ": 556}
# Of Times New Roman about: figures and small letters are taken for equally wide.
NARROW = dict.fromkeys(".,:;/ ", 280) | dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZĐƠƯ", 720)
SPARE = 1.03  # faces that stand in for Arial are a little wider
# By typeface: the letters' widths, that of any other letter, and what is spared.
FACES: dict[Typeface, tuple[dict[str, int], int, float]] = {
    "Arial": (WIDTH, 600, SPARE),
    "Times New Roman": (NARROW, 500, 1.0),
}
BOLDER = 1.08
LEADING = 1.2  # of the type size, from one line to the next


@lru_cache(65536)
def text_width(text: str, size: float, *, bold: bool = False, face: Typeface = "Arial") -> float:
    """Give the width of a line in the unit of the type size."""
    widths, other, spare = FACES[face]
    thousandths = sum(widths.get(letter, other) for letter in map(base, text))
    return thousandths * size * spare * (BOLDER if bold else 1) / 1000


@lru_cache(4096)
def base(letter: str) -> str:
    """Take the tone and the accents off a letter, which make it no wider."""
    return letter if letter in WIDTH else normalize("NFD", letter)[:1]


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Break text as Office does: at blanks, and within a word only where it is too long."""
    lines = [""]
    for word in (part for each in text.split() for part in pieces(each, size, width, bold=bold)):
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def pieces(word: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
    """Cut a word that is wider than a line."""
    while text_width(word, size, bold=bold) > width and len(word) > 1:
        fits = max(1, floor(len(word) * width / text_width(word, size, bold=bold)))
        yield word[:fits]
        word = word[fits:]
    yield word


def fitting_size(
    text: str, sizes: tuple[float, ...], width: float, height: float, *, bold: bool = False
) -> float:
    """Choose the largest type in which text fits a box, all in points; the smallest if none."""
    for size in sizes:
        lines = len(lines_of(text, size, width, bold=bold))
        if lines * LEADING * size <= height:
            return size
    return sizes[-1]


def cut_to(text: str, size: float, width: float, most: int, ending: str = "") -> str:
    """Keep so many lines of a text, with '…' where more was, and all that is kept at its end."""
    words, cut = text.removesuffix(ending).split(), text
    while words and len(lines_of(cut, size, width)) > most:
        words.pop()
        cut = f"{' '.join(words).rstrip(' ,;.')}…{ending}"
    return cut
