"""Rows as a sentence names them: 'dòng 4', 'các dòng 4–9', 'các dòng 4, 7–9 và 12 dòng khác'."""

from collections.abc import Iterable

from indicators.wording.numbers import counted, run_words, runs

MOST_RUNS = 4


def rows_words(numbers: Iterable[int]) -> str:
    """Name rows by their numbers, those that follow each other at once."""
    found = runs(numbers)
    left = sum(last - first + 1 for first, last in found[MOST_RUNS:])
    text = ", ".join(map(run_words, found[:MOST_RUNS]))
    more = f" và {counted(left)} dòng khác" if left else ""
    return f"{'dòng' if text.isdecimal() else 'các dòng'} {text}{more}"
