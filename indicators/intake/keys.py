"""What a figure is of: the indicator, the area, the group and the year its row names."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from indicators.catalogue.groups import group_key
from indicators.catalogue.records import Area, Catalogue, Indicator
from indicators.catalogue.references import AREA_DIMENSION
from indicators.intake.rows import RowUnderCheck

FIRST_YEAR, FIRST_USUAL_YEAR, LAST_YEAR = 1990, 2015, 2045
WHOLE_CITY = "toàn thành phố"


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue laid out for looking up what rows name."""

    indicators: dict[str, Indicator]
    areas: dict[str, Area]
    city: Area
    groups: dict[str, dict[str, tuple[str, ...]]]
    today: date

    @classmethod
    def of(cls, catalogue: Catalogue, today: date) -> "Known":
        """Index a catalogue; areas by code and by name."""
        areas = {_name(area.name): area for area in catalogue.areas}
        areas |= {_name(area.code): area for area in catalogue.areas}
        city = next(area for area in catalogue.areas if area.kind == "thành phố")
        areas |= {"": city, WHOLE_CITY: city}
        indicators = {indicator.code: indicator for indicator in catalogue.indicators}
        return cls(indicators, areas, city, _groups(catalogue), today)


def _groups(catalogue: Catalogue) -> dict[str, dict[str, tuple[str, ...]]]:
    """Lay out indicator → dimension → values, the dimension of areas apart."""
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in catalogue.indicator_breakdowns:
        if each.dimension != AREA_DIMENSION:
            values = groups.setdefault(each.indicator, {})
            values[each.dimension] = (*values.get(each.dimension, ()), each.value)
    return groups


def _name(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def read_indicator(row: RowUnderCheck, known: Known) -> Indicator | None:
    """Find the indicator by its code."""
    indicator = known.indicators.get(row.text("ma_chi_tieu").upper())
    if indicator is None:
        message = "Không có chỉ tiêu mang mã này; hãy dùng mã trong danh mục, như ML02."
        row.wrong("unknown_indicator", "ma_chi_tieu", message)
    return indicator


def read_area(row: RowUnderCheck, known: Known) -> Area | None:
    """Find the area by code or name; an empty cell is the whole city, an unknown one never is."""
    area = known.areas.get(_name(row.text("don_vi")))
    if area is None:
        message = "Không có đơn vị này; hãy dùng mã hoặc tên đầy đủ trong danh mục đơn vị."
        row.wrong("unknown_area", "don_vi", message)
    return area


def read_group(row: RowUnderCheck, known: Known, indicator: Indicator) -> str:
    """Give the group key of `dimension=value` pairs, or of a bare value only one dimension has."""
    text = row.text("nhom")
    allowed = known.groups.get(indicator.code, {})
    pairs = [_pair(part.strip(), allowed) for part in text.split(";")] if text else []
    known_pairs = [pair for pair in pairs if pair is not None]
    if len({dimension for dimension, _ in known_pairs}) == len(pairs):
        return group_key(known_pairs)
    message = f"Chỉ tiêu {indicator.code} không có nhóm này. {_choices(allowed)}"
    row.wrong("unknown_group", "nhom", message)
    return ""


def _pair(part: str, allowed: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    dimension, is_pair, value = part.partition("=")
    named = (_name(dimension), _name(value)) if is_pair else (None, _name(part))
    matching = [
        (each, option)
        for each, values in allowed.items()
        for option in values
        if named[0] in (None, _name(each)) and named[1] == _name(option)
    ]
    return matching[0] if len(matching) == 1 else None


def _choices(allowed: dict[str, tuple[str, ...]]) -> str:
    if not allowed:
        return "Chỉ tiêu này không chia nhóm; hãy để trống ô này."
    listed = "; ".join(f"{dimension}: {', '.join(v)}" for dimension, v in allowed.items())
    return f"Có thể chọn {listed}."


def read_year(row: RowUnderCheck, known: Known, area: Area | None) -> tuple[int | None, bool]:
    """Give the year, and whether the figure is one recalculated for a unit that came later."""
    text = row.text("nam")
    if not re.fullmatch(r"[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        message = f"Năm phải là bốn chữ số, từ {FIRST_YEAR} đến {LAST_YEAR}."
        row.wrong("bad_year", "nam", message)
        return None, False
    year = int(text)
    if year > known.today.year:
        row.wrong("future_year", "nam", f"Năm {year} chưa đến nên chưa thể có số thực hiện.")
    elif year < FIRST_USUAL_YEAR:
        message = f"Năm {year} đã lâu; hãy chắc chắn đây không phải gõ nhầm."
        row.wrong("bad_year", "nam", message, "remark")
    return year, area is not None and _before_its_time(row, area, year)


def _before_its_time(row: RowUnderCheck, area: Area, year: int) -> bool:
    if area.valid_to and year > area.valid_to.year:
        message = f"{area.name} không còn là đơn vị hành chính từ sau năm {area.valid_to.year}."
        row.wrong("unknown_area", "don_vi", message)
    if area.valid_from is None or year >= area.valid_from.year:
        return False
    message = (
        f"{area.name} có từ ngày {area.valid_from:%d/%m/%Y}; số liệu năm {year} chỉ được nhập "
        "khi là số liệu tính lại theo địa giới mới."
    )
    row.wrong("before_merger", "nam", message, "warning")
    return True
