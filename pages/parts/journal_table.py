"""The journal as a table, newest first, with its filters."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from indicators.store.connection import Store
from indicators.store.history import versions
from indicators.store.records import Version
from indicators.store.tally import figures_written
from indicators.wording.findings import in_words
from pages.parts.addresses import version_address
from pages.parts.journal_words import KINDS, moment

EVERY_KIND, EVERY_AGENCY = "Mọi loại", "Mọi cơ quan"


def choose_entries(store: Store) -> list[Version]:
    """Draw the filters and give the entries they leave, newest first."""
    entries = versions(store)[::-1]
    kinds = list(dict.fromkeys(KINDS[entry.kind] for entry in entries))
    agencies = sorted({entry.agency for entry in entries if entry.agency})
    first, second, _ = st.columns([2, 3, 3])
    kind = first.selectbox("Loại", [EVERY_KIND, *kinds], key="loai", bind="query-params")
    agency = second.selectbox(
        "Cơ quan gửi", [EVERY_AGENCY, *agencies], key="co_quan_gui_loc", bind="query-params"
    )
    return [
        entry
        for entry in entries
        if kind in (EVERY_KIND, KINDS[entry.kind]) and agency in (EVERY_AGENCY, entry.agency)
    ]


def journal_table(store: Store, entries: Sequence[Version]) -> str:
    """Show entries with date, kind, who, agency, note and how many values they wrote."""
    if not entries:
        return "<p>Không có lần ghi nào khớp với lựa chọn.</p>"
    written = figures_written(store)
    body = "".join(line(entry, written.get(entry.number, 0)) for entry in entries)
    return (
        '<div class="scroll" tabindex="0"><table class="journal"><thead><tr>'
        '<th class="n">Phiên bản</th><th>Thời gian</th><th>Loại</th><th>Người ghi</th>'
        '<th>Cơ quan</th><th>Ghi chú</th><th class="n">Số giá trị</th>'
        f"</tr></thead><tbody>{body}</tbody></table></div>"
    )


def line(entry: Version, count: int) -> str:
    """Show one entry."""
    link = escape(version_address(entry.number))
    return (
        f'<tr><td class="n"><a href="{link}"><b>{entry.number}</b></a></td>'
        f'<td class="w"><a href="{link}">{moment(entry)}</a></td>'
        f'<td class="w"><span class="kind k-{entry.kind}">{KINDS[entry.kind]}</span></td>'
        f"<td>{escape(entry.by)}</td><td>{escape(entry.agency)}</td>"
        f'<td class="said">{escape(in_words(entry.note))}</td>'
        f'<td class="n">{count}</td></tr>'
    )
