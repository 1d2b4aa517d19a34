"""Figures of breakdowns and communes on a filled board, made for the tests."""

from collections.abc import Iterator
from pathlib import Path

from indicators.catalogue.records import Catalogue
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.records import Observation
from tests.filling import FIRST, LAST, filled_store
from tests.recording import figure, record

YEARS = range(FIRST, LAST + 1)
LEVELS = {"Tiểu học": 88.0, "THCS": 80.0, "THPT": 61.0, "Phổ thông nhiều cấp học": 42.0}
PUPILS = {"Mầm non": 125_000, "Tiểu học": 250_000, "THCS": 180_000, "THPT": 110_000}


def broken_down_store(path: Path) -> Store:
    """Build a filled board with breakdowns of ML02 and BC03, communes of NL13, the country."""
    store = filled_store(path)
    catalogue = catalogue_at(store, latest(store).number)
    record(store, *levels(), *pupils(), *areas(), *communes(catalogue))
    return store


def levels() -> Iterator[Observation]:
    """A percentage by school level, without the numerators that would make it add up."""
    for rank, (level, value) in enumerate(LEVELS.items()):
        for year in YEARS:
            grown = round(value + (year - FIRST) * (1.5 - rank / 2), 2)
            yield figure("ML02", year, grown, group=f"cấp học={level}")


def pupils() -> Iterator[Observation]:
    """A count by school level, which adds up to no reported total."""
    for level, count in PUPILS.items():
        for year in YEARS:
            yield figure("BC03", year, count + 1000 * (year - FIRST), group=f"cấp học={level}")


def areas() -> Iterator[Observation]:
    """The old provinces before the merger and the country."""
    for year in (2022, 2023, 2024):
        yield figure("ML02", year, 70.0 + year - 2022, area="HP-CU")
        yield figure("ML02", year, 74.5 + year - 2022, area="HD-CU")
        yield figure("ML02", year, 60.25 + year - 2022, area="VN")


def communes(catalogue: Catalogue) -> Iterator[Observation]:
    """A percentage of every commune but the last."""
    places = list(catalogue.communes.values())
    for number, area in enumerate(places[:-1]):
        for year in YEARS:
            value = 40 + (number * 37) % 61 + (year - FIRST) * 0.5
            yield figure("NL13", year, min(value, 100.0), area=area.code)
