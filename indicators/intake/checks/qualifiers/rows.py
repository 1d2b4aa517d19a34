"""Rows as a sentence names them: 'dòng 4', 'các dòng 4–9', 'các dòng 4, 7–9 và 12 dòng khác'."""

from collections.abc import Iterable, Iterator

MOST_RUNS = 4


def rows_words(numbers: Iterable[int]) -> str:
    """Name rows by their numbers, those that follow each other at once."""
    runs = list(_runs(sorted(set(numbers))))
    named = [str(a) if a == b else f"{a}–{b}" for a, b in runs[:MOST_RUNS]]
    left = sum(b - a + 1 for a, b in runs[MOST_RUNS:])
    text = ", ".join(named) + (f" và {left} dòng khác" if left else "")
    return f"{'dòng' if text.isdecimal() else 'các dòng'} {text}"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield first, last
            first = last = number
    if first is not None and last is not None:
        yield first, last
