"""A whole is what was reported, else what its parts add up to; a difference is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.catalogue.records import Catalogue
from indicators.dossier.dossier import open_dossier
from indicators.figures.rollup import RollUp
from indicators.figures.totals import totals_at
from indicators.progress.results import Point, Status
from indicators.store.connection import Store, open_store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_observations
from indicators.store.records import Observation, Upload
from tests.filling import observation
from tests.recording import seen_on

DAY = date(2027, 6, 1)  # a day of the tests' own, whatever today is


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(Path(copy(built, tmp_path)))
    yield opened
    opened.close()


def record(store: Store, rows: list[Observation]) -> None:
    upload = Upload.received("phan.csv", b"phan", "kiểm thử")
    record_observations(store, upload, rows, by="kiểm thử", agency="")


def total(store: Store, code: str) -> tuple[list[Point], Status]:
    judgement = assess(store, seen_on(store, DAY)).by_code[code].judgement
    return judgement.points, judgement.status


def part(store: Store, code: str, year: int, value: float, **changes: object) -> Observation:
    indicator = {i.code: i for i in catalogue(store).indicators}[code]
    return observation(indicator, year, value)._replace(**changes)


def catalogue(store: Store) -> Catalogue:
    return catalogue_at(store, as_of(store).version.number)


def communes(store: Store) -> list[str]:
    return [a.code for a in catalogue(store).areas if a.parent == "31"]


def by_commune(store: Store, year: int, of_ten: int) -> list[Observation]:
    return [
        part(store, "ML02", year, of_ten * 10, area=code, numerator=of_ten, denominator=10)
        for code in communes(store)
    ]


def test_a_count_by_level_of_training_adds_up_to_the_citys_total(store: Store) -> None:
    parts = {"Trung cấp": 6000, "Cao đẳng": 8000}
    record(
        store,
        [part(store, "DH04", 2025, v, group=f"trình độ={k}") for k, v in parts.items()],
    )
    assert total(store, "DH04") == ([Point(2025, 14000.0)], Status.INSUFFICIENT)


def test_one_level_alone_makes_no_total(store: Store) -> None:
    record(store, [part(store, "DH04", 2025, 6000, group="trình độ=Trung cấp")])
    assert total(store, "DH04") == ([], Status.NO_DATA)


def test_a_share_of_all_communes_is_numerators_over_denominators(store: Store) -> None:
    rows = by_commune(store, 2026, of_ten=9)
    rows[0] = rows[0]._replace(numerator=0.0, denominator=1000.0, value=0.0)
    record(store, rows)
    points, status = total(store, "ML02")
    whole = 100 * 113 * 9 / (113 * 10 + 1000)
    assert points == [Point(2025, 76.98), Point(2026, pytest.approx(whole))]
    assert status is Status.WORSENING


def test_a_commune_that_has_not_reported_keeps_the_total_from_being_made(store: Store) -> None:
    record(store, by_commune(store, 2026, of_ten=9)[1:])
    assert total(store, "ML02") == ([Point(2025, 76.98)], Status.INSUFFICIENT)


def test_a_reported_total_stands_and_a_different_sum_is_said_beside_it(store: Store) -> None:
    record(store, [*by_commune(store, 2026, of_ten=9), part(store, "ML02", 2026, 80.0)])
    dossier = open_dossier(store, seen_on(store, DAY), "ML02", "city", None)
    assert dossier.judgement.points == [Point(2025, 76.98), Point(2026, 80.0)]
    assert dossier.differing == (
        "Năm 2026: số báo cáo 80,00% khác số cộng từ 114 xã, phường, đặc khu là 90,00%.",
    )


def test_totals_that_their_parts_do_not_add_up_to_are_listed(store: Store) -> None:
    record(store, [*by_commune(store, 2026, of_ten=9), part(store, "ML02", 2026, 80.0)])
    record(store, [*by_commune(store, 2024, of_ten=8), part(store, "ML02", 2024, 80.0)])
    found = totals_at(store, latest(store).number, "31").differences("ML02")
    assert [(each.reported, each.whole) for each in found] == [
        (80.0, RollUp("ML02", "31", 2026, "xã phường đặc khu", 90.0,
                      1026.0, 1140.0, 114, "nam", "chính thức"))
    ]  # fmt: skip


def test_a_sum_is_listed_with_what_it_was_added_up_from(store: Store) -> None:
    record(store, by_commune(store, 2026, of_ten=9))
    dossier = open_dossier(store, seen_on(store, DAY), "ML02", "city", None)
    newest = next(v for v in dossier.values if v.area == "Hải Phòng")
    assert (newest.year, newest.shown, newest.source, newest.version) == (
        2026,
        "90,00",
        "Cộng từ 114 xã, phường, đặc khu",
        None,
    )
    assert dossier.differing == ()
