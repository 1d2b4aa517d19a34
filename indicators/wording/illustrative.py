"""The words that mark illustrative figures wherever they go, and by which they are known again."""

from collections.abc import Iterable
from datetime import date

from indicators.wording.letters import bare
from indicators.wording.numbers import day

MARK = "SỐ LIỆU MINH HỌA"
NOT_FOR_REPORTS = "không dùng để báo cáo"
# Stands in every row of a table that is taken away, under this heading.
HEADING = "Lưu ý"
# Begins the name of every file that is taken away; no office would name a file so, while figures
# of a commune called Minh Hòa are named so-lieu-minh-hoa.
FILE_PREFIX = "SO-LIEU-MINH-HOA_"
# Either placement of the tone.
KNOWN_AGAIN = ("số liệu minh họa", "số liệu minh hoạ")


def standing_line(today: date) -> str:
    """Say above every page which day an illustrative board is at, and what its figures are."""
    return (
        f"Bảng minh họa, như đang ở ngày {day(today)}: mọi số liệu đều là giả định, "
        f"{NOT_FOR_REPORTS}."
    )


def file_name(name: str, *, illustrative: bool) -> str:
    """Name a file that is taken away."""
    return f"{FILE_PREFIX}{name}" if illustrative else name


def is_marked(texts: Iterable[str]) -> bool:
    """Whether a text carries the mark, in whatever case and spelling; quick on many short ones."""
    long = {text for text in texts if len(text) >= len(MARK)}
    return any(mark in bare(text) for text in long for mark in KNOWN_AGAIN)


def is_named_so(name: str) -> bool:
    """Whether a file has the name of one that was taken from an illustrative board."""
    return FILE_PREFIX in name
