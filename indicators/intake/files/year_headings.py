"""What a heading with a year in it says: 'Thực hiện 2024', 'KH 2026', 'Ước TH 9 tháng 2025'."""

import re
from dataclasses import dataclass
from functools import lru_cache

from indicators.intake.files.cell import TableScope
from indicators.intake.files.spelling import fold, same_name
from indicators.intake.files.units import scaled_unit, unit_of
from indicators.store.records import Period, Status

# A longer text heads no column; a unit has fewer words.
LONGEST, MOST_UNIT_WORDS = 300, 8
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\.0)?(?!\d)")
BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
BETWEEN = dict.fromkeys(map(ord, "()[]:;,\n-–/"), " ")
# A mark that sends to a footnote, behind the year: 2025¹, 2026*, 2025 (1).
FOOTNOTE = re.compile(r"(?<=\d)\s*[(\[]?((?<=[(\[])\d|[¹²³⁰-⁹*†]+)[)\]]?\s*$")
PLAIN_MARKS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
PERIODS: dict[str, Period] = {
    "6thangdaunam": "6t", "6thang": "6t", "6t": "6t", "9thangdaunam": "9t", "9thang": "9t",
    "9t": "9t", "canam": "nam", "12thang": "nam",
}  # fmt: skip
PERIOD = re.compile("|".join(sorted(PERIODS, key=len, reverse=True)))
PLAN = re.compile(r"kh|kehoach|muctieu|mt|chitieu|chitieugiao|dutoan|plan|target|phandau|dukien")
# Words that say nothing beside a year, so that the figure is an actual one.
PLAIN = re.compile(
    r"(so)?(ketquathuchienkehoach|thuchienkehoach|thuchien|th|solieu|ketqua|kq|thucte|giatri"
    r"|actual|year|datduoc|dat|tongso|tongcong|tong|total|soluong|sl)*"
)
STATUSES: dict[str, Status] = {
    "uoc": "ước", "sobo": "sơ bộ", "preliminary": "sơ bộ", "prel": "sơ bộ",
    "chinhthuc": "chính thức",
}  # fmt: skip
STATUS = re.compile(
    r"uocdat|uth|uoctinh|uoc|estimated?|est|sobo(prel(iminary)?)?|preliminary|prel|chinhthuc"
)
# Words and signs of a comparison, a growth, a share of a plan: another measure than the year's.
COMPARED = re.compile(
    r"%\s*(th|thực hiện|kh|kế hoạch|hoàn thành|đạt|tăng|giảm|so)\b"
    r"|\b(th|thực hiện)\s*/\s*(kh|kế hoạch)|\bso (với|sánh)\b"
    r"|±|\+\s*/\s*[-–−]|[≤≥]|\b(tăng|giảm|chênh lệch)\b"
    r"|\b(tỷ lệ|tỉ lệ) (hoàn thành|thực hiện|đạt)\b|\btốc độ\b"
)
# 2025/2024 compares; 2024/2025 is a school year.
OVER = re.compile(r"((?:19|20)\d\d)\s*[/:]\s*((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class YearHeading:
    """The year of a column, and whether it is planned, estimated, of part of a year, in a unit.

    Status and period are None where the heading leaves them to the rows, the unit is '' there;
    `says_actual` where the heading itself calls its figures actual, `mark` sends to a footnote.
    """

    year: int
    scope: TableScope
    status: Status | None
    period: Period | None
    unit: str = ""
    says_actual: bool = False
    mark: str = ""


def read_year_heading(text: str) -> YearHeading | None:
    """Give what a heading over figures of one year says; None when it is no such heading."""
    return _year_heading(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=16_384)
def _year_heading(text: str) -> YearHeading | None:
    footnote = FOOTNOTE.search(text)
    bare = text[: footnote.start()] if footnote else text
    years = YEAR.findall(bare)
    if len(years) != 1 or is_compared(text):
        return None
    words, unit = _unit_apart(YEAR.sub(" ", bare, count=1))
    rest = fold(words)
    period = PERIOD.search(rest)
    rest = PERIOD.sub("", rest, count=1).replace("nam", "")
    status = STATUS.search(rest)
    rest = STATUS.sub("", rest, count=1)
    if not (is_plan := PLAN.fullmatch(rest) is not None) and not PLAIN.fullmatch(rest):
        return None
    return YearHeading(
        int(years[0]), "plan" if is_plan else "actual", _status(status),
        PERIODS[period[0]] if period else None, unit,
        not is_plan and ("th" in rest or "ketqua" in rest or status is not None),
        footnote[1].translate(PLAIN_MARKS) if footnote else "",
    )  # fmt: skip


def _unit_apart(text: str) -> tuple[str, str]:
    """Part a unit of measure from what else stands beside a year: 'Năm (triệu đồng)', 'Số trường'.

    A unit of size is one anywhere; other units only in brackets or after 'số'.
    """
    if (found := BRACKETED.search(text)) and (unit := unit_of(found[1])):
        return text[: found.start()] + text[found.end() :], unit
    words = " ".join(text.translate(BETWEEN).split()).split(" ")
    for start in range(max(len(words) - MOST_UNIT_WORDS, 0), len(words)):
        rest = " ".join(words[start:])
        counts = start > 0 and same_name(words[start - 1]) == "số"
        if unit := unit_of(rest) if counts or fold(rest) == "chiso" else scaled_unit(rest):
            return " ".join(words[:start]), unit
    return text, ""


def is_compared(text: str) -> bool:
    """Say whether a heading is of a comparison or a share of a plan, not of a figure itself."""
    cut = text[:LONGEST]
    years = OVER.search(cut)
    return COMPARED.search(same_name(cut)) is not None or bool(years and years[1] > years[2])


def names_year(text: str) -> bool:
    """Say whether a heading has a year in it."""
    return YEAR.search(text) is not None


def _status(found: re.Match[str] | None) -> Status | None:
    if found is None:
        return None
    return next((STATUSES[w] for w in STATUSES if found[0].startswith(w)), "ước")


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
