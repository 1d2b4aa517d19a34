"""What a person sees of a cell beside its plain text: struck and raised runs, units of formats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

RAISED = dict(
    zip(
        "0123456789+-=()abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
# A raised 1 before or behind a text is the mark of a footnote.
FOOTNOTES = f"{''.join(RAISED.values())}₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ \n\t\r\u00a0"


class Run(NamedTuple):
    """A piece of a rich text; None where it looks as the font of its cell does."""

    text: str
    struck: bool | None = None
    raised: bool | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """How a cell is seen where that is not its text.

    `whole` is the text with its footnote marks, which the cell's own text is without; `struck` is
    what is struck through and no longer in the text; all of it may be `withdrawn` (struck through)
    or `small` (raised or lowered); `unit` is what the number format writes beside the number.
    """

    whole: str = ""
    struck: str = ""
    withdrawn: bool = False
    small: bool = False
    unit: str = ""


def without_footnotes(text: str) -> tuple[str, Looks | None]:
    """Part a text from the footnote marks at its ends."""
    if text.isascii():
        return text, None
    bare = text.strip(FOOTNOTES)
    return (text, None) if not bare or bare == text else (bare, Looks(whole=text))


def as_seen(
    runs: Sequence[Run], *, struck: bool = False, raised: bool = False
) -> tuple[str, Looks | None]:
    """Give the text that is neither struck nor raised, and what was; else all of it, and that.

    `struck` and `raised` tell of the cell's own font.
    """
    inked = [
        Run(
            run.text,
            struck if run.struck is None else run.struck,
            raised if run.raised is None else run.raised,
        )
        for run in runs
        if run.text
    ]
    gone = "".join(run.text for run in inked if run.struck).strip()
    left = [run for run in inked if not run.struck]
    if gone and not _text(left):
        return _text(inked), Looks(withdrawn=True)
    body = _without_raised_ends(left)
    if not body:
        small = any(run.raised for run in left)
        text = "".join(run.text for run in left).strip()
        return text, Looks(struck=gone, small=small) if small or gone else None
    text, _ = without_footnotes(_text(body))
    whole = _text(left)
    if text == whole and not gone:
        return text, None
    return text, Looks(whole if text != whole else "", gone)


def _without_raised_ends(runs: Sequence[Run]) -> list[Run]:
    places = [at for at, run in enumerate(runs) if not (run.raised or run.text.isspace())]
    return list(runs[places[0] : places[-1] + 1]) if places else []


def _text(runs: Sequence[Run]) -> str:
    return "".join(_raised(run.text) if run.raised else run.text for run in runs).strip()


def _raised(text: str) -> str:
    """Write a raised piece in raised letters; what has none is set apart by a sign."""
    letters = [RAISED.get(each) or (each if each.isspace() else "") for each in text.lower()]
    return "".join(letters) if all(letters) else f"^{text}"
