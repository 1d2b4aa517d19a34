"""`history CODE`: every figure and every target ever recorded of an indicator."""

import json
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from indicators.catalogue.records import Indicator, Target
from indicators.commands.answer import Answer, CommandError, with_nature
from indicators.store.connection import Store
from indicators.store.history import observation_history, record_history, versions
from indicators.store.local_time import local_day
from indicators.store.plans import PlanPlace, plan_places
from indicators.wording.firmness import PERIOD_WORDS
from indicators.wording.notation import Notation, notation_of
from indicators.wording.numbers import day

HistoryRows = list[dict[str, Any]]
PLACE = ("file_name", "sheet", "row")
SCOPES = {"city": "thành phố", "national": "cả nước", "plan": "kế hoạch năm"}


def answer(store: Store, options: Namespace) -> Answer:
    """List values and targets by version, withdrawn ones too, as lines or JSON."""
    code = options.code.strip()
    known = record_history(store, Indicator, code=code)
    if not known:
        raise CommandError(f"Không có chỉ tiêu nào mang mã “{code}”.")
    figures, targets = _figures(store, code), _targets(store, code)
    if options.json:
        content = with_nature({"code": code, "values": figures, "targets": targets}, store)
        return Answer(text=json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n")
    indicator: Indicator = known[-1][2]
    values = [_figure(row, notation_of(indicator, ())) for row in figures] or ["  chưa có"]
    goals = [_target(row, notation_of(indicator, ())) for row in targets] or ["  không có"]
    lines = [f"{code}. {indicator.name}", "", "Số liệu:", *values, "", "Mục tiêu:", *goals, ""]
    return Answer(text="\n".join(lines))


def _figures(store: Store, code: str) -> HistoryRows:
    frame = observation_history(store, code)
    rows: list[dict[Any, Any]] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [row | {"recorded_at": row["recorded_at"].to_pydatetime()} for row in rows]


def _targets(store: Store, code: str) -> HistoryRows:
    entries, places = {entry.number: entry for entry in versions(store)}, plan_places(store, code)
    return [
        asdict(target)
        | {"version": number, "withdrawn": withdrawn, "recorded_at": entries[number].at}
        | _place(places.get((number, target.year)) if target.scope == "plan" else None)
        for number, withdrawn, target in record_history(store, Target, indicator=code)
    ]


def _place(place: PlanPlace | None) -> dict[str, Any]:
    """Name the file, sheet and row of a yearly plan; null for the targets of the catalogue."""
    return dict.fromkeys(PLACE) if place is None else asdict(place)


def _figure(row: dict[str, Any], notation: Notation) -> str:
    value = notation.value(row["value"]) if row["value"] is not None else ""
    words = row["label"] or value or "(rút)"
    place = ", ".join(part for part in (row["area"], row["group"]) if part)
    origin = row["file_name"] or row["source"]
    period = PERIOD_WORDS[row["period"]]
    return (
        f"  {row['year']} {period:<8} {words:<20} {row['status']:<11} {place:<30} "
        f"{_recorded(row)}  {row['recorded_by']}  {origin}"
    )


def _target(row: dict[str, Any], notation: Notation) -> str:
    target = Target(**{name: row[name] for name in Target.__slots__})
    words = "(bỏ)" if row["withdrawn"] else notation.target(target)
    sources = (target.doc, row["file_name"], f"dòng {row['row']}" if row["row"] else "")
    origin = ", ".join(part for part in sources if part)
    return f"  {target.year} {SCOPES[target.scope]:<12} {words:<34} {_recorded(row)}  {origin}"


def _recorded(row: dict[str, Any]) -> str:
    return f"phiên bản {row['version']}, {day(local_day(row['recorded_at']))}"
