"""A figure is traced to its file and row, to what it replaced, or to what it is the sum of."""

import pytest

from indicators.board.board import CITY
from indicators.dossier.provenance import Provenance, deed_told, provenance_of
from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.store.connection import Store
from indicators.store.held import Key
from indicators.store.history import catalogue_at, latest
from indicators.store.records import Observation, Version
from tests.recording import figure, record

KEY: Key = ("ML02", CITY, "", 2026, "nam")


def traced(store: Store, key: Key = KEY, version: int | None = None) -> Provenance:
    return provenance_of(store, key, version or latest(store).number)


def take_back(store: Store, number: int) -> Version:
    version = undo(store, plan_undo(store, number), Sender("An", "Sở Nội vụ"))
    assert version is not None
    return version


def told(found: Provenance) -> list[tuple[int, float | None, str]]:
    return [
        (each.version.number, each.observation.value, deed_told(each)) for each in found.origins
    ]


def test_a_figure_is_traced_to_its_version_its_file_and_its_row(own: Store):
    version = record(own, figure("ML02", 2026, 80, row=7, sheet="Biểu 1"))
    found = traced(own)
    assert found.now is not None
    assert found.now.file is not None
    assert (found.now.version, found.now.held.upload) == (version, version.number)
    assert (found.now.file.name, found.now.file.sender) == ("kiem-thu.csv", "kiểm thử")
    assert (found.now.observation.sheet, found.now.observation.row) == ("Biểu 1", 7)
    assert (found.before, found.parts, found.sum) == ((), (), None)


def test_what_a_figure_replaced_stands_below_it_newest_first(own: Store):
    for value in (80, 81, 82):
        record(own, figure("ML02", 2026, value))
    found = traced(own)
    assert told(found) == [(5, 82, ""), (4, 81, ""), (3, 80, "")]
    assert [each.version.number for each in found.before] == [4, 3]


def test_at_a_past_version_what_came_later_is_not_known(own: Store):
    for value in (80, 81):
        record(own, figure("ML02", 2026, value))
    assert told(traced(own, version=3)) == [(3, 80, "")]
    assert traced(own, version=2).origins == ()


def test_withdrawals_and_undos_are_named(own: Store):
    record(own, figure("ML02", 2026, 80))
    record(own, figure("ML02", 2026, None))
    take_back(own, 4)
    take_back(own, 3)
    found = traced(own)
    assert told(found) == [
        (6, None, "rút số liệu do hoàn tác phiên bản 3"),
        (5, 80, "khôi phục do hoàn tác phiên bản 4"),
        (4, None, "rút số liệu"),
        (3, 80, ""),
    ]
    assert (found.now, len(found.before)) == (None, 4)


def test_a_restored_figure_still_names_the_file_it_came_in(own: Store):
    record(own, figure("ML02", 2026, 80, row=3))
    record(own, figure("ML02", 2026, 90, row=9))
    take_back(own, 4)
    now = traced(own).now
    assert now is not None
    assert (now.version.by, now.held.upload, now.observation.row) == ("An", 3, 3)


def of_communes(store: Store) -> list[Observation]:
    areas = catalogue_at(store, 2).communes.values()
    communes = [each.code for each in areas if each.parent == CITY]
    return [
        figure("PC01", 2026, 50, area=code, numerator=10 + n, denominator=20 + n)
        for n, code in enumerate(communes)
    ]


def test_a_figure_added_up_names_its_parts(own: Store):
    rows = of_communes(own)
    record(own, *rows[:60])
    record(own, *rows[60:], figure("PC01", 2026, 90, area="VN"))
    found = traced(own, ("PC01", CITY, "", 2026, "nam"))
    total = sum(row.numerator or 0 for row in rows) / sum(row.denominator or 0 for row in rows)
    assert found.sum is not None
    assert (found.sum.value, found.sum.source) == (
        pytest.approx(100 * total), "Cộng từ 114 xã, phường, đặc khu",
    )  # fmt: skip
    assert {each.observation.key for each in found.parts} == {row.key for row in rows}
    assert {each.version for each in found.parts} == {3, 4}


def test_a_reported_figure_is_no_sum_whatever_its_parts(own: Store):
    record(own, *of_communes(own), figure("PC01", 2026, 70))
    found = traced(own, ("PC01", CITY, "", 2026, "nam"))
    assert (found.sum, found.parts, found.now is not None) == (None, (), True)


def test_after_a_withdrawal_the_parts_are_added_up_and_the_past_is_kept(own: Store):
    record(own, *of_communes(own), figure("PC01", 2026, 70))
    record(own, figure("PC01", 2026, None))
    found = traced(own, ("PC01", CITY, "", 2026, "nam"))
    assert (len(found.parts), [each.version.number for each in found.before]) == (114, [4, 3])


@pytest.mark.parametrize(
    "changed", [{"code": "XX01"}, {"area": "99999"}, {"group": "cấp học=THCS"}, {"year": 2031}]
)
def test_a_figure_that_is_not_there_has_no_origin(own: Store, changed: dict[str, object]):
    code, area, group, year, period = KEY
    asked = {"code": code, "area": area, "group": group, "year": year, "period": period} | changed
    key: Key = tuple(asked.values())  # type: ignore[assignment]
    assert traced(own, key) == Provenance(key, ())
