"""Thay đổi: what is otherwise than at an earlier moment, by whom, when, and why."""

from urllib.parse import parse_qsl, urlsplit

from markupsafe import Markup

from indicators.board.board import Row
from indicators.board.status_changes import StatusChange
from indicators.changes.between import Changes, Revision, VerdictChange
from indicators.changes.movements import movements
from indicators.changes.sentences import cause_words, changes_sentence
from indicators.changes.since import Since
from indicators.figures.editions import revision_words
from indicators.intake.changes import Change
from indicators.intake.plans import PlanChange
from indicators.store.errors import StoreError
from indicators.store.records import Version
from indicators.store.turns import Turn, TurnKind
from pages.parts.journal_words import judged_at, moment, who
from pages.parts.links import NEWEST
from pages.parts.movements import movements_block
from pages.parts.recording.catalogue_change_tables import catalogue_change_tables
from pages.parts.recording.change_tables import change_cells, change_group, indicator_link
from pages.parts.recording.plan_tables import plan_cells
from pages.parts.refusals import for_reader
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View

PARTS = blocks("tong_quan/changes.html")
SINCE, PLACE = "so-voi", "thay-doi"  # in the address: a version (v12), a day or a year; an anchor
OPEN_FOLDS, FOLD = "mo", "thay-doi-day-du"  # in the address: folds that are open; the full account
FIRST = 6  # verdicts in sight; the others open at a touch
MOST = 100
OPEN = 6  # a table of more figures opens at a touch
TURNS: dict[TurnKind, str] = {
    "changed": "Số liệu sửa đổi", "new": "Số liệu mới", "withdrawn": "Số liệu rút",
}  # fmt: skip
WRITTEN = "Ghi nhận"
FIGURES = ("Chỉ tiêu", "Năm", "Địa bàn", "Phân tổ", "Giá trị", WRITTEN)
PLANS = ("Chỉ tiêu", "Năm", "Kế hoạch", WRITTEN)
JOURNAL = blocks("parts/journal.html")
IN_THE_JOURNAL = JOURNAL.in_the_journal(NEWEST.journal())

Origin = tuple[str, int, str, str]
VerdictLine = tuple[str, str, str, list[tuple[str, Origin | None]], Row | None, Row | None]


def changes_section(view: View, asked: str | None) -> Markup:
    """Show what moved since the moment asked for and all that changed, or why that cannot be."""
    try:
        moved = movements(view.store, view.moment, view.scope, asked)
    except StoreError as refusal:
        told = blocks("parts/notice.html").refusal(for_reader(refusal))
        return PARTS.refused(PLACE, told, choices(view, asked))
    is_open = bool(asked) or FOLD in listed_folds(view)
    whole = f"{sentence(moved.start, moved.changes)}."
    account = PARTS.account(
        FOLD, whole, choices(view, asked), details(moved.changes, view), is_open
    )
    return movements_block(moved, view.links, others(view, asked), account)


def listed_folds(view: View) -> list[str]:
    """Name the folds that an address opens."""
    return view.parameters.get(OPEN_FOLDS, "").split(",")


def others(view: View, asked: str | None) -> list[tuple[str, str]]:
    """Offer the year before, or the usual moment where another was asked for."""
    year = view.moment.year - 1
    found: list[tuple[str, str]] = (
        [] if asked is None else [(view.links.overview(), "kỳ báo cáo trước")]
    )
    if asked != str(year):
        found.append((view.links.overview(**{SINCE: str(year)}), f"năm đánh giá {year}"))
    return found


def sentence(start: Since, changes: Changes) -> str:
    """Say since when, and how much changed."""
    return f"{start.label}: {changes_sentence(changes)}"


def choices(view: View, asked: str | None) -> Markup:
    """Offer the moments to compare with: the last report, the version and the year before, any."""
    seen = view.moment
    offered: dict[str | None, str] = {None: "Kỳ báo cáo trước"}
    if seen.version.number > 1:
        offered[f"v{seen.version.number - 1}"] = "Phiên bản trước"
    offered[str(seen.year - 1)] = f"Năm đánh giá {seen.year - 1}"
    links = [
        (view.links.overview(**{SINCE: value}), words, value == asked)
        for value, words in offered.items()
    ]
    rest = parse_qsl(urlsplit(view.links.overview()).query)
    return PARTS.choices(SINCE, PLACE, links, rest, "" if asked in offered else asked)


