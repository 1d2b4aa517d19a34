"""From the bytes of a file to tables that still know where everything stood."""

from collections.abc import Iterable, Sequence
from itertools import chain

from indicators.intake.files.grid import CellGrid, too_many_rows
from indicators.intake.files.opened import OpenedFile, Sheets
from indicators.intake.findings import Finding, UnreadableFileError
from indicators.intake.tables.headed_tables import HeadedTable, frame_of, headed_tables
from indicators.intake.tables.layout import Laid, lay_out
from indicators.intake.tables.table import Reading, Source, Table
from indicators.intake.uncollected import uncollected
from indicators.settings.sections import LIMITS, Limits
from indicators.wording.illustrative import MARK, is_marked, is_named_so

SEND_AGAIN = "hãy kiểm tra lại tệp rồi gửi lại."


@uncollected()
def read_file(
    name: str,
    content: bytes,
    limits: Limits = LIMITS,
    *,
    plan: bool = False,
    illustrative: bool = False,
) -> Reading:
    """Read a file into its tables; what cannot be read at all is a finding, never an exception.

    Columns of planned figures become tables of scope `plan` when `plan` asks for them. A file that
    is marked as illustrative is read for an illustrative board only.
    """
    source = None
    try:
        file = OpenedFile(name, content, limits)
        sheets = file.sheets()
        headed = [(grid, headed_tables(grid)) for grid in sheets.grids]
        source = Source(file, tuple(frame_of(*each) for each in headed))
        if not illustrative:
            _refuse_illustrative(name, sheets)
        tables, findings = _read(name, headed, limits, plan=plan)
        return Reading(tables, findings, source)
    except UnreadableFileError as error:
        return Reading((), (error.finding,), source)


def read_table(name: str, content: bytes, limits: Limits = LIMITS) -> Table:
    """Read a file of one table without a fault; raises UnreadableFileError otherwise."""
    reading = read_file(name, content, limits)
    wrong = next((each for each in reading.findings if each.severity == "error"), None)
    if wrong is not None or len(reading.tables) != 1:
        message = wrong.message if wrong else f"Tệp {name} có nhiều bảng; hãy chỉ giữ một bảng."
        raise UnreadableFileError(wrong.kind if wrong else "extra_sheet", message)
    return reading.tables[0]


def _refuse_illustrative(name: str, sheets: Sheets) -> None:
    """Refuse made-up figures by the mark that every file of an illustrative board carries."""
    names = (grid.sheet for grid in sheets.grids)
    cells = chain.from_iterable(grid.texts for grid in sheets.grids)
    if is_named_so(name) or is_marked(chain(names, cells, sheets.noted)):
        raise UnreadableFileError(
            "not_allowed",
            f"Tệp {name} là của bảng minh họa (có ghi “{MARK}” trong tệp hoặc tên tệp) nên không "
            "được nhập vào bảng thật; hãy gửi tệp số liệu thật, lập từ biểu mẫu của bảng này.",
        )


def _read(
    name: str, headed: Sequence[tuple[CellGrid, list[HeadedTable]]], limits: Limits, *, plan: bool
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    if not headed:
        raise UnreadableFileError("empty_file", f"Tệp {name} không có dòng nào; {SEND_AGAIN}")
    sheets = [(grid, lay_out(name, tables, limits, plan=plan)) for grid, tables in headed]
    read = [laid for _, laid in sheets if laid.known] or [sheets[0][1]]
    tables = tuple(table for laid in read for table in laid.tables)
    findings = [finding for laid in read for finding in laid.findings]
    findings += _announced(sheets, read)
    rows = sum(len(table.rows) for table in tables)
    if rows > limits.upload_rows:
        raise too_many_rows(name, limits)
    errors = {finding.kind for finding in findings if finding.severity == "error"}
    if not errors and not rows:
        findings.append(no_data(name, sheets[0][0].sheet, findings))
    elif not tables and "duplicate_column" not in errors:
        message = f"Tệp {name} không còn bảng nào đọc được; hãy sửa tiêu đề như đã nêu rồi gửi lại."
        findings.append(Finding("error", "no_data_rows", sheets[0][0].sheet, None, "", "", message))
    return tuple(table for table in tables if table.rows), tuple(findings)


def no_data(name: str, sheet: str, findings: Iterable[Finding]) -> Finding:
    """Say that a file holds no figures, or none but planned ones."""
    message = f"Tệp {name} chỉ có tiêu đề, không có số liệu; {SEND_AGAIN}"
    if any(finding.kind == "plan_column" for finding in findings):
        message = (
            f"Tệp {name} chỉ có số kế hoạch hoặc mục tiêu, không có số thực hiện; muốn nhập làm kế "
            "hoạch năm, hãy chọn nhập số kế hoạch."
        )
    return Finding("error", "no_data_rows", sheet, None, "", "", message)


def _announced(sheets: list[tuple[CellGrid, Laid]], read: list[Laid]) -> list[Finding]:
    """Name the sheets read beside the first, and those with numbers that are not read."""
    found = []
    first = next(grid for grid, laid in sheets if laid is read[0])
    for grid, laid in sheets:
        if laid is read[0]:
            continue
        if any(laid is each for each in read):
            message = (
                f"Trang '{grid.sheet}' cũng có bảng số liệu và được đọc cùng trang "
                f"'{first.sheet}'; nếu không cần, hãy bỏ hoặc ẩn trang này."
            )
            found.append(Finding("remark", "extra_sheet", grid.sheet, None, "", "", message))
        elif _has_numbers(grid):
            message = (
                f"Trang '{grid.sheet}' có số nhưng không có tiêu đề nhận ra được nên không đọc; "
                "nếu là số liệu cần nhập, hãy sửa tiêu đề theo biểu mẫu."
            )
            found.append(Finding("warning", "extra_sheet", grid.sheet, None, "", "", message))
    return found


def _has_numbers(grid: CellGrid) -> bool:
    numbers = (1 for row in grid.rows for cell in row.cells if cell.kind == "number")
    return sum(numbers) > 1
