"""All findings in what is sent, grouped by severity and kind, each with its place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from indicators.intake.findings import Finding, FindingKind, Severity
from indicators.wording.findings import KIND_NAMES, SEVERITY_NAMES
from pages.parts.recording.naming import AS_IN_FILE, Naming

SHOWN = 100  # rows of a kind on the page; more of the same kind say nothing new
OPEN = 12  # a kind with more rows opens at a touch
SHEET, ROW, PLACE = "Trang", "Dòng", "Số liệu"
COLUMNS = {
    SHEET: "sheet",
    ROW: "row",
    PLACE: "place",
    "Cột": "column",
    "Nội dung": "text",
    "Vì sao và cách sửa": "why",
}
ORDER = list(SEVERITY_NAMES)

FindingGroup = tuple[Severity, FindingKind]


def finding_groups(
    findings: Sequence[Finding],
    found: Mapping[FindingGroup, int] | None = None,
    naming: Naming = AS_IN_FILE,
) -> str:
    """Show every kind of finding, errors first; empty when there is nothing to say.

    `found` counts all of each kind, where only the first of them are given.
    """
    counted = Counter((each.severity, each.kind) for each in findings) if found is None else found
    groups: dict[FindingGroup, list[Finding]] = {}
    for each in sorted(findings, key=lambda each: ORDER.index(each.severity)):
        groups.setdefault((each.severity, each.kind), []).append(each)
    left_out = {ROW if naming.rows else PLACE, "" if any(f.sheet for f in findings) else SHEET}
    columns = [name for name in COLUMNS if name not in left_out]
    return "".join(finding_group(same, counted[of], columns, naming) for of, same in groups.items())


def finding_group(
    same: Sequence[Finding], count: int, columns: Sequence[str], naming: Naming
) -> str:
    """Show the first findings of one kind under its name, and how many there are."""
    severity, kind = same[0].severity, same[0].kind
    is_open = " open" if count <= OPEN and severity != "remark" else ""
    left = count - len(same[:SHOWN])
    more = f'<p class="quiet">… và {left} chỗ nữa cùng loại.</p>' if left else ""
    return (
        f'<details class="finding {severity}"{is_open}><summary>'
        f"<b>{SEVERITY_NAMES[severity]}</b> {escape(KIND_NAMES.get(kind, kind))} "
        f"<small>{count} chỗ</small></summary>"
        f"{finding_table(same[:SHOWN], columns, naming)}{more}</details>"
    )


def finding_table(same: Sequence[Finding], columns: Sequence[str], naming: Naming) -> str:
    """Show findings with sheet, row, column and text; all tables of a file have one grid."""
    head = "".join(f'<th scope="col" class="{COLUMNS[name]}">{name}</th>' for name in columns)
    body = "".join(finding_line(finding_cells(each, naming), columns) for each in same)
    return (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody>'
        "</table></div>"
    )


def finding_line(cells: dict[str, str], columns: Sequence[str]) -> str:
    """Show one finding."""
    inner = "".join(f'<td class="{COLUMNS[name]}">{cells[name]}</td>' for name in columns)
    return f"<tr>{inner}</tr>"


def finding_cells(finding: Finding, naming: Naming) -> dict[str, str]:
    """Give the cells of one finding by column."""
    row = escape(naming.row(finding))
    return {
        SHEET: escape(finding.sheet),
        ROW: row,
        PLACE: row,
        "Cột": escape(naming.column(finding)),
        "Nội dung": f"<q>{escape(finding.text)}</q>" if finding.text else "",
        "Vì sao và cách sửa": escape(finding.message),
    }
