"""Figures and plans as agencies send them: CSV files in the intake's own form, each row marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.board.board import CITY
from indicators.catalogue.records import Catalogue
from indicators.intake.forms.templates import WHOLE_CITY, csv_of
from indicators.seeding.illustrative.figures import Figure
from indicators.wording.illustrative import HEADING, MARK

SOURCE = "Số liệu minh họa"
FIGURES = (
    "ma_chi_tieu", "don_vi", "nhom", "nam", "ky", "gia_tri", "tu_so", "mau_so", "trang_thai",
    "nguon", "ghi_chu", HEADING,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file and what it holds besides figures: `plans` or rows that cannot be read."""

    name: str
    content: bytes
    plans: bool = False
    only_clean: bool = False


def figures_file(catalogue: Catalogue, name: str, figures: Iterable[Figure]) -> SentFile:
    """Write figures one a row."""
    names = {area.code: area.name for area in catalogue.areas} | {CITY: WHOLE_CITY}
    rows = (
        (
            each.code, names[each.area], each.group, each.year, each.period, each.value,
            each.numerator, each.denominator, each.status, SOURCE, each.note, MARK,
        )
        for each in figures
    )  # fmt: skip
    return SentFile(name, csv_of(FIGURES, rows))


def plans_file(name: str, year: int, plans: Iterable[tuple[str, str]]) -> SentFile:
    """Write the plans of a year: code and value under a heading that names the year."""
    rows = ((code, value, SOURCE, MARK) for code, value in plans)
    head = ("ma_chi_tieu", f"KH {year}", "nguon", HEADING)
    return SentFile(name, csv_of(head, rows), plans=True)
