"""The catalogue's own indicators with their targets, to be written about."""

from functools import cache

from indicators.catalogue.loader import load
from indicators.catalogue.records import Catalogue, Indicator, Target
from indicators.figures.points import measure_of
from indicators.progress.judging import judge
from indicators.progress.results import Judgement
from indicators.wording.notation import Notation, goal_of, notation_of
from tests.progress.reading import read_points


@cache
def catalogue() -> Catalogue:
    return load()


def indicator(code: str) -> Indicator:
    return next(i for i in catalogue().indicators if i.code == code)


def targets(code: str, scope: str = "city") -> tuple[Target, ...]:
    return tuple(t for t in catalogue().targets if (t.indicator, t.scope) == (code, scope))


def notation(code: str, scope: str = "city") -> Notation:
    return notation_of(indicator(code), targets(code, scope))


def judged(code: str, points: str, year: int, scope: str = "city") -> Judgement:
    """Judge points in the notation of tests/golden: `2025 70; 2026 72p; |2028 60`."""
    goals = [goal_of(target) for target in targets(code, scope)]
    return judge(measure_of(indicator(code)), read_points(points), goals, year)
