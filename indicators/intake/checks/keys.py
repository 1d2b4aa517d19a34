"""What a figure is of: the indicator, the group and the year its row names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from indicators.catalogue.groups import group_key
from indicators.catalogue.records import Area, Catalogue, Indicator
from indicators.catalogue.references import AREA_DIMENSION
from indicators.intake.checks.areas import Areas
from indicators.intake.checks.readings import CellReading, Problem
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import composed, fold, plain_digits, same_name

FIRST_YEAR, FIRST_USUAL_YEAR, LAST_YEAR = 1990, 2015, 2045
# '2025', 'Năm 2025', and '2025.0' as programs write a number; never '2025-2026'.
YEAR = re.compile(r"(?:n[ăa]m )?([0-9]{4})(?:[.,]0{1,2})?")


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue laid out for looking up what rows name, and the day of the check."""

    indicators: Mapping[str, Indicator]
    names: dict[str, Indicator]
    areas: Areas
    groups: dict[str, dict[str, tuple[str, ...]]]
    today: date
    ever_named: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, catalogue: Catalogue, today: date, earlier: Iterable[Indicator] = ()) -> "Known":
        """Index a catalogue, and the codes that every name, folded, has ever stood for."""
        names, indicators = _by_name(catalogue), catalogue.indicators_by_code
        ever = _ever_named((*catalogue.indicators, *earlier))
        return cls(indicators, names, Areas.of(catalogue), _groups(catalogue), today, ever)


def _by_name(catalogue: Catalogue) -> dict[str, Indicator]:
    """Index indicators by the names that only one of them has."""
    names: dict[str, list[Indicator]] = {}
    for indicator in catalogue.indicators:
        for name in {same_name(indicator.name), same_name(indicator.short_name)}:
            names.setdefault(name, []).append(indicator)
    return {name: having[0] for name, having in names.items() if len(having) == 1}


def _ever_named(indicators: Iterable[Indicator]) -> dict[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    for indicator in indicators:
        for name in (indicator.name, indicator.short_name):
            codes.setdefault(fold(name), set()).add(indicator.code)
    return {name: frozenset(having) for name, having in codes.items()}


def _groups(catalogue: Catalogue) -> dict[str, dict[str, tuple[str, ...]]]:
    """Lay out indicator → dimension → values, the dimension of areas apart."""
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in catalogue.indicator_breakdowns:
        if each.dimension != AREA_DIMENSION:
            values = groups.setdefault(each.indicator, {})
            values[each.dimension] = (*values.get(each.dimension, ()), each.value)
    return groups


def read_indicator(known: Known, cell: Cell) -> CellReading[Indicator | None]:
    """Find the indicator by its code, else by its whole name; a similar name is none."""
    code = plain_digits(cell).upper()
    indicator = known.indicators.get(code) or known.names.get(same_name(cell))
    if indicator is not None:
        return CellReading(indicator)
    message = "Không có chỉ tiêu mang mã này; hãy dùng mã trong danh mục, như ML02."
    if not cell:
        message = "Thiếu mã chỉ tiêu; hãy ghi mã trong danh mục, như ML02."
    return CellReading(None, (Problem("unknown_indicator", message),))


def read_group(known: Known, indicator: Indicator, cell: Cell) -> CellReading[str]:
    """Give the group key of `dimension=value` pairs, or of a bare value only one dimension has."""
    text = composed(cell)
    allowed = known.groups.get(indicator.code, {})
    # A dimension beyond those there are is named twice, or is none.
    parts = text.split(";", len(allowed) + 1) if text else []
    pairs = [_pair(part.strip(), allowed) for part in parts]
    known_pairs = [pair for pair in pairs if pair is not None]
    if len({dimension for dimension, _ in known_pairs}) == len(pairs):
        return CellReading(group_key(known_pairs))
    message = f"Chỉ tiêu {indicator.code} không có nhóm này. {_choices(allowed)}"
    return CellReading("", (Problem("unknown_group", message),))


def _pair(part: str, allowed: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    dimension, is_pair, value = part.partition("=")
    named = (same_name(dimension), same_name(value)) if is_pair else (None, same_name(part))
    matching = [
        (each, option)
        for each, values in allowed.items()
        for option in values
        if named[0] in (None, same_name(each)) and named[1] == same_name(option)
    ]
    return matching[0] if len(matching) == 1 else None


def _choices(allowed: dict[str, tuple[str, ...]]) -> str:
    if not allowed:
        return "Chỉ tiêu này không chia nhóm; hãy để trống ô này."
    listed = "; ".join(f"{dimension}: {', '.join(v)}" for dimension, v in allowed.items())
    return f"Hãy chọn {listed}; số chung thì để trống."


def read_year(known: Known, cell: Cell, *, planned: bool = False) -> CellReading[int | None]:
    """Give the year of an actual figure, or of a planned one, which may lie ahead."""
    if cell.number is not None and cell.kind == "number" and cell.number.is_integer():
        written = YEAR.fullmatch(str(int(cell.number)))
    else:
        written = YEAR.fullmatch(same_name(plain_digits(cell)))
    if cell.kind == "date" or not written or not FIRST_YEAR <= int(written[1]) <= LAST_YEAR:
        return CellReading(None, (_bad_year(),))
    year = int(written[1])
    if year > known.today.year and not planned:
        message = (
            f"Năm {year} chưa đến nên chưa thể có số thực hiện; hãy kiểm tra lại năm. Số kế hoạch "
            "và mục tiêu không ghi ở đây."
        )
        return CellReading(None, (Problem("future_year", message),))
    if year < FIRST_USUAL_YEAR:
        message = f"Năm {year} đã lâu; hãy kiểm tra lại xem có gõ nhầm không."
        return CellReading(year, (Problem("bad_year", message, "remark"),))
    return CellReading(year)


def _bad_year() -> Problem:
    message = (
        f"Năm phải là bốn chữ số, từ {FIRST_YEAR} đến {LAST_YEAR}; năm học 2025-2026 hãy ghi 2025."
    )
    return Problem("bad_year", message)


def in_its_time(area: Area, year: int) -> CellReading[bool]:
    """Say whether a figure is recalculated for an area that came later, and what to ask then."""
    if area.valid_to and year > area.valid_to.year:
        message = (
            f"{area.name} không còn là đơn vị hành chính từ sau năm {area.valid_to.year}; hãy ghi "
            "đơn vị hiện nay."
        )
        return CellReading(False, (Problem("unknown_area", message),))
    if area.valid_from is None or year >= area.valid_from.year:
        return CellReading(False)
    message = (
        f"{area.name} có từ ngày {area.valid_from:%d/%m/%Y}; số liệu năm {year} chỉ được nhập khi "
        "là số liệu tính lại theo địa giới mới. Nếu đúng vậy hãy đánh dấu xác nhận."
    )
    return CellReading(True, (Problem("before_merger", message, "warning"),))
