"""An examined file as lines to read: what was found in it and what it would change."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from indicators.board.board import CITY, Row
from indicators.catalogue.records import Catalogue
from indicators.intake.changes import Change, ChangeKind
from indicators.intake.examination import Examination
from indicators.intake.findings import Finding, IndicatorsOfRows
from indicators.intake.impact import Impact
from indicators.intake.plans import PlanChange
from indicators.intake.preview import Preview
from indicators.store.records import Observation
from indicators.wording.kinds_recorded import planned_kinds, recorded_kinds
from indicators.wording.labels import LABELS
from indicators.wording.numbers import NONE, counted
from indicators.wording.recorded import figure_words, number_words, plan_words

SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "remark": "lưu ý"}
OUTCOMES = {
    "accept": "nhập được",
    "accept_with_warning": "nhập được sau khi xác nhận cảnh báo",
    "reject": "chưa nhập được",
}
KINDS: dict[ChangeKind, str] = {
    "new": "mới",
    "changed": "thay đổi",
    "restated": "đổi nguồn, ghi chú",
}
MOST_CHANGES = 20


def examination_lines(examined: Examination, file: str, catalogue: Catalogue) -> list[str]:
    """Tell a file's findings, grouped by kind, and its preview."""
    head = f"{file}: {OUTCOMES[examined.outcome]}."
    seen = examined.recorded_in
    again = [f"  Tệp này đã được ghi ở phiên bản {seen[-1]}."] if seen else []
    found = finding_lines(examined.findings, examined.indicators)
    return [head, *again, *found, *preview_lines(examined.preview, catalogue)]


def finding_lines(findings: Iterable[Finding], indicators: IndicatorsOfRows) -> Iterator[str]:
    """Tell findings by kind, errors first, each with its place and the indicator of its row."""
    order = list(SEVERITIES)
    by_kind = sorted(findings, key=lambda f: (order.index(f.severity), f.kind))
    for (severity, kind), same in groupby(by_kind, key=lambda f: (f.severity, f.kind)):
        yield f"  {SEVERITIES[severity]} {kind}:"
        yield from (f"    {_place(each, indicators)}{_line(each.message)}" for each in same)


def _place(finding: Finding, indicators: IndicatorsOfRows) -> str:
    parts = [
        indicators.get((finding.sheet, finding.row or 0), ""),
        f"trang {finding.sheet}" if finding.sheet else "",
        f"dòng {finding.row}" if finding.row else "",
        f"cột {finding.column}" if finding.column else "",
        f"“{finding.text}”" if finding.text else "",
    ]
    place = ", ".join(part for part in parts if part)
    return f"{_line(place)}: " if place else ""


def _line(text: str) -> str:
    """Keep a text from a file on one line and from steering the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def preview_lines(preview: Preview, catalogue: Catalogue) -> list[str]:
    """Tell what would change: the count, values old → new, verdicts, added-up figures, plans."""
    written = [change for change in preview.changes if change.writes]
    kinds = [f"  Ghi nhận {line}." for line in kinds_recorded(preview, catalogue)]
    if not preview.writes:
        return ["  Không có giá trị nào thay đổi."]
    verdicts = len(preview.impact.statuses)
    counts = _counted(preview.count)
    head = f"  {counted(len(written))} giá trị ({counts}), {verdicts} trạng thái thay đổi."
    values = _first([value_line(change, catalogue) for change in written])
    lines = [head, *values, *impact_lines(preview.impact, catalogue)] if written else []
    return [*kinds, *lines, *plan_lines(preview, catalogue)]


def kinds_recorded(preview: Preview, catalogue: Catalogue) -> list[str]:
    """Tell what would be recorded, one line a kind."""
    return [*recorded_kinds(preview.rows, catalogue), *planned_kinds(preview.plan_rows)]


def plan_lines(preview: Preview, catalogue: Catalogue) -> list[str]:
    """Tell how many yearly plans would change, and each old → new."""
    written = [change for change in preview.plans if change.writes]
    if not written:
        return []
    head = f"  {len(written)} số kế hoạch ({_counted(preview.count_plans)})."
    return [head, *_first([plan_line(change, catalogue) for change in written])]


def plan_line(change: PlanChange, catalogue: Catalogue) -> str:
    """Tell one plan: 'ML02, kế hoạch 2026: – → 78,5%'."""
    indicator, year = change.after.key
    before, after = (plan_words(each, catalogue) for each in change.turn)
    return f"{indicator}, kế hoạch {year}: {before} → {after}"


def _counted(count: Callable[[ChangeKind], int]) -> str:
    return ", ".join(f"{count(kind)} {name}" for kind, name in KINDS.items() if count(kind))


def _first(lines: list[str]) -> list[str]:
    left = len(lines) - MOST_CHANGES
    more = [f"    … và {counted(left)} giá trị nữa"] if left > 0 else []
    return [f"    {line}" for line in lines[:MOST_CHANGES]] + more


def value_line(change: Change, catalogue: Catalogue) -> str:
    """Tell one value: 'ML02, 2026: 78% → 84,9%'."""
    before, after = (figure_words(each, catalogue) for each in (change.before, change.after))
    return f"{figure_name(change.after)}: {before} → {after}"


def figure_name(row: Observation) -> str:
    """Name a figure; the full year, the whole city and the total go without saying."""
    period = "" if row.period == "nam" else row.period
    area = "" if row.area == CITY else row.area
    parts = (row.indicator, str(row.year), period, area, row.group)
    return ", ".join(part for part in parts if part)


def impact_lines(impact: Impact, catalogue: Catalogue) -> list[str]:
    """Tell changed verdicts, counts of the overview and added-up figures."""
    verdicts = [
        f"    {change.code}: {_label(change.before)} → {_label(change.after)}"
        for change in impact.statuses
    ]
    counts = [f"    {LABELS[s]}: {old} → {new}" for s, (old, new) in impact.counts.items()]
    added = [
        f"    {each.code}, {each.year}, cộng từ các phần: "
        f"{number_words(each.code, each.before, catalogue)} → "
        f"{number_words(each.code, each.after, catalogue)}"
        for each in impact.roll_ups
    ]
    return [*verdicts, *counts, *added]


def _label(row: Row | None) -> str:
    return row.label if row else NONE
