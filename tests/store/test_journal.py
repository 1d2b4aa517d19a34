"""Writing: versions, and a chain that shows what was touched afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import duckdb
import pytest

from indicators.catalogue.records import Catalogue, Setting
from indicators.store.connection import Store, StoreError, create, open_store
from indicators.store.history import catalogue_at, latest, observations_at, versions
from indicators.store.journal import record_catalogue, record_observations, verify
from indicators.store.records import Observation, Upload

Figure = Callable[..., Observation]


def raised(setting: str, catalogue: Catalogue) -> Catalogue:
    """The catalogue with another threshold for "on track"."""
    changed = Setting("on_track_ratio", setting, "")
    return replace(catalogue, settings=(changed, *catalogue.settings[1:]))


def test_each_apply_is_the_next_version_and_says_who_and_why(store: Store, figure: Figure) -> None:
    upload = Upload.received("so_lieu.csv", b"ma;nam", "Minh", "Sở GD&ĐT")

    version = record_observations(store, upload, [figure()], "Minh", "Sở GD&ĐT", note="Quý IV")

    first, second = versions(store)
    assert second == version
    assert (first.number, first.kind, first.by) == (1, "seed", "Lan")
    assert (second.number, second.kind, second.by, second.agency, second.note) == (
        2,
        "upload",
        "Minh",
        "Sở GD&ĐT",
        "Quý IV",
    )
    assert second.previous_hash == first.hash
    assert verify(store) == []


def test_the_file_is_kept_byte_for_byte(store: Store, figure: Figure) -> None:
    content = bytes(range(256))

    record_observations(store, Upload.received("a.xlsx", content, "Minh"), [figure()], "Minh")

    with store.reading() as cursor:
        kept = cursor.execute("SELECT upload, version, content, sha256 FROM upload").fetchall()
        figures = cursor.execute("SELECT upload FROM observation").fetchall()
    digest = "40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880"
    assert kept == [(2, 2, content, digest)]
    assert figures == [(2,)]


def test_an_unchanged_catalogue_is_no_version(store: Store, catalogue: Catalogue) -> None:
    assert record_catalogue(store, catalogue, "Lan") is None
    assert len(versions(store)) == 1


def test_changed_removed_and_moved_records_are_one_version(
    store: Store, catalogue: Catalogue
) -> None:
    first, second = catalogue.indicators
    changed = replace(
        catalogue,
        indicators=(second, replace(first, name="Tên mới")),
        targets=catalogue.targets[:1],
    )

    version = record_catalogue(store, changed, "Lan")

    assert version is not None
    assert version.number == 2
    assert catalogue_at(store, 2) == changed
    assert catalogue_at(store, 1) == catalogue
    assert verify(store) == []


def test_a_removed_record_may_return(store: Store, catalogue: Catalogue) -> None:
    record_catalogue(store, replace(catalogue, targets=()), "Lan")

    record_catalogue(store, catalogue, "Lan")

    assert catalogue_at(store, 2).targets == ()
    assert catalogue_at(store, 3) == catalogue


def test_a_setting_changed_on_the_board_outlives_a_restart(
    store: Store, catalogue: Catalogue
) -> None:
    record_catalogue(store, raised("0.90", catalogue), "Lan", kind="setting")

    assert record_catalogue(store, catalogue, "hệ thống") is None
    assert catalogue_at(store, latest(store).number) == raised("0.90", catalogue)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [(2025, 1.0), (2025, 2.0)],
            "Số liệu bị trùng trong cùng một lần ghi: ML02, 31, 2025, nam.",
        ),
        ([(2024, 1.0), (2025, float("nan"))], "Giá trị không phải là số: ML02, 31, 2025, nam."),
    ],
)
def test_figures_that_contradict_themselves_are_refused_whole(
    store: Store, figure: Figure, rows: list[tuple[int, float]], told: str
) -> None:
    upload = Upload.received("a.csv", b"x", "Minh")

    with pytest.raises(StoreError) as refusal:
        record_observations(store, upload, [figure(*row) for row in rows], "Minh")

    assert str(refusal.value) == told
    assert len(versions(store)) == 1
    assert observations_at(store, 2).empty


def test_an_error_in_the_middle_of_an_apply_leaves_nothing(
    store: Store, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("indicators.store.chain.seal", fail)
    with pytest.raises(KeyboardInterrupt):
        record_observations(store, Upload.received("a.csv", b"x", "Minh"), [figure()], "Minh")
    monkeypatch.undo()

    with store.reading() as cursor:
        assert cursor.execute("SELECT count(*) FROM upload").fetchall() == [(0,)]
        assert cursor.execute("SELECT count(*) FROM observation").fetchall() == [(0,)]
    assert record_observations(store, None, [figure()], "Minh").number == 2


def test_applies_from_many_threads_stand_one_after_the_other(store: Store, figure: Figure) -> None:
    def apply(year: int) -> None:
        record_observations(store, None, [figure(year)], f"luồng {year}")

    threads = [Thread(target=apply, args=(year,)) for year in range(2010, 2022)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [version.number for version in versions(store)] == list(range(1, 14))
    assert verify(store) == []
    assert sorted(observations_at(store, 13)["year"]) == list(range(2010, 2022))


CHANGED_2 = "Nội dung của phiên bản 2 đã bị thay đổi sau khi ghi."


@pytest.mark.parametrize(
    ("tampering", "told"),
    [
        ("UPDATE observation SET value = 99 WHERE year = 2025", [CHANGED_2]),
        ("UPDATE observation SET value = nextafter(value, 99::DOUBLE)", [CHANGED_2]),
        ("UPDATE observation SET source = note, note = source", [CHANGED_2]),
        ("DELETE FROM observation WHERE year = 2024", [CHANGED_2]),
        ("INSERT INTO observation SELECT * REPLACE (2020 AS year) FROM observation", [CHANGED_2]),
        ("UPDATE upload SET content = 'khac'::BLOB", [CHANGED_2]),
        ("UPDATE version SET \"by\" = 'Hoa' WHERE number = 2", [CHANGED_2]),
        (
            "UPDATE target SET value = 80 WHERE year = 2030",
            ["Nội dung của phiên bản 1 đã bị thay đổi sau khi ghi."],
        ),
        (
            "DELETE FROM version WHERE number = 1",
            [
                "Có dữ liệu ghi phiên bản 1 nhưng nhật ký không có phiên bản này.",
                "Thiếu phiên bản trước phiên bản 2.",
                "Phiên bản 2 không nối với mục ngay trước nó.",
            ],
        ),
        (
            "DELETE FROM version WHERE number = 2",
            ["Có dữ liệu ghi phiên bản 2 nhưng nhật ký không có phiên bản này."],
        ),
        (
            "UPDATE board SET nature = 'illustrative'",
            ["Phiên bản 1 không nối với mục ngay trước nó."],
        ),
    ],
)
def test_what_was_touched_after_it_was_written_is_named(
    store: Store, figure: Figure, tampering: str, told: list[str]
) -> None:
    upload = Upload.received("a.csv", b"x", "Minh")
    record_observations(store, upload, [figure(2024, 70.0), figure(2025, 71.5)], "Minh")
    path = store.path
    store.close()
    with duckdb.connect(path) as stranger:
        stranger.execute(tampering)
        nature = stranger.execute("SELECT nature FROM board").fetchall()[0][0]

    reopened = open_store(path, nature)
    assert verify(reopened) == told
    reopened.close()


def test_where_rows_lie_in_the_file_changes_no_hash(store: Store, figure: Figure) -> None:
    record_observations(store, None, [figure(year) for year in range(2000, 2026)], "Minh")
    path = store.path
    store.close()
    with duckdb.connect(path) as stranger:
        stranger.execute("CREATE TEMP TABLE held AS SELECT * FROM observation ORDER BY year DESC")
        stranger.execute("DELETE FROM observation")
        stranger.execute("INSERT INTO observation SELECT * FROM held")

    reopened = open_store(path)
    assert verify(reopened) == []
    reopened.close()


def test_a_hash_depends_on_the_content_alone(
    tmp_path: Path, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    monkeypatch.setattr("indicators.store.journal.now", lambda: moment)
    rows = [figure(2024, 0.1), figure(2025, 1e300), figure(2023, float("inf"), label="x")]
    hashes = []
    for name, order in (("one", rows), ("two", rows[::-1])):
        board = create(tmp_path / name)
        hashes.append(record_observations(board, None, order, "Minh").hash)
        board.close()

    # Written down, so that a change here or in DuckDB that breaks older journals is seen.
    assert hashes == ["239a7f17c8bcfd75ee9336976219e1bfb3690cc70db0a2a8bae81cd45a439521"] * 2
