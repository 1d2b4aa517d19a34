"""What a heading with a year in it says: 'Thực hiện 2024', 'KH 2026', 'Ước TH 9 tháng 2025'."""

import re
from dataclasses import dataclass

from indicators.intake.files.cell import TableScope
from indicators.intake.files.spelling import fold
from indicators.store.records import Period, Status

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
PERIODS: dict[str, Period] = {
    "6thangdaunam": "6t", "6thang": "6t", "6t": "6t", "9thangdaunam": "9t", "9thang": "9t",
    "9t": "9t", "canam": "nam", "12thang": "nam",
}  # fmt: skip
PERIOD = re.compile("|".join(sorted(PERIODS, key=len, reverse=True)))
PLAN = re.compile(r"kh|kehoach|muctieu|mt|chitieu|chitieugiao|dutoan|plan|target|phandau|dukien")
# Words that say nothing beside a year, so that the figure is an actual one.
PLAIN = re.compile(r"(so)?(thuchien|th|solieu|ketqua|kq|thucte|giatri|actual|year|datduoc|dat)*")
STATUSES: dict[str, Status] = {"uoc": "ước", "sobo": "sơ bộ", "chinhthuc": "chính thức"}
STATUS = re.compile(r"uocdat|uth|uoctinh|uoc|estimate|sobo|chinhthuc")


@dataclass(frozen=True, slots=True)
class YearHeading:
    """The year of a column, and whether it is planned, estimated, or of part of a year.

    Status and period are None where the heading leaves them to the rows.
    """

    year: int
    scope: TableScope
    status: Status | None
    period: Period | None


def read_year_heading(text: str) -> YearHeading | None:
    """Give what a heading over figures of one year says; None when it is no such heading."""
    years = YEAR.findall(text)
    if len(years) != 1:
        return None
    rest = fold(YEAR.sub(" ", text, count=1))
    period = PERIOD.search(rest)
    rest = PERIOD.sub("", rest, count=1).replace("nam", "")
    status = STATUS.search(rest)
    rest = STATUS.sub("", rest, count=1)
    if not (is_plan := PLAN.fullmatch(rest) is not None) and not PLAIN.fullmatch(rest):
        return None
    return YearHeading(
        int(years[0]), "plan" if is_plan else "actual", _status(status),
        PERIODS[period[0]] if period else None,
    )  # fmt: skip


def _status(found: re.Match[str] | None) -> Status | None:
    return None if found is None else STATUSES.get(found[0], "ước")


def is_plan_heading(text: str) -> bool:
    """Say whether a heading is about what is planned or aimed at, with a year or without."""
    heading = read_year_heading(text)
    if heading is not None:
        return heading.scope == "plan"
    return fold(text).removesuffix("nam") in (
        "kh",
        "kehoach",
        "muctieu",
        "dukien",
        "plan",
        "target",
    )


def spans_years(text: str) -> bool:
    """Say whether a heading names two years joined, like the school year '2024-2025'."""
    return re.fullmatch(r"(nam|namhoc|th|thuchien)?((19|20)\d\d){2}", fold(text)) is not None
