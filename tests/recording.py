"""Figures written the short way and recorded as an upload; settings changed."""

from dataclasses import replace
from datetime import date

from indicators.board.as_of import AsOf
from indicators.progress.results import UNRANKED
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_catalogue, record_observations
from indicators.store.records import Observation, Upload, Version
from tests.progress.reading import read_points

FIGURE = Observation(
    "ML02", "31", "", 2025, "nam", None, None, None, "", "chính thức", False, False,
    "Nguồn kiểm thử", "", None, "", "", "", None,
)  # fmt: skip


def figure(code: str, year: int, value: float | None, **changed: object) -> Observation:
    """One final full-year figure of the city; named fields override."""
    return FIGURE._replace(indicator=code, year=year, value=value, **changed)


def series(code: str, points: str, **changed: object) -> list[Observation]:
    """Figures in the notation of tests/golden: `2025 70; 2026 72p; |2028 60; 2029 unranked`."""
    return [
        figure(
            code,
            point.year,
            None if point.value == UNRANKED else point.value,
            label="chưa xếp hạng" if point.value == UNRANKED else "",
            status="sơ bộ" if point.provisional else "chính thức",
            break_before=point.break_before,
            **changed,
        )
        for point in read_points(points)
    ]


def record(store: Store, *rows: Observation) -> Version:
    """Record figures as an upload of their own."""
    upload = Upload.received("kiem-thu.csv", repr(rows).encode(), "kiểm thử")
    return record_observations(store, upload, rows, by="kiểm thử", agency="")


def set_to(store: Store, **values: int) -> None:
    """Change settings as the city may, which is a version of its own."""
    known = catalogue_at(store, latest(store).number)
    settings = tuple(
        replace(each, value=str(values.get(each.name, each.value))) for each in known.settings
    )
    record_catalogue(store, replace(known, settings=settings), "Lan", kind="setting")


def seen_on(store: Store, day: date) -> AsOf:
    """Look at the newest version on a day of the test's own, whatever today is."""
    made_up = store.nature == "illustrative"
    return AsOf(latest(store), day, day.year, illustrative=made_up)
