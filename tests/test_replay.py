"""A history of twenty versions played back: each board as it was when it was current."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from indicators.api.board import as_json
from indicators.board.as_of import AsOf, as_of
from indicators.board.board import assess
from indicators.board.status_changes import status_changes
from indicators.changes.between import changes_between
from indicators.dossier.dossier import Dossier, open_dossier
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.seeding.prepare import prepare
from indicators.store.connection import Store, open_store
from indicators.store.history import catalogue_at, latest, versions
from indicators.store.journal import record_catalogue, verify
from indicators.store.local_time import local_day
from indicators.store.tables import key_of
from tests.recording import figure, record, series, set_to

pytestmark = pytest.mark.own_board

SCOPES = ("city", "national")
FOLLOWED = ("ML02", "CS02", "BC01", "HD01", "DH14")
CLIMBING = "2025 40; 2026 50.7"  # between the thresholds of on track and slow
LAN = Sender("Lan", "Sở GD&ĐT")
PLANNED = b"ma_chi_tieu;nam;gia_tri;KH\nML02;2026;73;74\nCS02;2026;45;50\n"

Deed = Callable[[Store], object]


def redefine(kind: str, code: str, **changed: Any) -> Deed:
    """Change a definition, or the city's targets of 2030, as a version of the catalogue."""

    def change(store: Store) -> None:
        known = catalogue_at(store, latest(store).number)
        rows = getattr(known, kind)
        rows = tuple(replace(row, **changed) if is_meant(row, code) else row for row in rows)
        record_catalogue(store, replace(known, **{kind: rows}), "Minh", kind="setting")

    return change


def is_meant(row: Any, code: str) -> bool:
    if hasattr(row, "scope"):
        return (row.indicator, row.scope, row.year) == (code, "city", 2030)
    return bool(row.code == code)


def without(code: str) -> Deed:
    """Take an indicator with its targets out of the catalogue."""

    def change(store: Store) -> None:
        known = catalogue_at(store, latest(store).number)
        kept = {
            name: tuple(row for row in getattr(known, name) if code not in key_of(row))
            for name in ("indicators", "targets", "indicator_breakdowns")
        }
        record_catalogue(store, replace(known, **kept), "Minh", kind="setting")

    return change


def as_before(number: int) -> Deed:
    """Put the catalogue of a version in force again."""
    return lambda store: record_catalogue(
        store, catalogue_at(store, number), "Minh", kind="setting"
    )


def communes(store: Store) -> None:
    """Give a count for every commune, so that the city's is added up."""
    areas = catalogue_at(store, latest(store).number).areas
    record(store, *(figure("BC01", 2027, 3.0, area=a.code) for a in areas if a.parent == "31"))


def send(store: Store) -> None:
    """Apply a file with figures and yearly plans."""
    examined = examine(store, "bao-cao.csv", PLANNED, plan=True)
    assert apply(store, examined, Consent(every_warning=True), LAN)


def take_back(number: int) -> Deed:
    return lambda store: undo(store, plan_undo(store, number), LAN)


# Each deed is a version, days after the one before it; the first two are the board as it is built.
DEEDS: list[tuple[int, Deed]] = [
    (20, lambda s: record(s, *series("ML02", "2025 70; 2026 72"), *series("CS02", CLIMBING))),
    (80, lambda s: record(s, figure("ML02", 2026, 71.5), figure("DH14", 2025, 100.0))),
    (100, lambda s: record(s, figure("CS02", 2026, None))),
    (0, take_back(5)),
    (90, redefine("targets", "ML02", value=95.0)),
    (50, lambda s: set_to(s, on_track_ratio=1)),
    (60, communes),
    (40, lambda s: record(s, figure("DH14", 2027, 130.0, period="9t", status="ước"))),
    (100, lambda s: record(s, figure("DH14", 2027, 120.0), figure("CS02", 2027, 62.0))),
    (150, send),
    (30, take_back(12)),
    (0, redefine("indicators", "ML02", base_year=2026, short_name="Trường chuẩn")),
    (90, without("CS02")),
    (60, as_before(14)),
    (90, lambda s: record(s, *series("HD01", "2025 0.7; 2028 0.75", area="VN"))),
    (45, lambda s: set_to(s, on_track_ratio=0, slow_ratio=0)),
    (0, lambda s: record(s, figure("BC01", 2027, 9.0, area="31"), figure("ML02", 2029, 84.0))),
    (200, lambda s: record(s, *(figure("CS02", year, None) for year in (2026, 2027)))),
]  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """What the board said: every verdict with its working, and all of some indicators."""

    moment: AsOf
    verdicts: tuple[list[dict[str, Any]], ...]
    dossiers: tuple[tuple[Any, ...] | None, ...]


