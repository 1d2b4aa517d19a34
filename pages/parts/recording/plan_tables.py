"""Yearly plans that come or came in: new, changed from old to new, unchanged."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.catalogue.records import Catalogue
from indicators.intake.changes import ChangeKind
from indicators.intake.plans import PlanChange
from indicators.wording.recorded import figure_words, plan_words
from pages.parts.recording.change_tables import TABLES, Cells, indicator_link, kind_groups

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
) -> Markup:
    """Show all kinds of change that occur among plans, changed ones first, unchanged ones folded.

    Rows of the file are named only where all plans come from one file.
    """
    columns = [name for name in COLUMNS if of_one_file or name != "Dòng"]
    return kind_groups(changes, KINDS, columns, lambda each: plan_cells(each, catalogue))


def plan_cells(change: PlanChange, catalogue: Catalogue) -> Cells:
    """Give the cells of one plan by column."""
    target, plan = change.after.target, change.after
    before, after = (plan_words(each, catalogue) for each in change.turn)
    return {
        "Chỉ tiêu": indicator_link(target.indicator, catalogue),
        "Năm": f"{target.year}",
        "Kế hoạch": TABLES.turn(before if change.kind == "changed" else None, after),
        ACTUAL: figure_words(change.actual, catalogue) if change.actual else "",
        "Văn bản": target.doc,
        "Ghi chú": target.note,
        "Dòng": f"{plan.sheet} {plan.row or ''}".strip(),
    }
