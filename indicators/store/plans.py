"""Yearly plans: the targets of scope plan, each with the version and the place it came from."""

from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from indicators.catalogue.records import Target
from indicators.store.connection import Store
from indicators.store.growth import has
from indicators.store.records import Plan, PlanKey
from indicators.store.tables import columns_of, quoted

ORIGIN = "upload, coalesce(sheet, '') AS sheet, row"
LACKING = "NULL AS upload, '' AS sheet, NULL AS row"
FIELDS = quoted(columns_of(Target))
NEWEST = """
    SELECT * FROM ({rows}) WHERE version <= ?
    QUALIFY row_number() OVER (PARTITION BY indicator, year ORDER BY version DESC) = 1
    ORDER BY indicator, year
"""
BROUGHT = "SELECT * FROM ({rows}) WHERE version = ? ORDER BY indicator, year"
PLACES = """
    SELECT p.indicator, p.version, p.year, u.file_name, p.sheet, p.row FROM ({rows}) p
    JOIN upload u ON u.upload = p.upload AND u.version = p.upload
"""


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """A row of a yearly plan and the version that wrote it."""

    version: int
    plan: Plan


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a plan stands: the file, its sheet ('' without sheets) and row."""

    file_name: str
    sheet: str
    row: int | None


def plans_at(store: Store, version: int) -> dict[PlanKey, HeldPlan]:
    """Give the newest row of every plan up to a version, withdrawn ones too."""
    return _read(store, NEWEST, version)


def plans_brought_by(store: Store, version: int) -> dict[PlanKey, HeldPlan]:
    """Give the plans that a version wrote, withdrawals included."""
    return _read(store, BROUGHT, version)


def plan_places(store: Store, indicator: str) -> dict[tuple[int, int], PlanPlace]:
    """Say by version and year where each plan of an indicator stands that came in a file."""
    places = all_plan_places(store)
    return {
        (version, year): at for (code, version, year), at in places.items() if code == indicator
    }


def all_plan_places(store: Store) -> dict[tuple[str, int, int], PlanPlace]:
    """Say by indicator, version and year where each plan stands that came in a file."""
    with store.reading() as cursor:
        rows = cursor.execute(PLACES.format(rows=_rows(cursor))).fetchall()
    return {(code, version, year): PlanPlace(*place) for code, version, year, *place in rows}


def _read(store: Store, query: str, version: int) -> dict[PlanKey, HeldPlan]:
    with store.reading() as cursor:
        rows = cursor.execute(query.format(rows=_rows(cursor)), [version]).fetchall()
    return {each.plan.key: each for each in map(_held, rows)}


def _rows(cursor: DuckDBPyConnection) -> str:
    place = ORIGIN if has(cursor, "target", "upload") else LACKING
    return f"SELECT version, withdrawn, {place}, {FIELDS} FROM target WHERE scope = 'plan'"  # noqa: S608


def _held(row: Any) -> HeldPlan:  # noqa: ANN401 (a row of a query above)
    version, withdrawn, upload, sheet, number, *fields = row
    return HeldPlan(version, Plan(Target(*fields), withdrawn, upload, sheet, number))