def shown(store: Store, moment: AsOf) -> Shown:
    boards = tuple(as_json(assess(store, moment, scope)) for scope in SCOPES)
    opened = (open_dossier(store, moment, code, "city", None) for code in FOLLOWED)
    return Shown(replace(moment, past=False), boards, tuple(map(content, opened)))


def content(dossier: Dossier | None) -> tuple[Any, ...] | None:
    if dossier is None:
        return None
    row = dossier.row
    said = (dossier.title, row.indicator, row.targets, row.plans, row.sentence, row.label)
    known = (dossier.values, dossier.targets, dossier.others, dossier.nation, dossier.differing)
    return (*said, *known, dossier.groups, dossier.judgement)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[Shown]]]:
    """The board of each version when it was current; then the same file, opened anew."""
    path = tmp_path_factory.mktemp("replay") / "board.duckdb"
    clock = datetime(2027, 1, 4, 3, tzinfo=UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indicators.store.journal.now", lambda: clock)
        patch.setattr("indicators.store.local_time.today", lambda: local_day(clock))
        store = prepare(path)
        recorded = [shown(store, as_of(store, number=1)), shown(store, as_of(store))]
        for days, deed in DEEDS:
            clock += timedelta(days)
            deed(store)
            recorded.append(shown(store, as_of(store)))
        store.close()
        clock += timedelta(1)
        again = open_store(Path(path))
        yield again, recorded
        again.close()


def test_there_are_twenty_versions_over_years_and_each_board_is_another(
    history: tuple[Store, list[Shown]],
):
    store, recorded = history
    assert [each.moment.version.number for each in recorded] == list(range(1, 21))
    assert (len(versions(store)), verify(store)) == (20, [])
    assert {each.moment.year for each in recorded} == {2027, 2028, 2029, 2030}
    said = [(each.verdicts, each.dossiers) for each in recorded]
    assert [n for n, (before, after) in enumerate(pairwise(said), 2) if before == after] == []


@pytest.mark.parametrize("number", range(1, 21))
def test_a_version_shows_the_board_as_it_was(history: tuple[Store, list[Shown]], number: int):
    store, recorded = history
    then = recorded[number - 1]
    by_number = as_of(store, number=number, on=then.moment.day if number == 20 else None)
    assert shown(store, by_number) == then
    assert shown(store, as_of(store, then.moment.day, number, then.moment.year)) == then


def test_a_day_shows_the_board_as_it_was_at_its_end(history: tuple[Store, list[Shown]]):
    store, recorded = history
    last = {each.moment.day: each for each in recorded}
    assert len(last) == 16
    assert [shown(store, as_of(store, day)) for day in last] == list(last.values())
    day_between = as_of(store, date(2027, 3, 1))
    assert (day_between.version.number, day_between.year) == (3, 2027)


def test_the_changes_between_versions_lead_from_each_board_to_the_next(
    history: tuple[Store, list[Shown]],
):
    store, recorded = history
    for before, after in pairwise(recorded):
        for scope, old, new in zip(SCOPES, before.verdicts, after.verdicts, strict=True):
            changes = changes_between(store, before.moment, after.moment, scope)
            statuses = {row["code"]: row["status"] for row in old}
            for each in changes.verdicts:
                statuses[each.change.code] = each.change.after and each.change.after.status.value
                assert each.causes
            left = {code: status for code, status in statuses.items() if status}
            assert left == {row["code"]: row["status"] for row in new}
            assert tuple(each.change for each in changes.verdicts) == tuple(
                status_changes(changes.before, changes.after)
            )
