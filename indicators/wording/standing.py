"""How a board stands, in one sentence whose numbers add up, and what stands quietly below it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from indicators.progress.results import Status
from indicators.wording.labels import ASSESSED, GOOD, NOTHING_THERE
from indicators.wording.numbers import counted

Reason = Literal["monitored", "pending", "insufficient", "stale", "no_data", "vacant"]

# Why an indicator has no verdict that counts.
REASONS: Mapping[Reason, str] = {
    "monitored": "chỉ theo dõi vì văn bản chưa đặt mức",
    "pending": "chưa đến hạn",
    "insufficient": "chưa đủ căn cứ",
    "stale": "chỉ có số liệu cũ",
    "no_data": "chưa có số liệu",
    "vacant": NOTHING_THERE.lower(),
}

SAID = {
    Status.ACHIEVED: "đã đạt",
    Status.ON_TRACK: "đúng tiến độ",
    Status.SLOW: "chậm",
    Status.OFF_TRACK: "có nguy cơ",
    Status.WORSENING: "ngược chiều",
    Status.MISSED: "không đạt",
}
UNJUDGED = "Chưa đánh giá"


def either(words: Sequence[str]) -> str:
    """Join words of which one holds: 'chậm, có nguy cơ hoặc không đạt'."""
    *first, last = words
    return f"{', '.join(first)} hoặc {last}" if first else last


def said(counts: Mapping[Status, int], among: Iterable[Status]) -> str:
    """Name those of some verdicts that occur."""
    return either([SAID[status] for status in among if counts.get(status)])


def standing_sentence(counts: Mapping[Status, int], with_figures: int, total: int) -> str:
    """Say how many are judged, and of them how many are well and how many are not."""
    judged = sum(counts.get(status, 0) for status in ASSESSED)
    if not judged:
        rest = ", chưa đánh giá được tiến độ" if with_figures else ""
        return f"{figures_clause(with_figures, total)}{rest}"
    good = sum(counts.get(status, 0) for status in GOOD)
    if 0 < good < judged:
        worries = [status for status in ASSESSED if status not in GOOD]
        return (
            f"Trong {counted(judged)} chỉ tiêu đánh giá được, "
            f"{counted(good)} {said(counts, GOOD)}; "
            f"{counted(judged - good)} {said(counts, worries)}"
        )
    how = said(counts, ASSESSED)
    if judged == 1:
        return f"Chỉ tiêu duy nhất đánh giá được {how}"
    return f"Cả {counted(judged)} chỉ tiêu đánh giá được đều {how}"


def figures_clause(with_figures: int, total: int) -> str:
    """Say of how many indicators there are figures."""
    if total == 1:
        return "Đã có số liệu" if with_figures else "Chưa có số liệu"
    if not with_figures:
        return f"Chưa có số liệu của chỉ tiêu nào trong {counted(total)} chỉ tiêu"
    if with_figures == total:
        return f"Cả {counted(total)} chỉ tiêu đã có số liệu"
    return f"Mới có số liệu của {counted(with_figures)} trong {counted(total)} chỉ tiêu"


def unreported_sentence(missing: int, agencies: int, report: str, days: int) -> str:
    """Say which of the agencies have sent nothing of a report whose date has passed."""
    who = "cả " if 1 < missing == agencies else ""
    late = f", quá hạn {counted(days)} ngày" if days else ""
    return f"{who}{counted(missing)} cơ quan chưa nộp {report}{late}"


def unjudged_sentence(reasons: Sequence[tuple[Reason, int]]) -> str:
    """Count those without a verdict by their reasons."""
    total = sum(count for _, count in reasons)
    if len(reasons) == 1:
        return f"{counted(total)} chỉ tiêu {REASONS[reasons[0][0]]}."
    why = ", ".join(f"{counted(count)} {REASONS[reason]}" for reason, count in reasons)
    return f"{counted(total)} chỉ tiêu chưa đánh giá: {why}."


def figures_note(year: int, *, provisional: bool) -> str:
    """Say what the newest figures are, and how those of another year are told."""
    estimates = f"Số liệu năm {year} đều là số ước, sơ bộ. " if provisional else ""
    return f"{estimates}Chỗ nào dùng số liệu của năm khác thì ghi rõ năm."


def earlier_sentence(years: Sequence[int]) -> str:
    """Introduce those that missed an earlier milestone, whatever they are now: names follow."""
    which = ", ".join(str(year) for year in sorted(set(years)))
    return f"Không đạt mốc năm {which}"


def no_worries(judged: int, whole: int) -> str:
    """Say that none of those that are judged calls for attention, and how many are not judged.

    Nothing is cleared of which nothing is known.
    """
    if not judged:
        return "Chưa đủ số liệu để biết chỉ tiêu nào chậm hay có nguy cơ"
    every = "Chỉ tiêu duy nhất" if judged == 1 else f"Cả {counted(judged)} chỉ tiêu"
    told = f"{every} đánh giá được {'đều ' if judged > 1 else ''}đã đạt hoặc đúng tiến độ"
    rest = whole - judged
    return f"{told}; {counted(rest)} chỉ tiêu chưa đánh giá được" if rest else told


def worst_title(shown: int, count: int) -> str:
    """Head a list of those that need attention: '10 chỉ tiêu đáng lo nhất trong 21 …'."""
    if shown == count:
        return f"{counted(count)} chỉ tiêu cần chú ý"
    return f"{counted(shown)} chỉ tiêu đáng lo nhất trong {counted(count)} chỉ tiêu cần chú ý"
