"""The figures of the bench and the table they are printed in."""

import os
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import ceil
from statistics import median
from time import thread_time

PACKAGES = ("streamlit", "duckdb", "pandas", "plotly")
# Decimals printed, by unit.
DIGITS = {"s": 3, "ms": 1, "MB": 0, "×": 2, "": 0}
HEAD = ("figure", "measured", "limit", "")


@dataclass(frozen=True)
class Figure:
    """One measured number; `unit` is s, ms, MB, × or empty, `note` says what it was made from."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Compare as printed, so that nothing is over a limit that looks equal to it."""
        if self.limit is None:
            return ""
        return "ok" if round(self.value, DIGITS[self.unit]) <= self.limit else "over"

    def cells(self) -> tuple[str, str, str, str]:
        limit = "–" if self.limit is None else self.amount(self.limit)
        return self.name, self.amount(self.value), limit, f"{self.verdict:<5}{self.note}".rstrip()

    def amount(self, value: float) -> str:
        return f"{value:.{DIGITS[self.unit]}f} {self.unit}".rstrip()


def table(figures: Iterable[Figure]) -> str:
    """Align the figures under their heads."""
    lines = [HEAD, *(figure.cells() for figure in figures)]
    first, second, third = (max(len(line[i]) for line in lines) for i in range(3))
    return "\n".join(
        f"{name:<{first}}  {value:>{second}}  {limit:>{third}}  {rest}".rstrip()
        for name, value, limit, rest in lines
    )


def machine() -> str:
    """Name what the numbers depend on."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    load = os.getloadavg()[0]
    python = platform.python_version()
    return f"{os.cpu_count()} cores, load {load:.1f}, Python {python}, {packages}"


def middle_time(work: Callable[[], object], runs: int) -> float:
    """Time some work several times; the median in seconds of this thread's own processor time.

    What else runs on the machine hardly counts.
    """
    return median(timed(work) for _ in range(runs))


def timed(work: Callable[[], object]) -> float:
    begun = thread_time()
    work()
    return thread_time() - begun


def percentile(values: Sequence[float], share: float) -> float:
    """Give the smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[ceil(share * len(ordered)) - 1]
