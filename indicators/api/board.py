"""The board as plain objects, for `status --json` and for others who compare."""

from math import isfinite
from typing import Any

from indicators.board.board import Board, Row
from indicators.board.plans import figure_shown, plan_comparison, year_comparison
from indicators.catalogue.records import Target
from indicators.progress.results import Judgement, Point
from indicators.store.records import PERIODS

WORKING = ("required_at_latest", "required_now", "ratio", "needed_pace", "needed_pace_now")


def as_json(board: Board) -> list[dict[str, Any]]:
    """Give the board as plain objects, one an indicator."""
    return [
        judgement_json(row.judgement, row.sentence, row.indicator.code, board.area, board.scope)
        | {"plans": [plan_json(row, t) for t in row.plans], "year_on_year": year_on_year_json(row)}
        for row in board.rows
    ]


def plan_json(row: Row, plan: Target) -> dict[str, Any]:
    """Give a yearly plan, the figure of its year, and how that stands to it."""
    figure = figure_shown(row, plan.year)
    against = plan_comparison(row, figure, plan)
    return {
        "year": plan.year,
        "value": plan.value,
        "actual": figure.value if figure and isfinite(figure.value) else None,
        "period": PERIODS[figure.part] if figure else None,
        "ratio": against.ratio if against else None,
        "difference": against.difference if against else None,
        "outcome": against.outcome.value if against and against.outcome else None,
    }


def year_on_year_json(row: Row) -> dict[str, Any] | None:
    """Give the latest figure against the same period a year before, where both can be compared."""
    latest = row.judgement.latest
    figure = figure_shown(row, latest.year) if latest else None
    against = year_comparison(row, figure, row.figures)
    if figure is None or against is None:
        return None
    return {
        "year": figure.year,
        "period": PERIODS[figure.part],
        "difference": against.difference,
        "ratio": against.ratio,
    }


def judgement_json(
    judgement: Judgement, sentence: str, code: str, area: str | None, scope: str | None
) -> dict[str, Any]:
    """Give one judgement with its components; numbers that do not exist are null."""
    headline, trend = judgement.headline, judgement.trend
    return {
        "code": code,
        "area": area,
        "group": None,
        "scope": scope,
        "rule": judgement.measure.rule,
        "status": judgement.status.value,
        "basis": headline.basis if headline else None,
        "stale": judgement.stale,
        "provisional": bool(headline and headline.provisional),
        "baseline": point_json(judgement.baseline),
        "latest": point_json(judgement.latest),
        "milestones": milestones_json(judgement),
        "achieved_pace": judgement.achieved_pace,
        "cagr_ratio": judgement.cagr_ratio,
        "trend": None
        if trend is None
        else {"value": trend.value, "low": trend.low, "high": trend.high},
        "robust": judgement.robust,
        "sentence": sentence,
    }


def point_json(point: Point | None) -> dict[str, Any] | None:
    """Give a point; an unranked year has no value."""
    if point is None:
        return None
    return {"year": point.year, "value": point.value if isfinite(point.value) else None}


def milestones_json(judgement: Judgement) -> list[dict[str, Any]]:
    """Give every milestone with its working."""
    return [
        {
            "year": m.goal.year,
            "comparator": m.goal.comparator,
            "value": m.goal.value,
            "status": m.status.value,
            **{name: getattr(m, name) for name in WORKING},
        }
        for m in judgement.milestones
    ]
