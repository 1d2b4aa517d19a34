"""The sheet of a marked copy that tells what no row can show; it is never read as data."""

from collections.abc import Sequence

from indicators.intake.findings import Finding, Severity
from indicators.intake.tables.notes_column import HEADING
from indicators.wording.findings import SEVERITY_NAMES

HEADINGS = ("Mức", "Trang", "Dòng", "Cột", "Chữ trong ô", "Vì sao và cách sửa")
WIDTHS = (12, 18, 8, 16, 30, 90)
INTRODUCTION = (
    f"Cột “{HEADING}” ở cuối mỗi bảng ghi điều cần xem của từng dòng; ô có màu là ô được nhắc đến.",
    f"Sửa ngay trong tệp này rồi gửi lại được: cột “{HEADING}” và trang này không được đọc.",
)

FindingLine = tuple[Severity | None, tuple[str, ...]]


def general_lines(findings: Sequence[Finding], remarks: Sequence[str] = ()) -> list[FindingLine]:
    """Give the lines of the sheet as texts, each with the severity that colours its first cell.

    `remarks` are to be said of the copy beside what is always said.
    """
    lines: list[FindingLine] = [(None, (line,)) for line in (*INTRODUCTION, *remarks) if line]
    if findings:
        lines += [(None, ()), (None, HEADINGS)]
    return lines + [(each.severity, _cells(each)) for each in findings]


def _cells(finding: Finding) -> tuple[str, ...]:
    row = "" if finding.row is None else str(finding.row)
    severity = SEVERITY_NAMES[finding.severity]
    return severity, finding.sheet, row, finding.column, finding.text, finding.message
