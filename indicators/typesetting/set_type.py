"""Words set in the pages' own face, measured before anything has drawn them; in pixels."""

from collections.abc import Sequence
from typing import NamedTuple

from indicators.typesetting.type_size import lines_of, text_width
from indicators.typesetting.xml_text import clean, xml_text

FACE = 1.1  # the pages' face, bold or not, is at most about that much wider than Arial
LEADING = 1.25  # of the type, from one line to the next
BOLD = 700
EVEN = 16  # steps in which the width of even lines is tried

Spot = tuple[float, float]


class TypeRun(NamedTuple):
    """Words of one look; `kind` names what they are."""

    text: str
    size: float
    color: str
    kind: str
    bold: bool = False


def width_of(text: str, size: float) -> float:
    """Give the width of a line."""
    return text_width(clean(text), size * FACE)


def lines_in(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines of a width."""
    return lines_of(clean(text), size * FACE, width)


def cut_lines(text: str, size: float, width: float, most: int) -> list[str]:
    """Break a text into so many lines at most; '…' stands for what fits in none."""
    lines = lines_in(text, size, width)
    if len(lines) <= most:
        return even_lines(text, size, width, len(lines))
    last = f"{lines[most - 1]} {lines[most]}"
    while last and width_of(f"{last}…", size) > width:
        last = (last.rpartition(" ")[0] or last[:-1]).rstrip(" ,;.")
    return [*lines[: most - 1], f"{last}…"]


def even_lines(text: str, size: float, width: float, count: int) -> list[str]:
    """Break a text into so many lines of about one length, no word of it broken."""
    words = clean(text).split()
    tried = (lines_in(text, size, width * part / EVEN) for part in range(EVEN // 2, EVEN))
    whole = (lines for lines in tried if len(lines) == count and " ".join(lines).split() == words)
    return next(whole, lines_in(text, size, width))


def set_line(run: TypeRun, at: Spot, anchor: str = "start") -> str:
    """Write one line; `at` is its left end, middle or right end on the line it stands on."""
    turn = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f"<text{place(at)}{look(run)}{turn}>{xml_text(run.text)}</text>"


def set_runs(runs: Sequence[TypeRun], at: Spot, gap: float, anchor: str = "start") -> str:
    """Write words of several looks on one line, wherever those before them end.

    Without a gap the blanks at their ends are kept.
    """
    first, *rest = (f"{look(run)}>{xml_text(run.text)}</tspan>" for run in runs)
    apart = f' dx="{gap:.1f}"' if gap else ""
    behind = "".join(f"<tspan{apart}{each}" for each in rest)
    turn = f' text-anchor="{anchor}"' if anchor != "start" else ""
    kept = "" if gap else ' xml:space="preserve"'
    return f"<text{place(at)}{turn}{kept}><tspan{first}{behind}</text>"


def set_lines(lines: Sequence[str], look_of: TypeRun, at: Spot) -> str:
    """Write lines of one look below each other; `at` is the left end of the first."""
    return "".join(
        set_line(look_of._replace(text=line), (at[0], at[1] + n * look_of.size * LEADING))
        for n, line in enumerate(lines)
    )


def place(at: Spot) -> str:
    """Write where a line begins."""
    return f' x="{at[0]:.1f}" y="{at[1]:.1f}"'


def look(run: TypeRun) -> str:
    """Write how words look."""
    weight = f' font-weight="{BOLD}"' if run.bold else ""
    return f' class="{run.kind}" font-size="{run.size:.1f}" fill="{run.color}"{weight}'
