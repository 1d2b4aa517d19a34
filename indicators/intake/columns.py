"""Which column a heading means, however it is spelt."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from indicators.intake.findings import Finding, shown
from indicators.intake.table import Table

# Column → the other headings that mean it, folded: no case, marks, spaces or underscores.
ALIASES: dict[str, tuple[str, ...]] = {
    "ma_chi_tieu": ("machitieu", "chitieu", "indicator"),
    "nam": ("nam", "year"),
    "gia_tri": ("giatri", "value"),
    "tu_so": ("tuso", "numerator"),
    "mau_so": ("mauso", "denominator"),
    "don_vi": ("donvi", "area"),
    "nhom": ("nhom", "group"),
    "trang_thai": ("trangthai", "status"),
    "ky": ("ky", "period"),
    "dvt": ("dvt", "donvitinh", "unit"),
    "so_van_ban": ("sovanban",),
    "ngay_van_ban": ("ngayvanban",),
    "nguon": ("nguon", "source"),
    "lien_ket": ("lienket", "link"),
    "ghi_chu": ("ghichu", "note"),
}
MEANING = {alias: column for column, aliases in ALIASES.items() for alias in aliases}
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


def fold(text: str) -> str:
    """Reduce a text to its bare letters and digits: 'Mã chỉ tiêu' and 'ma_chi_tieu' are one."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if letter.isalnum())


def find_columns(table: Table) -> Columns:
    """Recognise the headings and say what is missing, doubled or unknown among them."""
    meanings = [MEANING.get(fold(cell)) for cell in table.header.cells]
    places = {column: place for place, column in enumerate(meanings) if column is not None}
    found = (*_unknown(table, meanings), *_doubled(table, meanings), *_missing(table, places))
    return Columns(places, len(meanings), found)


def _unknown(table: Table, meanings: list[str | None]) -> Iterator[Finding]:
    for cell, column in zip(table.header.cells, meanings, strict=True):
        if column is None and cell.strip():
            message = f"Cột '{shown(cell)}' không dùng đến nên được bỏ qua."
            number = table.header.number
            yield Finding("remark", "unknown_column", table.sheet, number, cell, cell, message)


def _doubled(table: Table, meanings: list[str | None]) -> Iterator[Finding]:
    for column, times in Counter(meanings).items():
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
