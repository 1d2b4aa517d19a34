"""A file with its findings in an added column and the cells they are about in colour."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from indicators.intake.files.cell import Cell, CellRow
from indicators.intake.files.grid import CellGrid
from indicators.intake.files.heading_words import NOTED_SHEET
from indicators.intake.files.opened import OpenedFile
from indicators.intake.files.package import Package
from indicators.intake.findings import Finding, FindingKind, UnreadableFileError
from indicators.intake.marking.finding_places import (
    SEVERITIES,
    PlacedFindings,
    SheetNotes,
    place_findings,
)
from indicators.intake.marking.noted_workbook import noted_workbook
from indicators.intake.marking.plain_workbook import ONLY_SHEET, plain_workbook
from indicators.intake.tables.notes_column import without_notes
from indicators.intake.tables.table import Source
from indicators.settings.sections import LIMITS
from indicators.wording.numbers import counted

# Findings without a row that say why a file could not be read: there is nothing to copy.
UNREAD: frozenset[FindingKind] = frozenset(
    {"empty_file", "not_a_table", "unsupported_format", "password_protected", "encoding",
     "too_large"}
)  # fmt: skip
# A copy of more cells would take more memory than the check itself.
MOST_CELLS = 2_000_000
# More are of no use to anybody; the worst of them are remarks.
MOST_FINDINGS = 20_000
UNKNOWN = "?"  # where a figure is read, it is an error
LISTED = f"quá lớn để sao lại; các phát hiện ở trang “{NOTED_SHEET}”."
VALUES_ONLY = (
    "Bản sao này chỉ có chữ và số của tệp đã gửi, không có định dạng, công thức và trang ẩn; hãy "
    "dùng nó để đối chiếu và sửa trong tệp gốc."
)


def can_be_marked(findings: Sequence[Finding]) -> bool:
    """Say whether there is anything to tell in a copy, and a table to tell it in."""
    unread = any(
        each.severity == "error" and each.row is None and each.kind in UNREAD for each in findings
    )
    return bool(findings) and not unread


def copy_name(name: str) -> str:
    """Give the file name of the copy of a file."""
    return f"{PurePath(name).stem}-phat-hien.xlsx"


def marked_copy(source: Source | None, findings: Sequence[Finding], mark: str = "") -> bytes | None:
    """Make the copy as an .xlsx that reads like the file itself; None when it could not be read.

    A workbook stays as it is, but for colours and notes. What is no workbook, or an unusual one,
    is copied as it was read; of more than MOST_CELLS cells, the findings alone are listed. A mark
    is written above the findings.
    """
    if source is None or not source.frames:
        return None
    remark, worst = "", tuple(findings)
    if len(findings) > MOST_FINDINGS:
        worst = tuple(sorted(findings, key=lambda each: SEVERITIES.index(each.severity)))
        worst = worst[:MOST_FINDINGS]
        count = f"Tệp có {counted(len(findings))} phát hiện"
        remark = f"{count}; bản sao ghi {MOST_FINDINGS} phát hiện nặng nhất."
    lines = [mark, remark]
    placed = place_findings(source.frames, worst)
    package = source.file.package
    own = None if package is None else noted_workbook(package, placed, lines)
    return own or _copy_of_cells(source.file, placed, worst, lines)


def _copy_of_cells(
    file: OpenedFile, placed: PlacedFindings, findings: tuple[Finding, ...], remarks: list[str]
) -> bytes | None:
    grids = file.sheets().grids
    if sum(len(row.cells) for grid in grids for row in grid.rows) <= MOST_CELLS:
        fitted = [_fitted(grid, placed.sheets[grid.sheet]) for grid in grids]
        named = {sheet or ONLY_SHEET: notes for sheet, notes in placed.sheets.items()}
        lines = [*remarks, "" if grids[0].ragged else VALUES_ONLY]
        copy = _noted_cells(fitted, PlacedFindings(named, placed.general), lines)
        if copy is not None:
            return copy
    page = CellGrid("", (CellRow(1, (Cell(f"Tệp {file.name} {LISTED}"),)),))
    return _noted_cells([page], PlacedFindings({}, findings), remarks)


def _noted_cells(
    grids: Sequence[CellGrid], placed: PlacedFindings, remarks: Sequence[str]
) -> bytes | None:
    try:
        package = Package("", plain_workbook(grids), LIMITS)
    except UnreadableFileError:  # the copy would be larger than any file that is accepted
        return None
    return noted_workbook(package, placed, remarks)


def _fitted(grid: CellGrid, notes: SheetNotes) -> CellGrid:
    """Give the cells for a copy: without earlier notes, and no row that only seems to fit.

    Cell by cell a row of the wrong length would fit the columns of a workbook, and its figures
    might be read; so it is put into its first cell whole, and stays an error until it is mended.
    """
    rows = without_notes(grid).rows
    if not notes.unsplit:
        return replace(grid, rows=rows)
    whole = {
        row.number: _whole(row, *notes.unsplit[row.number])
        for row in rows
        if row.number in notes.unsplit
    }
    return replace(grid, rows=tuple(whole.get(row.number, row) for row in rows))


def _whole(row: CellRow, code: int, figure: int) -> CellRow:
    cells = [Cell("")] * (max(code, figure) + 1)
    cells[code] = Cell(" | ".join(row.cells))
    cells[figure] = Cell(UNKNOWN)
    return CellRow(row.number, tuple(cells))
