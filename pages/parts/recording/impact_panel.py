"""What the board would say: verdicts, counts of the overview and added-up figures."""

from collections.abc import Callable, Mapping
from html import escape

from indicators.board.board import Row
from indicators.board.status_changes import StatusChange
from indicators.catalogue.records import Catalogue
from indicators.intake.changes import ChangeKind
from indicators.intake.impact import Impact, RollUpChange
from indicators.intake.preview import Preview
from indicators.wording.numbers import NONE, counted
from indicators.wording.recorded import number_words
from pages.parts.badges import chip
from pages.parts.links import NEWEST, SCOPE_NAMES
from pages.parts.tracking_table import trend

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


def impact_panel(impact: Impact, catalogue: Catalogue) -> str:
    """Show changed verdicts, the counts that move, and the figures added up from parts."""
    names = catalogue.indicator_names
    verdicts = "".join(verdict_line(each, names) for each in impact.statuses[:SHOWN])
    if left := len(impact.statuses[SHOWN:]):
        verdicts += f'<p class="quiet">… và {left} chỉ tiêu nữa.</p>'
    counts = "".join(
        f"<span>{chip(status)} {before} → <b>{after}</b></span>"
        for status, (before, after) in impact.counts.items()
    )
    added = "".join(added_line(each, catalogue) for each in impact.roll_ups[:SHOWN])
    if left := len(impact.roll_ups[SHOWN:]):
        added += f'<p class="quiet">… và {counted(left)} giá trị nữa.</p>'
    return (
        (f'<div class="verdicts">{verdicts}</div>' if verdicts else "")
        + (f'<h4>Số đếm ở Tổng quan</h4><div class="counts">{counts}</div>' if counts else "")
        + (f"<h4>Số toàn thành phố cộng từ các phần</h4>{added}" if added else "")
    )


def verdict_line(change: StatusChange, names: Mapping[str, str]) -> str:
    """Show one indicator's verdict and trend before and after."""
    links = NEWEST.of_scope(change.scope)
    where = "" if change.scope == "city" else f" ({SCOPE_NAMES[change.scope].lower()})"
    sentence = f"<p>{escape(change.after.sentence)}</p>" if change.after else ""
    return (
        f'<div class="verdict"><div><a href="{escape(links.indicator(change.code))}">'
        f"<b>{escape(change.code)}</b> {escape(names.get(change.code, ''))}</a>{where}{sentence}"
        f'</div><div class="turn">{state(change.before)}<i>→</i>{state(change.after)}</div></div>'
    )


def state(row: Row | None) -> str:
    """Show verdict and trend of one side."""
    if row is None:
        return f"<span>{NONE}</span>"
    picture = trend(row)
    return f"<span>{chip(row.status)}{'' if picture == NONE else picture}</span>"


def added_line(change: RollUpChange, catalogue: Catalogue) -> str:
    """Show one figure that is added up from parts."""
    before, after = (
        escape(number_words(change.code, value, catalogue)) or NONE
        for value in (change.before, change.after)
    )
    return (
        f"<p>{escape(change.code)}, {change.year}: "
        f'<span class="old">{before}</span> → <b>{after}</b></p>'
    )
