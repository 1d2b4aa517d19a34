"""`value CODE YEAR`: one figure with where it came from, and the figures it replaced."""

import json
from argparse import Namespace
from typing import Any

from indicators.board.board import CITY
from indicators.catalogue.groups import group_key, group_pairs
from indicators.catalogue.records import Catalogue
from indicators.commands.answer import Answer, CommandError, with_nature
from indicators.commands.examination_lines import figure_name
from indicators.dossier.provenance import Origin, Provenance, deed_told, provenance_of
from indicators.store.connection import Store
from indicators.store.held import Key
from indicators.store.history import catalogue_at, latest
from indicators.store.local_time import VIETNAM
from indicators.wording.letters import bare
from indicators.wording.recorded import figure_words

FIGURE = ("value", "numerator", "denominator", "label", "status", "back_cast")
ORIGIN = ("source", "document", "document_date", "link", "note")


def answer(store: Store, options: Namespace) -> Answer:
    """Give the figure in force, null when there is none, and every row ever recorded of it."""
    version = latest(store).number
    catalogue = catalogue_at(store, version)
    found = provenance_of(store, _key(catalogue, options), version)
    if options.json:
        content = json.dumps(
            with_nature(_content(found), store), ensure_ascii=False, indent=1, default=str
        )
        return Answer(text=content + "\n")
    if not (found.origins or found.sum):
        return Answer(text="Chưa có số liệu.\n")
    sum_line = [f"  {found.sum.source}: {figure_words(found.sum, catalogue)}"] if found.sum else []
    lines = [_line(origin, catalogue) for origin in found.origins]
    row = found.sum or found.origins[0].observation
    return Answer(text="\n".join([f"{figure_name(row)}:", *sum_line, *lines, ""]))


def _key(catalogue: Catalogue, options: Namespace) -> Key:
    code = options.code.strip().upper()
    if code not in catalogue.indicators_by_code:
        raise CommandError(f"Không có chỉ tiêu nào mang mã “{options.code}”.")
    area = _area(catalogue, options.area) if options.area else CITY
    group = _group(catalogue, code, options.group) if options.group else ""
    return code, area, group, options.year, options.period


def _area(catalogue: Catalogue, text: str) -> str:
    for area in catalogue.areas:
        if bare(text) in (bare(area.code), bare(area.name)):
            return area.code
    raise CommandError(f"Không có đơn vị “{text}” trong danh mục.")


def _group(catalogue: Catalogue, code: str, text: str) -> str:
    """Find a group by its key, or by the value alone where it is the only one so named."""
    options = catalogue.breakdowns_by_indicator.get(code, ())
    pairs = []
    for dimension, value in group_pairs(text) if "=" in text else [("", text)]:
        found = [
            (each.dimension, each.value)
            for each in options
            if bare(each.value) == bare(value) and bare(dimension) in ("", bare(each.dimension))
        ]
        if len(found) != 1:
            raise CommandError(f"Chỉ tiêu {code} không có nhóm “{text}”.")
        pairs += found
    return group_key(pairs)


def _content(found: Provenance) -> dict[str, Any]:
    code, area, group, year, period = found.key
    now = _row(found.now) if found.now else None
    return {
        "code": code,
        "area": area,
        "group": group or None,
        "year": year,
        "period": period,
        **{name: now[name] if now else None for name in FIGURE},
        "provenance": {k: v for k, v in now.items() if k not in FIGURE} if now else None,
        "history": [_row(origin) for origin in reversed(found.origins)],
    }


def _row(origin: Origin) -> dict[str, Any]:
    """Give one recorded row: figure, what the file said of it, and who recorded it when."""
    row, version, file = origin.observation, origin.version, origin.file
    return {
        **{name: _plain(getattr(row, name)) for name in (*FIGURE, *ORIGIN)},
        "withdrawn": origin.held.withdrawn,
        "version": version.number,
        "kind": version.kind,
        "at": version.at.isoformat(),
        "by": version.by,
        "agency": version.agency,
        "hash": version.hash,
        "upload": origin.held.upload,
        "sender": file.sender if file else None,
        "file": file.name if file else None,
        "sha256": file.sha256 if file else None,
        "sheet": row.sheet or None,
        "row": row.row,
    }


def _plain(value: object) -> object:
    """Leave out what JSON has no number for: an unranked year is told by its label."""
    return None if value == float("inf") else value


def _line(origin: Origin, catalogue: Catalogue) -> str:
    row, version = origin.observation, origin.version
    when = f"{version.at.astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}"
    parts = (
        origin.file.name if origin.file else "",
        f"trang {row.sheet}" if row.sheet else "",
        f"dòng {row.row}" if row.row else "",
        deed_told(origin),
    )
    place = ", ".join(part for part in parts if part)
    words = figure_words(row, catalogue)
    return f"  phiên bản {version.number}, {when}, {version.by}: {words}  {place}".rstrip()
