"""Read the golden tables of tests/golden: a case a line, series and goals in a short notation.

points  `2025 70; 2026 72p; |2028 60; 2029 unranked`  (p provisional, | a break before it)
goals   `>=85@2030; >=95@2031..2035; done@2030; >=?@2030`  (first..last year; ? no number)
measure `percent reach up 2025 0..100`  (kind, rule, direction, base year, bounds; - for none)
A table without the column `path` leaves the drawn line to others.
Expected numbers may be written as a quotient, `8.02/5`; an empty cell expects None.
"""

import csv
import re
from pathlib import Path

import pytest

from indicators.progress.judging import judge
from indicators.progress.results import UNRANKED, Goal, Judgement, Measure, Milestone, Point, Status

GOLDEN = Path(__file__).parents[1] / "golden"
POINT = re.compile(r"(\|?)(\d{4}) (unranked|-?[\d.]+)(p?)")
GOAL = re.compile(r"(>=|<=|>|<|about|done|maintain)(\?|-?[\d.]*)@(?:(\d{4})\.\.)?(\d{4})")
WORDS = ("status", "reason", "basis", "milestones", "met", "path")


def golden_cases(table: str):
    """The lines of one table as parameters, each named by its sentence."""
    with (GOLDEN / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return [pytest.param(row, id=row["case"]) for row in csv.DictReader(lines)]


def judged(row: dict[str, str]) -> Judgement:
    return judge(
        read_measure(row["measure"]),
        read_points(row["points"]),
        read_goals(row["goals"]),
        int(row["year"]),
    )


def read_points(text: str) -> list[Point]:
    return [
        Point(
            int(year),
            read_value(value),
            bool(provisional),
            bool(broken),
            status="ước" if provisional else "",
        )
        for broken, year, value, provisional in (matched(POINT, part) for part in parts(text))
    ]


def read_goals(text: str) -> list[Goal]:
    return [
        Goal(int(last), sign, read_value(value), int(first) if first else None)
        for sign, value, first, last in (matched(GOAL, part) for part in parts(text))
    ]


def read_measure(text: str) -> Measure:
    kind, rule, direction, base, *bounds = [None if w == "-" else w for w in text.split()]
    low, high = bounds[0].split("..") if bounds else (None, None)
    return Measure(
        kind, rule, direction, int(base) if base else None, read_value(low), read_value(high)
    )


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def matched(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = pattern.fullmatch(text)
    assert found, f"cannot read {text!r}"
    return found.groups()


def read_value(text: str | None) -> float | None:
    if not text or text == "?":
        return None
    if text == "unranked":
        return UNRANKED
    above, _, below = text.partition("/")
    return float(above) / float(below or 1)


def expected(row: dict[str, str]) -> dict[str, object]:
    """What the line says will come out, None for the cells left empty."""
    columns = [c for c in shown_columns() if c != "path" or "path" in row]
    given = {column: read_cell(column, row.get(column) or "") for column in columns}
    alone = f"{row['headline']} {row['status']}" if row["headline"] else ""
    return given | {"milestones": row.get("milestones") or alone}


def read_cell(column: str, text: str) -> object:
    if column in ("stale", "provisional"):
        return text == "yes"
    return (text or None) if column in WORDS else read_value(text)


def shown(result: Judgement) -> dict[str, object]:
    """The whole of a result but for the second opinions, in the columns of the tables."""
    return shown_series(result) | shown_milestone(result.headline)


def shown_series(result: Judgement) -> dict[str, object]:
    return {
        "status": result.status.value,
        "milestones": "; ".join(f"{m.goal.year} {m.status}" for m in result.milestones),
        "baseline": result.baseline and result.baseline.year,
        "latest": result.latest and result.latest.year,
        "stale": result.stale,
        "achieved_pace": result.achieved_pace,
        "path": drawn(result) or None,
    }


def drawn(result: Judgement) -> str:
    return "; ".join(f"{year} {value:.10g}" for year, value in result.path)


def shown_milestone(milestone: Milestone | None) -> dict[str, object]:
    m = milestone or Milestone(Goal(0, ">="), "")
    return {
        "reason": m.reason and m.reason.value,
        "headline": milestone and m.goal.year,
        "decided": m.decided and m.decided.year,
        "value": m.value,
        "basis": m.basis,
        "provisional": m.provisional,
        "at_latest": m.required_at_latest,
        "now": m.required_now,
        "ratio": m.ratio,
        "pace": m.needed_pace,
        "pace_now": m.needed_pace_now,
        "margin": m.margin,
        "met": None if m.years_judged is None else f"{m.years_met}/{m.years_judged}",
    }


def shown_columns() -> list[str]:
    empty = Judgement(Measure("percent", "reach", "up", 2025), 2025, Status.NO_DATA)
    return list(shown(empty))


def assert_as_written(row: dict[str, str]) -> None:
    actual, wanted = shown(judged(row)), expected(row)
    unlike = {
        column: f"{actual[column]!r}, written {wanted[column]!r}"
        for column in wanted
        if not alike(actual[column], wanted[column])
    }
    assert unlike == {}


def alike(actual: object, wanted: object) -> bool:
    if isinstance(wanted, float) and actual is not None:
        return actual == pytest.approx(wanted, rel=1e-9, abs=1e-12)
    return actual == wanted
