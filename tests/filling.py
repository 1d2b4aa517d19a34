"""A board with figures for every indicator, made for the tests: every kind, rule and verdict."""

from itertools import cycle
from pathlib import Path

from indicators.catalogue.records import Indicator, Target
from indicators.seeding.prepare import prepare
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_observations
from indicators.store.records import Observation, Upload

FIRST, LAST = 2025, 2029
# Shares of the required way made by 2029, in turn: met, on track, slow, at risk, wrong way.
SHARES = (1.4, 1.0, 0.75, 0.4, -0.3)


def filled_store(path: Path) -> Store:
    """Build the real catalogue and give every programme indicator five yearly figures."""
    store = prepare(path)
    catalogue = catalogue_at(store, latest(store).number)
    asked = {t.indicator: t for t in reversed(catalogue.targets) if t.scope == "city"}
    shares = cycle(SHARES)
    rows = [
        observation(indicator, year, value)
        for indicator in catalogue.indicators
        if indicator.group != "BC"
        for year, value in figures(indicator, asked.get(indicator.code), next(shares))
    ]
    upload = Upload.received("thu.csv", b"ma_chi_tieu,nam,gia_tri", "kiểm thử")
    record_observations(store, upload, rows, by="kiểm thử", agency="")
    return store


def figures(indicator: Indicator, target: Target | None, share: float) -> list[tuple[int, float]]:
    """Lead from a start to that share of the way which the target asks by 2029."""
    start, goal = ends(indicator, target)
    way = (goal - start) * (LAST - FIRST) / 5 * share
    values = [start + way * step / (LAST - FIRST) for step in range(LAST - FIRST + 1)]
    return [(FIRST + step, fitted(indicator, value)) for step, value in enumerate(values)]


def ends(indicator: Indicator, target: Target | None) -> tuple[float, float]:
    """Choose a start and an end in the indicator's own range."""
    if indicator.kind == "milestone":
        return 0.0, 100.0
    value = target.value if target and target.value is not None else 50.0
    if indicator.rule == "growth":
        return 100.0, 100.0 * (1 + value / 100) ** 5
    if indicator.direction == "down":
        return value * 1.5 + 10, value
    return value * 0.8, value or 1.0


def fitted(indicator: Indicator, value: float) -> float:
    """Keep a value inside the bounds, and whole where it is counted."""
    low = indicator.lower if indicator.lower is not None else value
    high = indicator.upper if indicator.upper is not None else value
    inside = min(max(value, low), high)
    return float(round(inside)) if indicator.kind in ("count", "rank") else inside


def observation(indicator: Indicator, year: int, value: float) -> Observation:
    """One full-year figure of the city; that of the last year is not final yet."""
    status = "sơ bộ" if year == LAST else "chính thức"
    return Observation(
        indicator.code, "31", "", year, "nam", value, None, None, "", status, False, False,
        "Số liệu kiểm thử", "", None, "", "", "", None,
    )  # fmt: skip
