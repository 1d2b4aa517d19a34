"""What must hold inside a record: kind and unit, rule and target, bounds and value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date

from indicators.catalogue.records import Area, Indicator, Setting, Target

# (column, reason) of each thing wrong.
Wrong = Iterator[tuple[str, str]]

FIRST_YEAR, LAST_YEAR = 1990, 2045
UP, DOWN = (">=", ">", "about"), ("<=", "<", "about")
WHOLE_KINDS = ("count", "rank", "milestone")
LEAST_LOWER = {"count": 0.0, "amount": 0.0, "ratio": 0.0, "index": 0.0, "percent": 0.0, "rank": 1.0}
# `proposed` may name a field of the indicator or of its targets.
PROPOSABLE = {field.name for field in fields(Indicator)} | {
    "target_year",
    "target_value",
    "from_year",
}
DAYS = ("report_6t", "report_9t", "report_nam")
RATIOS = ("on_track_ratio", "slow_ratio")
# Of files on their way in: settings of the server since release 1.0.
OF_SERVER = "upload_"
SETTINGS = (*RATIOS, *DAYS)


def indicator_wrongs(indicator: Indicator) -> Wrong:
    """Check one indicator: what its kind and its rule ask of the other fields."""
    if indicator.kind == "milestone":
        yield from _milestone_wrongs(indicator)
    else:
        yield from _number_wrongs(indicator)
    if indicator.rule != "context":
        yield from _source_wrongs(indicator)
    yield from _bound_wrongs(indicator)
    yield from _share_wrongs(indicator)
    yield from _proposal_wrongs(indicator)


def _milestone_wrongs(indicator: Indicator) -> Wrong:
    if indicator.rule not in ("reach", "maintain"):
        yield "rule", "mốc công việc chỉ có quy tắc reach hoặc maintain"
    for column in ("unit", "direction", "base_year"):
        if getattr(indicator, column) not in ("", None):
            yield column, "mốc công việc để trống cột này"


def _number_wrongs(indicator: Indicator) -> Wrong:
    if not indicator.unit:
        yield "unit", "thiếu đơn vị tính"
    elif (indicator.unit == "%") != (indicator.kind == "percent"):
        yield "unit", "đơn vị % đi với kind percent, và chỉ với kind đó"
    for column in ("direction", "base_year"):
        if (getattr(indicator, column) is None) != (indicator.rule == "context"):
            yield column, "bắt buộc với chỉ tiêu là con số, để trống với số liệu bối cảnh"
    if indicator.kind == "rank" and indicator.direction == "up":
        yield "direction", "thứ hạng càng nhỏ càng tốt: phải là down"
    if indicator.rule == "growth" and indicator.kind not in ("count", "amount"):
        yield "rule", "quy tắc growth chỉ dùng cho count hoặc amount"
    if indicator.base_year is not None and not FIRST_YEAR <= indicator.base_year <= LAST_YEAR:
        yield "base_year", f"năm phải từ {FIRST_YEAR} đến {LAST_YEAR}"


def _source_wrongs(indicator: Indicator) -> Wrong:
    for column in ("doc", "doc_ref"):
        if not getattr(indicator, column):
            yield column, "thiếu văn bản nguồn"


def _bound_wrongs(indicator: Indicator) -> Wrong:
    lower, upper = indicator.lower, indicator.upper
    if lower is not None and upper is not None and lower >= upper:
        yield "upper", f"cận trên {upper:g} phải lớn hơn cận dưới {lower:g}"
    least = LEAST_LOWER.get(indicator.kind)
    if least is not None and (lower is None or lower < least):
        yield "lower", f"cận dưới của {indicator.kind} ít nhất là {least:g}"
    if indicator.kind == "index" and (upper is None or upper > 1):
        yield "upper", "cận trên của index nhiều nhất là 1"
    if indicator.kind == "milestone" and (lower, upper) != (0, 100):
        yield "upper", "thang của mốc công việc là 0–100"
    if not 0 <= indicator.decimals <= 6:
        yield "decimals", "số chữ số thập phân phải từ 0 đến 6"
    elif indicator.kind in WHOLE_KINDS and indicator.decimals:
        yield "decimals", f"{indicator.kind} là số nguyên: phải là 0"


def _share_wrongs(indicator: Indicator) -> Wrong:
    if not indicator.is_share:
        return
    if indicator.kind != "percent":
        yield "is_share", "chỉ tỷ lệ phần trăm mới là tỷ trọng"
    elif (indicator.lower, indicator.upper) != (0, 100):
        yield "upper", "tỷ trọng phải có cận dưới 0 và cận trên 100"


def _proposal_wrongs(indicator: Indicator) -> Wrong:
    named = [name for name in indicator.proposed.split("; ") if name]
    for name in named:
        if name not in PROPOSABLE:
            yield "proposed", f"'{name}' không phải tên cột"
    if ("measure" in named) != (indicator.measure == "proposed"):
        yield "proposed", "nêu measure khi và chỉ khi cách đo là đề xuất"


def target_wrongs(target: Target, indicator: Indicator) -> Wrong:
    """Check one target against its indicator: rule, comparator, value, years."""
    if indicator.rule == "context":
        yield "indicator", "số liệu bối cảnh không có mục tiêu"
        return
    yield from _year_wrongs(target, indicator)
    if indicator.kind == "milestone":
        yield from _stage_wrongs(target, indicator)
    elif target.comparator == "maintain":
        yield from _unquantified_wrongs(target, indicator)
    else:
        yield from _value_wrongs(target, indicator)


def _year_wrongs(target: Target, indicator: Indicator) -> Wrong:
    if not (indicator.base_year or FIRST_YEAR) < target.year <= LAST_YEAR:
        yield "year", f"năm đích phải sau kỳ gốc và không quá {LAST_YEAR}"
    if (target.from_year is None) == (indicator.rule == "each_year"):
        yield "from_year", "bắt buộc với quy tắc each_year, để trống với quy tắc khác"
    elif target.from_year is not None and target.from_year > target.year:
        yield "from_year", f"năm đầu {target.from_year} sau năm cuối {target.year}"


def _stage_wrongs(target: Target, indicator: Indicator) -> Wrong:
    expected = "maintain" if indicator.rule == "maintain" else "done"
    if target.comparator != expected:
        yield "comparator", f"mốc công việc {indicator.rule} phải là {expected}"
    if target.value is not None:
        yield "value", "mốc công việc không có trị số"


def _unquantified_wrongs(target: Target, indicator: Indicator) -> Wrong:
    if indicator.rule != "maintain":
        yield "comparator", f"maintain không dùng với quy tắc {indicator.rule}"
    if target.value is not None:
        yield "value", "có trị số thì dùng phép so sánh"


def _value_wrongs(target: Target, indicator: Indicator) -> Wrong:
    if target.comparator not in (DOWN if indicator.direction == "down" else UP):
        yield "comparator", f"'{target.comparator}' không hợp với chiều {indicator.direction}"
    if target.value is None:
        yield "value", "thiếu trị số mục tiêu"
    elif indicator.rule == "growth":
        if target.value <= 0:
            yield "value", "tốc độ tăng bình quân phải lớn hơn 0"
    elif not _inside(target.value, indicator):
        yield "value", f"{target.value:g} nằm ngoài cận của chỉ tiêu {indicator.code}"


def _inside(value: float, indicator: Indicator) -> bool:
    above = indicator.lower is None or value >= indicator.lower
    return above and (indicator.upper is None or value <= indicator.upper)


def area_wrongs(area: Area) -> Wrong:
    """Check that a unit does not end before it begins."""
    if area.valid_from and area.valid_to and area.valid_from > area.valid_to:
        yield "valid_to", "hết hiệu lực trước ngày có hiệu lực"


def setting_wrongs(setting: Setting) -> Wrong:
    """Check that a setting the programme reads has a value it can read."""
    if setting.name in RATIOS and not _is_ratio(setting.value):
        yield "value", "ngưỡng phải là số lớn hơn 0 và không quá 1"
    if setting.name in DAYS and not _is_day(setting.value):
        yield "value", "hạn báo cáo phải có dạng ngày/tháng (15/11)"
    if setting.name.startswith(OF_SERVER):
        yield "name", "giới hạn của tệp nay là cài đặt máy chủ: đặt trong board.toml, mục [limits]"


def threshold_reason(values: Mapping[str, str]) -> str | None:
    """Say what is wrong between settings, None when nothing is."""
    pair = [values.get(name, "") for name in RATIOS]
    if all(map(_is_ratio, pair)) and float(pair[1]) >= float(pair[0]):
        return "ngưỡng slow_ratio phải nhỏ hơn on_track_ratio"
    return None


def _is_ratio(text: str) -> bool:
    return bool(re.fullmatch(r"\d(\.\d+)?", text)) and 0 < float(text) <= 1


def _is_day(text: str) -> bool:
    match = re.fullmatch(r"(\d\d)/(\d\d)", text)
    try:
        return match is not None and bool(date(2025, int(match[2]), int(match[1])))
    except ValueError:
        return False
