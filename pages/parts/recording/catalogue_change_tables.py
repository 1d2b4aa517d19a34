"""What a version changed in the catalogue, record by record and field by field."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from indicators.catalogue.records import Indicator, Record, Target
from indicators.changes.catalogue import RecordChange, RecordChangeKind
from indicators.wording.catalogue_words import (
    FIELD_NAMES,
    RECORD_NAMES,
    record_words,
    value_words,
)
from pages.parts.links import NEWEST, Links
from pages.parts.templates import blocks

TABLES = blocks("parts/recording/catalogue_change_tables.html")
KINDS: dict[RecordChangeKind, str] = {"changed": "thay đổi", "new": "mới", "withdrawn": "đã bỏ"}
SHOWN = 100  # records of a kind on the page
OPEN = 12  # a list of more records opens at a touch

RecordLine = tuple[str, str, list[tuple[str, str, str]], str]
"""Name, address, fields with what they were and are, and by whom and when."""


def catalogue_change_tables(
    changes: Sequence[RecordChange],
    written: Mapping[RecordChange, str] | None = None,
    links: Links | None = None,
) -> Markup:
    """Show the changes by kind of record, targets first; empty without any.

    `written` tells by whom and when, where they are not all of one version.
    """
    return Markup("").join(
        record_group(name, kind, [record_line(c, (written or {}).get(c, ""), links) for c in same])
        for record, name in RECORD_NAMES.items()
        for kind in KINDS
        if (same := [c for c in changes if type(c.record) is record and c.kind == kind])
    )


def record_group(name: str, kind: RecordChangeKind, lines: Sequence[RecordLine]) -> Markup:
    """Show the records of one class that came, went, or changed."""
    is_open = kind != "new" and len(lines) <= OPEN
    left = len(lines[SHOWN:])
    more = f"{left} mục" if left else ""
    return TABLES.group(f"{name} {KINDS[kind]}", len(lines), more, lines[:SHOWN], is_open)


def record_line(change: RecordChange, written: str, links: Links | None) -> RecordLine:
    """Name one record and its page, and which of its fields became what."""
    turns = [
        (FIELD_NAMES[name], value_words(name, before), value_words(name, after))
        for name, (before, after) in change.fields.items()
    ]
    where = indicator_page(change.record, links or NEWEST)
    return record_words(change.record), where, turns, written


def indicator_page(record: Record, links: Links) -> str:
    """Address of the indicator that a record is of; '' for others."""
    if not isinstance(record, Target | Indicator):
        return ""
    return links.indicator(record.code if isinstance(record, Indicator) else record.indicator)
