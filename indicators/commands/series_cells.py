"""What each column of a file of series may hold."""

import re
from collections.abc import Callable, Mapping
from math import inf
from typing import Any, get_args

from indicators.catalogue.cells import CellError
from indicators.catalogue.records import Comparator, Direction, Kind, Rule

EARLIEST, LAST = 1900, 2100
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
BAND = re.compile(r"\d{1,6}\s{0,5}[-–]\s{0,5}(\d{1,6})")
# Stages and ranks may be told in words.
WORDS = {"có": 100.0, "không": 0.0, "chưa xếp hạng": inf}
FLAGS = {"1": True, "true": True, "có": True, "0": False, "false": False, "không": False}


def text(cell: str) -> str:
    """Take a name."""
    if not cell:
        raise CellError("để trống")
    return cell


def year(cell: str) -> int | None:
    """Take a year of four digits, None when empty."""
    if not cell:
        return None
    if not re.fullmatch(r"\d{4}", cell) or not EARLIEST <= int(cell) <= LAST:
        raise CellError(f"“{cell}” không phải năm từ {EARLIEST} đến {LAST}")
    return int(cell)


def number(cell: str) -> float | None:
    """Take a number with a decimal point, None when empty."""
    if not cell:
        return None
    if not NUMBER.fullmatch(cell):
        raise CellError(f"“{cell}” không phải số; phần thập phân viết sau dấu chấm")
    return float(cell)


def value(cell: str) -> float | None:
    """Take a figure: a number, a stage or rank in words, the worse end of a rank band."""
    band = BAND.fullmatch(cell)
    if band:
        return float(band[1])
    known = WORDS.get(cell.lower())
    return number(cell) if known is None else known


def flag(cell: str) -> bool:
    """Take yes or no; empty is no."""
    if cell and cell.lower() not in FLAGS:
        raise CellError(f"“{cell}” không phải có hoặc không (1 hoặc 0)")
    return FLAGS.get(cell.lower(), False)


def one_of(allowed: tuple[str, ...], *, needed: bool = True) -> Callable[[str], str | None]:
    """Make a reader that takes one of a few words."""

    def read(cell: str) -> str | None:
        if not cell and not needed:
            return None
        if cell not in allowed:
            raise CellError(f"“{cell}” không dùng được; chọn trong: {', '.join(allowed)}")
        return cell

    return read


REQUIRED: Mapping[str, Callable[[str], Any]] = {
    "series": text,
    "year": year,
    "value": value,
    "kind": one_of(get_args(Kind)),
    "rule": one_of(get_args(Rule)),
    "direction": one_of(get_args(Direction), needed=False),
    "comparator": one_of(get_args(Comparator), needed=False),
    "target": number,
    "target_year": year,
    "base_year": year,
}
OPTIONAL: Mapping[str, Callable[[str], Any]] = {
    "from_year": year,
    "provisional": flag,
    "break_before": flag,
}
COLUMNS = {**REQUIRED, **OPTIONAL}
EMPTY: Mapping[str, Any] = {"from_year": None, "provisional": False, "break_before": False}
