"""A template as a workbook: drop-down lists, range checks, and a sheet that explains."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue.records import Indicator
from indicators.intake.forms.template_lines import Request
from indicators.intake.forms.templates import (
    BEFORE,
    NAME,
    TemplateForm,
    headings,
    rows,
    value_heading,
)
from indicators.store.records import PERIODS, STATUSES
from indicators.wording.illustrative import MARK

DATA, GUIDE = "Số liệu", "Hướng dẫn"
WIDTHS = {"ma_chi_tieu": 12, NAME: 48, "don_vi": 26, "nhom": 26, BEFORE: 14, "nguon": 30}
GUIDE_WIDTHS = (52, 18, 70, 40)
USUAL_WIDTH = 13
GROUND = PatternFill("solid", fgColor="E8EEF5")
TO_FILL = PatternFill("solid", fgColor="FFF7DA")
GREY = Font(color="6B7280")
LISTS = {"trang_thai": STATUSES, "ky": PERIODS}
# The headings of this list must not be those of a table of figures.
GUIDE_HEADINGS = ("Mã và tên", "Tính bằng", "Định nghĩa", "Cách thu thập")
GUIDANCE = (
    "Điền số vào các ô màu vàng của trang “Số liệu”; ô để trống nghĩa là chưa có số liệu.",
    "Không sửa các cột mã, đơn vị, nhóm. Cột “Lần trước” chỉ để đối chiếu, không được nhập.",
    "Tỷ lệ ghi theo phần trăm: 85 hoặc 76,9. Có tử số và mẫu số thì ghi cả hai, giá trị tự tính.",
    "Mốc công việc: ghi “có”, “không” hoặc phần trăm hoàn thành từ 0 đến 100.",
    "Thứ hạng: ghi số, khoảng công bố như 201–250, hoặc “chưa xếp hạng”.",
    "Trạng thái: chính thức (để trống), sơ bộ, ước. Kỳ: nam cho cả năm (để trống), 9t, 6t.",
)


def template_xlsx(request: Request, form: TemplateForm) -> bytes:
    """Write a template as a workbook; the first sheet is to be filled in, the second explains."""
    book = Workbook()
    _fill_data(book.active, request, form)
    _fill_guide(book.create_sheet(GUIDE), request)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill_data(page: Worksheet, request: Request, form: TemplateForm) -> None:
    names = headings(request, form)
    page.title = DATA
    page.append(names)
    for row in rows(request, form):
        page.append(row)
    _dress(page, names, value_heading(request, form))
    value = get_column_letter(names.index(value_heading(request, form)) + 1)
    for check in _range_checks(request, value):
        page.add_data_validation(check)
    for name, options in LISTS.items():
        if name in names:
            letter = get_column_letter(names.index(name) + 1)
            page.add_data_validation(_choice(options, f"{letter}2:{letter}{page.max_row}"))


def _dress(page: Worksheet, names: Sequence[str], value: str) -> None:
    for place, name in enumerate(names, start=1):
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = WIDTHS.get(name, USUAL_WIDTH)
        page.cell(1, place).font = Font(bold=True)
        page.cell(1, place).fill = GROUND
        for (cell,) in page.iter_rows(min_row=2, min_col=place, max_col=place):
            if name == value:
                cell.fill = TO_FILL
            elif name in (BEFORE, NAME):
                cell.font = GREY
    page.freeze_panes = "C2"
    page.auto_filter.ref = page.dimensions


def _range_checks(request: Request, letter: str) -> Iterator[DataValidation]:
    """Give the check of each indicator over its own rows, which stand together."""
    start = 2
    for _, lines in groupby(request.lines, key=lambda line: line.indicator.code):
        same = list(lines)
        check = _range_check(same[0].indicator)
        if check:
            check.add(f"{letter}{start}:{letter}{start + len(same) - 1}")
            yield check
        start += len(same)


def _range_check(indicator: Indicator) -> DataValidation | None:
    """Check a number's range; ranks may be bands or words, so they are checked when sent."""
    if indicator.kind == "rank":
        return None
    if indicator.kind == "milestone":
        return _choice(("có", "không"), strict=False)
    whole = indicator.kind == "count"
    low, high = indicator.lower, indicator.upper
    operator = "between" if high is not None else "greaterThanOrEqual"
    check = DataValidation(
        type="whole" if whole else "decimal",
        operator=operator,
        formula1=f"{low if low is not None else -1e15:g}",
        formula2=None if high is None else f"{high:g}",
        allow_blank=True,
        showErrorMessage=True,
    )
    check.errorTitle = indicator.code
    check.error = f"Giá trị phải là {'số nguyên' if whole else 'số'} {_range(low, high)}."
    return check


def _range(low: float | None, high: float | None) -> str:
    least = "" if low is None else f"từ {low:g} "
    return f"{least}{'trở lên' if high is None else f'đến {high:g}'}"


def _choice(options: Sequence[str], cells: str = "", *, strict: bool = True) -> DataValidation:
    """Offer a list; a lenient one also lets other entries pass."""
    check = DataValidation(
        type="list",
        formula1=f'"{",".join(options)}"',
        allow_blank=True,
        showErrorMessage=strict,
        error=f"Chỉ được ghi: {', '.join(options)}.",
    )
    if cells:
        check.add(cells)
    return check


def _fill_guide(page: Worksheet, request: Request) -> None:
    mark = f"{MARK}. " if request.illustrative else ""
    page.append([f"{mark}Biểu mẫu số liệu năm {request.year}. {request.agency}"])
    page["A1"].font = Font(bold=True, size=14)
    for line in GUIDANCE:
        page.append([line])
    page.append([])
    page.append(GUIDE_HEADINGS)
    for cell in page[page.max_row]:
        cell.font, cell.fill = Font(bold=True), GROUND
    for each in request.indicators:
        name = f"{each.code}. {each.name}"
        page.append([name, each.unit or None, each.definition, each.collection])
        for cell in page[page.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for place, width in enumerate(GUIDE_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
