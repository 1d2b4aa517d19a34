"""What a version changed in the catalogue, record by record and field by field."""

from collections.abc import Mapping, Sequence
from html import escape

from indicators.catalogue.records import Indicator, Record, Target
from indicators.changes.catalogue import RecordChange, RecordChangeKind
from indicators.wording.catalogue_words import (
    FIELD_NAMES,
    RECORD_NAMES,
    record_words,
    value_words,
)
from pages.parts.links import NEWEST, Links

KINDS: dict[RecordChangeKind, str] = {"changed": "thay đổi", "new": "mới", "withdrawn": "đã bỏ"}
SHOWN = 100  # records of a kind on the page
OPEN = 12  # a list of more records opens at a touch


def catalogue_change_tables(
    changes: Sequence[RecordChange],
    written: Mapping[RecordChange, str] | None = None,
    links: Links | None = None,
) -> str:
    """Show the changes by kind of record, targets first; empty without any.

    `written` tells by whom and when, as HTML, where they are not all of one version.
    """
    return "".join(
        record_group(name, kind, [record_line(c, (written or {}).get(c, ""), links) for c in same])
        for record, name in RECORD_NAMES.items()
        for kind in KINDS
        if (same := [c for c in changes if type(c.record) is record and c.kind == kind])
    )


def record_group(name: str, kind: RecordChangeKind, lines: Sequence[str]) -> str:
    """Show the records of one class that came, went, or changed."""
    is_open = " open" if kind != "new" and len(lines) <= OPEN else ""
    left = len(lines[SHOWN:])
    more = f'<p class="quiet">… và {left} mục nữa.</p>' if left else ""
    body = "".join(lines[:SHOWN])
    return (
        f'<details class="changes"{is_open}><summary><b>{name} {KINDS[kind]}</b> '
        f'<small>{len(lines)} mục</small></summary><div class="scroll" tabindex="0">'
        f'<table class="redefined"><tbody>{body}</tbody></table></div>{more}</details>'
    )


def record_line(change: RecordChange, written: str, links: Links | None) -> str:
    """Show one record, and which of its fields became what."""
    told = "<br>".join(
        f'{FIELD_NAMES[name]}: <span class="old">{escape(value_words(name, before))}</span> → '
        f"<b>{escape(value_words(name, after))}</b>"
        for name, (before, after) in change.fields.items()
    )
    origin = f'<td class="origin">{written}</td>' if written else ""
    name = record_link(change.record, links or NEWEST)
    return f'<tr><th scope="row">{name}</th><td>{told}</td>{origin}</tr>'


def record_link(record: Record, links: Links) -> str:
    """Name a record; one of an indicator leads to it."""
    name = escape(record_words(record))
    if not isinstance(record, Target | Indicator):
        return name
    code = record.code if isinstance(record, Indicator) else record.indicator
    return f'<a href="{escape(links.indicator(code))}">{name}</a>'
