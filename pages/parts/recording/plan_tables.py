"""Yearly plans that come or came in: new, changed from old to new, unchanged."""

from collections.abc import Sequence
from html import escape

from indicators.catalogue.records import Catalogue
from indicators.intake.changes import ChangeKind
from indicators.intake.plans import PlanChange
from indicators.wording.recorded import figure_words, plan_words
from pages.parts.recording.change_tables import indicator_link, kind_groups

KINDS: dict[ChangeKind, str] = {
    "changed": "Kế hoạch thay đổi",
    "new": "Kế hoạch mới",
    "restated": "Chỉ đổi văn bản hoặc ghi chú của kế hoạch",
    "unchanged": "Kế hoạch không đổi",
}
ACTUAL = "Thực hiện"
COLUMNS = ("Chỉ tiêu", "Năm", "Kế hoạch", ACTUAL, "Văn bản", "Ghi chú", "Dòng")


def plan_tables(
    changes: Sequence[PlanChange], catalogue: Catalogue, *, of_one_file: bool = True
) -> str:
    """Show all kinds of change that occur among plans, changed ones first, unchanged ones folded.

    Rows of the file are named only where all plans come from one file.
    """
    columns = [name for name in COLUMNS if of_one_file or name != "Dòng"]
    return kind_groups(changes, KINDS, columns, lambda each: plan_cells(each, catalogue))


def plan_cells(change: PlanChange, catalogue: Catalogue) -> dict[str, str]:
    """Give the cells of one plan by column."""
    target, plan = change.after.target, change.after
    before, after = (escape(plan_words(each, catalogue)) for each in change.turn)
    old = f'<span class="old">{before}</span> →\u00a0' if change.kind == "changed" else ""
    return {
        "Chỉ tiêu": indicator_link(target.indicator, catalogue),
        "Năm": f"{target.year}",
        "Kế hoạch": f"{old}<b>{after}</b>",
        ACTUAL: escape(figure_words(change.actual, catalogue)) if change.actual else "",
        "Văn bản": escape(target.doc),
        "Ghi chú": escape(target.note),
        "Dòng": escape(f"{plan.sheet} {plan.row or ''}".strip()),
    }
