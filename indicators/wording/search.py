"""Finding Vietnamese words typed with or without diacritics."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from indicators.wording.letters import composed, decomposed

WORD = re.compile(r"[^\W_]+")
TONES = "\u0300\u0301\u0303\u0309\u0323"
# Nobody asks in more letters; what is typed beyond is not looked for.
MOST_TYPED = 200


@dataclass(frozen=True, slots=True)
class Word:
    """A word for comparing: without any mark, without its tone, and the tone alone.

    The tone stands apart because it is written on either vowel: 'hóa' and 'hoá' are one word.
    """

    plain: str
    letters: str
    tone: str

    def is_in(self, other: "Word", *, unfinished: bool) -> bool:
        """Whether the other word is this one or begins with it; marks count where typed."""
        if self.plain == self.letters and not self.tone:
            return other.plain.startswith(self.plain) if unfinished else other.plain == self.plain
        if unfinished:
            return other.letters.startswith(self.letters) and self.tone in ("", other.tone)
        return (other.letters, other.tone) == (self.letters, self.tone)


@dataclass(frozen=True, slots=True)
class Subject:
    """What can be searched of one thing: its code, its names, and what else is told of it."""

    code: str
    names: tuple[str, ...]
    about: str


@lru_cache(4096)
def folded(text: str) -> str:
    """Reduce text to lower-case letters without diacritics: 'Đại học' → 'dai hoc'."""
    bare = decomposed(text.casefold().replace("đ", "d"))
    return "".join(c for c in bare if not unicodedata.combining(c))


@lru_cache(4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Split text at everything that is no letter and no digit."""
    return tuple(word_of(found) for found in WORD.findall(composed(text).casefold()))


def word_of(text: str) -> Word:
    """Take one small word apart."""
    apart = decomposed(text)
    letters = "".join(c for c in apart if c not in TONES)
    tone = "".join(c for c in apart if c in TONES)
    return Word(folded(text), composed(letters), tone)


def matches(text: str, typed: str) -> bool:
    """Whether all that is typed occurs, in any order; the last word may be unfinished.

    Words that are typed without a space between them ('gd&đt') must stand in a row.
    """
    words = words_of(text)
    runs = [words_of(part) for part in typed[:MOST_TYPED].split()]
    return all(
        occurs(run, words, unfinished=place == len(runs)) for place, run in enumerate(runs, 1)
    )


def occurs(run: Sequence[Word], words: Sequence[Word], *, unfinished: bool) -> bool:
    """Whether words stand in a row somewhere, the last of them whole or unfinished."""
    last = len(run) - 1
    return any(
        all(
            word.is_in(words[start + step], unfinished=unfinished and step == last)
            for step, word in enumerate(run)
        )
        for start in range(len(words) - last)
    )


def rank(subject: Subject, typed: str) -> int | None:
    """How well a subject answers what was typed, 0 best; None where it does not.

    Its code; a whole name; a name with the words in a row; with all of them; then what else is
    told of it, with the words in a row; and last with all of them, wherever they stand.
    """
    typed = typed[:MOST_TYPED]
    named = " ".join((subject.code, *subject.names))
    if not matches(f"{named} {subject.about}", typed):
        return None
    words, names = spelled(typed), [spelled(name) for name in subject.names]
    answers = (
        words == spelled(subject.code),
        words in names,
        any(f" {words}" in f" {name}" for name in names),
        matches(named, typed),
        f" {words}" in f" {spelled(subject.about)}",
    )
    return next((place for place, holds in enumerate(answers) if holds), len(answers))


@lru_cache(4096)
def spelled(text: str) -> str:
    """Give the words of a text without marks, one space between them."""
    return " ".join(word.plain for word in words_of(text))


def best_first(subjects: Sequence[Subject], typed: str) -> list[str]:
    """Give the codes of the subjects found, the best first and equals in the order given."""
    ranked = [(rank(subject, typed), subject.code) for subject in subjects]
    found = [(place, code) for place, code in ranked if place is not None]
    return [code for _, code in sorted(found, key=lambda each: each[0])]
