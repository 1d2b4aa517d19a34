"""What a value cell says, and whether the indicator can have such a value."""

import math
import re
from dataclasses import dataclass

from indicators.catalogue.records import Indicator
from indicators.intake.columns import fold
from indicators.intake.rows import RowUnderCheck
from indicators.rounding import agree

NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d+([.,]\d+)?")
# 1.234 may be a thousand or a little over one; 0.234 cannot be grouped.
AMBIGUOUS = re.compile(r"[-\N{MINUS SIGN}]?[1-9]\d{0,2}[.,]\d{3}")
BAND = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
NOTHING = {"", "-", "–", "…", "...", "x", "n/a", "chưa có số liệu"}
STAGES = {"co": 100.0, "khong": 0.0}
WHOLE_KINDS = ("count", "rank")
# Recorded as a rank behind every other.
UNRANKED = "chưa xếp hạng"


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as read; `label` is what stood in place of a plain number."""

    value: float
    numerator: float | None = None
    denominator: float | None = None
    label: str = ""


def read_value(row: RowUnderCheck, indicator: Indicator) -> Value | None:
    """Read value, numerator and denominator of a row; None with findings when there is none."""
    given, share = _given(row, indicator), _share(row, indicator)
    if not row.clean:
        return None
    value = given if share is None else _joined(row, given, share)
    if value is None:
        row.wrong("missing_value", "gia_tri", "Chưa có số liệu nên dòng này không nhập.", "remark")
    elif row.clean:
        _check_range(row, indicator, value.value)
    return value


def _given(row: RowUnderCheck, indicator: Indicator) -> Value | None:
    text = row.text("gia_tri")
    band = BAND.fullmatch(text)
    if indicator.kind == "rank" and fold(text) == fold(UNRANKED):
        return Value(math.inf, label=UNRANKED)
    if indicator.kind == "rank" and band and int(band[1]) < int(band[2]):
        return Value(float(band[2]), label=f"{band[1]}–{band[2]}")
    if indicator.kind == "milestone" and fold(text) in STAGES:
        return Value(STAGES[fold(text)], label=text.lower())
    number = _number(row, "gia_tri", percent=indicator.kind == "percent")
    return None if number is None else Value(number)


def _number(row: RowUnderCheck, column: str, *, percent: bool = False) -> float | None:
    text = row.text(column)
    if text.casefold() in NOTHING:
        return None
    if percent:
        text = text.removesuffix("%").rstrip()
    if not NUMBER.fullmatch(text):
        row.wrong("bad_number", column, "Không đọc được thành số; hãy ghi một số, như 85 hay 76,9.")
    elif AMBIGUOUS.fullmatch(text):
        message = "Không rõ dấu ngăn hàng nghìn hay dấu thập phân; hãy ghi 1234 hoặc 1,2340."
        row.wrong("ambiguous_number", column, message)
    else:
        return float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    return None


def _share(row: RowUnderCheck, indicator: Indicator) -> tuple[float, float] | None:
    """Read numerator and denominator, which come together and only with a percentage."""
    numerator, denominator = _number(row, "tu_so"), _number(row, "mau_so")
    if (row.text("tu_so").casefold() in NOTHING) != (row.text("mau_so").casefold() in NOTHING):
        row.wrong("ratio_mismatch", "tu_so", "Tử số và mẫu số phải có đủ cả hai.")
    if numerator is None or denominator is None:
        return None
    if indicator.kind != "percent":
        message = "Chỉ tiêu này không phải tỷ lệ phần trăm nên không có tử số, mẫu số."
        row.wrong("ratio_mismatch", "tu_so", message)
    elif denominator <= 0 or numerator < 0:
        row.wrong("ratio_mismatch", "mau_so", "Mẫu số phải lớn hơn 0, tử số không được âm.")
    elif indicator.is_share and numerator > denominator:
        row.wrong("ratio_mismatch", "tu_so", "Tử số lớn hơn mẫu số; hãy kiểm tra lại hai số này.")
    return numerator, denominator


def _joined(row: RowUnderCheck, given: Value | None, share: tuple[float, float]) -> Value:
    """Let the share give the value where there is none; a given one must agree with it."""
    ratio = share[0] / share[1] * 100
    if given is not None and not agree(given.value, ratio):
        message = "Giá trị không khớp với tử số chia mẫu số; hãy kiểm tra lại ba số này."
        row.wrong("ratio_mismatch", "gia_tri", message)
    return Value(ratio if given is None else given.value, *share)


def _check_range(row: RowUnderCheck, indicator: Indicator, value: float) -> None:
    if indicator.kind in WHOLE_KINDS and math.isfinite(value) and value % 1:
        row.wrong(
            "not_integer", "gia_tri", f"Chỉ tiêu tính bằng {indicator.unit}: phải là số nguyên."
        )
    lower, upper = indicator.lower, indicator.upper
    if (lower is not None and value < lower) or (upper is not None and value > upper):
        row.wrong(
            "out_of_range", "gia_tri", f"Giá trị ngoài khoảng cho phép: {_range(lower, upper)}."
        )


def _range(lower: float | None, upper: float | None) -> str:
    if upper is None:
        return f"từ {lower:g} trở lên"
    return f"nhiều nhất {upper:g}" if lower is None else f"từ {lower:g} đến {upper:g}"
