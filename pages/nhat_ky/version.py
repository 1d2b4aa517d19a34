"""One version of the journal: who, when, its file, its values."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from indicators.changes.catalogue import catalogue_changes
from indicators.figures.editions import revision_words, revisions_between
from indicators.intake.impact import impact_recorded
from indicators.intake.recorded import RecordedVersion
from indicators.store.connection import Store
from indicators.store.held import received
from indicators.store.history import catalogue_at
from indicators.wording.findings import in_words
from indicators.wording.numbers import counted
from pages.parts.acting import Audience
from pages.parts.block import show
from pages.parts.downloads import taken_name
from pages.parts.journal_words import KINDS, judged_at, moment, who
from pages.parts.links import NEWEST
from pages.parts.recording.catalogue_change_tables import catalogue_change_tables
from pages.parts.recording.change_tables import change_tables
from pages.parts.recording.finding_tables import finding_groups
from pages.parts.recording.impact_panel import impact_panel
from pages.parts.recording.kinds import was_recorded
from pages.parts.recording.plan_tables import plan_tables
from pages.parts.templates import blocks

VERSION, JOURNAL = blocks("nhat_ky/version.html"), blocks("parts/journal.html")


def head(recorded: RecordedVersion, audience: Audience) -> Markup:
    """Write the way back, the title and what is known of the version."""
    version = recorded.version
    return VERSION.head(
        recorded,
        KINDS[version.kind].lower(),
        moment(version),
        who(version, audience),
        in_words(version.note),
        rows_read(recorded),
        places([recorded.undoes] if recorded.undoes else []),
        places(recorded.undone_in),
        NEWEST.journal(),
        NEWEST.overview(v=str(version.number)),
    )


def rows_read(recorded: RecordedVersion) -> str:
    """Count the rows and warnings of a version's file; '' without one."""
    file = recorded.file
    if file is None:
        return ""
    return f"{counted(file.rows_read)} dòng đọc được, {counted(file.warnings)} cảnh báo"


def places(numbers: Iterable[int]) -> list[tuple[str, int]]:
    """Give versions with their addresses."""
    return [(NEWEST.version(number), number) for number in numbers]


def offer_file(store: Store, recorded: RecordedVersion) -> None:
    """Draw the button that hands over the file as it was received."""
    file, number = recorded.file, recorded.version.number
    if file:
        st.download_button(
            "Tải tệp như đã nhận",
            lambda: received(store, number).content,
            taken_name(file.name),
            "application/octet-stream",
            key=f"tep-{number}",
            on_click="ignore",
        )


def show_findings(recorded: RecordedVersion) -> None:
    """Draw what was found in the file when it was recorded; nothing when there was nothing."""
    if count := sum(recorded.found.values()):
        show(
            VERSION.section(f"{count} điều kiểm tra thấy trong tệp"),
            finding_groups(recorded.findings, recorded.found, indicators=recorded.indicators),
        )


def show_redefined(store: Store, recorded: RecordedVersion) -> bool:
    """Draw what the version changed in the catalogue; say whether it changed anything there."""
    number = recorded.version.number
    changes = store.remember(("redefined", number), lambda: catalogue_changes(store, number))
    if changes:
        show(VERSION.section("Thay đổi trong danh mục"), catalogue_change_tables(changes))
    return bool(changes)


def show_revised(store: Store, recorded: RecordedVersion) -> None:
    """Draw what publishers revised by the version, and what the board said otherwise after it."""
    number = recorded.version.number
    revised = revisions_between(store, number - 1, number)
    if not revised:
        return
    catalogue = catalogue_at(store, number)
    lines = [(revision_words(each, catalogue), judged_at(each, NEWEST), None) for each in revised]
    show(JOURNAL.revised(lines))
    written = [change.after for change in recorded.changes]
    key = ("impact", number)
    impact = store.remember(key, lambda: impact_recorded(store, number, written))
    if impact.statuses or impact.roll_ups:
        show(VERSION.section("Bảng theo dõi thay đổi"), impact_panel(impact, catalogue))


def show_values(store: Store, recorded: RecordedVersion) -> None:
    """Draw what the version wrote, beside what was there before it."""
    changes, plans = recorded.changes, recorded.plans
    if not (changes or plans):
        show(VERSION.nothing_written())
        return
    number = recorded.version.number
    catalogue = catalogue_at(store, number)
    from_file = recorded.file is not None
    rows, planned = [each.after for each in changes], [each.after for each in plans]
    show(was_recorded(rows, planned, catalogue))
    if changes:
        show(
            VERSION.section(f"{counted(len(changes))} giá trị đã ghi"),
            change_tables(changes, catalogue, of_one_file=from_file, written_in=number),
        )
    if plans:
        show(
            VERSION.section(f"{len(plans)} số kế hoạch đã ghi"),
            plan_tables(plans, catalogue, of_one_file=from_file),
        )
