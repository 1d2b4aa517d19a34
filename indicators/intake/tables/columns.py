"""Which column a heading means, however it is spelt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from indicators.intake.files.heading_words import DESCRIPTIVE, meanings
from indicators.intake.files.spelling import fold
from indicators.intake.files.year_headings import is_compared, is_plan_heading, names_year
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

__all__ = ["Columns", "find_columns", "unused_column"]

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


def find_columns(table: Table) -> Columns:
    """Recognise the headings and say what is missing, doubled or unknown among them."""
    meant = meanings(table.header.cells)
    places = {column: place for place, column in enumerate(meant) if column is not None}
    found = (*_unknown(table, meant), *_doubled(table, meant), *_missing(table, places))
    return Columns(places, len(meant), found)


def _unknown(table: Table, meant: list[str | None]) -> Iterator[Finding]:
    for cell, column in zip(table.header.cells, meant, strict=True):
        if column is None and cell.strip() and fold(cell) not in DESCRIPTIVE:
            yield unused_column(table.sheet, table.header.number, cell, excerpt(cell))


def unused_column(
    sheet: str, row: int, heading: str, column: str, *, plan: bool = False, wide: bool = False
) -> Finding:
    """Name a column that nothing is taken from; planned figures are never actual ones.

    With `plan` planned figures were asked for, but this column does not say of which year; in a
    `wide` table a heading with a year that is not understood may hide figures that are missed.
    """
    heading = " ".join(heading.split())
    if is_compared(heading):
        message = (
            f"Cột '{excerpt(heading)}' là số so sánh, tăng giảm hoặc tỷ lệ thực hiện, không phải "
            "số liệu của năm, nên không nhập."
        )
        return Finding("remark", "unknown_column", sheet, row, column, excerpt(heading), message)
    if plan and is_plan_heading(heading):
        message = (
            f"Cột '{excerpt(heading)}' là kế hoạch hoặc mục tiêu nhưng không ghi năm nên "
            "không nhập; hãy ghi năm vào tiêu đề, như 'KH 2026'."
        )
        return Finding("warning", "plan_column", sheet, row, column, excerpt(heading), message)
    if is_plan_heading(heading):
        message = (
            f"Cột '{excerpt(heading)}' là kế hoạch hoặc mục tiêu nên không nhập thành số thực "
            "hiện; muốn nhập làm kế hoạch năm, hãy chọn nhập số kế hoạch."
        )
        return Finding("remark", "plan_column", sheet, row, column, excerpt(heading), message)
    if wide and names_year(heading):
        message = (
            f"Cột '{excerpt(heading)}' có ghi năm mà tiêu đề không hiểu hết nên không nhập; nếu "
            "cột có số liệu cần nhập, hãy sửa tiêu đề, như 'TH 2025' hoặc 'Sơ bộ 2025'."
        )
        return Finding("warning", "unknown_column", sheet, row, column, excerpt(heading), message)
    message = (
        f"Cột '{excerpt(heading)}' không dùng đến nên được bỏ qua; nếu cột có số liệu cần nhập, "
        "hãy sửa lại tiêu đề theo biểu mẫu."
    )
    return Finding("remark", "unknown_column", sheet, row, column, excerpt(heading), message)


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
