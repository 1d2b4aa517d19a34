"""Which column a heading means, however it is spelt."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicators.intake.files.folding import fold
from indicators.intake.findings import Finding, shown
from indicators.intake.tables.table import Table
from indicators.intake.tables.year_headings import is_plan_heading, read_year_heading, spans_years

__all__ = ["Columns", "find_columns", "fold", "is_heading", "meanings", "unused_column"]

# Column → the headings that mean it, folded: no case, marks, spaces or underscores.
ALIASES: dict[str, tuple[str, ...]] = {
    "ma_chi_tieu": ("machitieu", "mact", "maso", "ma", "code", "indicator", "indicatorcode"),
    "nam": ("nam", "nambaocao", "namsolieu", "year"),
    "gia_tri": ("giatri", "solieu", "value"),
    "tu_so": ("tuso", "numerator"),
    "mau_so": ("mauso", "denominator"),
    "don_vi": ("donvi", "madonvi", "tendonvi", "donvihanhchinh", "diaban", "xaphuong",
               "xaphuongdackhu", "phuongxa", "phuongxadackhu", "phuong", "xa", "tenxa", "tenphuong",
               "tenxaphuong", "tenphuongxa", "tendiaban", "diaphuong", "area"),
    "nhom": ("nhom", "phanto", "caphoc", "loaihinh", "trinhdo", "mucdo", "group"),
    "trang_thai": ("trangthai", "status"),
    "ky": ("ky", "kybaocao", "period"),
    "dvt": ("dvt", "donvitinh", "donvido", "unit"),
    "so_van_ban": ("sovanban", "sohieuvanban", "document"),
    "ngay_van_ban": ("ngayvanban", "documentdate"),
    "nguon": ("nguon", "nguonsolieu", "source"),
    "lien_ket": ("lienket", "link", "url"),
    "ghi_chu": ("ghichu", "note", "notes"),
}  # fmt: skip
MEANING = {alias: column for column, aliases in ALIASES.items() for alias in aliases}
# Headings of the indicator's name: they mean the indicator where no column has its code.
NAMES = frozenset(
    ("chitieu", "tenchitieu", "noidung", "noidungchitieu", "chitieuchuyeu", "danhmucchitieu",
     "indicatorname")
)  # fmt: skip
INDICATOR_HEADINGS = NAMES.union(ALIASES["ma_chi_tieu"])
# The sheet in which a copy of a file carries what was found in it; never read.
NOTED_SHEET = "Phát hiện chung"
# What a table may hold for its reader alone.
DESCRIPTIVE = NAMES | {
    "stt", "tt", "sothutu", "no", "namtruoc", "giatrinamtruoc", "lantruocchidexem", "dinhnghia",
    "phathien", "luuy", "cachtinh", "coquanchutri", "tencoquan",
}  # fmt: skip
# What stands between the two names of a heading in two languages.
PARTS = re.compile(r"[\n/|()\[\]]|\s[-–]\s")
REQUIRED = ("ma_chi_tieu", "nam")
RATIO = ("tu_so", "mau_so")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column stands in the table, and whether the rows can be read by it."""

    places: dict[str, int]
    width: int
    findings: tuple[Finding, ...]

    @property
    def readable(self) -> bool:
        """Say whether no heading is missing or doubled."""
        return all(finding.severity != "error" for finding in self.findings)


def meanings(headings: Iterable[str]) -> list[str | None]:
    """Say which column each heading means; a name of indicators only where there is no code."""
    typed = list(headings)
    folded = [fold(heading) for heading in typed]
    found = [
        MEANING.get(bare) or _said_twice(text) for bare, text in zip(folded, typed, strict=True)
    ]
    if "ma_chi_tieu" in found:
        return found
    named = next((place for place, each in enumerate(folded) if each in NAMES), None)
    return ["ma_chi_tieu" if place == named else each for place, each in enumerate(found)]


def _said_twice(text: str) -> str | None:
    """Give the column that a heading names in two languages: 'Năm (Year)', 'Giá trị / Value'."""
    parts = {MEANING.get(fold(part)) for part in PARTS.split(text) if part.strip()}
    return parts.pop() if len(parts) == 1 else None


def is_heading(text: str) -> bool:
    """Say whether a text can stand over a column of data."""
    folded = fold(text)
    known = folded in MEANING or folded in DESCRIPTIVE or _said_twice(text) is not None
    return known or read_year_heading(text) is not None or spans_years(text)


def find_columns(table: Table) -> Columns:
    """Recognise the headings and say what is missing, doubled or unknown among them."""
    meant = meanings(table.header.cells)
    places = {column: place for place, column in enumerate(meant) if column is not None}
    found = (*_unknown(table, meant), *_doubled(table, meant), *_missing(table, places))
    return Columns(places, len(meant), found)


def _unknown(table: Table, meant: list[str | None]) -> Iterator[Finding]:
    for cell, column in zip(table.header.cells, meant, strict=True):
        if column is None and cell.strip() and fold(cell) not in DESCRIPTIVE:
            yield unused_column(table.sheet, table.header.number, cell, shown(cell))


def unused_column(
    sheet: str, row: int, heading: str, column: str, *, plan: bool = False
) -> Finding:
    """Name a column that nothing is taken from; planned figures are never actual ones.

    With `plan` planned figures were asked for, but this column does not say of which year.
    """
    heading = " ".join(heading.split())
    if plan and is_plan_heading(heading):
        message = (
            f"Cột '{shown(heading)}' là kế hoạch hoặc mục tiêu nhưng không ghi năm nên không nhập; "
            "hãy ghi năm vào tiêu đề, như 'KH 2026'."
        )
        return Finding("warning", "plan_column", sheet, row, column, shown(heading), message)
    if is_plan_heading(heading):
        message = (
            f"Cột '{shown(heading)}' là kế hoạch hoặc mục tiêu nên không nhập thành số thực hiện; "
            "muốn nhập làm kế hoạch năm, hãy chọn nhập số kế hoạch."
        )
        return Finding("remark", "plan_column", sheet, row, column, shown(heading), message)
    message = (
        f"Cột '{shown(heading)}' không dùng đến nên được bỏ qua; nếu cột có số liệu cần nhập, hãy "
        "sửa lại tiêu đề theo biểu mẫu."
    )
    return Finding("remark", "unknown_column", sheet, row, column, shown(heading), message)


def _doubled(table: Table, meant: list[str | None]) -> Iterator[Finding]:
    for column, times in Counter(meant).items():
        if column is not None and times > 1:
            message = f"Có {times} cột cùng nghĩa {column}; hãy giữ lại một cột."
            number = table.header.number
            yield Finding("error", "duplicate_column", table.sheet, number, column, "", message)


def _missing(table: Table, places: dict[str, int]) -> Iterator[Finding]:
    missing = [column for column in REQUIRED if column not in places]
    if "gia_tri" not in places and not all(column in places for column in RATIO):
        missing.append("gia_tri")
    for column in missing:
        message = f"Thiếu cột {column}; hãy thêm cột này vào dòng tiêu đề."
        number = table.header.number
        yield Finding("error", "missing_column", table.sheet, number, column, "", message)
