"""The letters of any text: Unicode's forms in time linear in its length, and what can be seen.

Unicode's own functions take time by the square of a run of marks, and hold the interpreter.
"""

import re
import unicodedata
from functools import cache

# As many marks on a letter as Unicode itself asks programs to keep (UAX 15, stream-safe text).
MOST_MARKS = 30
MOST_OF_LINE, LAST_OF_LINE = 200, 40
# Every mark lies in here, as do whole scripts; none of the letters that Vietnamese is typed in.
PERHAPS_MARK = "[\u0300-\u1dff\u20d0-\u20ff\u2cef-\U0001e950]"
PERHAPS_CROWDED = re.compile(PERHAPS_MARK + PERHAPS_MARK + f"{{{MOST_MARKS}}}")
# Controls (tab and line ends aside), soft hyphens, joiners, marks of direction, variants, fillers.
INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)


def composed(text: str) -> str:
    """Give a text in NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", thinned(text))


def decomposed(text: str) -> str:
    """Give a text in NFD."""
    return text if text.isascii() else unicodedata.normalize("NFD", thinned(text))


def thinned(text: str) -> str:
    """Drop the marks on a letter beyond those that any writing needs."""
    return _crowded().sub(r"\1", text) if PERHAPS_CROWDED.search(text) else text


def visible(text: str) -> str:
    """Drop the characters that cannot be seen; spaces, tabs and line ends stay."""
    return INVISIBLE.sub("", text)


def one_line(text: str) -> str:
    """Write a name from elsewhere so that it can stand in a table, a log or a terminal.

    Nothing in it moves or turns round what stands beside it; of a long one the middle is left out.
    """
    line = " ".join(composed(visible(text)).split())
    if len(line) <= MOST_OF_LINE:
        return line
    return f"{line[: MOST_OF_LINE - LAST_OF_LINE - 1]}…{line[-LAST_OF_LINE:]}"


def bare(text: str) -> str:
    """Reduce a name to what counts when it is typed: no case, single spaces."""
    return " ".join(composed(text).casefold().split())


@cache
def _crowded() -> re.Pattern[str]:
    marks = "".join(
        char for code in range(0x300, 0x1E950) if unicodedata.combining(char := chr(code))
    )
    return re.compile(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+")
