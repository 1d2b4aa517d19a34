"""An examined file as plain values, for `check --json`."""

from math import isfinite
from typing import Any

from indicators.board.board import CITY
from indicators.board.status_changes import StatusChange
from indicators.catalogue.records import Catalogue, Target
from indicators.intake.examination import Examination
from indicators.intake.preview import Preview
from indicators.store.records import Observation


def as_json(examined: Examination, file: str, catalogue: Catalogue) -> dict[str, Any]:
    """Give what `check --json` prints of a file; plans only where they were asked for.

    `recorded` says row by row of what each figure is, nothing left to go without saying.
    """
    planned = {"plans": plans_json(examined.preview)} if examined.plans_asked else {}
    return {
        "file": file,
        "sha256": examined.upload.sha256,
        "outcome": examined.outcome,
        "scope": examined.blocked,
        "rows": [row_json(row) for row in examined.observations],
        "recorded": [recorded_json(row, catalogue) for row in examined.observations],
        "findings": [
            finding._asdict()
            | {"indicator": examined.indicators.get((finding.sheet, finding.row or 0))}
            for finding in examined.findings
        ],
        "preview": preview_json(examined.preview) | planned,
    }


def row_json(row: Observation) -> list[Any]:
    """Give a figure as [code, year, value, area, group]; the whole city and the total are null."""
    value = row.value if row.value is not None and isfinite(row.value) else None
    area = None if row.area == CITY else row.area
    return [row.indicator, row.year, value, area, row.group or None]


def recorded_json(row: Observation, catalogue: Catalogue) -> dict[str, Any]:
    """Give of what a figure is: area, group, period, status and unit, the defaults too."""
    return {
        "indicator": row.indicator,
        "year": row.year,
        "area": row.area,
        "group": row.group,
        "period": row.period,
        "status": row.status,
        "unit": catalogue.indicators_by_code[row.indicator].unit,
        "sheet": row.sheet,
        "row": row.row,
    }


def preview_json(preview: Preview) -> dict[str, Any]:
    """Count what happens to the values; a figure whose source alone changes is unchanged."""
    return {
        "new": preview.count("new"),
        "changed": preview.count("changed"),
        "unchanged": preview.count("unchanged", "restated"),
        "statuses": [status_json(change) for change in preview.impact.statuses],
    }


def plans_json(preview: Preview) -> dict[str, Any]:
    """Count the yearly plans and give each as [code, year, value before, value]."""
    return {
        "new": preview.count_plans("new"),
        "changed": preview.count_plans("changed"),
        "unchanged": preview.count_plans("unchanged", "restated"),
        "rows": [[*change.after.key, *map(_value, change.turn)] for change in preview.plans],
    }


def _value(plan: Target | None) -> float | None:
    return None if plan is None else plan.value


def status_json(change: StatusChange) -> dict[str, Any]:
    """Give a changed verdict by its codes; null where the board has no such row."""
    before, after = change.before, change.after
    return {
        "code": change.code,
        "scope": change.scope,
        "before": before.status.value if before else None,
        "after": after.status.value if after else None,
    }
