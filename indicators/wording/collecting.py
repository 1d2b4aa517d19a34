"""What a board says while it collects: who owes, what is due soonest, how far the figures are."""

from datetime import date

from indicators.wording.numbers import counted, day

DAYS, MONTH = 60, 30.44  # up to so many days a time left is told in days, else in months

NO_NUMBER = "Văn bản nêu định hướng, chưa đặt mức bằng số."


def silence_sentence(report: str, due: date, today: date, silent: int, agencies: int) -> str:
    """Say of which report figures are owed, how late it is, and how many have sent nothing."""
    late = f"hạn {day(due)}, quá hạn {counted((today - due).days)} ngày"
    return f"{report[0].upper()}{report[1:]}: {late}, {who_is_silent(silent, agencies)}."


def who_is_silent(silent: int, agencies: int) -> str:
    """Say how many of the agencies have sent nothing: 'chưa cơ quan nào nộp'."""
    if silent == agencies:
        return "chưa cơ quan nào nộp" if agencies > 1 else "cơ quan chủ trì chưa nộp"
    if not silent:
        return "các cơ quan mới nộp một phần"
    return f"{counted(silent)} trong {counted(agencies)} cơ quan chưa nộp số liệu nào"


def everything_sent(report: str) -> str:
    """Say that no figure of a report is missing."""
    return f"Các cơ quan đã nộp đủ {report}."


def deadlines_sentence(counts: dict[int, int], today: date, known: int) -> str:
    """Say how many targets are due this year and each year after, and of how many there is news."""
    told = ", ".join(clause(year, count, today.year) for year, count in sorted(counts.items()))
    every = sum(counts.values())
    if not known:
        return f"{told}; chưa mục tiêu nào có số liệu để biết đã đạt hay chưa."
    return f"{told}; mới có số liệu của {counted(known)} trong {counted(every)} mục tiêu."


def clause(year: int, count: int, this_year: int) -> str:
    """Count the targets that hold from a year on or are due in it."""
    if year <= this_year:
        return f"{counted(count)} mục tiêu tính ngay từ năm {this_year}"
    return f"{counted(count)} mục tiêu đến hạn năm {year}"


def time_left(until: date, today: date) -> str:
    """Say how long there is: 'còn 31 ngày', 'còn 13 tháng', 'hôm nay'."""
    days = (until - today).days
    if days <= 0:
        return "hôm nay" if days == 0 else f"đã qua {counted(-days)} ngày"
    return f"còn {counted(days)} ngày" if days <= DAYS else f"còn {round(days / MONTH)} tháng"


def figures_sentence(indicators: int) -> str:
    """Say of how many indicators there are figures, and what they cannot tell yet."""
    return (
        f"{counted(indicators)} chỉ tiêu đã có số liệu; cần thêm số liệu các năm sau để đánh giá "
        "tiến độ."
    )


def part_words(year: int) -> dict[str, str]:
    """Name the parts of a board that collects, in its year."""
    return {
        "known": "Đã có số liệu",
        "due": f"Thiếu, phải đạt từ {year}",
        "later": f"Thiếu, hạn từ {year + 1}",
        "followed": "Thiếu, chỉ theo dõi",
    }


def first_due(day_due: date, today: date) -> str:
    """Name the first day by which a target is due."""
    return f"Mục tiêu đến hạn đầu tiên: {day(day_due)}, {time_left(day_due, today)}."
