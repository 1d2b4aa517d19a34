"""The plain text that reminds an agency of the figures it owes, to be sent as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.wording.illustrative import MARK
from indicators.wording.numbers import counted, day

PROPOSED_DAY = "ngày đề xuất"
PROGRAMME = "Chương trình hành động số 02-CTr/TU"


@dataclass(frozen=True, slots=True)
class Reminded:
    """Of which report a reminder is, by when it was due, as of which day, and what comes next."""

    report: str
    due: date
    today: date
    coming: str
    coming_day: date
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Owing:
    """An agency and the indicators whose figures it owes: name and target in words."""

    agency: str
    asked: Sequence[tuple[str, str]]


def reminder(owing: Owing, told: Reminded) -> str:
    """Remind one agency of all it owes."""
    count = counted(len(owing.asked))
    lines = [f"{place}. {line(each)}" for place, each in enumerate(owing.asked, start=1)]
    return "\n\n".join(
        [
            *head(told),
            f"Kính gửi: {owing.agency}",
            f"{lateness(told)} của {count} chỉ tiêu do {owing.agency} chủ trì:",
            "\n".join(lines),
            f"Đề nghị {owing.agency} {request(told)}",
        ]
    )


def circular(owing: Sequence[Owing], told: Reminded) -> str:
    """Remind all agencies in one text, each of what it owes."""
    count = counted(sum(len(each.asked) for each in owing))
    return "\n\n".join(
        [
            *head(told),
            f"Kính gửi: {'; '.join(each.agency for each in owing)}",
            f"{lateness(told)} của {count} chỉ tiêu, theo cơ quan chủ trì:",
            *(of_agency(place, each) for place, each in enumerate(owing, start=1)),
            f"Đề nghị các cơ quan {request(told)}",
        ]
    )


def of_agency(place: int, owing: Owing) -> str:
    """List what one of several agencies owes."""
    lines = [f"- {name}" for name, _ in owing.asked]
    return "\n".join([f"{place}. {owing.agency} ({counted(len(lines))} chỉ tiêu):", *lines])


def head(told: Reminded) -> list[str]:
    """Say above the text that its figures are made up, where they are."""
    return [f"{MARK}: lời nhắc này chỉ để giới thiệu, không gửi đi."] if told.illustrative else []


def lateness(told: Reminded) -> str:
    """Say which report was due when, and how late its figures are."""
    report = f"{told.report[0].upper()}{told.report[1:]}"
    late = counted((told.today - told.due).days)
    return (
        f"{report} của {PROGRAMME} đến hạn ngày {day(told.due)} ({PROPOSED_DAY}). "
        f"Tính đến ngày {day(told.today)}, đã quá hạn {late} ngày, "
        "bảng theo dõi chưa nhận được số liệu"
    )


def request(told: Reminded) -> str:
    """Ask for the figures and name the next report."""
    return (
        "nộp số liệu tại mục Nhập số liệu của bảng theo dõi. "
        f"Kỳ tiếp theo: {told.coming}, hạn ngày {day(told.coming_day)} ({PROPOSED_DAY})."
    )


def line(asked: tuple[str, str]) -> str:
    """Write one indicator with what is asked of it."""
    name, target = asked
    return f"{name} ({target})" if target else name
