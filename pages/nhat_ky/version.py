"""One version of the journal: who, when, its file, its values."""

from html import escape

import streamlit as st

from indicators.changes.catalogue import catalogue_changes
from indicators.intake.recorded import RecordedVersion
from indicators.store.connection import Store
from indicators.store.held import received
from indicators.store.history import catalogue_at
from indicators.wording.findings import in_words
from indicators.wording.numbers import counted
from pages.parts.block import show
from pages.parts.downloads import taken_name
from pages.parts.journal_words import KINDS, moment, who
from pages.parts.links import NEWEST
from pages.parts.recording.catalogue_change_tables import catalogue_change_tables
from pages.parts.recording.change_tables import change_tables
from pages.parts.recording.finding_tables import finding_groups
from pages.parts.recording.plan_tables import plan_tables


def head(recorded: RecordedVersion) -> str:
    """Write the way back, the title and what is known of the version."""
    version = recorded.version
    facts = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in known(recorded) if text)
    return (
        f'<p class="crumbs"><a href="{NEWEST.journal()}">‹ Nhật ký</a></p>'
        f"<h1>Phiên bản {version.number}: {KINDS[version.kind].lower()}, {moment(version)}</h1>"
        f'<p><a href="{escape(NEWEST.overview(v=str(version.number)))}">'
        "Xem bảng theo dõi như ở phiên bản này</a></p>"
        f'<dl class="facts">{facts}</dl>'
    )


def known(recorded: RecordedVersion) -> list[tuple[str, str]]:
    """List the facts of a version, empty ones too."""
    version, file = recorded.version, recorded.file
    undone = ", ".join(version_link(number) for number in recorded.undone_in)
    rows = (
        f"{counted(file.rows_read)} dòng đọc được, {counted(file.warnings)} cảnh báo"
        if file
        else ""
    )
    return [
        ("Người ghi", escape(who(version))),
        ("Ghi chú", escape(in_words(version.note))),
        ("Hoàn tác của", version_link(recorded.undoes) if recorded.undoes else ""),
        ("Đã hoàn tác ở", undone),
        ("Tệp", escape(file.name) if file else ""),
        ("SHA-256", f"<code>{file.sha256}</code>" if file else ""),
        ("Trong tệp", rows),
    ]


def version_link(number: int) -> str:
    """Link a version."""
    return f'<a href="{escape(NEWEST.version(number))}">phiên bản {number}</a>'


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
            f"<h2>{count} điều kiểm tra thấy trong tệp</h2>",
            finding_groups(recorded.findings, recorded.found),
        )


def show_redefined(store: Store, recorded: RecordedVersion) -> bool:
    """Draw what the version changed in the catalogue; say whether it changed anything there."""
    number = recorded.version.number
    changes = store.remember(("redefined", number), lambda: catalogue_changes(store, number))
    if changes:
        show("<h2>Thay đổi trong danh mục</h2>", catalogue_change_tables(changes))
    return bool(changes)


def show_values(store: Store, recorded: RecordedVersion) -> None:
    """Draw what the version wrote, beside what was there before it."""
    changes, plans = recorded.changes, recorded.plans
    if not (changes or plans):
        show("<p>Phiên bản này không ghi giá trị nào.</p>")
        return
    number = recorded.version.number
    catalogue = catalogue_at(store, number)
    from_file = recorded.file is not None
    if changes:
        show(
            f"<h2>{counted(len(changes))} giá trị đã ghi</h2>",
            change_tables(changes, catalogue, of_one_file=from_file, written_in=number),
        )
    if plans:
        show(
            f"<h2>{len(plans)} số kế hoạch đã ghi</h2>",
            plan_tables(plans, catalogue, of_one_file=from_file),
        )
