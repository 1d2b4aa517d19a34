"""A template as a workbook: drop-down lists, range checks, and a sheet that explains."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue.records import Indicator
from indicators.intake.forms.template_lines import Request
from indicators.intake.forms.templates import (
    BEFORE,
    NAME,
    SAID,
    TemplateForm,
    headings,
    rows,
    value_heading,
)
from indicators.store.records import PERIODS, STATUSES
from indicators.wording.illustrative import MARK
from indicators.wording.numbers import office_code
from indicators.wording.report import PRODUCT

DATA, GUIDE = "Số liệu", "Hướng dẫn"
# In letters; the whole fits a landscape sheet of A4 in type that can still be read.
WIDTHS = {
    "ma_chi_tieu": 8, NAME: 34, "don_vi": 15, "nhom": 15, "dvt": 10, "nam": 6, BEFORE: 10,
    "gia_tri": 11, "tu_so": 8, "mau_so": 8, "trang_thai": 9, "ky": 5, "nguon": 14, "ghi_chu": 12,
}  # fmt: skip
GUIDE_WIDTHS = (46, 14, 66, 44)
USUAL_WIDTH = 10
CODES_ROW, HEADINGS_ROW, FIRST_ROW = 1, 2, 3
LINE_HEIGHT = 15  # points
A4 = 9  # as Excel numbers paper
GROUND = PatternFill("solid", fgColor="E8EEF5")
TO_FILL = PatternFill("solid", fgColor="FFF7DA")
FACE = "Calibri"
BOLD, GREY = Font(name=FACE, bold=True), Font(name=FACE, color="6B7280")
WRAPPED = Alignment(wrap_text=True, vertical="top")
FRAME = Border(*[Side(style="thin", color="B8C2CC")] * 4)
SPARE = 1.15  # of the width of a cell that words leave at the ends of their lines
LISTS = {"trang_thai": STATUSES, "ky": PERIODS}
# The headings of this list must not be those of a table of figures.
GUIDE_HEADINGS = ("Mã và tên", "Tính bằng", "Định nghĩa", "Cách thu thập")
GUIDANCE = (
    "Điền số vào các ô màu vàng của trang “Số liệu”; ô để trống nghĩa là chưa có số liệu.",
    "Không sửa các cột mã, địa bàn, phân tổ và dòng ẩn phía trên tiêu đề. Cột “Lần trước” chỉ để "
    "đối chiếu, không được nhập.",
    "Tỷ lệ ghi theo phần trăm: 85 hoặc 76,9. Có tử số và mẫu số thì ghi cả hai, giá trị tự tính.",
    "Mốc công việc: ghi “có”, “không” hoặc phần trăm hoàn thành từ 0 đến 100.",
    "Thứ hạng: ghi số, khoảng công bố như 201–250, hoặc “chưa xếp hạng”.",
    "Trạng thái: chính thức (để trống), sơ bộ, ước. Kỳ: nam cho cả năm (để trống), 9t, 6t.",
)


def template_xlsx(request: Request, form: TemplateForm) -> bytes:
    """Write a template as a workbook; the first sheet is to be filled in, the second explains."""
    book = Workbook()
    _tell(book.properties, request)
    _fill_data(book.active, request, form)
    _fill_guide(book.create_sheet(GUIDE), request)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _tell(properties: DocumentProperties, request: Request) -> None:
    """Say what the file is, and nothing of the library that wrote it."""
    properties.creator = properties.lastModifiedBy = PRODUCT
    properties.title = f"Biểu mẫu số liệu năm {request.year}: {request.agency}"
    properties.keywords = MARK if request.illustrative else None


def _fill_data(page: Worksheet, request: Request, form: TemplateForm) -> None:
    names = headings(request, form)
    page.title = DATA
    page.append(names)
    page.append([SAID.get(name, name) for name in names])
    page.row_dimensions[CODES_ROW].hidden = True
    for row in rows(request, form):
        page.append(row)
    _dress(page, names, value_heading(request, form))
    before = names.index(BEFORE) + 1
    for number, line in enumerate(request.lines, start=FIRST_ROW):
        page.cell(number, before).number_format = office_code(line.indicator.decimals)
    _print_on_a4(page, _title(request))
    page.print_title_rows = f"{HEADINGS_ROW}:{HEADINGS_ROW}"
    value = get_column_letter(names.index(value_heading(request, form)) + 1)
    for check in _range_checks(request, value):
        page.add_data_validation(check)
    for name, options in LISTS.items():
        if name in names:
            letter = get_column_letter(names.index(name) + 1)
            page.add_data_validation(
                _choice(options, f"{letter}{FIRST_ROW}:{letter}{page.max_row}")
            )


def _dress(page: Worksheet, names: Sequence[str], value: str) -> None:
    for place, name in enumerate(names, start=1):
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = WIDTHS.get(name, USUAL_WIDTH)
        _head(page.cell(HEADINGS_ROW, place))
        for (cell,) in page.iter_rows(min_row=FIRST_ROW, min_col=place, max_col=place):
            cell.alignment, cell.border = WRAPPED, FRAME
            if name == value:
                cell.fill = TO_FILL
            elif name in (BEFORE, NAME):
                cell.font = GREY
    widths = [WIDTHS.get(name, USUAL_WIDTH) for name in names]
    for cells in page.iter_rows(min_row=HEADINGS_ROW):
        texts = [each.value if isinstance(each.value, str) else None for each in cells]
        page.row_dimensions[cells[0].row].height = LINE_HEIGHT * _lines(texts, widths)
    page.freeze_panes = f"C{FIRST_ROW}"
    last = get_column_letter(len(names))
    page.auto_filter.ref = f"A{HEADINGS_ROW}:{last}{page.max_row}"


def _head(cell: Cell) -> None:
    cell.font, cell.fill, cell.alignment, cell.border = BOLD, GROUND, WRAPPED, FRAME


def _print_on_a4(page: Worksheet, title: str) -> None:
    """Fit the columns to landscape sheets of A4, each with title and page; '&' begins a code."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.8, bottom=0.8)
    page.oddHeader.left.text = title.replace("&", "&&")
    page.oddFooter.right.text = "Trang &P/&N"


