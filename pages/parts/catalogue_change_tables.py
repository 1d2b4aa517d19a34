"""What a version changed in the catalogue, record by record and field by field."""

from collections.abc import Sequence
from html import escape

from indicators.catalogue_changes import RecordChange, RecordChangeKind
from indicators.wording.catalogue_words import (
    FIELD_NAMES,
    RECORD_NAMES,
    record_told,
    value_told,
)

KINDS: dict[RecordChangeKind, str] = {"changed": "thay đổi", "new": "mới", "withdrawn": "đã bỏ"}
SHOWN = 100  # records of a kind on the page
OPEN = 12  # a list of more records opens at a touch


def catalogue_change_tables(changes: Sequence[RecordChange]) -> str:
    """Show the changes by kind of record, targets first; empty without any."""
    return "".join(
        record_group(name, kind, same)
        for record, name in RECORD_NAMES.items()
        for kind in KINDS
        if (same := [c for c in changes if type(c.record) is record and c.kind == kind])
    )


def record_group(name: str, kind: RecordChangeKind, same: Sequence[RecordChange]) -> str:
    """Show the records of one class that came, went, or changed."""
    is_open = " open" if kind != "new" and len(same) <= OPEN else ""
    left = len(same[SHOWN:])
    more = f'<p class="quiet">… và {left} mục nữa.</p>' if left else ""
    body = "".join(record_line(each) for each in same[:SHOWN])
    return (
        f'<details class="changes"{is_open}><summary><b>{name} {KINDS[kind]}</b> '
        f'<small>{len(same)} mục</small></summary><div class="scroll" tabindex="0">'
        f'<table class="redefined"><tbody>{body}</tbody></table></div>{more}</details>'
    )


def record_line(change: RecordChange) -> str:
    """Show one record, and which of its fields became what."""
    told = "<br>".join(
        f'{FIELD_NAMES[name]}: <span class="old">{escape(value_told(name, before))}</span> → '
        f"<b>{escape(value_told(name, after))}</b>"
        for name, (before, after) in change.fields.items()
    )
    return f'<tr><th scope="row">{escape(record_told(change.record))}</th><td>{told}</td></tr>'
