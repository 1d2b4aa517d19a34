"""Second opinions beside a headline: compound growth, linear trend, robustness.

Sources: Eurostat / Open SDG progress measure 2.4.0 (CAGR), Destatis indicator report (six points
carried to the target year).
"""

from dataclasses import dataclass
from math import isclose, isfinite, sqrt

from indicators.progress.aims import Aim, aim_of
from indicators.progress.reach import moved_baseline, undecided_verdict, without_last
from indicators.progress.results import Goal, Measure, Milestone, Point, Status, Trend
from indicators.progress.series import Case, path_through

FITTED_POINTS, FEWEST_POINTS, BAND_POINTS, TESTED_POINTS = 6, 3, 5, 3
# Student's t, 90th percentile (80 % two-sided), by degrees of freedom; six points leave four.
STUDENT_T_90 = {3: 1.6377443536962102, 4: 1.5332062740589438}


@dataclass(slots=True)
class Fit:
    """A least-squares line through the last points and what its band needs."""

    first: int
    last: int
    mean_year: float
    mean_value: float
    slope: float
    spread: float
    error: float
    count: int


def cagr_ratio(baseline: Point, latest: Point, aim: Aim) -> float | None:
    """Actual over required compound growth, signed so that the right direction is positive."""
    b, v, target = baseline.value, latest.value, aim.bound
    if latest.year == baseline.year or aim.year <= baseline.year or not isfinite(b * v):
        return None
    one_sign = (b < 0) == (v < 0) == (target < 0)
    if not (b and v and target and one_sign) or isclose(target, b):
        return None
    actual = (v / b) ** (1 / (latest.year - baseline.year)) - 1
    required = (target / b) ** (1 / (aim.year - baseline.year)) - 1
    sign = (1 if aim.upward else -1) * (-1 if b < 0 else 1)
    return float(sign * actual / abs(required))


def fit_line(series: list[Point]) -> Fit | None:
    """Fit the last six points since a break; None with fewer than three."""
    points = [p for p in series if isfinite(p.value)][-FITTED_POINTS:]
    n = len(points)
    if n < FEWEST_POINTS:
        return None
    mean_year = sum(p.year for p in points) / n
    mean_value = sum(p.value for p in points) / n
    spread = sum((p.year - mean_year) ** 2 for p in points)
    tilt = sum((p.year - mean_year) * (p.value - mean_value) for p in points) / spread
    misses = (p.value - mean_value - tilt * (p.year - mean_year) for p in points)
    error = sum(miss * miss for miss in misses)
    noise = 1e-9 * max(abs(p.value) for p in points)
    if error <= noise * noise:
        error = 0.0
    return Fit(points[0].year, points[-1].year, mean_year, mean_value, tilt, spread, error, n)


def trend_at(fit: Fit | None, year: int, measure: Measure) -> Trend | None:
    """Carry the line to a year with its 80 % prediction band, clipped to the indicator's bounds.

    None beyond the last year plus twice the span of the points.
    """
    if fit is None or year > fit.last + 2 * (fit.last - fit.first):
        return None
    ahead = year - fit.mean_year
    value = fit.mean_value + fit.slope * ahead
    trend = Trend(clipped(value, measure))
    if fit.count >= BAND_POINTS and fit.error > 0:
        scatter = sqrt(fit.error / (fit.count - 2))
        half = STUDENT_T_90[fit.count - 2] * scatter
        half *= sqrt(1 + 1 / fit.count + ahead * ahead / fit.spread)
        trend.low, trend.high = clipped(value - half, measure), clipped(value + half, measure)
    return trend


def clipped(value: float, measure: Measure) -> float:
    """Keep a value inside the indicator's stored bounds."""
    if measure.lower is not None and value < measure.lower:
        return measure.lower
    if measure.upper is not None and value > measure.upper:
        return measure.upper
    return value


def robustness(
    case: Case, goals: list[Goal], headline: Milestone, cagr: float | None
) -> list[str] | None:
    """Name the changes that would change an undecided headline: baseline, last, cagr.

    None with fewer than three points since the baseline, or where there is nothing to test.
    """
    baseline = case.baseline
    untestable = (Status.NO_DATA, Status.INSUFFICIENT)
    if headline.decided or baseline is None or headline.status in untestable:
        return None
    if sum(p.year >= baseline.year for p in case.series) < TESTED_POINTS:
        return None
    aims = [aim_of(goal, case.measure.direction) for goal in goals]
    aim = aims[goals.index(headline.goal)]
    path = path_through(baseline, aims)
    later = moved_baseline(case)
    trials = {
        "baseline": undecided_verdict(later, aim, path_through(later.baseline, aims)),
        "last": undecided_verdict(without_last(case), aim, path),
    }
    if cagr is not None:
        trials["cagr"] = undecided_verdict(case, aim, path, instead=cagr)
    return [name for name, trial in trials.items() if trial.status is not headline.status]
