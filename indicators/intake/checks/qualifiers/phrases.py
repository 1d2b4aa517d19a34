"""Phrases that say of which part of a year, how firm or how planned figures are."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from indicators.intake.checks.qualifiers.said import Quality, Said
from indicators.intake.files.spelling import unaccented

QUARTER = "số của một quý không phải số cả năm; bảng theo dõi chỉ nhận 6 tháng, 9 tháng và cả năm"
MONTHS = "số của một phần khác của năm; bảng theo dõi chỉ nhận 6 tháng, 9 tháng và cả năm"
TERM = "số của một học kỳ không phải số cả năm"
# The year a phrase is bound to stands right behind it.
YEAR = r"(?:\s*[,(/-]?\s*(?:của |trong )?(?:đầu )?(?:năm )?((?:19|20)\d\d)(?!\s*[-–]\s*20)\b)?"
# 'Kế hoạch thực hiện' is still a plan; some words say one only beside a year or by themselves.
TO_DO = r"(?: triển khai)?(?: thực hiện)?"
PLANNED = r"(?:kế hoạch|dự toán|dự kiến|dự báo)(?: giao| được giao)?"
WHEN = r" *(?:năm )?(?:19|20)\d\d| *$| *¦"
UNTIL_DAY = r"\b(?:đến|tại|thời điểm(?: báo cáo)? ?:?)(?: hết)?(?: ngày)? "
ROMAN = r"(?:i{1,3}|iv|[1-4])"
# In this order; what one has read no other reads again.
PATTERNS: tuple[tuple[str, Quality, str, str], ...] = (
    (rf"\bquý\s*{ROMAN}\b", "ky", "", QUARTER),
    (r"\bq[1-4]\b", "ky", "", QUARTER),
    (rf"\b(?:học kỳ|học kì|hk)\s*{ROMAN}\b", "ky", "", TERM),
    (r"\b(?:0?6|sáu) tháng cuối(?: năm)?", "ky", "", MONTHS),
    (r"\bnửa cuối năm", "ky", "", MONTHS),
    (r"\b(?:0?9|chín) tháng(?: đầu)?(?: năm)?", "ky", "9t", ""),
    (r"\b(?:0?6|sáu) tháng(?: đầu)?(?: năm)?|\bnửa đầu năm", "ky", "6t", ""),
    (rf"{UNTIL_DAY}(?:30/0?9|tháng 0?9)\b", "ky", "9t", ""),
    (rf"{UNTIL_DAY}(?:30/0?6|tháng 0?6)\b", "ky", "6t", ""),
    (r"\bcả năm|\b12 tháng(?: đầu)?(?: năm)?|\b(?:trọn|toàn) năm", "ky", "nam", ""),
    (r"\b(?:\d{1,2}|một|hai|ba|bốn|năm|bảy|tám|mười) tháng\b(?: đầu năm)?", "ky", "", MONTHS),
    (r"\btháng \d{1,2}\b", "ky", "", MONTHS),
    (r"\b9 ?t\b", "ky", "9t", ""),
    (r"\b6 ?t\b", "ky", "6t", ""),
    (r"\b(?:ước|số ước|ước tính|ước đạt)(?: (?:thực hiện|th|tính|đạt|kết quả))?", "trang_thai",
     "ước", ""),
    (r"\bu ?th\b", "trang_thai", "ước", ""),
    (r"\b(?:số liệu |số )?sơ bộ", "trang_thai", "sơ bộ", ""),
    (r"\b(?:số liệu |số )chính thức", "trang_thai", "chính thức", ""),
    (rf"\b(?:số liệu |số )?(?:giao )?(?:chỉ tiêu )?{PLANNED}{TO_DO}", "loai", "plan", ""),
    (r"\b(?:chỉ tiêu (?:được )?giao|giao chỉ tiêu)", "loai", "plan", ""),
    (rf"\b(?:chỉ tiêu )?(?:mục tiêu|phấn đấu|kh)(?: đến)?(?={WHEN})", "loai", "plan", ""),
    (r"\b(?:kết quả |số |tình hình )?thực hiện", "loai", "actual", ""),
)  # fmt: skip


class Pattern(NamedTuple):
    """A phrase as written and as typed without marks, and what it says."""

    marked: re.Pattern[str]
    bare: re.Pattern[str]
    quality: Quality
    value: str
    wrong: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[Pattern, ...]:
    return tuple(
        Pattern(re.compile(text + YEAR), re.compile(unaccented(text + YEAR)), quality, value, wrong)
        for text, quality, value, wrong in PATTERNS
    )


def said_in(text: str) -> Iterator[Said]:
    """Give what the phrases in a text say, the text in the one form of a name."""
    is_bare = text == unaccented(text)
    for pattern in _patterns():
        found = pattern.bare if is_bare else pattern.marked
        for match in found.finditer(text):
            year = int(match[1]) if match[1] else None
            yield Said(pattern.quality, pattern.value, match[0].strip(), year, pattern.wrong)
        text = found.sub(" ¦ ", text)