def _title(request: Request) -> str:
    mark = f"{MARK}. " if request.illustrative else ""
    return f"{mark}Biểu mẫu số liệu năm {request.year}. {request.agency}"


def _range_checks(request: Request, letter: str) -> Iterator[DataValidation]:
    """Give the check of each indicator over its own rows, which stand together."""
    start = FIRST_ROW
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
    for place, width in enumerate(GUIDE_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.append([_title(request)])
    page["A1"].font = Font(name=FACE, bold=True, size=14)
    for line in GUIDANCE:
        _across(page, line)
    page.append([])
    page.append(GUIDE_HEADINGS)
    for cell in page[page.max_row]:
        _head(cell)
    for each in request.indicators:
        texts = (f"{each.code}. {each.name}", each.unit or None, each.definition, each.collection)
        page.append(texts)
        page.row_dimensions[page.max_row].height = LINE_HEIGHT * _lines(texts, GUIDE_WIDTHS)
        for cell in page[page.max_row]:
            cell.alignment, cell.border = WRAPPED, FRAME
    _print_on_a4(page, _title(request))


def _across(page: Worksheet, text: str) -> None:
    """Write a line over all columns, as high as it needs."""
    page.append([text])
    row = page.max_row
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(GUIDE_WIDTHS))
    page.cell(row, 1).alignment = WRAPPED
    page.row_dimensions[row].height = LINE_HEIGHT * _lines([text], [sum(GUIDE_WIDTHS)])


def _lines(texts: Sequence[str | None], widths: Sequence[int]) -> int:
    """Say how many lines the highest of some cells takes; words break a little early."""
    fits = zip(texts, widths, strict=True)
    return max(ceil(len(text or "") * SPARE / width) or 1 for text, width in fits)
