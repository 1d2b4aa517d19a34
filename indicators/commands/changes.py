"""`changes`: what is otherwise than at an earlier moment, as Thay đổi on the overview tells it."""

import json
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from indicators.board.as_of import AsOf, as_of
from indicators.board.board import Row
from indicators.changes.between import Changes, Revision, VerdictChange, changes_between
from indicators.changes.catalogue import RecordChange
from indicators.changes.sentences import cause_words, changes_sentence
from indicators.changes.since import Since, since
from indicators.commands.answer import Answer
from indicators.figures.editions import revision_words
from indicators.intake.plans import PlanChange
from indicators.store.connection import Store
from indicators.store.records import Observation, Version
from indicators.store.resourced import Resourced
from indicators.store.tables import key_of, table_of
from indicators.store.turns import Turn
from indicators.wording.catalogue_words import FIELD_NAMES, RECORD_NAMES, record_words, value_words
from indicators.wording.numbers import NONE, counted
from indicators.wording.recorded import figure_words, plan_words


def answer(store: Store, options: Namespace) -> Answer:
    """Compare the board as of a day or version with an earlier one, as lines or JSON."""
    seen = as_of(store, options.on, options.at_version, options.year)
    start = since(store, seen, options.since)
    changes = changes_between(store, start.moment, seen, options.scope)
    if options.json:
        text = json.dumps(as_json(start, changes), ensure_ascii=False, indent=1, default=str)
        return Answer(text=f"{text}\n")
    lines = [
        f"{start.label}: {changes_sentence(changes)}.",
        *_verdicts(changes),
        *_revised(changes),
        *_figures(changes),
    ]
    return Answer(text="\n".join([*lines, *_plans(changes), *_records(changes), ""]))


def as_json(start: Since, changes: Changes) -> dict[str, Any]:
    """Give the changes as plain values; of the figures the first of each kind and their counts."""
    return {
        "since": moment_json(start.moment),
        "seen": moment_json(changes.after.as_of),
        "sentence": f"{start.label}: {changes_sentence(changes)}",
        "statuses": [verdict_json(each) for each in changes.verdicts],
        "revised": [revised_json(each, changes) for each in changes.revised],
        "figure_counts": dict(changes.figures.count),
        "figures": [turn_json(each, changes.entries) for each in changes.figures.first],
        "plans": [plan_json(each) for each in changes.plans],
        "catalogue": [record_json(each) for each in changes.records],
    }


def moment_json(moment: AsOf) -> dict[str, Any]:
    """Give version, with the head of its hash, day and year."""
    version = moment.version
    named = {"version": version.number, "head": version.head}
    return named | {"day": moment.day, "year": moment.year}


def written_json(version: Version | None) -> dict[str, Any] | None:
    """Give who recorded and when; none where nobody did."""
    if version is None:
        return None
    who = {"by": version.by, "agency": version.agency}
    return {"version": version.number, "at": version.at.isoformat(), **who}


def verdict_json(verdict: VerdictChange) -> dict[str, Any]:
    """Give one changed verdict."""
    change = verdict.change
    return {
        "code": change.code,
        "before": change.before and change.before.status.value,
        "after": change.after and change.after.status.value,
        "causes": [
            {"cause": cause, "written": written_json(version)} for cause, version in verdict.causes
        ],
    }


def turn_json(turn: Turn, entries: dict[int, Version]) -> dict[str, Any]:
    """Give one changed figure."""
    return {
        "kind": turn.kind,
        **dict(zip(("indicator", "area", "group", "year", "period"), turn.after.key, strict=True)),
        "before": figure_json(turn.before),
        "after": figure_json(None if turn.kind == "withdrawn" else turn.after),
        "written": written_json(entries[turn.version]),
    }


def revised_json(revised: Resourced, changes: Changes) -> dict[str, Any]:
    """Give a series that its publisher revised, with the values of its last year."""
    return asdict(revised) | {"written": written_json(changes.entries[revised.version])}


