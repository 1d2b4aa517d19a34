"""Series and targets of every sort the catalogue allows, for the property tests."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from indicators.progress.judging import judge
from indicators.progress.results import UNRANKED, Goal, Judgement, Measure, Point

NUMBERS = ("percent", "count", "amount", "index", "ratio", "rank", "difference")
FIRST, LAST = 2014, 2038
# Quarters are exact in binary, so that two ways to the same number give the same number.
quarters = st.integers(-200, 800).map(lambda n: n / 4)
finite = st.floats(allow_nan=False, allow_infinity=False)
workable = st.floats(-1e100, 1e100)  # beyond it squares no longer fit into a float


@dataclass(frozen=True)
class Board:
    """What one call of `judge` takes."""

    measure: Measure
    points: tuple[Point, ...]
    goals: tuple[Goal, ...]
    year: int

    def judged(self) -> Judgement:
        return judge(self.measure, self.points, self.goals, self.year)

    def with_points(self, points: list[Point]) -> "Board":
        return replace(self, points=tuple(points))


@st.composite
def measures(draw: st.DrawFn, kinds: tuple[str, ...], rules: tuple[str, ...]) -> Measure:
    kind, rule = draw(st.sampled_from(kinds)), draw(st.sampled_from(rules))
    if kind == "milestone":
        return Measure(kind, rule, None, None)
    if kind == "rank" and rule == "growth":  # growth asks for more, a rank for less
        rule = "reach"
    down = kind == "rank" or (rule != "growth" and draw(st.booleans()))
    bounds = draw(st.sampled_from([(None, None), (0.0, 100.0)]))
    base = draw(st.integers(2018, 2030))
    return Measure(kind, rule, "down" if down else "up", base, *bounds)


@st.composite
def points(
    draw: st.DrawFn, kind: str, values: st.SearchStrategy[float], fewest: int
) -> tuple[Point, ...]:
    if kind == "milestone":
        values = st.integers(0, 100).map(float)
    if kind == "rank":
        values = st.one_of(values.map(abs), values.map(abs), st.just(UNRANKED))
    one = st.tuples(st.integers(FIRST, LAST), values)
    drawn = draw(st.lists(one, unique_by=lambda pair: pair[0], min_size=fewest, max_size=9))
    years = [year for year, _ in drawn]
    some = st.sets(st.sampled_from(years), max_size=2) if years else st.just(set())
    provisional, broken = draw(some), draw(some) if draw(st.booleans()) else set()
    return tuple(Point(y, value, y in provisional, y in broken) for y, value in sorted(drawn))


@st.composite
def goals(draw: st.DrawFn, measure: Measure, values: st.SearchStrategy[float]) -> tuple[Goal, ...]:
    years = sorted(draw(st.sets(st.integers(2022, 2038), max_size=3)))
    if measure.kind == "milestone":
        sign = "maintain" if measure.rule == "maintain" else "done"
        return tuple(Goal(year, sign) for year in years)
    signs = ("<=", "<", "about") if measure.direction == "down" else (">=", ">", "about")
    if measure.rule == "growth":
        values = st.integers(1, 4000).map(lambda n: n / 4)
    signed = [draw(st.sampled_from(signs)) for _ in years]
    return tuple(
        Goal(year, sign, draw(values), first_year(measure, year, years))
        for year, sign in zip(years, signed, strict=True)
    )


def first_year(measure: Measure, year: int, years: list[int]) -> int | None:
    """A row of yearly bounds starts where the row before it ends, or two years back."""
    if measure.rule != "each_year":
        return None
    before = [y for y in years if y < year]
    return before[-1] + 1 if before else year - 2


@st.composite
def boards(
    draw: st.DrawFn,
    kinds: tuple[str, ...] = (*NUMBERS, "milestone"),
    rules: tuple[str, ...] = ("reach", "each_year", "maintain", "growth", "context"),
    values: st.SearchStrategy[float] = quarters,
    fewest: int = 0,
) -> Board:
    measure = draw(measures(kinds, rules))
    if measure.kind == "milestone" and measure.rule != "maintain":
        measure = replace(measure, rule="reach")
    series = draw(points(measure.kind, values, fewest))
    return Board(measure, series, draw(goals(measure, values)), draw(st.integers(2020, LAST + 2)))
