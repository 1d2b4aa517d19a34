"""Vietnamese numbers and dates: 1.234,5 · 85% · 22/11/2026."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from math import floor, log10

NONE = "–"
MINUS = "\N{MINUS SIGN}"
MOST_DECIMALS = 9
EXACT = Context(prec=400, rounding=ROUND_HALF_UP)  # holds every float to its last decimal


def rounded(value: float, decimals: int) -> Decimal:
    """Round half away from zero on the shortest decimal form, as offices do by hand."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), context=EXACT)


def number(value: float, decimals: int) -> str:
    """Write a number with thousands dots and a decimal comma."""
    rounded_value = rounded(value, decimals)
    text = f"{abs(rounded_value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if rounded_value < 0 else text


def counted(things: int) -> str:
    """Write how many there are, thousands marked by a dot."""
    return number(things, 0)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Give numbers in order, each run of them by its first and last."""
    found: list[tuple[int, int]] = []
    for each in sorted(set(numbers)):
        if found and each == found[-1][1] + 1:
            found[-1] = (found[-1][0], each)
        else:
            found.append((each, each))
    return found


def run_words(run: tuple[int, int]) -> str:
    """Write a run of numbers: '2019', '2021–2025'."""
    first, last = run
    return str(first) if first == last else f"{first}–{last}"


def spans(numbers: Iterable[int]) -> str:
    """Write numbers in order, runs of them shortened: '2019, 2021–2025'."""
    return ", ".join(map(run_words, runs(numbers)))


def plain(value: float, most: int = MOST_DECIMALS) -> str:
    """Write a number with as few decimals as it needs: 85, 0,5."""
    text = number(value, most)
    return text.rstrip("0").rstrip(",") if "," in text else text


def office_code(decimals: int) -> str:
    """Write the format of a number in an Office file, which Office shows in the reader's locale."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def signed_office_code(decimals: int, unit: str = "") -> str:
    """Write the format of a change: its sign always, a unit behind it."""
    code = f"{office_code(decimals)}{unit}"
    return f"+{code};-{code};0{unit}"


def size(count: int) -> str:
    """Write a number of bytes in the unit in which it is short: 2 GB, 1,5 MB, 300 kB, 40 byte."""
    for unit, many in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= many:
            return f"{plain(count / many, 1)} {unit}"
    return f"{count} byte"


def pace_number(change: float) -> str:
    """Write a yearly change without its sign: one decimal from 1 on, two figures below."""
    return plain(abs(change), most_pace_decimals(change))


def pace_decimals(change: float) -> int:
    """How many decimals a yearly change is written with."""
    return len(pace_number(change).partition(",")[2])


def most_pace_decimals(change: float) -> int:
    """How many decimals a yearly change is written with at most."""
    size = abs(change)
    if size >= 100 or size == 0:
        return 0
    return 1 if size >= 1 else 1 - floor(log10(size))


def rounded_pace(change: float) -> float:
    """Give a yearly change rounded as it is written, with its sign, for a cell of a workbook."""
    return float(rounded(change, pace_decimals(change)))


def signed_pace(change: float) -> str:
    """Write a yearly change with its sign: +1,6."""
    sign = "+" if change > 0 else MINUS if change < 0 else ""
    return f"{sign}{pace_number(change)}"


def percent_of(ratio: float) -> str:
    """Write a ratio as whole percent: 0,75 is 75%."""
    return f"{number(100 * ratio, 0)}%"


def share_of(ratio: float) -> str:
    """Write a pace ratio as whole percent, rounded down: 94,9% is not told as the threshold 95%."""
    return f"{number(floor(100 * ratio + 1e-7), 0)}%"


def day(when: date) -> str:
    """Write a day as 22/11/2026."""
    return f"{when.day:02d}/{when.month:02d}/{when.year}"