def figure_json(row: Observation | None) -> dict[str, Any] | None:
    """Give value, label and status of a figure."""
    return row and {"value": row.value, "label": row.label, "status": row.status}


def plan_json(written: Revision[PlanChange]) -> dict[str, Any]:
    """Give one changed yearly plan."""
    before, after = written.item.turn
    target = written.item.after.target
    return {
        "indicator": target.indicator,
        "year": target.year,
        "before": before and before.value,
        "after": after and after.value,
        "written": written_json(written.version),
    }


def record_json(written: Revision[RecordChange]) -> dict[str, Any]:
    """Give one changed record of the catalogue with the fields that are others."""
    change = written.item
    fields = {name: {"before": old, "after": new} for name, (old, new) in change.fields.items()}
    named = {"record": table_of(type(change.record)), "key": list(key_of(change.record))}
    return {
        **named,
        "kind": change.kind,
        "fields": fields,
        "written": written_json(written.version),
    }


def _verdicts(changes: Changes) -> list[str]:
    lines = [
        f"  {each.change.code:<5} {_status(each.change.before)} → {_status(each.change.after)}: "
        f"{'; '.join(_causes(each, changes))}"
        for each in changes.verdicts
    ]
    return ["", "Đánh giá:", *lines] if lines else []


def _revised(changes: Changes) -> list[str]:
    lines = [
        f"  {revision_words(each, changes.after.catalogue)}  ({_by(changes.entries[each.version])})"
        for each in changes.revised
    ]
    return ["", "Nguồn công bố sửa lại:", *lines] if lines else []


def _status(row: Row | None) -> str:
    return row.label if row else NONE


def _causes(verdict: VerdictChange, changes: Changes) -> list[str]:
    code = verdict.change.code
    return [_cause(cause_words(cause, changes, code), entry) for cause, entry in verdict.causes]


def _cause(words: str, entry: Version | None) -> str:
    return f"{words} ({_by(entry)})" if entry else words


def _by(entry: Version) -> str:
    return f"phiên bản {entry.number}, {entry.by}"


def _figures(changes: Changes) -> list[str]:
    lines = [_figure(turn, changes) for turn in changes.figures.first]
    left = changes.figures.count.total() - len(lines)
    more = [f"  … và {counted(left)} giá trị nữa, xem lệnh journal và history"] if left else []
    return ["", "Số liệu:", *lines, *more] if lines else []


def _figure(turn: Turn, changes: Changes) -> str:
    code, area, group, year, period = turn.after.key
    place = ", ".join(part for part in (area, group, "" if period == "nam" else period) if part)
    catalogue = changes.catalogue_of(code)
    before, after = (figure_words(row, catalogue) for row in (turn.before, turn.after))
    written = _by(changes.entries[turn.version])
    return f"  {code:<5} {year} {place:<12} {before} → {after}  ({written})"


def _plans(changes: Changes) -> list[str]:
    lines = [_plan(each, changes) for each in changes.plans]
    return ["", "Kế hoạch năm:", *lines] if lines else []


def _plan(plan: Revision[PlanChange], changes: Changes) -> str:
    target = plan.item.after.target
    catalogue = changes.catalogue_of(target.indicator)
    values = " → ".join(plan_words(side, catalogue) for side in plan.item.turn)
    return f"  {target.indicator:<5} {target.year}  {values}  ({_by(plan.version)})"


def _records(changes: Changes) -> list[str]:
    lines = [
        f"  {RECORD_NAMES[type(each.item.record)]} {record_words(each.item.record)}: "
        f"{_fields(each.item)}  ({_by(each.version)})"
        for each in changes.records
    ]
    return ["", "Danh mục:", *lines] if lines else []


def _fields(change: RecordChange) -> str:
    fields = [
        f"{FIELD_NAMES[name]} {value_words(name, old)} → {value_words(name, new)}"
        for name, (old, new) in change.fields.items()
    ]
    return "; ".join(fields) or {"new": "mới", "withdrawn": "đã bỏ", "changed": ""}[change.kind]
