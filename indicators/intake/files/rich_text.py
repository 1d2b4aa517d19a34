"""The texts of a workbook: pieces in fonts of their own, and the cells that they fill."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.intake.files.cell import Cell
from indicators.intake.files.cell_styles import CellStyle, Font
from indicators.intake.files.looks import Looks, Run, as_seen, without_footnotes
from indicators.intake.files.package import Attributes
from indicators.intake.files.spelling import composed
from indicators.wording.letters import visible

# Controls and soft hyphens of Latin-1, which are letters in TCVN3 and where UTF-8 is encoded twice.
PERHAPS_LETTERS = re.compile("[\x80-\x9f\xad]")

Text = str | tuple[Run, ...]


class RichText:
    """Collects the pieces of one text from its elements, without phonetic hints."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._font: Font | None = None
        self._into: list[str] | None = None
        self._in_hint = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element by its name without prefix."""
        if tag == "t" and not self._in_hint:
            self._into = []
        elif tag == "rPh":
            self._in_hint = True
        elif tag == "rPr":
            self._font = Font()
        elif self._font is not None:
            self._font.take(tag, attributes)

    def text(self, data: str) -> None:
        """Take text."""
        if self._into is not None:
            self._into.append(data)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == "t" and self._into is not None:
            font = self._font
            looks = (None, None) if font is None else (font.struck, font.raised)
            self._runs.append(Run("".join(self._into), *looks))
            self._into = None
        elif tag == "rPh":
            self._in_hint = False
        elif tag == "r":
            self._font = None

    def take(self) -> Text:
        """Give the text, in pieces where these have fonts of their own, and begin anew."""
        runs, self._runs, self._font = tuple(self._runs), [], None
        own = any(run.struck is not None for run in runs)
        return runs if own else "".join(run.text for run in runs)


def text_cell(text: Text, style: CellStyle, column: str) -> Cell:
    """Make the cell of a text as it is seen in a style."""
    if isinstance(text, str) and not (style.struck or style.raised):
        seen, looks = without_footnotes(text)
    else:
        runs: Sequence[Run] = (Run(text),) if isinstance(text, str) else text
        seen, looks = as_seen(runs, struck=style.struck, raised=style.raised)
        seen = plain_text(seen)
    if style.format.beside:
        looks = replace(looks or Looks(), unit=style.format.beside)
    return Cell(seen, column=column, looks=looks)


def plain_text(text: str) -> str:
    """Compose a text without what cannot be seen or stands for it, like _x0001_.

    One that may be in an old encoding stays whole, for it is known by them.
    """
    whole = _unescaped(text) if "_x" in text else text
    return composed(whole if PERHAPS_LETTERS.search(whole) else visible(whole))


def _unescaped(text: str) -> str:
    """Write _x000D_ as the character it stands for; half a pair of them is none (U+FFFD)."""
    from openpyxl.utils.escape import unescape

    units: str = unescape(text)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
