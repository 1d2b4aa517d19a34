"""The fonts of a picture that is opened where nobody has them: rules with the files inside."""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FRAME = Path(__file__).parents[1] / "static" / "frame"
RULE = re.compile(r"@font-face \{ (?P<look>.*?)\s+src: url\(\"(?P<file>.*?)\"\).*?"
                  r"unicode-range: (?P<letters>.*?); \}", re.DOTALL)  # fmt: skip
WEIGHT = re.compile(r"font-weight[:=]\"? ?(\d+)")
USUAL = "400"


class FontFace(NamedTuple):
    """One file of the family: how it is named to the browser, its weight and letters."""

    look: str
    weight: str
    file: str
    letters: tuple[range, ...]

    def has(self, letter: str) -> bool:
        """Whether the file has a letter."""
        return any(ord(letter) in each for each in self.letters)


def embedded_faces(drawn: str) -> str:
    """Give the rules of the fonts that a drawing needs, no other."""
    weights = {USUAL, *WEIGHT.findall(drawn)}
    letters = set(drawn)
    needed = {face for weight in weights for face in faces_of(weight, letters)}
    return "".join(rule(face) for face in faces() if face in needed)


def faces_of(weight: str, letters: set[str]) -> Iterator[FontFace]:
    """Find the files with some letters; of those that overlap browsers take the last."""
    own = [face for face in faces() if face.weight == weight]
    for letter in letters:
        yield from [face for face in own if face.has(letter)][-1:]


@cache
def faces() -> tuple[FontFace, ...]:
    """Read the files of the family from the style sheet of the pages."""
    sheet = (FRAME / "fonts.css").read_text(encoding="utf-8")
    return tuple(face_of(found) for found in RULE.finditer(sheet))


def face_of(found: re.Match[str]) -> FontFace:
    """Read one rule."""
    look, file = found["look"].strip(), found["file"]
    weight = WEIGHT.search(look)
    letters = (span.removeprefix("U+") for span in found["letters"].split(", "))
    return FontFace(look, weight[1] if weight else USUAL, file, tuple(map(span_of, letters)))


def span_of(text: str) -> range:
    """Read the range of letters '0102-0103', or a single one."""
    first, _, last = text.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@cache
def rule(face: FontFace) -> str:
    """Write the rule of a file with the file inside."""
    content = b64encode((FRAME / face.file).read_bytes()).decode()
    return f'@font-face{{{face.look}src:url("data:font/woff2;base64,{content}") format("woff2")}}'
