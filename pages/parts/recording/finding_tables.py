"""All findings in what is sent, grouped by severity and kind, each with its place."""

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from indicators.intake.findings import Finding, FindingKind, IndicatorsOfRows, Severity
from indicators.wording.findings import KIND_NAMES, SEVERITY_NAMES
from pages.parts.recording.naming import AS_IN_FILE, Naming
from pages.parts.templates import blocks

TABLES = blocks("parts/recording/finding_tables.html")
SHOWN = 100  # rows of a kind on the page; more of the same kind say nothing new
OPEN = 12  # a kind with more rows opens at a touch
SHEET, ROW, PLACE, INDICATOR = "Trang", "Dòng", "Số liệu", "Chỉ tiêu"
COLUMNS = {
    SHEET: "sheet",
    ROW: "row",
    PLACE: "place",
    INDICATOR: "code",
    "Cột": "column",
    "Nội dung": "text",
    "Vì sao và cách sửa": "why",
}
ORDER = list(SEVERITY_NAMES)

NO_INDICATORS: IndicatorsOfRows = {}
FindingGroup = tuple[Severity, FindingKind]


def finding_groups(
    findings: Sequence[Finding],
    found: Mapping[FindingGroup, int] | None = None,
    naming: Naming = AS_IN_FILE,
    indicators: IndicatorsOfRows = NO_INDICATORS,
) -> Markup:
    """Show every kind of finding, errors first; empty when there is nothing to say.

    `found` counts all of each kind, where only the first of them are given; `indicators` are those
    of the rows, where the rows of a file are not known by a name of their own.
    """
    counted = Counter((each.severity, each.kind) for each in findings) if found is None else found
    groups: dict[FindingGroup, list[Finding]] = {}
    for each in sorted(findings, key=lambda each: ORDER.index(each.severity)):
        groups.setdefault((each.severity, each.kind), []).append(each)
    left_out = {ROW if naming.rows else PLACE, "" if any(f.sheet for f in findings) else SHEET}
    left_out |= set() if indicators and not naming.rows else {INDICATOR}
    columns = [name for name in COLUMNS if name not in left_out]
    return Markup("").join(
        finding_group(same, counted[of], columns, naming, indicators) for of, same in groups.items()
    )


def finding_group(
    same: Sequence[Finding],
    count: int,
    columns: Sequence[str],
    naming: Naming,
    indicators: IndicatorsOfRows = NO_INDICATORS,
) -> Markup:
    """Show the first findings of one kind under its name, and how many there are.

    All tables of a file have one grid.
    """
    severity, kind = same[0].severity, same[0].kind
    left = count - len(same[:SHOWN])
    return TABLES.group(
        severity,
        SEVERITY_NAMES[severity],
        KIND_NAMES.get(kind, kind),
        count,
        f"{left} chỗ" if left else "",
        [(name, COLUMNS[name]) for name in columns],
        [finding_cells(each, naming, indicators) for each in same[:SHOWN]],
        count <= OPEN and severity != "remark",
    )


def finding_cells(finding: Finding, naming: Naming, indicators: IndicatorsOfRows) -> dict[str, str]:
    """Give the cells of one finding by column."""
    row = naming.row(finding)
    return {
        SHEET: finding.sheet,
        ROW: row,
        PLACE: row,
        INDICATOR: indicators.get((finding.sheet, finding.row or 0), ""),
        "Cột": naming.column(finding),
        "Nội dung": TABLES.quoted(finding.text),
        "Vì sao và cách sửa": finding.message,
    }
