"""What is said of lead agencies: what calls for attention, what moved, what they owe by when."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from indicators.wording.numbers import counted, day, run_words
from indicators.wording.standing import no_worries

Moved = Literal["better", "worse", "first", "same"]

PROPOSED = "Cơ quan chủ trì và ngày nộp báo cáo là đề xuất, chờ thành phố giao chính thức."


def worries_clause(worries: int, agencies: int, judged: int, whole: int) -> str:
    """Say how much calls for attention and whose it is; where nothing does, of how much."""
    if not worries:
        return no_worries(judged, whole)
    if agencies == 1:
        return f"{counted(worries)} chỉ tiêu cần chú ý, đều thuộc một cơ quan"
    return f"{counted(worries)} chỉ tiêu cần chú ý thuộc {counted(agencies)} cơ quan"


def owed_clause(figures: int, agencies: int, report: str) -> str:
    """Say how many figures of a report are missing and of how many agencies."""
    if not figures:
        return f"các cơ quan đã nộp đủ {report}"
    return f"{counted(agencies)} cơ quan còn thiếu {counted(figures)} số liệu của {report}"


def next_report(when: date, today: date) -> str:
    """Name the next reporting date and how far it is: 'Kỳ nộp tới: 10/06/2030, còn 202 ngày.'."""
    left = (when - today).days
    return f"Kỳ nộp tới: {day(when)}, {f'còn {counted(left)} ngày' if left else 'hôm nay'}."


def only_these(word: str) -> str:
    """Say that a list is filtered by a verdict."""
    return f"Chỉ hiện các chỉ tiêu được đánh giá “{word}”."


def moved_parts(better: int, worse: int, first: int, *, silent: bool) -> list[tuple[Moved, str]]:
    """Say how many became better or worse since the last report, or have their first figure."""
    if silent:
        return [("same", "chưa nộp kỳ này")]
    counts: list[tuple[Moved, int, str]] = [
        ("better", better, "tốt lên"),
        ("worse", worse, "kém đi"),
        ("first", first, "mới có số liệu"),
    ]
    return [(way, f"{counted(n)} {word}") for way, n, word in counts if n] or [
        ("same", "không đổi")
    ]


def counted_words(words: Iterable[str]) -> str:
    """Count the verdicts of some indicators: '2 không đạt, 5 chậm'."""
    return ", ".join(f"{n} {word.lower()}" for word, n in Counter(words).items())


def overdue(due: date, today: date) -> str:
    """Say how long ago a report was due: 'quá hạn 5 ngày (15/11/2029)'."""
    return f"quá hạn {counted((today - due).days)} ngày ({day(due)})"


def trend_words(years: Sequence[int], due: int | None) -> str:
    """Describe a small trend: 'Diễn biến 2025–2029 và lộ trình đến năm 2030'."""
    path = f" và lộ trình đến năm {due}" if due else ""
    return f"Diễn biến {run_words((years[0], years[-1]))}{path}"
