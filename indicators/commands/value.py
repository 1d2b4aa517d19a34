"""`value CODE YEAR`: one figure with where it came from, and the figures it replaced."""

import json
import unicodedata
from argparse import Namespace
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from indicators.board import CITY
from indicators.catalogue.groups import group_key, group_pairs
from indicators.catalogue.records import Catalogue
from indicators.commands.answer import Answer, CommandError
from indicators.commands.examined_told import named
from indicators.local_time import VIETNAM
from indicators.store.connection import Store
from indicators.store.held import Held, Key, received, rows_of
from indicators.store.history import catalogue_at, latest, version_at
from indicators.wording.recorded import figure_told

FIGURE = ("value", "numerator", "denominator", "label", "status", "back_cast")
SAID = ("source", "document", "document_date", "link", "note")


def answer(store: Store, options: Namespace) -> Answer:
    """Give the figure in force, null when there is none, and every row ever recorded of it."""
    catalogue = catalogue_at(store, latest(store).number)
    key = _key(catalogue, options)
    rows = rows_of(store, key)
    if options.json:
        content = _content(store, key, rows)
        return Answer(text=json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n")
    if not rows:
        return Answer(text="Chưa có số liệu.\n")
    lines = [_line(_row(store, row), row, catalogue) for row in reversed(rows)]
    return Answer(text="\n".join([f"{named(rows[-1].observation)}:", *lines, ""]))


def _key(catalogue: Catalogue, options: Namespace) -> Key:
    code = options.code.strip().upper()
    if all(indicator.code != code for indicator in catalogue.indicators):
        raise CommandError(f"Không có chỉ tiêu nào mang mã “{options.code}”.")
    area = _area(catalogue, options.area) if options.area else CITY
    group = _group(catalogue, code, options.group) if options.group else ""
    return code, area, group, options.year, options.period


def _area(catalogue: Catalogue, text: str) -> str:
    for area in catalogue.areas:
        if _bare(text) in (_bare(area.code), _bare(area.name)):
            return area.code
    raise CommandError(f"Không có đơn vị “{text}” trong danh mục.")


def _group(catalogue: Catalogue, code: str, text: str) -> str:
    """Find a group by its key, or by the value alone where it is the only one so named."""
    options = [b for b in catalogue.indicator_breakdowns if b.indicator == code]
    pairs = []
    for dimension, value in group_pairs(text) if "=" in text else [("", text)]:
        found = [
            (each.dimension, each.value)
            for each in options
            if _bare(each.value) == _bare(value) and _bare(dimension) in ("", _bare(each.dimension))
        ]
        if len(found) != 1:
            raise CommandError(f"Chỉ tiêu {code} không có nhóm “{text}”.")
        pairs += found
    return group_key(pairs)


def _bare(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _content(store: Store, key: Key, rows: Iterable[Held]) -> dict[str, Any]:
    history = [_row(store, row) for row in rows]
    now = history[-1] if history and not history[-1]["withdrawn"] else None
    names = ("code", "area", "group", "year", "period")
    return {
        **dict(zip(names, (key[0], key[1], key[2] or None, *key[3:]), strict=True)),
        **{name: now[name] if now else None for name in FIGURE},
        "provenance": {k: v for k, v in now.items() if k not in FIGURE} if now else None,
        "history": history,
    }


def _row(store: Store, held: Held) -> dict[str, Any]:
    """Give one recorded row: figure, what the file said of it, and who recorded it when."""
    row, version = held.observation, version_at(store, held.version)
    file = received(store, held.upload) if held.upload else None
    return {
        **{name: _plain(getattr(row, name)) for name in (*FIGURE, *SAID)},
        "withdrawn": held.withdrawn,
        "version": held.version,
        "kind": version.kind,
        "at": version.at.isoformat(),
        "by": version.by,
        "agency": version.agency,
        "hash": version.hash,
        "upload": held.upload,
        "sender": file.sender if file else None,
        "file": file.file_name if file else None,
        "sha256": file.sha256 if file else None,
        "sheet": row.sheet or None,
        "row": row.row,
    }


def _plain(value: object) -> object:
    """Leave out what JSON has no number for: an unranked year is told by its label."""
    return None if value == float("inf") else value


def _line(told: dict[str, Any], held: Held, catalogue: Catalogue) -> str:
    when = f"{datetime.fromisoformat(told['at']).astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}"
    shown = figure_told(held.observation, catalogue)
    place = ", ".join(
        part
        for part in (
            told["file"] or "",
            f"trang {told['sheet']}" if told["sheet"] else "",
            f"dòng {told['row']}" if told["row"] else "",
        )
        if part
    )
    return f"  phiên bản {told['version']}, {when}, {told['by']}: {shown}  {place}".rstrip()
