"""Templates: what an agency leads, ready to be filled in, as a workbook or as CSV.

A template is read back by the same rules as any file: its headings are those of a file, and the
columns that only explain have headings that mean nothing there.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from indicators.board.board import CITY
from indicators.intake.forms.template_lines import FormLine, Request
from indicators.wording.illustrative import HEADING, MARK

TemplateForm = Literal["tidy", "wide"]
FormValue = str | int | float | None

NAME, BEFORE = "Tên chỉ tiêu", "Lần trước (chỉ để xem)"
PLACE = ("ma_chi_tieu", NAME, "don_vi", "nhom", "dvt")
TIDY = (
    *PLACE,
    *("nam", BEFORE, "gia_tri", "tu_so", "mau_so", "trang_thai", "ky"),
    *("nguon", "so_van_ban", "ngay_van_ban", "ghi_chu"),
)
# What a person reads over the columns of a workbook, whose codes stand in a hidden row.
SAID = {
    "ma_chi_tieu": "Mã chỉ tiêu",
    "don_vi": "Địa bàn",
    "nhom": "Phân tổ",
    "dvt": "ĐVT",
    "nam": "Năm",
    "gia_tri": "Giá trị",
    "tu_so": "Tử số",
    "mau_so": "Mẫu số",
    "trang_thai": "Trạng thái",
    "ky": "Kỳ",
    "nguon": "Nguồn",
    "so_van_ban": "Số văn bản",
    "ngay_van_ban": "Ngày văn bản",
    "ghi_chu": "Ghi chú",
}
WHOLE_CITY = "Toàn thành phố"


def headings(request: Request, form: TemplateForm) -> tuple[str, ...]:
    """Give the headings of a form; across stands only the year asked for."""
    names = TIDY if form == "tidy" else (*PLACE, BEFORE, str(request.year))
    return (*names, HEADING) if request.illustrative else names


def value_heading(request: Request, form: TemplateForm) -> str:
    """Name the column that is to be filled in."""
    return "gia_tri" if form == "tidy" else str(request.year)


def rows(request: Request, form: TemplateForm) -> Iterator[tuple[FormValue, ...]]:
    """Give the rows of a form, the cells to fill in empty."""
    names = headings(request, form)
    for line in request.lines:
        known = {**known_cells(line), HEADING: MARK}
        yield tuple(known.get(name) for name in names)


def template_csv(request: Request, form: TemplateForm) -> bytes:
    """Write a template as UTF-8 with BOM, decimal commas."""
    return csv_of(headings(request, form), map(_written, rows(request, form)))


def csv_of(head: Sequence[str], rows: Iterable[Sequence[FormValue]]) -> bytes:
    """Write rows under their headings as Excel reads them, UTF-8 with BOM."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def known_cells(line: FormLine) -> dict[str, FormValue]:
    """Give the cells of a line that are filled in already, by column."""
    area = WHOLE_CITY if line.area.code == CITY else line.area.name
    return {
        "ma_chi_tieu": line.indicator.code,
        NAME: line.indicator.name,
        "don_vi": area,
        "nhom": line.group or None,
        "dvt": line.indicator.unit or None,
        "nam": line.year,
        BEFORE: _before(line),
    }


def _before(line: FormLine) -> FormValue:
    """Give last year's figure; an unranked year, and one of 0 of 0, in words."""
    return "chưa xếp hạng" if line.previous == float("inf") else line.previous


def _written(row: Sequence[FormValue]) -> list[FormValue]:
    return [str(v).replace(".", ",") if isinstance(v, float) else v for v in row]
