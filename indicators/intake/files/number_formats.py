"""What the format of a number cell makes of its number: a percentage, a date, words beside it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Literal

from indicators.intake.files.looks import FOOTNOTES
from indicators.wording.letters import composed, visible

Meaning = Literal["number", "percent", "date", "unclear"]
# What a format is made of; "…" and \x stand for themselves, _x is a space as wide, *x fills up. One
# that is never closed goes to the end.
PIECE = re.compile(r'"[^"]*"?|\\.?|\[[^\]]*\]?|_.?|\*.?|General|E[+-]|.', re.IGNORECASE | re.DOTALL)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\]")
HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne
}  # fmt: skip
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
# A comma after the last digit shows thousands or millions of the number.
SCALED = re.compile(r"[0#?],+(?![0#?,])")
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
# Beside a number these say that it is a bound or a range.
BOUNDS = frozenset("<>≤≥≈~±")
# Digits of ink that go on with the number's own, as in 0"000".
LONGER = re.compile(r"[0-9][.,]?\0|\0[.,]?[0-9]")
PUNCTUATION = f" ()[]{{}}.,:;+*/'\"!&{DASHES}{FOOTNOTES}"


@dataclass(frozen=True, slots=True)
class Section:
    """What one part of a format makes of the numbers it holds for.

    `unit` is what it writes beside them; `dash` says that it writes a dash in place of them.
    """

    meaning: Meaning = "number"
    unit: str = ""
    dash: bool = False
    condition: tuple[str, float] | None = None

    def holds(self, number: float) -> bool:
        """Say whether its condition holds for a number."""
        return self.condition is not None and HOLDS[self.condition[0]](number, self.condition[1])


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format by its sections: positive; negative; zero. `beside` is what it writes by a text."""

    sections: tuple[Section, ...]
    beside: str = ""

    def section(self, number: float) -> Section:
        """Give the section that holds for a number."""
        if any(each.condition for each in self.sections):
            return self._on_condition(number)
        if number < 0 and len(self.sections) > 1:
            return self.sections[1]
        if number or len(self.sections) < 3:
            return self.sections[0]
        # A dash in place of a zero, as accounts write it, is a zero like the numbers beside it.
        zero, first = self.sections[2], self.sections[0]
        plain = zero.dash or zero.meaning == "number"
        return replace(zero, meaning=first.meaning) if plain else zero

    def _on_condition(self, number: float) -> Section:
        held = next((each for each in self.sections if each.holds(number)), None)
        others = {each for each in self.sections if each.condition is None}
        if held is not None:
            return held
        return others.pop() if len(others) == 1 else Section("unclear")


@lru_cache(maxsize=4096)
def number_format(code: str) -> NumberFormat:
    """Read a format code."""
    parts = list(_parts(PIECE.findall(code)))
    beside = next((_beside(_picture(part)) for part in parts if "@" in part), "")
    sections = [_section(part, at) for at, part in enumerate(parts) if "@" not in part]
    general = (Section(unit=beside),)
    return NumberFormat(tuple(sections[:3]) if code and sections else general, beside)


def _parts(pieces: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for piece in pieces:
        if piece == ";":
            yield part
            part = []
        else:
            part.append(piece)
    yield part


def _section(pieces: Sequence[str], at: int) -> Section:
    condition = next((found for each in pieces if (found := CONDITION.fullmatch(each))), None)
    picture = _picture(pieces)
    shown = picture.strip(" ?")
    dash = bool(shown) and not shown.strip(DASHES)
    digits = picture if dash else picture.replace("?", "\0")
    meaning = _meaning(pieces, digits, at)
    return Section(
        meaning,
        _beside(picture) if meaning in ("number", "percent") else "",
        dash,
        None if condition is None else (condition[1], float(condition[2])),
    )


def _picture(pieces: Sequence[str]) -> str:
    """Draw what a section writes beside its digits, each of which is a NUL."""
    return "".join(map(_ink, pieces))


def _ink(piece: str) -> str:
    first = piece[0]
    if first == '"':
        return piece.strip('"').replace("\0", "")
    if first == "\\":
        return piece[1:].replace("\0", "")
    if first == "[":
        return piece[2:-1].partition("-")[0].replace("\0", "") if piece[1:2] == "$" else ""
    if first in "_*":
        return " "
    if first in "0#?@" or piece.lower() == "general":
        return "?" if first == "?" else "\0"
    return "" if piece in (",", ".", "%", "/") or _is_date(piece) or len(piece) > 1 else piece


def _is_date(piece: str) -> bool:
    return piece.lower() in ("d", "m", "y", "h", "s") or ELAPSED.fullmatch(piece) is not None


def _meaning(pieces: Sequence[str], digits: str, at: int) -> Meaning:
    if any(map(_is_date, pieces)):
        return "date"
    first, last = digits.find("\0"), digits.rfind("\0")
    written = "".join(each for each in pieces if each in ("0", "#", "?", ",", "."))
    if (
        first < 0
        or digits[first:last].replace("\0", "").strip()
        or SCALED.search(written)
        or LONGER.search(digits)
        or not BOUNDS.isdisjoint(digits)
        or (at == 0 and digits[:first].endswith(tuple(DASHES)))
    ):
        return "unclear"
    return "percent" if "%" in pieces else "number"


def _beside(picture: str) -> str:
    """Give the words and signs of units beside the digits, '' for mere punctuation."""
    text = " ".join(composed(visible(picture.replace("\0", " ").replace("?", " "))).split())
    text = text.strip(PUNCTUATION)
    speaks = any(each.isalnum() or each in "%‰" or _is_currency(each) for each in text)
    return text if speaks else ""


def _is_currency(sign: str) -> bool:
    return unicodedata.category(sign) == "Sc"
