"""The board as plain objects, for `status --json` and for others who compare."""

from math import isfinite
from typing import Any

from indicators.board import Board
from indicators.progress import Judgement, Point

WORKING = ("required_at_latest", "required_now", "ratio", "needed_pace", "needed_pace_now")


def as_json(board: Board) -> list[dict[str, Any]]:
    """Give the board as plain objects, one an indicator."""
    return [
        judgement_json(row.judgement, row.sentence, row.indicator.code, board.area, board.scope)
        for row in board.rows
    ]


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
