"""What the board would say: verdicts, counts of the overview and added-up figures."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from indicators.board.status_changes import StatusChange
from indicators.catalogue.records import Catalogue
from indicators.intake.changes import ChangeKind
from indicators.intake.impact import Impact, RollUpChange
from indicators.intake.preview import Preview
from indicators.wording.numbers import NONE, counted
from indicators.wording.recorded import number_words
from pages.parts.links import NEWEST, SCOPE_NAMES
from pages.parts.templates import blocks
from pages.parts.tracking_table import trend

PANEL = blocks("parts/recording/impact_panel.html")
SHOWN = 30
WRITTEN: dict[ChangeKind, str] = {
    "new": "mới",
    "changed": "thay đổi",
    "restated": "đổi nguồn",
}


def summary_line(shown: Preview) -> str:
    """Tell in one line what recording changes: '7 giá trị (7 mới); 2 chỉ tiêu đổi đánh giá'."""
    if not shown.writes:
        return "Không có giá trị nào thay đổi"
    verdicts = len(shown.impact.statuses)
    verdict = f"{verdicts} chỉ tiêu đổi đánh giá" if verdicts else "không chỉ tiêu nào đổi đánh giá"
    figures = (
        f"{counted(len(shown.rows))} giá trị ({kinds_told(shown.count)})" if shown.rows else ""
    )
    plans = f"{counted(len(shown.plan_rows))} số kế hoạch ({kinds_told(shown.count_plans)})"
    parts = (figures, plans if shown.plan_rows else "", verdict)
    return "; ".join(part for part in parts if part)


def kinds_told(count: Callable[[ChangeKind], int]) -> str:
    """Tell how many are new, changed, or of another source."""
    return ", ".join(
        f"{counted(count(kind))} {name}" for kind, name in WRITTEN.items() if count(kind)
    )


def amount(shown: Preview) -> str:
    """Name what a button would write: '7 giá trị và 3 số kế hoạch'."""
    counts = ((len(shown.rows), "giá trị"), (len(shown.plan_rows), "số kế hoạch"))
    return " và ".join(f"{counted(count)} {name}" for count, name in counts if count)


def impact_panel(impact: Impact, catalogue: Catalogue) -> Markup:
    """Show changed verdicts, the counts that move, and the figures added up from parts."""
    names = catalogue.indicator_names
    verdicts_left, added_left = len(impact.statuses[SHOWN:]), len(impact.roll_ups[SHOWN:])
    return PANEL.panel(
        [verdict_line(each, names) for each in impact.statuses[:SHOWN]],
        f"{verdicts_left} chỉ tiêu" if verdicts_left else "",
        [(status, before, after) for status, (before, after) in impact.counts.items()],
        [added_line(each, catalogue) for each in impact.roll_ups[:SHOWN]],
        f"{counted(added_left)} giá trị" if added_left else "",
    )


def verdict_line(change: StatusChange, names: Mapping[str, str]) -> tuple[object, ...]:
    """Give one indicator with its address and name, and its trend before and after."""
    scope = "" if change.scope == "city" else SCOPE_NAMES[change.scope].lower()
    where = NEWEST.of_scope(change.scope).indicator(change.code)
    name = names.get(change.code, "")
    trends = (row and trend(row) for row in (change.before, change.after))
    return change, where, name, scope, *trends


def added_line(change: RollUpChange, catalogue: Catalogue) -> tuple[RollUpChange, str, str]:
    """Give one figure that is added up from parts, with what it was and becomes."""
    before, after = (
        number_words(change.code, value, catalogue) or NONE
        for value in (change.before, change.after)
    )
    return change, before, after
