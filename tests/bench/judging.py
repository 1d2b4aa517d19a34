"""How long judging takes: the programme on its years, and a country's worth of series."""

from collections.abc import Iterator
from random import Random

from indicators.board.board import thresholds_of
from indicators.catalogue.loader import load
from indicators.catalogue.records import Catalogue
from indicators.figures.points import measure_of
from indicators.progress.judging import judge
from indicators.progress.results import Goal, Judgement, Measure, Point, Thresholds
from indicators.wording.notation import goal_of
from tests.bench.figures import Figure, middle_time
from tests.filling import ends, fitted

FIRST, LAST = 2015, 2029
YEARS = range(FIRST, LAST + 1)
SERIES, POINTS = 7_300, 110_000
# About the share of each rule in the programme.
RULES = (*["reach"] * 7, "each_year", "growth", "maintain")

Case = tuple[Measure, list[Point], list[Goal]]


def judging_figures(runs: int) -> Iterator[Figure]:
    catalogue = load()
    thresholds = thresholds_of(catalogue)
    programme = list(programme_cases(catalogue))
    many = list(many_cases())
    yield figure(
        f"judge {len(programme)} indicators × {len(YEARS)} years", programme, thresholds, runs
    )
    yield figure(f"judge {counted(many)} points in {len(many)} series", many, thresholds, runs, 0.6)


def figure(
    name: str, cases: list[Case], thresholds: Thresholds, runs: int, limit: float | None = None
) -> Figure:
    """Time all cases, second opinions included; say how many got which opinion."""
    judged = judge_cases(cases, thresholds)
    trends = sum(judgement.trend is not None for judgement in judged)
    robust = sum(judgement.robust is not None for judgement in judged)
    seconds = middle_time(lambda: judge_cases(cases, thresholds), runs)
    opinions = f"{trends} with a trend, {robust} with robustness"
    return Figure(name, seconds, "s", limit, f"{opinions}; processor time")


def judge_cases(cases: list[Case], thresholds: Thresholds) -> list[Judgement]:
    return [judge(measure, points, goals, LAST, thresholds) for measure, points, goals in cases]


def programme_cases(catalogue: Catalogue) -> Iterator[Case]:
    """Every indicator of the programme with its own targets and a figure a year."""
    for indicator in catalogue.indicators:
        targets = [t for t in catalogue.targets if t.indicator == indicator.code]
        own = [t for t in targets if t.scope == "city"]
        if indicator.group != "BC":
            start, end = ends(indicator, own[0] if own else None)
            values = [start + (end - start) * step / len(YEARS) for step in range(len(YEARS))]
            points = [Point(y, fitted(indicator, v)) for y, v in zip(YEARS, values, strict=True)]
            yield measure_of(indicator), points, [goal_of(target) for target in own]


def many_cases() -> Iterator[Case]:
    """Uneven series of every rule, the same at every call."""
    chance = Random(71)  # noqa: S311
    for number in range(SERIES):
        length = POINTS // SERIES + (number < POINTS % SERIES)
        yield a_case(chance, number, range(LAST - length + 1, LAST + 1))


def a_case(chance: Random, number: int, years: range) -> Case:
    """One series that wanders towards its targets or away from them."""
    rule = RULES[number % len(RULES)]
    direction, sign = ("up", ">=") if rule == "growth" or number % 4 else ("down", "<=")
    drift = chance.uniform(-0.5, 1.5) * (1 if direction == "up" else -1)
    points = [Point(y, 50 + drift * (y - years[0]) + chance.gauss(0, 1)) for y in years]
    measure = Measure("percent" if rule != "growth" else "amount", rule, direction, years[-6])
    aim = 3.0 if rule == "growth" else 50 + (15 if direction == "up" else -15)
    later = Goal(2035, sign, aim, 2031 if rule == "each_year" else None)
    return measure, points, [Goal(2030, sign, aim, 2026 if rule == "each_year" else None), later]


def counted(cases: list[Case]) -> int:
    return sum(len(points) for _, points, _ in cases)
