"""The receipt of what was just recorded."""

from html import escape

from indicators.store.connection import Store
from indicators.store.history import catalogue_at
from pages.parts.addresses import version_address
from pages.parts.block import show
from pages.parts.change_tables import change_tables
from pages.parts.impact_panel import impact_panel, summary_line
from pages.parts.journal_words import moment, who
from pages.parts.plan_tables import plan_tables
from pages.parts.recording import Receipt

DONE = {"upload": "Đã ghi nhận", "undo": "Đã hoàn tác, ghi thành"}


def show_receipt(store: Store, receipt: Receipt, *, by_row: bool = True) -> None:
    """Draw number, link and what changed; rows of a file only where a person has seen them."""
    version, shown = receipt.version, receipt.preview
    catalogue = catalogue_at(store, version.number)
    written = [change for change in shown.changes if change.writes]
    plans = [change for change in shown.plans if change.writes]
    from_file = by_row and version.kind == "upload"
    show(
        '<section class="receipt" role="status">'
        f"<h2>{DONE[version.kind]} phiên bản {version.number}</h2>"
        f"<p>{moment(version)} · {escape(who(version))}</p><p>{summary_line(shown)}.</p>"
        f'<p><a href="{escape(version_address(version.number))}">Xem trong Nhật ký hoặc hoàn tác'
        '</a> · <a href="/">Xem Tổng quan</a></p></section>',
        impact_panel(shown.impact, catalogue),
        change_tables(written, catalogue, of_one_file=from_file),
        plan_tables(plans, catalogue, of_one_file=from_file),
    )