def details(changes: Changes, view: View) -> Markup:
    """Show verdicts, figures, yearly plans and the catalogue; figures from many files are cut."""
    records = catalogue_change_tables(
        [each.item for each in changes.records],
        {each.item: JOURNAL.origin(*origin(each.version, view)) for each in changes.records},
        view.links,
    )
    figures = figure_groups(changes, view) + plan_group(changes, view)
    return verdict_list(changes, view) + revised_list(changes, view) + figures + records


def verdict_list(changes: Changes, view: View) -> Markup:
    """Show the changed verdicts, the first of them in sight."""
    lines = [verdict_line(each, changes, view) for each in changes.verdicts]
    return PARTS.verdicts(lines[:FIRST], lines[FIRST:])


def revised_list(changes: Changes, view: View) -> Markup:
    """Show what publishers made of figures once published, from what to what."""
    catalogue = changes.after.catalogue
    return JOURNAL.revised(
        [
            (
                revision_words(each, catalogue),
                judged_at(each, view.links),
                origin(changes.entries[each.version], view),
            )
            for each in changes.revised
        ]
    )


def verdict_line(verdict: VerdictChange, changes: Changes, view: View) -> VerdictLine:
    """Give one indicator: its verdict before and after, and what made the difference."""
    change = verdict.change
    where = view.links.indicator(change.code)
    causes = [
        (cause_words(cause, changes, change.code), origin(entry, view) if entry else None)
        for cause, entry in verdict.causes
    ]
    return change.code, name_of(change), where, causes, change.before, change.after


def name_of(change: StatusChange) -> str:
    """Name the indicator as the board that has it does."""
    row = change.after or change.before
    return row.indicator.short_name if row else ""


def figure_groups(changes: Changes, view: View) -> Markup:
    """Show the first figures of each kind, before and after."""
    groups = NOTHING
    for kind, name in TURNS.items():
        same = [turn for turn in changes.figures.first if turn.kind == kind]
        if same:
            count = changes.figures.count[kind]
            lines = [figure_cells(turn, changes, view) for turn in same]
            groups += change_group(
                name, count, lines, FIGURES, is_open=count <= OPEN, elsewhere=IN_THE_JOURNAL
            )
    return groups


def figure_cells(turn: Turn, changes: Changes, view: View) -> dict[str, str]:
    """Give the cells of one figure, with who wrote it and when."""
    catalogue, row = changes.catalogue_of(turn.after.indicator), turn.after
    change = Change("new" if turn.kind == "new" else "changed", turn.before, row)
    return change_cells(change, catalogue, turn.version) | {
        "Chỉ tiêu": indicator_link(row.indicator, catalogue, view.links),
        WRITTEN: JOURNAL.origin(*origin(changes.entries[turn.version], view)),
    }


def plan_group(changes: Changes, view: View) -> Markup:
    """Show the yearly plans that are others."""
    lines = [written_plan(each, changes, view) for each in changes.plans]
    if not lines:
        return NOTHING
    return change_group(
        "Kế hoạch năm", len(lines), lines[:MOST], PLANS,
        is_open=len(lines) <= OPEN, elsewhere=IN_THE_JOURNAL,
    )  # fmt: skip


def written_plan(plan: Revision[PlanChange], changes: Changes, view: View) -> dict[str, str]:
    """Give the cells of one plan, with who wrote it and when."""
    code = plan.item.after.target.indicator
    catalogue = changes.catalogue_of(code)
    return plan_cells(plan.item, catalogue) | {
        "Chỉ tiêu": indicator_link(code, catalogue, view.links),
        WRITTEN: JOURNAL.origin(*origin(plan.version, view)),
    }


def origin(entry: Version, view: View) -> Origin:
    """Tell a version of the journal: its address, its number, who recorded it and when."""
    return NEWEST.version(entry.number), entry.number, who(entry, view.audience), moment(entry)
