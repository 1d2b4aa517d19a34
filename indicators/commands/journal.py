"""`journal`: the versions of the data, whether the chain of hashes holds, and its marks."""

import json
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from indicators.commands.answer import FINDINGS, FINE, Answer, with_nature
from indicators.store.connection import Store
from indicators.store.found import Tally, findings_counted
from indicators.store.history import latest, uploads, version_headed, versions
from indicators.store.journal import undone_by, verify
from indicators.store.local_time import VIETNAM
from indicators.store.mark_check import check_marks
from indicators.store.records import Version
from indicators.wording.data_version import passing_words, read_head

KINDS = {
    "seed": "khởi tạo",
    "upload": "số liệu",
    "undo": "hoàn tác",
    "catalogue": "danh mục",
    "setting": "tham số",
}
FILE_FIELDS = ("file_name", "sha256", "state", "rows_read", "rows_loaded", "warnings")


def answer(store: Store, options: Namespace) -> Answer:
    """List the journal, check it and its marks; code 1 when either does not hold.

    With `--has` say only whether its chain passes through a version known from elsewhere.
    """
    entries, chain, marked = versions(store), verify(store), check_marks(store)
    faults = [*chain, *marked.faults]
    if options.has is not None:
        return _passing(store, read_head(options.has), chain, options)
    code = FINDINGS if faults else FINE
    if options.json:
        content = _content(entries, faults, _files(store, len(entries)))
        content["marks"] = [{"place": place} | asdict(mark) for place, mark in marked.marks.items()]
        return Answer(
            code, json.dumps(with_nature(content, store), ensure_ascii=False, indent=1) + "\n"
        )
    verdict = chain or [f"Chuỗi băm nguyên vẹn: {len(entries)} phiên bản."]
    verdict += marked.faults or filter(None, [marked.verdict])
    return Answer(code, "\n".join([*map(_line, entries), *verdict, ""]))


def _passing(store: Store, head: str, faults: list[str], options: Namespace) -> Answer:
    """Say whether the chain passes through a head; code 1 where it does not, or does not hold."""
    passed = version_headed(store, head)
    code = FINE if passed and not faults else FINDINGS
    if options.json:
        entry = asdict(passed) | {"at": passed.at.isoformat()} if passed else None
        content = with_nature({"head": head, "version": entry, "faults": faults}, store)
        return Answer(code, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    told = passing_words(head, passed, latest(store).number)
    return Answer(code, "\n".join([told, *faults, ""]))


def _files(store: Store, version: int) -> dict[int, Any]:
    """Give the files received and what was found in them, by the version that brought them."""
    rows: list[dict[Any, Any]] = uploads(store, version).to_dict("records")
    found = findings_counted(store)
    return {
        row["upload"]: {name: row[name] for name in FILE_FIELDS}
        | {"findings": _counted(found.get(row["upload"], {}))}
        for row in rows
    }


def _counted(found: Tally) -> list[dict[str, Any]]:
    return [
        {"severity": severity, "kind": kind, "count": count}
        for (severity, kind), count in found.items()
    ]


def _content(entries: list[Version], faults: list[str], files: dict[int, Any]) -> dict[str, Any]:
    rows = [
        asdict(entry)
        | {"at": entry.at.isoformat(), "undoes": undone_by(entry), "file": files.get(entry.number)}
        for entry in entries
    ]
    return {"intact": not faults, "faults": faults, "versions": rows}


def _line(entry: Version) -> str:
    when = f"{entry.at.astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}"
    who = f"{entry.by} ({entry.agency})" if entry.agency else entry.by
    began = f"{entry.number:>5}  {when}  {KINDS[entry.kind]:<9}  {entry.head}"
    return f"{began}  {who}  {entry.note}".rstrip()
