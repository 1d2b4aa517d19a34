"""The words that headings of columns are known by."""

import re
from collections.abc import Iterable
from functools import lru_cache

from indicators.intake.files.spelling import fold
from indicators.intake.files.units import unit_of
from indicators.intake.files.year_headings import LONGEST, read_year_heading, spans_years

# Headings over the codes of areas; beside one of them another heading of areas is of their names.
AREA_CODES = (
    "madonvi", "madonvihanhchinh", "madvhc", "maxa", "maphuong", "maxaphuong", "maphuongxa",
    "madiaban", "areacode",
)  # fmt: skip
# Column → the headings that mean it, folded: no case, marks, spaces or underscores.
ALIASES: dict[str, tuple[str, ...]] = {
    "ma_chi_tieu": ("machitieu", "mact", "maso", "ma", "code", "indicator", "indicatorcode"),
    "nam": ("nam", "nambaocao", "namsolieu", "year"),
    "gia_tri": ("giatri", "solieu", "value"),
    "tu_so": ("tuso", "numerator"),
    "mau_so": ("mauso", "denominator"),
    "don_vi": (*AREA_CODES, "donvi", "tendonvi", "tendonvihanhchinh", "areaname",
               "donvihanhchinh", "diaban", "xaphuong", "xaphuongdackhu", "phuongxa",
               "phuongxadackhu", "phuong", "xa", "tenxa", "tenphuong",
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


def meanings(headings: Iterable[str]) -> list[str | None]:
    """Say which column each heading means; a name of indicators only where there is no code."""
    typed = list(headings)
    folded = [fold(heading) for heading in typed]
    found = [
        MEANING.get(bare) or _said_twice(text) for bare, text in zip(folded, typed, strict=True)
    ]
    found = _with_area_names(folded, found)
    if "ma_chi_tieu" in found:
        return found
    named = next((place for place, each in enumerate(folded) if each in NAMES), None)
    return ["ma_chi_tieu" if place == named else each for place, each in enumerate(found)]


def _with_area_names(folded: list[str], found: list[str | None]) -> list[str | None]:
    """Tell the names of areas from their codes, where one column of each stands in a table."""
    areas = [place for place, each in enumerate(found) if each == "don_vi"]
    codes = [place for place in areas if folded[place] in AREA_CODES]
    if (len(areas), len(codes)) != (2, 1):
        return found
    return [
        "ten_don_vi" if each == "don_vi" and place not in codes else each
        for place, each in enumerate(found)
    ]


def _said_twice(text: str) -> str | None:
    """Give the column that a heading names in two languages: 'Năm (Year)', 'Giá trị / Value'.

    A unit beside the name is none: 'Giá trị (triệu đồng)'.
    """
    return _named_twice(text) if len(text) <= LONGEST else _column_of_parts(text)


@lru_cache(maxsize=16_384)
def _named_twice(text: str) -> str | None:
    return _column_of_parts(text)


def _column_of_parts(text: str) -> str | None:
    named = ((part, MEANING.get(fold(part))) for part in PARTS.split(text) if part.strip())
    parts = {column for part, column in named if column or not unit_of(part)}
    return parts.pop() if len(parts) == 1 else None


def is_heading(text: str) -> bool:
    """Say whether a text can stand over a column of data."""
    folded = fold(text)
    known = folded in MEANING or folded in DESCRIPTIVE or _said_twice(text) is not None
    return known or read_year_heading(text) is not None or spans_years(text)
